#pragma once

#include "import/pagemetadata.h"

namespace Lectern {

/// Reads the JSON-LD of a page that describes an article (schema.org: Article and its kinds, BlogPosting,
/// Report, WebPage last). Authors and publishers that are named by @id are looked up. Fields that are not
/// there stay empty.
PageMetadata readJsonLd(const HtmlTree &tree);

} // namespace Lectern
