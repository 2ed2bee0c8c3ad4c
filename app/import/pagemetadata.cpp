#include "import/pagemetadata.h"

#include "import/jsonld.h"
#include "import/metadatafields.h"
#include "import/metatags.h"
#include "import/pageauthors.h"
#include "import/pagedates.h"
#include "import/pagelines.h"
#include "import/pagetitle.h"

using namespace Qt::StringLiterals;

namespace Lectern {

PageMetadata readPageMetadata(const HtmlTree &tree, const QUrl &base)
{
    const MetaTags meta(tree);
    const PageMetadata jsonLd = readJsonLd(tree);
    PageMetadata found;
    found.articleBody = jsonLd.articleBody;
    found.outlet = meta.first({u"og:site_name", u"citation_journal_title", u"application-name",
                               u"apple-mobile-web-app-title", u"dc.publisher"});
    if (found.outlet.isEmpty() || found.outlet.contains(u"://"))
        found.outlet = jsonLd.outlet;
    found.title = readPageTitle(tree, meta, jsonLd, found.outlet);
    found.description = meta.first({u"og:description", u"description", u"twitter:description"});
    if (found.description.isEmpty())
        found.description = jsonLd.description;

    for (const QString &candidate : {meta.first({u"link:canonical"}), meta.first({u"og:url", u"twitter:url"}),
                                     jsonLd.url, base.toString()}) {
        const QString absolute = base.isEmpty() ? candidate : base.resolved(QUrl(candidate)).toString();
        if (found.url = webUrl(absolute); !found.url.isEmpty())
            break;
    }
    if (const int html = tree.first(HtmlTag::Html); html >= 0)
        found.language = tree.attribute(html, "lang").trimmed();
    const PageLines lines(tree, found.title);
    const PageContext context{jsonLd, found, lines};
    found.authors = readPageAuthors(tree, meta, context);
    const PageDates dates = readPageDates(tree, meta, context);
    found.published = dates.published;
    found.modified = dates.modified;
    found.tags = jsonLd.tags;
    if (found.tags.isEmpty())
        found.tags = meta.all(u"article:tag"_s);
    return found;
}

} // namespace Lectern
