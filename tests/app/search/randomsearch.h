#pragma once

#include "search/query.h"
#include "text/article.h"

#include <QString>

#include <array>
#include <random>

namespace Lectern {

/// What a person has done with an article.
struct ArticleFacts
{
    bool isRead = false;
    bool hasPassage = false;
    QStringList passageTags;
    QStringList notes; ///< of its passages
    bool isStarred = false;
    bool isArchived = false;
    QStringList ownTags = {}; ///< given to the article as a whole
};

/// Random articles and queries over a vocabulary so small that they often meet, and so odd that they meet in
/// odd ways.
class RandomSearch
{
public:
    /// Which queries are drawn.
    enum class Grammar : quint8 {
        Indexed, ///< those that the index answers
        Whole
    };

    explicit RandomSearch(quint32 seed, Grammar grammar = Grammar::Indexed)
        : m_random(seed)
        , m_grammar(grammar)
    {}

    int upTo(int limit) { return std::uniform_int_distribution<int>(0, limit)(m_random); }
    bool oneIn(int count) { return upTo(count - 1) == 0; }
    ArticlePtr article(int mostWords = 16);
    ArticleFacts facts();
    /// A query of the grammar, or for once any heap of its signs.
    QString query();
    std::mt19937 &generator() { return m_random; }

private:
    QString drawnQuery();
    template <size_t count>
    QString oneOf(const std::array<const char16_t *, count> &choices)
    {
        return QString::fromUtf16(choices[size_t(upTo(int(count) - 1))]);
    }
    QString word();
    QString words(int count);
    QString datePart();
    QString quoted();
    QString newOperand();
    QString operand(int depth);
    QString group(int depth);
    QString noise();
    QString date();

    std::mt19937 m_random;
    Grammar m_grammar;
};

/// An article with these parts; an empty title is derived from the body, and every line is a paragraph.
struct ArticleParts
{
    QString title;
    QString body;
    QString outlet;
    QStringList authors;
    QString date; ///< ISO 8601, as precise as it is
    QString language{};
    QStringList tags{};
};
ArticlePtr makeArticle(const ArticleParts &parts);

} // namespace Lectern
