#pragma once

#include "search/corpus.h"
#include "text/passage.h"

#include <QHash>

#include <optional>

namespace Lectern {

/// What is known of the article that somebody means.
struct ArticleClues
{
    ArticleId id;
    QString path;
    QString part;
    QString url;
    QString title; ///< not one that was derived
    QString words; ///< that stand in it
};

/// By what an article was found, the surest first.
enum class ArticleMeans : quint8 {
    Content, ///< it is the very content, wherever its file is
    Place,   ///< the same file holds other content now
    Address, ///< it has the same address
    Title,   ///< it has the same headline
    Words,   ///< these words stand in it
    None
};

/// Which articles of a library may be meant. Beyond Place it is a guess: to be shown as one, never to be
/// acted upon silently. Reads all articles once when it has to look for an address or a headline; not
/// thread-safe.
class ArticleFinder
{
public:
    struct Found
    {
        ArticleMeans means = ArticleMeans::None;
        std::vector<ArticlePtr>
            articles; ///< more than one when the clue fits several, in the order of the library
    };

    /// More articles than these are not worth looking at: the clue says nothing.
    static constexpr size_t mostArticles = 20;

    explicit ArticleFinder(CorpusPtr corpus);

    /// By the surest clue that fits any article.
    Found find(const ArticleClues &clues);
    /// Those in which the words stand, folded, as a phrase.
    std::vector<ArticlePtr> withWords(const QString &words) const;

    static ArticleClues cluesOf(const Passage &passage);

private:
    void learnPlaces();
    void learn();
    std::vector<ArticlePtr> articles(const QList<DocNumber> &docs) const;

    CorpusPtr m_corpus;
    bool m_knowsPlaces = false;
    bool m_isLearnt = false;
    QHash<ArticleId, DocNumber> m_byId;
    QHash<QString, QList<DocNumber>> m_byPlace; ///< path and part
    QHash<QString, QList<DocNumber>> m_byUrl;   ///< canonical
    QHash<QString, QList<DocNumber>> m_byTitle; ///< folded
};

/// An address without what does not tell pages apart: scheme, “www.”, trailing slash, fragment, and
/// parameters that only say where a reader came from. Empty for what is no web address.
QString canonicalAddress(const QString &url);

} // namespace Lectern
