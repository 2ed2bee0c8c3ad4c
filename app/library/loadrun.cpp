#include "library/loadrun.h"

#include "library/articlecache.h"
#include "library/paths.h"

#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <utility>

namespace Lectern {

namespace {

using namespace std::chrono_literals;

constexpr auto firstFlushAfter = 40ms;
constexpr auto flushEvery = 300ms;
constexpr qsizetype flushArticles = 4000;
constexpr size_t storeEvery = 200;

/// A failure that says nothing about what is in the file.
bool isPassing(const ImportFailure &failure)
{
    return failure.error.kind == ErrorKind::Unreadable || failure.error.kind == ErrorKind::Cancelled;
}

QSet<QString> setOf(const QStringList &paths)
{
    return {paths.begin(), paths.end()};
}

} // namespace

LoadRun::LoadRun(QString folder, OpenCache &cache, LoadJob job, std::stop_token stop,
                 std::function<void(LoadBatch)> deliver)
    : m_folder(std::move(folder))
    , m_job(std::move(job))
    , m_stop(std::move(stop))
    , m_deliver(std::move(deliver))
    , m_open(cache)
    , m_pool(ImportPool::defaultJobs(), ImportOptions{})
    , m_corpus(m_job.corpus)
    , m_lastFlush(std::chrono::steady_clock::now())
{}

LoadRun::~LoadRun() = default;

void LoadRun::run()
{
    if (!m_job.paths.isEmpty() || !m_job.gone.isEmpty())
        openCache();
    const std::stop_callback killReaders(m_stop, [this] { m_pool.stop(); });
    m_batch.firstNew = m_corpus->docLimit();
    m_batch.retried = m_job.paths;

    walkFiles(
        m_job.paths, [this](const FoundFile &file) { return found(file); },
        [this](const Error &error) { return failed(error); });
    m_batch.walked = true;
    m_pool.finish();
    while (!m_stop.stop_requested() && !m_pool.isDone())
        takeFinished(true);
    takeFinished(false);

    if (!m_stop.stop_requested())
        dropOthers();
    storeFresh();
    flush(true);
}

void LoadRun::openCache()
{
    // What comes by itself does not try again, and complain again, every time.
    const bool isHopeless = m_open.isTried && m_job.forgivesGone;
    if (m_folder.isEmpty() || m_open.cache || isHopeless)
        return;
    m_open.isTried = true;
    Result<ArticleCache> cache = ArticleCache::open(m_folder);
    if (!cache) {
        m_batch.notices +=
            QStringLiteral("The article cache cannot be used, so every start reads all files anew. %1")
                .arg(cache.error().toString());
        return;
    }
    if (!cache->notice().isEmpty())
        m_batch.notices += cache->notice();
    m_open.cache = std::make_unique<ArticleCache>(std::move(*cache));
}

bool LoadRun::found(const FoundFile &file)
{
    ++m_batch.filesFound;
    m_found.push_back(file);
    if (!takeKnown(file) && m_pool.submit(m_submitted, file))
        ++m_submitted;
    takeFinished(false);
    flushWhenDue();
    return !m_stop.stop_requested();
}

bool LoadRun::takeKnown(const FoundFile &file)
{
    if (!m_open.cache)
        return false;
    std::optional<ImportOutcome> known = m_open.cache->find(file);
    if (!known || (m_job.retriesFailures && !known->failures.empty()))
        return false;
    take(file, std::move(*known), false);
    return true;
}

bool LoadRun::failed(const Error &error)
{
    if (m_job.forgivesGone && !QFileInfo::exists(error.path))
        return !m_stop.stop_requested();
    m_batch.failures.push_back({QString(), error});
    m_unreachable += error.path;
    if (m_open.cache)
        for (ImportOutcome &outcome : m_open.cache->below(error.path))
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
    if (cancelled || (outcome.articles.empty() && m_job.forgivesGone && !QFileInfo::exists(file.path)))
        return;
    if (!std::any_of(outcome.failures.begin(), outcome.failures.end(), isPassing))
        m_taken.insert(file.path);
    m_batch.retried += file.path;
    for (const ArticlePtr &article : outcome.articles)
        addArticle(article);
    for (const ImportFailure &failure : outcome.failures)
        m_batch.failures.push_back(failure);
    if (fresh && m_open.cache) {
        m_fresh.emplace_back(file, std::move(outcome));
        if (m_fresh.size() >= storeEvery)
            storeFresh();
    }
}

void LoadRun::addArticle(const ArticlePtr &article)
{
    const Source &source = article->source();
    m_current.insert(article->id());
    if (const auto twin = m_added.constFind(article->id()); twin != m_added.constEnd()) {
        if (*twin != source.path)
            m_batch.doubles += source.path;
        return;
    }
    DocNumber old = 0;
    const bool placeIsTaken = m_job.index->findAt(source.path, source.part, &old);
    DocNumber same = 0;
    if (m_job.index->find(article->id(), &same)) {
        // The same content is there already. When its file has gone and this one holds it now, this one takes
        // over.
        const QString path = m_job.corpus->place(same).path;
        const bool isDouble = path != source.path && QFileInfo::exists(path);
        if (isDouble)
            m_batch.doubles += source.path;
        if (isDouble && placeIsTaken)
            m_replaced.push_back(old);
        if (isDouble || path == source.path)
            return;
        m_replaced.push_back(same);
    }
    if (placeIsTaken)
        m_replaced.push_back(old);
    m_added.insert(article->id(), source.path);
    m_builder.add(article);
}

void LoadRun::dropOthers()
{
    const QSet<QString> walked = m_job.dropsGone ? setOf(m_job.paths) : QSet<QString>();
    const QSet<QString> unreachable = setOf(m_unreachable);
    const QSet<QString> removed = setOf(m_job.removed);
    const QSet<QString> told = setOf(m_job.gone);
    QSet<QString> seen;
    for (const FoundFile &file : m_found)
        seen.insert(file.path);
    QStringList gone = m_job.gone;
    for (DocNumber doc = 0; doc < m_job.corpus->docLimit(); ++doc) {
        if (!m_job.corpus->isLive(doc))
            continue;
        const QString path = m_job.corpus->place(doc).path;
        const bool isOther = m_taken.contains(path) && !m_current.contains(m_job.corpus->articleId(doc));
        const bool isMissed =
            !seen.contains(path) && isAtOrBelow(path, walked) && !isAtOrBelow(path, unreachable);
        if (isMissed)
            gone += path;
        if (isMissed || isOther || told.contains(path) || isAtOrBelow(path, removed))
            m_replaced.push_back(doc);
    }
    if (m_open.cache && !gone.isEmpty())
        static_cast<void>(m_open.cache->forget(gone)); // read anew at worst
}

void LoadRun::storeFresh()
{
    if (m_open.cache && !m_fresh.empty()) {
        if (const Result<void> stored = m_open.cache->store(m_fresh); !stored) {
            m_batch.notices +=
                QStringLiteral(
                    "The article cache cannot be written, so the next start reads all files anew. %1")
                    .arg(stored.error().toString());
            m_open.cache.reset();
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
    if (finished)
        m_batch.found = std::move(m_found);

    LoadBatch next;
    next.filesDone = m_batch.filesDone;
    next.filesFound = m_batch.filesFound;
    next.walked = m_batch.walked;
    m_deliver(std::exchange(m_batch, std::move(next)));
}

} // namespace Lectern
