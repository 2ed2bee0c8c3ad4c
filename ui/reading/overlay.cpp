#include "reading/overlay.h"

namespace Lectern {

void Overlay::setMarks(std::vector<Mark> unsorted)
{
    marks = std::move(unsorted);
    std::stable_sort(marks.begin(), marks.end(),
                     [](const Mark &a, const Mark &b) { return a.range < b.range; });
    std::vector<TextRange> ranges;
    for (const Mark &mark : marks)
        ranges.push_back(mark.range);
    markRanges = SortedRanges(std::move(ranges));
}

} // namespace Lectern
