#pragma once

#include "library/passagestanding.h"
#include "passages/passagesequence.h"
#include "search/corpus.h"

#include <QHash>

#include <functional>
#include <stop_token>

namespace Lectern {

/// What decides where a passage is found: two versions of one passage with the same number stand at the same
/// place of the same article. Notes, tags and the like do not count.
size_t anchorVersion(const Passage &passage);

/// Where a passage stands in an article; null: the article is gone.
PassageStanding standingIn(const Passage &passage, const Article *article, const Anchor &anchor);

/// Looks where passages stand in a corpus. Each article is opened once, and only for passages that were not
/// looked for in the same content before. For one thread.
class StandingRun
{
public:
    struct Found
    {
        PassageSequence::Kept passage;
        PassageStanding standing;
    };
    using Tell = std::function<void(std::vector<Found>)>;

    /// Tells what is found, in batches; stops when it is asked to. With `isLoading` an article that is not
    /// there is awaited: its passages count as exact, and are not known.
    void run(const CorpusPtr &corpus, const std::vector<PassageSequence::Kept> &passages, bool isLoading,
             const std::stop_token &stop, const Tell &tell);

private:
    struct Memory
    {
        ArticleId article;
        PassageStanding standing;
    };
    QHash<size_t, Memory> m_known; ///< by anchorVersion()
};

} // namespace Lectern
