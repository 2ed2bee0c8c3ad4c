#pragma once

#include "text/article.h"

#include <QDateTime>

namespace Lectern {

/// The colours that a passage can be marked in. Names for files: name(MarkColour).
enum class MarkColour : quint8 { Yellow, Green, Blue, Pink };

QString name(MarkColour colour);
/// Yellow when there is no colour of that name.
MarkColour markColourNamed(QStringView name);

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
    QString prefix;        ///< the rest of the sentence before, or the sentence before it, at most 200 units
    QString suffix;        ///< likewise after

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
    QDateTime created;  ///< UTC
    QDateTime modified; ///< UTC

    /// Cuts a passage; the range is clipped to the text and widened to whole code points. The id and times
    /// stay empty.
    static Passage cut(const Article &article, TextRange range);

    bool operator==(const Passage &) const = default;
};

} // namespace Lectern
