#pragma once

#include "search/readerfacts.h"
#include "text/passage.h"

#include <vector>

namespace Lectern {

class ArticleShelf;

/// Adds what a passage says of the article it belongs to.
void addPassage(ReaderFacts *facts, const ArticleId &article, const Passage &passage);

/// Puts what is said of articles as a whole in the place of what was said before.
void addShelf(ReaderFacts *facts, const ArticleShelf &shelf);

/// What the reading log, the shelf and the passages in a library's folder say; nothing where there are none
/// yet. Opens both, so it is for programs without a window.
ReaderFacts gatherFacts(const QString &libraryFolder);

} // namespace Lectern
