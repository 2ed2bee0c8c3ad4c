#pragma once

#include "base/result.h"
#include "search/articlesource.h"
#include "search/sectionwriter.h"

namespace Lectern {

/// Writes the sections that StoredArticles reads. Fails when an article cannot be read any more; whether the device
/// took everything, the writer knows.
Result<void> writeArticles(const ArticleSource &articles, SectionWriter *writer);

} // namespace Lectern
