#pragma once

#include "base/textrange.h"
#include "text/passage.h"

#include <QString>

namespace Lectern {

/// A kept passage as the reading pane shows it: a coloured stretch of the article, with a sign in the margin
/// for its note.
struct Mark
{
    QString passageId;
    TextRange range;
    MarkColour colour = MarkColour::Yellow;
    bool hasNote = false;

    bool operator==(const Mark &) const = default;
};

} // namespace Lectern
