#pragma once

#include "import/filewalk.h"
#include "import/importing.h"
#include "search/corpus.h"

#include <vector>

namespace Lectern {

/// What a load has come to since the last batch, and how far it is.
struct LoadBatch
{
    bool removed = false; ///< articles have left since the beginning of the load
    std::vector<ImportFailure> failures;
    QStringList retried;          ///< paths whose earlier failures no longer count
    QStringList doubles;          ///< files with an article that another file has brought already
    std::vector<FoundFile> found; ///< with the last batch: every file that the walk met
    qsizetype filesDone = 0;
    qsizetype filesFound = 0;
    bool walked = false;   ///< filesFound is final
    bool finished = false; ///< the last batch of this load
    bool cancelled = false;
};

/// What to read, against what is there already.
struct LoadJob
{
    QStringList paths;
    /// Articles of these files leave the library, which are not there any more.
    QStringList gone;
    /// Articles of these files, and of those below these folders, leave the library.
    QStringList removed;
    /// All files and folders that are read; what lies elsewhere leaves the library when dropsStrays is set.
    QStringList roots;
    bool dropsStrays = false;
    /// Files of `paths` that are not there any more leave the library.
    bool dropsGone = false;
    /// A path that is not there any more is no failure.
    bool forgivesGone = false;
    /// Reads files again whose reading failed before.
    bool retriesFailures = false;
    /// The library's own, in which nothing is read; "" for none.
    QString ownFolder;
};

} // namespace Lectern
