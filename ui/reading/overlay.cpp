#include "reading/overlay.h"

#include <array>
#include <numeric>

namespace Lectern {

namespace {

/// Every mark takes the lowest line that no mark before it still needs; when all are taken, the topmost. Of
/// marks that begin together the longer comes first, so that the shorter ones lie on top.
std::vector<int> lanesOf(const std::vector<Mark> &marks)
{
    std::vector<int> order(marks.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&marks](int a, int b) {
        const TextRange &left = marks[size_t(a)].range;
        const TextRange &right = marks[size_t(b)].range;
        return std::pair(left.start, -left.end) < std::pair(right.start, -right.end);
    });
    std::vector<int> lanes(marks.size());
    std::array<qsizetype, Overlay::laneCount> ends{};
    for (const int i : order) {
        const TextRange &range = marks[size_t(i)].range;
        const auto free =
            std::find_if(ends.begin(), ends.end(), [&range](qsizetype end) { return end <= range.start; });
        const auto lane = free == ends.end() ? std::prev(ends.end()) : free;
        *lane = std::max(*lane, range.end);
        lanes[size_t(i)] = int(lane - ends.begin());
    }
    return lanes;
}

} // namespace

void Overlay::setMarks(std::vector<Mark> unsorted)
{
    const QString selected = selectedMark < 0 ? QString() : marks[size_t(selectedMark)].passageId;
    marks = std::move(unsorted);
    std::stable_sort(marks.begin(), marks.end(),
                     [](const Mark &a, const Mark &b) { return a.range < b.range; });
    std::vector<TextRange> ranges;
    for (const Mark &mark : marks)
        ranges.push_back(mark.range);
    markRanges = SortedRanges(std::move(ranges));
    lanes = lanesOf(marks);
    selectedMark = selected.isEmpty() ? -1 : indexOfMark(selected);
}

int Overlay::indexOfMark(const QString &passageId) const
{
    const auto found = std::find_if(marks.begin(), marks.end(),
                                    [&](const Mark &mark) { return mark.passageId == passageId; });
    return found == marks.end() ? -1 : int(found - marks.begin());
}

} // namespace Lectern
