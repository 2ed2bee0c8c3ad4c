#pragma once

#include "text/canonicaltext.h"

#include <QByteArray>

namespace Lectern {

/// Reads all words of a page as blocks, not only those of its article: for HTML inside books and mails, where
/// someone has chosen already. `utf8` is HTML or XHTML; scripts, styles, hidden elements, tables of contents
/// (<nav>) and page numbers of books are left out. A page that no tree can safely be made of is read by its
/// words alone.
CanonicalText readWholePage(const QByteArray &utf8);

/// XHTML as an HTML parser reads it: empty elements (<a/>, <title/>) get their end tag, CDATA becomes text,
/// processing instructions and what a document type declares go. Linear.
QByteArray xhtmlAsHtml(QByteArrayView xhtml);

/// Puts `more` behind `text`, as blocks of their own.
void appendBlocks(CanonicalText &text, CanonicalText more);

} // namespace Lectern
