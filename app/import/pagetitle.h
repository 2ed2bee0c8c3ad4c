#pragma once

#include "import/metatags.h"

namespace Lectern {

struct PageMetadata;

/// The title of a page: its one <h1> when what the page declares (JSON-LD, Open Graph, <title>) speaks of the
/// same; else what two of these sources agree on, a lower heading that <title> repeats, the declared ones in
/// that order. The name of the site, alone or behind a separator, is no title. "" when there is none.
QString readPageTitle(const HtmlTree &tree, const MetaTags &meta, const PageMetadata &jsonLd,
                      const QString &outlet);

} // namespace Lectern
