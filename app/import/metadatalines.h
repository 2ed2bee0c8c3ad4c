#pragma once

#include "text/article.h"

namespace Lectern {

/// Takes what a line of metadata (a byline, a date, an address, "Source: ...") says into the draft; false
/// when it is not one. What the draft has already stays.
bool readMetadataLine(const QString &line, ArticleDraft &draft);

} // namespace Lectern
