#pragma once

#include "import/importing.h"
#include "search/corpus.h"

#include <QStringList>

namespace Lectern {

/// A folder or file that a library reads, and what came of it.
struct LibraryRoot
{
    QString path;
    bool isFolder = true;
    bool isReachable = true;
    qsizetype articles = 0;
    qsizetype failures = 0; ///< files and parts that could not be read
};

/// Counts what lies at and below each of these paths. Looks at the disk for each of them.
std::vector<LibraryRoot> rootsOf(const QStringList &paths, const Corpus &corpus,
                                 const std::vector<ImportFailure> &failures);

} // namespace Lectern
