#include "library/loadrun.h"

#include "library/articlecache.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace Lectern {

namespace {

using namespace std::chrono_literals;

constexpr auto firstFlushAfter = 40ms;
constexpr auto flushEvery = 300ms;
constexpr qsizetype flushArticles = 4000;
constexpr size_t storeEvery = 200;

} // namespace

LoadRun::LoadRun(QString folder, LoadJob job, std::stop_token stop, std::function<void(LoadBatch)> deliver)
    : m_folder(std::move(folder))
    , m_job(std::move(job))
    , m_stop(std::move(stop))
    , m_deliver(std::move(deliver))
    , m_pool(ImportPool::defaultJobs(), ImportOptions{})
    , m_corpus(m_job.corpus)
    , m_lastFlush(std::chrono::steady_clock::now())
{}

LoadRun::~LoadRun() = default;

void LoadRun::run()
{
    openCache();
    const std::stop_callback killReaders(m_stop, [this] { m_pool.stop(); });
    m_batch.firstNew = m_corpus->docLimit();

    walkFiles(
        m_job.paths, [this](const FoundFile &file) { return found(file); },
        [this](const Error &error) { return failed(error); });
    m_batch.walked = true;
    m_pool.finish();
    while (!m_stop.stop_requested() && !m_pool.isDone())
        takeFinished(true);
    takeFinished(false);

    if (!m_stop.stop_requested() && m_job.dropsGone)
        dropGone();
    storeFresh();
    flush(true);
}

void LoadRun::openCache()
{
    if (m_folder.isEmpty())
        return;
    Result<ArticleCache> cache = ArticleCache::open(m_folder);
    if (!cache) {
        m_batch.notices +=
            QStringLiteral("The article cache cannot be used, so every start reads all files anew. %1")
                .arg(cache.error().toString());
        return;
    }
    if (!cache->notice().isEmpty())
        m_batch.notices += cache->notice();
    m_cache = std::make_unique<ArticleCache>(std::move(*cache));
}

bool LoadRun::found(const FoundFile &file)
{
    ++m_batch.filesFound;
    m_seen.insert(file.path);
    if (!takeKnown(file) && m_pool.submit(m_submitted, file))
        ++m_submitted;
    takeFinished(false);
    flushWhenDue();
    return !m_stop.stop_requested();
}

bool LoadRun::takeKnown(const FoundFile &file)
{
    if (!m_cache)
        return false;
    std::optional<ImportOutcome> known = m_cache->find(file);
    if (!known || (m_job.retriesFailures && !known->failures.empty()))
        return false;
    take(file, std::move(*known), false);
    return true;
}

bool LoadRun::failed(const Error &error)
{
    m_batch.failures.push_back({QString(), error});
    m_unreachable += error.path;
    if (m_cache)
        for (ImportOutcome &outcome : m_cache->below(error.path))
            for (const ArticlePtr &article : outcome.articles)
                addArticle(article);
    return !m_stop.stop_requested();
}

void LoadRun::takeFinished(bool wait)
{
    for (std::optional<ImportedFile> one = wait ? m_pool.nextFor(50ms) : m_pool.nextFor(0ms); one;
         one = m_pool.nextFor(0ms)) {
        take(one->file, std::move(one->outcome), true);
        flushWhenDue();
    }
    flushWhenDue();
}

void LoadRun::take(const FoundFile &file, ImportOutcome outcome, bool fresh)
{
    ++m_batch.filesDone;
    const bool cancelled =
        !outcome.failures.empty() && outcome.failures.front().error.kind == ErrorKind::Cancelled;
    if (cancelled)
        return;
    m_batch.retried += file.path;
    for (const ArticlePtr &article : outcome.articles)
        addArticle(article);
    for (const ImportFailure &failure : outcome.failures)
        m_batch.failures.push_back(failure);
    if (fresh && m_cache) {
        m_fresh.emplace_back(file, std::move(outcome));
        if (m_fresh.size() >= storeEvery)
            storeFresh();
    }
}

void LoadRun::addArticle(const ArticlePtr &article)
{
    const Source &source = article->source();
    DocNumber old = 0;
    const bool placeIsTaken = m_job.index->findAt(source.path, source.part, &old);
    if (m_added.contains(article->id()))
        return;
    if (m_job.index->contains(article->id())) {
        // The same content is there already. When its file has gone and this one holds it now, this one takes
        // over.
        DocNumber same = 0;
        m_job.index->find(article->id(), &same);
        const QString &path = m_job.corpus->article(same)->source().path;
        if (path == source.path || QFileInfo::exists(path))
            return;
        m_replaced.push_back(same);
    } else if (placeIsTaken) {
        m_replaced.push_back(old);
    }
    m_added.insert(article->id());
    m_builder.add(article);
}

void LoadRun::dropGone()
{
    QStringList gone;
    const auto below = [](const QString &path, const QStringList &roots) {
        return std::any_of(roots.begin(), roots.end(), [&path](const QString &root) {
            return path == root || path.startsWith(root + QLatin1Char('/'));
        });
    };
    for (DocNumber doc = 0; doc < m_job.corpus->docLimit(); ++doc) {
        if (!m_job.corpus->isLive(doc))
            continue;
        const QString &path = m_job.corpus->article(doc)->source().path;
        if (m_seen.contains(path) || !below(path, m_job.paths) || below(path, m_unreachable))
            continue;
        m_replaced.push_back(doc);
        gone += path;
    }
    if (m_cache && !gone.isEmpty())
        static_cast<void>(m_cache->forget(gone)); // read anew at worst
}

void LoadRun::storeFresh()
{
    if (m_cache && !m_fresh.empty()) {
        if (const Result<void> stored = m_cache->store(m_fresh); !stored) {
            m_batch.notices +=
                QStringLiteral(
                    "The article cache cannot be written, so the next start reads all files anew. %1")
                    .arg(stored.error().toString());
            m_cache.reset();
        }
    }
    m_fresh.clear();
}

void LoadRun::flushWhenDue()
{
    const auto since = std::chrono::steady_clock::now() - m_lastFlush;
    const auto due = m_deliveredAny ? flushEvery : firstFlushAfter;
    if (since >= due || m_builder.size() >= flushArticles)
        flush(false);
}

void LoadRun::flush(bool finished)
{
    m_lastFlush = std::chrono::steady_clock::now();
    m_deliveredAny = m_deliveredAny || m_builder.size() > 0;
    m_batch.firstNew = m_corpus->docLimit();
    if (m_builder.size() > 0)
        m_corpus = m_corpus->with(m_builder.build());
    // What was replaced leaves at the end, numbered as in the job's corpus. Merging keeps numbers as long as
    // nothing is deleted.
    if (finished && !m_replaced.empty()) {
        m_corpus = m_corpus->without(m_replaced);
        m_batch.removed = std::exchange(m_replaced, {});
    }
    const DocNumber limit = m_corpus->docLimit();
    if (finished || qsizetype(limit) == m_corpus->size())
        m_corpus = m_corpus->merged();
    if (m_corpus->docLimit() != limit) {
        m_batch.renumbered = std::make_shared<ArticleIndex>();
        m_batch.renumbered->add(*m_corpus);
    }
    m_batch.corpus = m_corpus;
    m_batch.finished = finished;
    m_batch.cancelled = finished && m_stop.stop_requested();

    LoadBatch next;
    next.filesDone = m_batch.filesDone;
    next.filesFound = m_batch.filesFound;
    next.walked = m_batch.walked;
    m_deliver(std::exchange(m_batch, std::move(next)));
}

} // namespace Lectern
