#pragma once

#include "text/article.h"

namespace Lectern {

/// Puts a field that a source names ("Title", "author", "pubDate", ...) where it belongs in the draft: title,
/// authors, outlet, dates, URL, language, tags. A field that has no place, or whose value cannot be read as
/// what it should be, is kept in ArticleDraft::extra under its own name. The first value of a field wins.
void putField(ArticleDraft &draft, const QString &name, const QStringList &values);

/// True when putField() has a place of its own for that name.
bool isKnownField(const QString &name);

/// An absolute http or https URL; empty when it is none.
QString webUrl(const QString &text);

} // namespace Lectern
