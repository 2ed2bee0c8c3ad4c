#include "reading/sortedranges.h"

namespace Lectern {

SortedRanges::SortedRanges(std::vector<TextRange> ranges)
    : m_ranges(std::move(ranges))
{
    std::sort(m_ranges.begin(), m_ranges.end());
    m_reach.reserve(m_ranges.size());
    qsizetype reach = 0;
    for (const TextRange &range : m_ranges)
        m_reach.push_back(reach = std::max(reach, range.end));
}

std::pair<int, int> SortedRanges::near(TextRange range) const
{
    const auto first = std::upper_bound(m_reach.begin(), m_reach.end(), range.start);
    const auto last = std::lower_bound(m_ranges.begin(), m_ranges.end(), range.end,
                                       [](const TextRange &r, qsizetype end) { return r.start < end; });
    const int from = int(first - m_reach.begin());
    return {from, std::max(from, int(last - m_ranges.begin()))};
}

} // namespace Lectern
