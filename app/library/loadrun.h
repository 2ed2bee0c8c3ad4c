#pragma once

#include "import/filewalk.h"
#include "library/importpool.h"
#include "library/loading.h"
#include "search/segmentbuilder.h"

#include <QSet>

#include <chrono>
#include <functional>
#include <optional>
#include <stop_token>

namespace Lectern {

class ArticleCache;

/// The cache, which stays open from one load to the next: opening checks all of it.
struct OpenCache
{
    std::unique_ptr<ArticleCache> cache;
    bool isTried = false; ///< without a cache: it cannot be used
};

/// One load from beginning to end, on a thread of its own.
class LoadRun final
{
public:
    LoadRun(QString folder, OpenCache &cache, LoadJob job, std::stop_token stop,
            std::function<void(LoadBatch)> deliver);
    ~LoadRun();
    Q_DISABLE_COPY_MOVE(LoadRun)

    void run();

private:
    void openCache();
    bool found(const FoundFile &file);
    bool failed(const Error &error);
    /// Takes over what the cache knows of a file; false when it has to be read.
    bool takeKnown(const FoundFile &file);
    /// Takes over what a file came to; `fresh` outcomes are written to the cache.
    void take(const FoundFile &file, ImportOutcome outcome, bool fresh);
    void takeFinished(bool wait);
    void addArticle(const ArticlePtr &article);
    /// What the job's corpus holds and the files do not, or not any more.
    void dropOthers();
    void storeFresh();
    void flushWhenDue();
    void flush(bool finished);

    QString m_folder;
    LoadJob m_job;
    std::stop_token m_stop;
    std::function<void(LoadBatch)> m_deliver;
    OpenCache &m_open;
    ImportPool m_pool;

    CorpusPtr m_corpus;
    SegmentBuilder m_builder;
    LoadBatch m_batch;
    QHash<ArticleId, QString> m_added; ///< with the path of its file
    QSet<QString> m_taken;             ///< files that say for certain what is in them,
    QSet<ArticleId> m_current;         ///< and what that is
    QStringList m_unreachable;         ///< given paths that could not be walked
    std::vector<std::pair<FoundFile, ImportOutcome>> m_fresh;
    std::vector<FoundFile> m_found; ///< all that the walk met
    std::vector<DocNumber> m_replaced;
    qsizetype m_submitted = 0;
    std::chrono::steady_clock::time_point m_lastFlush;
    bool m_deliveredAny = false;
};

} // namespace Lectern
