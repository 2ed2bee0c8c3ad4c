#pragma once

#include "import/pagedates.h"

namespace Lectern {

/// The authors of a page: the people that JSON-LD or meta tags name; else those that the page shows beside
/// its headline (rel=author, itemprop, elements whose class says author, "By A and B"); else the body that
/// JSON-LD or meta tags call the author. Names of forms, of comments and of other articles are none.
QStringList readPageAuthors(const HtmlTree &tree, const MetaTags &meta, const PageContext &context);

} // namespace Lectern
