#pragma once

#include "base/textrange.h"
#include "text/article.h"

#include <QString>

#include <vector>

namespace Lectern {

/// A short stretch of an article around its best hits.
struct Snippet
{
    QString text; ///< one line: line breaks are spaces; "… " before and " …" behind where it was cut
    std::vector<TextRange> hits; ///< in `text`
};

/// The densest window of about `length` UTF-16 units that holds hits outside the title (in it when there are
/// no others), beginning at a word and with at most a few words before the first hit; without hits the
/// beginning of the body. `hits` as from Highlighter::hits().
Snippet snippet(const Article &article, const std::vector<TextRange> &hits, int length = 160);

} // namespace Lectern
