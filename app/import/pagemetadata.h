#pragma once

#include "import/htmltree.h"
#include "text/article.h"

#include <QUrl>

namespace Lectern {

/// What a page says of itself outside its text.
struct PageMetadata
{
    QString title;
    QStringList authors;
    QString outlet;
    PartialDate published;
    PartialDate modified;
    QString url;      ///< absolute, http or https; "" when the page names none
    QString language; ///< of <html lang>
    QString description;
    QString articleBody; ///< the text that JSON-LD repeats; evidence, and the last resort
    QStringList tags;
};

/// Reads JSON-LD, Open Graph, citation_*, Dublin Core and plain meta tags, <link>, <title>, <h1>, <time> and
/// bylines; for each field the most trustworthy source wins, and what two sources agree on before that.
/// `base` is the URL that the page came from, or empty.
PageMetadata readPageMetadata(const HtmlTree &tree, const QUrl &base);

} // namespace Lectern
