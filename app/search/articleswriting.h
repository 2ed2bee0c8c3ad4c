#pragma once

#include "base/result.h"
#include "search/articlesource.h"
#include "search/sectionwriter.h"

#include <stop_token>

namespace Lectern {

/// Writes the sections that StoredArticles reads. Fails when an article cannot be read any more; whether the device
/// took everything, the writer knows. Cancelled when it was stopped.
Result<void> writeArticles(const ArticleSource &articles, const std::stop_token &stop, SectionWriter *writer);

} // namespace Lectern
