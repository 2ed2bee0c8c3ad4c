#pragma once

#include "stories/sharedruns.h"

namespace Lectern {

/// Finds what two texts share, in whatever order they tell it: shared runs of four words are extended, joined
/// over small gaps (the gap may hold an attribution), filled and extended at their ends. A word belongs to
/// one chain at most, the one that has more words. Chains that prove nothing (fewer than six words, four in
/// quotations, or none but common words) are dropped. Long chains come first. Time and space are O(words +
/// shared runs).
std::vector<WordChain> sharedChains(const StoryTokens &a, const StoryTokens &b);

} // namespace Lectern
