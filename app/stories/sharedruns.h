#pragma once

#include "stories/storytokens.h"

#include <vector>

namespace Lectern {

/// Two words that read alike: ordinals of words of text a and text b.
struct WordLink
{
    int a = 0;
    int b = 0;

    bool operator==(const WordLink &) const = default;
};

/// The words of one shared passage, ascending in both texts.
using WordChain = std::vector<WordLink>;

/// The runs of four words or more that two texts share, joined over small gaps to the best sequences, longest
/// first. A run belongs to one sequence; the words of two sequences may be the same. O(words + shared runs).
std::vector<WordChain> joinedRuns(const StoryTokens &a, const StoryTokens &b);

} // namespace Lectern
