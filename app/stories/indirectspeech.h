#pragma once

#include "stories/attributions.h"

namespace Lectern {

/// What is reported without marks.
struct IndirectSpeech
{
    std::vector<TokenSpan> pieces; ///< one, or two around the attribution
    Attribution attribution;
};

/// Finds "S said that C", "C, S said", "S, he said, C" and "according to S, C" outside of quotation marks.
/// English.
std::vector<IndirectSpeech> indirectSpeech(const SpeechText &text);

} // namespace Lectern
