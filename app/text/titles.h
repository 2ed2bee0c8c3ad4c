#pragma once

#include "text/article.h"

namespace Lectern {

/// Where a derived title stands in the text: the first words of the body, without the ellipsis that the title
/// may end with. Empty when the title is not made of them (a file's name).
TextRange derivedTitleRange(const ArticleDraft &draft);

} // namespace Lectern
