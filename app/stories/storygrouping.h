#pragma once

#include "stories/storypairs.h"

#include <utility>

namespace Lectern {

/// The articles that report one event: numbers of a StoryPairs, ascending.
using Story = std::vector<int>;

/// Which articles a reader wants in one story, and which not; numbers of a StoryPairs.
struct StoryConstraints
{
    std::vector<std::pair<int, int>> together;
    std::vector<std::pair<int, int>> apart; ///< none of them contradicts `together`
};

/// Groups articles by the event that they report. `articles` are in an order of their own, by which the
/// result does not depend on that of their numbers; `near` has for each number those that are more likely to
/// report the same event than not, in both directions. Every article is in exactly one story. About
/// O(articles) comparisons.
std::vector<Story> groupStories(const StoryPairs &pairs, const std::vector<int> &articles,
                                const std::vector<std::vector<int>> &near,
                                const StoryConstraints &constraints = {});

} // namespace Lectern
