#pragma once

#include "text/passage.h"

class QDate;

namespace Lectern {

/// Whether the words themselves go into the template.
enum class WikiQuote { LeftOut, Included };

/// Wikipedia's template for newspaper articles, on one line:
/// {{cite news |last1=Lund |first1=Ada |title=... |url=... |work=... |date=... |quote=...}}. What is not
/// known has no parameter.
QString citeNews(const Passage &passage, const QDate &accessed, WikiQuote quote);

/// Text as the value of a parameter of a template: nothing in it is markup.
QString escapedWikitext(const QString &text);

} // namespace Lectern
