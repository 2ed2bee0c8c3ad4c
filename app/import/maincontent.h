#pragma once

#include "import/htmltree.h"

#include <vector>

namespace Lectern {

/// Where the article stands in a page.
struct MainContent
{
    std::vector<int> roots;    ///< in document order, none inside another
    std::vector<bool> dropped; ///< for each node: it and all below it are not part of the article
    double confidence = 0;     ///< 0..1
};

/// Finds the article in a page: prunes what names itself something else, scores the ancestors of every run of
/// text by its length and commas, weighs them by their names and their share of links, prefers an element
/// that names itself the article's body when it holds enough of the text, and cleans inside. Tries again with
/// less pruning while it has found next to nothing. A page without any clutter is taken whole. `description`
/// is what the page says of itself, evidence for short articles.
MainContent findMainContent(const HtmlTree &tree, const QString &description);

} // namespace Lectern
