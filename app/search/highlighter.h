#pragma once

#include "search/query.h"
#include "search/snippet.h"
#include "text/article.h"

#include <memory>
#include <vector>

namespace Lectern {

/// Finds where a query occurs in one article, by reading its text again: exact ranges, no index. The words of
/// a phrase are one range from the first to the last. What stands under NOT is never marked. Ranges are
/// ascending, distinct and do not overlap (what overlaps is joined). For one thread.
class Highlighter final
{
public:
    explicit Highlighter(const Query &query);
    ~Highlighter();
    Q_DISABLE_COPY_MOVE(Highlighter)

    /// All places of all words and phrases that look at the text or the title, whether or not the article
    /// matches.
    std::vector<TextRange> hits(const Article &article);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace Lectern
