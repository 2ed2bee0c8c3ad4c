#pragma once

#include "search/query.h"
#include "search/snippet.h"
#include "text/article.h"

#include <memory>
#include <vector>

namespace Lectern {

/// Finds where a query occurs in one article, by reading its text again: exact ranges, no index. The words of
/// a phrase are one range from the first to the last; of NEAR and BEFORE each word that takes part in a near
/// combination is one of its own. What stands under NOT is never marked, and neither are dates, states,
/// counts and fields that are not in the text. Ranges are ascending, distinct and do not overlap (what
/// overlaps is joined). For one thread.
class Highlighter final
{
public:
    explicit Highlighter(const Query &query);
    ~Highlighter();
    Q_DISABLE_COPY_MOVE(Highlighter)

    /// All places of all words, phrases and expressions that look at the text, the title or the lede, whether
    /// or not the article matches.
    std::vector<TextRange> hits(const Article &article);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace Lectern
