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

/// One load from beginning to end, on a thread of its own.
class LoadRun final
{
public:
    LoadRun(QString folder, LoadJob job, std::stop_token stop, std::function<void(LoadBatch)> deliver);
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
    void dropGone();
    void storeFresh();
    void flushWhenDue();
    void flush(bool finished);

    QString m_folder;
    LoadJob m_job;
    std::stop_token m_stop;
    std::function<void(LoadBatch)> m_deliver;
    std::unique_ptr<ArticleCache> m_cache;
    ImportPool m_pool;

    CorpusPtr m_corpus;
    SegmentBuilder m_builder;
    LoadBatch m_batch;
    QSet<ArticleId> m_added;
    QSet<QString> m_seen;      ///< paths that the walk met
    QStringList m_unreachable; ///< given paths that could not be walked
    std::vector<std::pair<FoundFile, ImportOutcome>> m_fresh;
    std::vector<DocNumber> m_replaced;
    qsizetype m_submitted = 0;
    std::chrono::steady_clock::time_point m_lastFlush;
    bool m_deliveredAny = false;
};

} // namespace Lectern
