#pragma once

#include "search/snippet.h"

#include <vector>

namespace Lectern {

/// What the row of an article shows of its hits.
struct RowDetails
{
    Snippet snippet;
    std::vector<TextRange> titleHits; ///< in the title
    int hitCount = 0;
};

/// `hits` as from Highlighter::hits().
RowDetails rowDetails(const Article &article, const std::vector<TextRange> &hits);

} // namespace Lectern
