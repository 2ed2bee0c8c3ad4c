#pragma once

#include "library/articleindex.h"
#include "library/importpool.h"
#include "library/libraryindex.h"
#include "library/loading.h"
#include "search/segmentbuilder.h"

#include <chrono>
#include <functional>
#include <stop_token>

namespace Lectern {

/// One load from beginning to end, on a thread of its own: walks, passes over what the index knows, reads the
/// rest and commits it to the index.
class LoadRun final
{
public:
    /// `known` stays from one load to the next.
    LoadRun(LibraryIndex &index, ArticleIndex &known, LoadJob job, std::stop_token stop,
            std::function<void(LoadBatch)> deliver);
    ~LoadRun();
    Q_DISABLE_COPY_MOVE(LoadRun)

    void run();

private:
    bool found(const FoundFile &file);
    bool failed(const Error &error);
    /// Passes over a file whose articles are in the index already; false when it has to be read.
    bool takeKnown(const FoundFile &file);
    bool holdsAll(const FileRecord &record);
    void take(const FoundFile &file, ImportOutcome outcome);
    void takeFinished(bool wait);
    void addArticle(const ArticlePtr &article);
    /// What the index holds of a file leaves, but for these articles.
    void dropOthersOf(const QString &path, const std::vector<ArticleId> &kept);
    /// What the index holds and the files do not any more.
    void dropGone();
    void commit();
    void flushWhenDue();
    void flush(bool finished);

    LibraryIndex &m_index;
    ArticleIndex &m_known; ///< of the index as it was last committed
    LoadJob m_job;
    std::stop_token m_stop;
    std::function<void(LoadBatch)> m_deliver;
    ImportPool m_pool;

    SegmentBuilder m_builder;
    IndexChange m_change;              ///< what is to be committed next, beside the builder
    QHash<ArticleId, QString> m_added; ///< what is in the builder, with the path of its file
    LoadBatch m_batch;
    QStringList m_unreachable;      ///< given paths that could not be walked
    std::vector<FoundFile> m_found; ///< all that the walk met
    qsizetype m_submitted = 0;
    std::chrono::steady_clock::time_point m_lastFlush;
    bool m_deliveredAny = false;
};

} // namespace Lectern
