#pragma once

#include "stories/storypairs.h"

namespace Lectern {

/// The articles that report one event: indexes into the StoryPairs they were grouped from, ascending.
using Story = std::vector<int>;

/// Groups articles by the event that they report. `keys` (one an article, made of its text) put them in an
/// order of their own, so that the result does not depend on the order in which they were given. Every
/// article is in exactly one story; stories are ordered by their first member. O(articles) comparisons.
std::vector<Story> groupStories(const StoryPairs &pairs, const QStringList &keys);

} // namespace Lectern
