#pragma once

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
    QStringList retried; ///< paths whose earlier failures no longer count
    QStringList notices; ///< sentences for the user
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
    /// Files of these paths that are not there any more leave the library.
    bool dropsGone = false;
    /// Reads files again whose reading failed before.
    bool retriesFailures = false;
    CorpusPtr corpus;
    std::shared_ptr<const ArticleIndex> index;
};

} // namespace Lectern
