#pragma once

#include "base/result.h"
#include "stories/quotations.h"
#include "text/article.h"

#include <memory>

namespace Lectern {

/// One thing that an article says somebody said, its pieces joined. Ranges are UTF-16 units of the article's
/// text.
struct Utterance
{
    std::vector<TextRange> pieces; ///< ascending, never empty
    QString words;                 ///< the pieces, white space simplified, with " … " between them
    QuotationKind kind = QuotationKind::Direct;
    TextRange speakerAt;      ///< empty when the article does not tell
    TextRange cueAt;          ///< likewise
    QString speaker;          ///< the full name, or the words of the text; empty when it does not tell
    bool isPerson = false;    ///< speaker is a name
    double confidence = 0;    ///< 0..1 (Quotation::confidence)
    bool isCorrected = false; ///< the user has said who speaks

    TextRange range() const { return {pieces.front().start, pieces.back().end}; }
    bool operator==(const Utterance &) const = default;
};

/// How sure it is who speaks.
enum class QuotationCertainty : quint8 {
    Corrected, ///< the user has said so
    Sure,      ///< right in at least eight of ten
    Likely,    ///< in at least six of ten
    Guess,
    Unnamed ///< the article does not tell
};

QuotationCertainty certaintyOf(const Utterance &utterance);

/// An article as the quotations see it.
struct QuotedArticle
{
    ArticleId id;
    QString title;
    QString outlet;
    PartialDate published;
    qint64 textUnits = 0;
    std::vector<Utterance> utterances; ///< ascending by their first words
};

using QuotedArticlePtr = std::shared_ptr<const QuotedArticle>;

/// Finds the quotations of an article and joins their pieces. O(tokens).
QuotedArticlePtr quotedArticle(const Article &article);

/// A quotedArticle() as bytes (CBOR), and back, trusting nothing: every range is checked.
QByteArray encodeQuotedArticle(const QuotedArticle &article);
Result<QuotedArticlePtr> decodeQuotedArticle(const QByteArray &bytes);

} // namespace Lectern
