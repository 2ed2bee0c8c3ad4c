#pragma once

#include "base/textrange.h"

#include <utility>
#include <vector>

namespace Lectern {

/// Ranges in reading order that may overlap; those near a stretch of the text are found by binary search.
class SortedRanges final
{
public:
    SortedRanges() = default;
    /// Takes ranges in any order and puts them in reading order.
    explicit SortedRanges(std::vector<TextRange> ranges);

    int count() const { return int(m_ranges.size()); }
    TextRange at(int index) const { return m_ranges[size_t(index)]; }
    /// Indexes [first, last) that hold every range which intersects this one. With overlapping ranges some
    /// between may not.
    std::pair<int, int> near(TextRange range) const;

private:
    std::vector<TextRange> m_ranges;
    std::vector<qsizetype> m_reach; ///< the largest end of all ranges up to and with each
};

} // namespace Lectern
