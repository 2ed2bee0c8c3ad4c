#pragma once

#include "stories/attributions.h"
#include "text/article.h"

namespace Lectern {

/// Raised whenever the rules find other quotations in the same text: kept results of another version are made
/// anew. 1 stands for the rules before there was a version.
inline constexpr int quotationRulesVersion = 3;

enum class QuotationKind : quint8 {
    Direct,   ///< whole sentences between marks
    Mixed,    ///< marked words inside the narrator's sentence
    Indirect, ///< reported without marks
};

QString name(QuotationKind kind);

/// Something that an article says somebody said. Ranges are UTF-16 units of the article's text; empty where
/// the article does not tell.
struct Quotation
{
    int utterance = 0; ///< ordinal: pieces of one utterance share it
    QuotationKind kind = QuotationKind::Direct;
    TextRange words; ///< without the marks
    TextRange speaker;
    QString speakerName; ///< the full name; empty when it is not clear
    TextRange cue;
    TextRange addressee;
    AttributionRule rule = AttributionRule::Guess;
    double confidence = 0; ///< 0..1: how often its rule was right about the speaker on labelled news

    bool operator==(const Quotation &) const = default;
};

/// The quotations of a text, ascending. Words in marks that nobody says (titles, scare quotes) are left out.
/// O(tokens). `language` is BCP 47: English in full; German, French and Spanish with the commonest forms of
/// reported speech; others as English.
std::vector<Quotation> quotations(QStringView text, const QString &language);
std::vector<Quotation> quotations(const Article &article);

} // namespace Lectern
