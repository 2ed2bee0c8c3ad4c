#pragma once

#include "search/query.h"
#include "text/article.h"
#include "text/words.h"

#include <vector>

namespace Lectern {

/// Answers queries for one article by trying every word of it at every place: no index, no cleverness, what a
/// query means.
class Oracle
{
public:
    Oracle(const ArticlePtr &article, WordBreaker &breaker);

    const ArticlePtr &article() const { return m_article; }
    bool matches(const Query &query) const;
    /// What a highlighter marks.
    std::vector<TextRange> hits(const Query &query) const;

private:
    using Words = std::vector<Word>;

    bool matches(const QueryNode &node) const;
    std::vector<TextRange> places(const QueryNode &leaf) const;
    void collectHits(const QueryNode &node, std::vector<TextRange> *hits) const;

    ArticlePtr m_article;
    Words m_text;
    Words m_title;
    Words m_outlet;
    std::vector<Words> m_authors;
};

} // namespace Lectern
