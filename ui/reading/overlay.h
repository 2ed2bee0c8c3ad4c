#pragma once

#include "reading/mark.h"
#include "reading/sortedranges.h"

#include <vector>

namespace Lectern {

/// What lies over the text of an article while it is read. All ranges are UTF-16 units of its text.
struct Overlay
{
    SortedRanges hits;
    int currentHit = -1;
    std::vector<Mark> marks; ///< in the order of markRanges; see setMarks()
    SortedRanges markRanges;
    TextRange selection;
    TextRange flash;
    qreal flashStrength = 0; ///< 0..1
    TextRange hoveredLink;
    qsizetype caret = -1; ///< -1 when no caret is shown

    /// Puts marks in reading order.
    void setMarks(std::vector<Mark> unsorted);
};

} // namespace Lectern
