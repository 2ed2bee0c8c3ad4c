#pragma once

#include "stories/indirectspeech.h"

namespace Lectern {

/// Reported speech in German, French and Spanish: what follows dass, que, ob or si, a German clause in the
/// subjunctive behind a comma, what stands in front of ", sagte S" or ", a déclaré S", and what laut, selon,
/// según and nach Angaben von name a source for. O(tokens).
std::vector<IndirectSpeech> foreignIndirectSpeech(const SpeechText &text);

/// Dialogue that a dash opens ("– Je viens, dit Paul.", "—Vengo —dijo Pablo."): the pieces of each paragraph
/// without its attribution. O(tokens).
std::vector<IndirectSpeech> dashedSpeech(const SpeechText &text);

} // namespace Lectern
