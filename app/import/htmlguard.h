#pragma once

#include "text/canonicaltext.h"

#include <QByteArray>

namespace Lectern {

/// True when a tree can be made of the page in time that grows with its length: at most 512 elements open at
/// once, 512 attributes in a tag and 500,000 tags. One pass.
bool isTreeSafe(QByteArrayView html);

/// The page with what would hurt a parser mended: number references beyond Unicode become U+FFFD (old parsers
/// let them overflow into letters), data: URLs of more than 1 KiB are emptied.
QByteArray mendedHtml(const QByteArray &utf8);

/// The page without what nobody reads and a parser would go through letter by letter: styles, comments, and
/// scripts but for those that may hold facts about the article (JSON-LD, data that names a publication).
QByteArray leanHtml(const QByteArray &utf8);

/// Reads a page without making a tree: text outside of tags, a block for each block element, headings and
/// list items as such. For pages that isTreeSafe() refuses, and for HTML inside other formats. Linear.
void stripTags(QByteArrayView utf8, CanonicalTextBuilder &builder);

/// What a character reference ("&eacute;", "&#x2014;") stands for; the reference itself when it stands for
/// nothing.
QString referenceText(QByteArrayView reference);

} // namespace Lectern
