#pragma once

#include "search/searcher.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace Lectern {

/// Found articles with what orders them.
struct Found
{
    DocNumber doc = 0;
    float score = 0; ///< 0 when not ordered by relevance
};

/// Puts articles of a corpus, given by ascending number, in order. False when stopped before it was done.
bool rank(const Corpus &corpus, std::vector<Found> &found, Order order, const std::stop_token &stop);

} // namespace Lectern
