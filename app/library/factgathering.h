#pragma once

#include "search/readerfacts.h"
#include "text/passage.h"

#include <vector>

namespace Lectern {

/// Adds what a passage says of the article it belongs to.
void addPassage(ReaderFacts *facts, const ArticleId &article, const Passage &passage);

/// What the reading log and the passages in a library's folder say; nothing where there are none yet. Opens both, so
/// it is for programs without a window.
ReaderFacts gatherFacts(const QString &libraryFolder);

} // namespace Lectern
