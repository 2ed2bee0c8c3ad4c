#pragma once

#include "reading/mark.h"
#include "reading/sortedranges.h"

#include <vector>

namespace Lectern {

/// Who says what is looked at, and the words that say so. Ranges may be empty.
struct Spoken
{
    TextRange speaker; ///< underlined
    TextRange cue;     ///< underlined with dots
};

/// What lies over the text of an article while it is read. All ranges are UTF-16 units of its text.
struct Overlay
{
    SortedRanges hits;
    int currentHit = -1;
    std::vector<Mark> marks; ///< in the order of markRanges; see setMarks()
    SortedRanges markRanges;
    /// Of each mark: which of the lines below the words is its own, 0 the lowest, so that marks over the
    /// same words can all be told.
    std::vector<int> lanes;
    int selectedMark = -1; ///< index in `marks`; -1 for none
    TextRange selection;
    TextRange flash;
    qreal flashStrength = 0; ///< 0..1
    Spoken spoken;
    TextRange hoveredLink;
    qsizetype caret = -1; ///< -1 when no caret is shown

    static constexpr int laneCount = 3;

    /// Puts marks in reading order. The selected mark stays selected while it is there.
    void setMarks(std::vector<Mark> unsorted);
    /// -1 when there is no mark of that passage.
    int indexOfMark(const QString &passageId) const;
};

} // namespace Lectern
