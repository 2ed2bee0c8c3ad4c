#pragma once

#include "stories/speechtext.h"

namespace Lectern {

/// How a speaker was found, surest first.
enum class AttributionRule : quint8 {
    Beside,    ///< right behind or right before the words: “...,” she said
    According, ///< according to S
    Label,     ///< Name: “...”
    Carried,   ///< of the piece before in the same paragraph
    Farther,   ///< a verb of saying elsewhere in the sentence
    Previous,  ///< the subject of the sentence before
    Continued, ///< a paragraph that opens with a mark: the speaker before
    Guess      ///< the last sentence of the paragraph before
};

/// Who is said to say something. Token spans are empty where nothing was found.
struct Attribution
{
    TokenSpan speaker;
    TokenSpan cue;
    TokenSpan addressee;
    AttributionRule rule = AttributionRule::Guess;
};

} // namespace Lectern
