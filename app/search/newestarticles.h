#pragma once

#include "search/searcher.h"

namespace Lectern {

/// The first `count` of all articles by Order::DateNewest: the beginning of what Searcher::search() answers to
/// `nothing`, an empty query, without putting the others in order.
Answer newestArticles(CorpusPtr corpus, const Query &nothing, size_t count);

} // namespace Lectern
