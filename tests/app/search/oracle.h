#pragma once

#include "app/search/randomsearch.h"
#include "search/query.h"
#include "text/stemming.h"
#include "text/article.h"
#include "text/words.h"

#include <map>
#include <memory>
#include <vector>

namespace Lectern {

/// Answers queries for one article by trying every word of it at every place, and every combination of
/// places: no index, no cleverness, what a query means.
class Oracle
{
public:
    Oracle(const ArticlePtr &article, WordBreaker &breaker, const ArticleFacts &facts = {});

    const ArticlePtr &article() const { return m_article; }
    bool matches(const Query &query) const;
    /// What a highlighter marks.
    std::vector<TextRange> hits(const Query &query) const;

private:
    using Words = std::vector<Word>;

    /// A text that is searched by itself: of several authors, each.
    struct FieldText
    {
        QString text;
        Words words;
        std::vector<quint32> starts; ///< the positions where ^ is
    };
    struct Occurrence
    {
        size_t text = 0; ///< number of the field's text
        quint32 first = 0;
        quint32 last = 0;
        TextRange range;
    };
    using Occurrences = std::vector<Occurrence>;

    void add(QueryField field, const QString &text, const Words &words);
    const std::vector<FieldText> &texts(QueryField field) const;
    bool matches(const QueryNode &node) const;
    bool stateHolds(QueryNode::State state) const;
    bool fits(const QueryNode &leaf, qsizetype at, const Word &word, const QString &text) const;
    void follow(const QueryNode &leaf, qsizetype at, size_t text, const Word &first, quint32 position,
                Occurrences *out) const;
    Occurrences occurrences(const QueryNode &leaf) const;
    std::vector<Occurrences> combinations(const QueryNode &near) const;
    std::vector<TextRange> patternHits(const QueryNode &node, bool *fitsSomewhere) const;
    int count(const QueryNode &node) const;
    void collectHits(const QueryNode &node, std::vector<TextRange> *hits) const;

    ArticlePtr m_article;
    ArticleFacts m_facts;
    std::shared_ptr<const Stemmer> m_stemmer;
    std::map<QueryField, std::vector<FieldText>> m_texts;
};

} // namespace Lectern
