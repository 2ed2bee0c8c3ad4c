#pragma once

#include <QtGlobal>

#include <algorithm>
#include <compare>

namespace Lectern {

/// A stretch of a text in UTF-16 code units, `start` inclusive, `end` exclusive.
struct TextRange
{
    qsizetype start = 0;
    qsizetype end = 0;

    constexpr qsizetype length() const { return end - start; }
    constexpr bool isEmpty() const { return end <= start; }
    constexpr bool contains(qsizetype offset) const { return offset >= start && offset < end; }
    constexpr bool contains(TextRange other) const { return other.start >= start && other.end <= end; }
    constexpr bool intersects(TextRange other) const { return start < other.end && other.start < end; }
    constexpr TextRange intersected(TextRange other) const
    {
        return {std::max(start, other.start), std::min(end, other.end)};
    }
    constexpr TextRange shifted(qsizetype by) const { return {start + by, end + by}; }
    constexpr auto operator<=>(const TextRange &) const = default;
};

} // namespace Lectern
