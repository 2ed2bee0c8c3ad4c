#pragma once

#include "base/result.h"
#include "library/quotedarticle.h"

#include <QDateTime>
#include <QHash>
#include <QJsonObject>

#include <memory>
#include <vector>

namespace Lectern {

enum class CorrectionKind : quint8 {
    SpeakerIs,     ///< somebody else speaks than the rules have found
    NotAQuotation, ///< nobody says these words
    SamePerson     ///< two names are those of one person, in the whole library
};

/// The stable name: "speaker", "not-a-quotation", "same-person".
QString name(CorrectionKind kind);

/// What the user knows better than the rules. It counts for ever, whatever a later version finds.
struct QuotationCorrection
{
    qint64 id = 0; ///< given by the store
    CorrectionKind kind = CorrectionKind::SpeakerIs;
    ArticleId article; ///< of SpeakerIs and NotAQuotation, like the next five
    QString path;
    QString part;
    TextRange range;      ///< UTF-16 units of the article's text
    TextRange codePoints; ///< the same, to be handed out
    QString words;        ///< Utterance::words
    QuotationKind wording = QuotationKind::Direct;
    QString speaker; ///< who speaks; of SamePerson the name that is shown
    QString alias;   ///< of SamePerson: the name that means the same
    QDateTime made;  ///< UTC

    bool operator==(const QuotationCorrection &) const = default;
};

/// A correction as a line of JSON: a test case for the rules, and what the store is made anew of.
QJsonObject correctionLine(const QuotationCorrection &correction);
/// Reads a correctionLine(). Fails with Malformed when it is none.
Result<QuotationCorrection> correctionOf(const QJsonObject &line);

/// Corrections in the order in which they were made, ready to be applied. Immutable, for any threads.
class QuotationCorrections final
{
public:
    QuotationCorrections() = default;
    explicit QuotationCorrections(std::vector<QuotationCorrection> all);

    const std::vector<QuotationCorrection> &all() const { return m_all; }
    /// The name that is shown for a name: that of the same person, or itself.
    QString shownName(const QString &name) const;
    /// Applies those of an article; the last word on the same words counts. `groups` has a number for each
    /// utterance and stays so; utterances that only the user knows get `newGroup` and those behind it.
    /// The article itself when nothing changes.
    QuotedArticlePtr apply(const QuotedArticlePtr &article, std::vector<int> *groups, int *newGroup) const;
    /// Says that corrections of an article now mean another, which has taken its place in the file.
    void follow(const ArticleId &old, const ArticleId &now);
    /// Articles that corrections speak of.
    QList<ArticleId> articles() const { return m_byArticle.keys(); }
    /// A correction of this article, for its place; there is one.
    const QuotationCorrection &anyOf(const ArticleId &article) const
    {
        return m_all[m_byArticle.value(article).front()];
    }

private:
    void applyOne(const QuotationCorrection &correction, QuotedArticle *article, std::vector<int> *groups,
                  int *newGroup) const;

    std::vector<QuotationCorrection> m_all;
    QHash<ArticleId, std::vector<size_t>> m_byArticle;
    QHash<QString, QString> m_names; ///< by folded alias
};

using QuotationCorrectionsPtr = std::shared_ptr<const QuotationCorrections>;

} // namespace Lectern
