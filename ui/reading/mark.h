#pragma once

#include "base/textrange.h"
#include "text/passage.h"

#include <QString>

#include <vector>

namespace Lectern {

/// A kept passage as the reading pane shows it: coloured pieces of the article, with a sign in the margin
/// for its note. Ranges are UTF-16 units of the article's text, where the words stand today.
struct Mark
{
    QString passageId;
    TextRange range;
    MarkColour colour = MarkColour::Yellow;
    QString note{};                  ///< Markdown
    std::vector<TextRange> pieces{}; ///< in order; empty when all of the range is kept
    bool isStarred = false;

    bool hasNote() const { return !note.isEmpty(); }
    /// What is coloured.
    std::vector<TextRange> parts() const { return pieces.empty() ? std::vector<TextRange>{range} : pieces; }

    bool operator==(const Mark &) const = default;
};

/// The ends of a mark, in the order of the text.
enum class MarkEnd : quint8 { Start, End };

} // namespace Lectern
