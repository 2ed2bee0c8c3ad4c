#pragma once

#include "base/result.h"
#include "text/article.h"

#include <QByteArray>

namespace Lectern {

/// An article as bytes (CBOR): what the import worker answers and what the library caches.
QByteArray encodeArticle(const Article &article);

/// Reads what encodeArticle() wrote, trusting nothing: every range, size, kind and code unit is checked.
Result<ArticlePtr> decodeArticle(const QByteArray &bytes);

} // namespace Lectern
