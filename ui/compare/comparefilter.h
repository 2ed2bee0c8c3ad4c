#pragma once

#include <QtGlobal>

namespace Lectern {

/// What of the accounts stands out; all else is paler.
enum class CompareFilter : quint8 { All, Shared, Different, OnlyHere };

/// What the columns show of a comparison.
struct CompareLook
{
    CompareFilter filter = CompareFilter::All;
    bool typography = false; ///< differences of typography are underlined
    int flashed = -1;        ///< the passage that glows
    qreal flashStrength = 0; ///< 0..1

    bool operator==(const CompareLook &) const = default;
};

} // namespace Lectern
