#pragma once

#include "import/maincontent.h"
#include "text/canonicaltext.h"

#include <QUrl>

namespace Lectern {

/// Writes the article of a page as blocks and spans. A heading that repeats `title` is left out, since the
/// title is put in front. Link targets are made absolute where `base` is known; targets that are not web
/// pages or mail addresses give no link.
CanonicalText htmlBlocks(const HtmlTree &tree, const MainContent &content, const QString &title,
                         const QUrl &base);

} // namespace Lectern
