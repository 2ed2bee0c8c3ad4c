#pragma once

#include "reading/mark.h"
#include "text/article.h"

#include <QTextDocument>

#include <memory>

namespace Lectern {

/// An article set for paper: where it comes from, its title and its text; what was kept of it coloured and
/// underlined, with a number for each note, and the notes at the end. Sizes are points. Without marks, only
/// the article.
std::unique_ptr<QTextDocument> printedArticle(const Article &article, const std::vector<Mark> &marks);

} // namespace Lectern
