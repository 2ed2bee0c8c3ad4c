#pragma once

#include "search/queryplan.h"

namespace Lectern {

/// A phrase whose last word is a beginning: the places of the whole words first, then which of them any of the many
/// words that begin so follows. All of it at once, for these are few documents.
MatchNodePtr phraseWithPrefix(const Segment &segment, const QueryNode &phrase, const std::vector<WordTerms> &words,
                              const SegmentScoring &scoring, float weight, const std::stop_token &stop);

} // namespace Lectern
