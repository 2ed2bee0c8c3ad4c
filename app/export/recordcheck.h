#pragma once

#include "text/passage.h"

namespace Lectern {

/// Whether a range that was read from a file can be one of a text: not negative, not turned round, and small
/// enough to be reckoned with.
bool isRange(TextRange range);

/// Whether the words, the offsets and what was left out of a passage that was read from a file agree with
/// each other; otherwise somebody has changed the file.
bool isSoundRecord(const Passage &passage);

} // namespace Lectern
