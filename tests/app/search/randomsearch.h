#pragma once

#include "search/query.h"
#include "text/article.h"

#include <QString>

#include <random>

namespace Lectern {

/// Random articles and queries over a vocabulary so small that they often meet, and so odd that they meet in
/// odd ways.
class RandomSearch
{
public:
    explicit RandomSearch(quint32 seed)
        : m_random(seed)
    {}

    int upTo(int limit) { return std::uniform_int_distribution<int>(0, limit)(m_random); }
    bool oneIn(int count) { return upTo(count - 1) == 0; }
    ArticlePtr article(int mostWords = 16);
    /// A query of the whole grammar, or for once any heap of its signs.
    QString query();
    std::mt19937 &generator() { return m_random; }

private:
    QString word();
    QString words(int count);
    QString operand(int depth);
    QString group(int depth);
    QString noise();
    QString date();

    std::mt19937 m_random;
};

/// An article with these parts; an empty title is derived from the body.
struct ArticleParts
{
    QString title;
    QString body;
    QString outlet;
    QStringList authors;
    QString date; ///< ISO 8601, as precise as it is
};
ArticlePtr makeArticle(const ArticleParts &parts);

} // namespace Lectern
