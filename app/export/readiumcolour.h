#pragma once

#include "text/passage.h"

namespace Lectern {

/// The colour as Readium names it: "pink", "orange", "yellow", "green", "blue" or "purple".
QString readiumColour(MarkColour colour);
/// Yellow when there is no colour of that name.
MarkColour readiumColourNamed(const QString &name);

} // namespace Lectern
