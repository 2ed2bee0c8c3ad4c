#pragma once

#include "import/filewalk.h"
#include "import/importing.h"
#include "library/articleindex.h"

#include <memory>
#include <optional>
#include <vector>

namespace Lectern {

/// What a load has come to since the last batch: the newest snapshot, what changed in it, and how far it is.
struct LoadBatch
{
    CorpusPtr corpus;
    DocNumber firstNew = 0;         ///< articles from here on are new, unless `renumbered`
    std::vector<DocNumber> removed; ///< deleted since the last batch, numbered as in the job's corpus
    std::shared_ptr<ArticleIndex> renumbered; ///< set when numbers changed: the index of the whole corpus
    std::vector<ImportFailure> failures;
    QStringList retried;          ///< paths whose earlier failures no longer count
    QStringList doubles;          ///< files with an article that another file has brought already
    QStringList notices;          ///< sentences for the user
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
    /// Articles of these files, and of those below these folders, leave the library; the cache keeps them.
    QStringList removed;
    /// Files of `paths` that are not there any more leave the library.
    bool dropsGone = false;
    /// A path that is not there any more is no failure.
    bool forgivesGone = false;
    /// Reads files again whose reading failed before.
    bool retriesFailures = false;
    CorpusPtr corpus;
    std::shared_ptr<const ArticleIndex> index;
};

} // namespace Lectern
