#pragma once

#include "import/importer.h"
#include "text/canonicaltext.h"

namespace Lectern {

/// Bytes inside a file, to be imported as a file that is called `name`. Without a part of its own they are
/// all that the file holds.
RawFile contained(const RawFile &file, const QString &part, const QString &name, QByteArray bytes);

/// The start of a draft: where it comes from.
ArticleDraft draftFor(const RawFile &file, const QString &format, const QString &part = {});

/// Closes a draft in which `title` is what the source names, or empty: gives it its text, its title, a
/// language when it has none, and bounds to its fields. Fails as Empty when there are no words in the text,
/// and as Limit when it is longer than allowed.
Result<ArticlePtr> makeArticle(ArticleDraft draft, CanonicalText text, const ImportOptions &options);

/// makeArticle() into an outcome: an article, or the failure of that part.
void addArticle(ImportOutcome &outcome, ArticleDraft draft, CanonicalText text, const ImportOptions &options);

/// A failure of a whole file or of a part.
ImportFailure failure(const RawFile &file, ErrorKind kind, const QString &message, const QString &part = {});

/// True when there is something to read: a letter, a digit or a symbol.
bool hasWords(QStringView text);

} // namespace Lectern
