#pragma once

#include "stories/quotations.h"
#include "text/article.h"

#include <QMap>
#include <QStringList>

#include <optional>
#include <vector>

namespace Lectern::Testing {

/// Words that a reader has marked, with who says them. Ranges are UTF-16 units of the article's text.
struct GoldQuotation
{
    QString kind; ///< "direct", "fragment", "indirect", "weak", "scare"
    QString name; ///< the full name; empty when the article names nobody
    TextRange mention;
    TextRange cue;
    QString utterance; ///< the same for the accounts of one utterance; empty for the others
    std::vector<TextRange> pieces;

    bool isMarked() const { return kind == QLatin1String("direct") || kind == QLatin1String("fragment"); }
    bool isScored() const { return isMarked() || kind == QLatin1String("indirect"); }
};

/// Passages that two accounts share.
struct GoldPassage
{
    bool isRequired = false;
    std::vector<TextRange> a;
    std::vector<TextRange> b;
};

/// Two articles, by their names, and what they share.
struct GoldPair
{
    QString a;
    QString b;
    std::vector<GoldPassage> passages;
};

/// The sample library with what readers have found in it (tests/data/gold). Articles are known by the name of
/// their file and, behind a space, their part.
class GoldLibrary
{
public:
    /// Reads everything; problems() tells what of it does not fit the texts.
    GoldLibrary();

    const QStringList &problems() const { return m_problems; }
    const QMap<QString, ArticlePtr> &articles() const { return m_articles; }
    QString text(const QString &article) const { return m_articles.value(article)->text(); }
    /// The articles whose quotations have been read.
    QStringList quoted() const { return m_quotations.keys(); }
    const std::vector<GoldQuotation> &quotations(const QString &article) const
    {
        return *m_quotations.constFind(article);
    }
    /// The story of each article that shares its event with another.
    const QMap<QString, QString> &stories() const { return m_stories; }
    const std::vector<GoldPair> &pairs() const { return m_pairs; }

private:
    void readArticles();
    void readQuotations();
    void readStories();
    void readPairs();
    /// The lines of a file but for comments and empty ones.
    QStringList lines(const QString &file);
    std::vector<TextRange> placesOf(const QString &article, const QString &pieces, bool inMarks = false);
    TextRange nearest(const QString &article, const QString &words, const std::vector<TextRange> &pieces);

    QMap<QString, ArticlePtr> m_articles;
    QMap<QString, QString> m_plain; ///< the texts with plain marks and spaces, unit for unit
    QMap<QString, std::vector<GoldQuotation>> m_quotations;
    QMap<QString, QString> m_stories;
    std::vector<GoldPair> m_pairs;
    QStringList m_problems;
};

} // namespace Lectern::Testing
