#pragma once

#include "import/maincontent.h"

namespace Lectern {

/// Adds the lead that stands between the headline and the text and that the text's own container does not
/// hold: an element that calls itself lead, intro, excerpt or the like, or that says what the page's
/// description says.
void addLead(const HtmlTree &tree, const QString &description, MainContent &found);

/// Drops what follows a line like "About the author", "Related stories" or "3 comments" in the last third of
/// the article.
void dropTail(const HtmlTree &tree, MainContent &found);

} // namespace Lectern
