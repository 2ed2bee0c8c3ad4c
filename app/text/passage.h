#pragma once

#include "text/article.h"

#include <QDateTime>

#include <vector>

namespace Lectern {

/// The colours that a passage can be marked in. Names for files: name(MarkColour).
enum class MarkColour : quint8 { Yellow, Green, Blue, Pink, Orange, Violet };
constexpr int markColourCount = 6;

QString name(MarkColour colour);
/// Yellow when there is no colour of that name.
MarkColour markColourNamed(QStringView name);

/// What a passage said before the user took over a change of its source.
struct EarlierWords
{
    QString quote;
    std::vector<TextRange> omitted; ///< see Passage::omitted
    ArticleId article;
    QString path;          ///< of the file
    QByteArray sha256;     ///< of the file's bytes
    QByteArray textSha256; ///< see Passage::textSha256
    int canonVersion = 0;
    TextRange range; ///< UTF-16 units of that text
    QDateTime until; ///< UTC; when the change was taken over

    bool operator==(const EarlierWords &) const = default;
};

/// Words cut from an article by range, with all that proves where they come from, and what the user adds to
/// them. A value; the store, the tray and the exporters share it.
struct Passage
{
    QString id; ///< "urn:uuid:..."; empty until it is kept

    ArticleId article;
    Source source;
    QByteArray textSha256; ///< of the canonical text in UTF-8, lower case hexadecimal
    int canonVersion = 0;  ///< CanonicalTextBuilder::rulesVersion at the time
    TextRange range;       ///< UTF-16 units of the canonical text
    TextRange codePoints;  ///< the same in code points
    int paragraph = 0;     ///< Article::paragraphNumber of the block where it starts; 0 for the title
    TextRange inParagraph; ///< code points from the start of that block; the end may lie beyond it
    QString quote;         ///< text.mid(range), nothing else, ever
    /// What the user left out of it, in UTF-16 units of `quote`: sorted, apart from one another, neither at
    /// its beginning nor at its end. Empty for a passage of one piece.
    std::vector<TextRange> omitted;
    QString prefix; ///< the rest of the sentence before, or the sentence before it, at most 200 units
    QString suffix; ///< likewise after
    /// Where `prefix` is the rest of a sentence, the sentence before that; they touch. At most 200 units.
    QString sentenceBefore;
    QString sentenceAfter; ///< likewise after
    int occurrences =
        0; ///< how often the quote, with the rest of its sentence, stands in the text; 0: unknown

    QString title;
    bool titleDerived = false;
    QStringList authors;
    QString outlet;
    PartialDate published;
    QString url;
    QString language;

    QString note;
    QStringList tags;
    MarkColour colour = MarkColour::Yellow;
    bool starred = false;
    QDateTime created;  ///< UTC
    QDateTime modified; ///< UTC

    std::vector<EarlierWords> earlier; ///< the oldest first
    /// The content in which the user has said that the words are not there any more; "" for none.
    ArticleId declined;

    /// Cuts a passage; the range is clipped to the text and widened to whole code points. The id and times
    /// stay empty.
    static Passage cut(const Article &article, TextRange range);

    /// Leaves `ranges` (UTF-16 units of the article's text) out of the passage: they are widened to whole
    /// code points, those that touch are joined, and what lies outside or would take away its beginning or
    /// its end is dropped.
    void omit(const std::vector<TextRange> &ranges);
    /// What is kept of the article's text, in order: the range without what was left out.
    std::vector<TextRange> pieces() const;
    /// The words that are shown and handed out: the quote, with " […] " for what was left out.
    QString shownQuote() const;

    bool operator==(const Passage &) const = default;
};

} // namespace Lectern
