#include "library/loadrun.h"

#include "library/paths.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace Lectern {

namespace {

using namespace std::chrono_literals;

constexpr auto firstFlushAfter = 40ms;
constexpr auto flushEvery = 300ms;
constexpr qsizetype flushArticles = 4000;

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

LoadRun::LoadRun(LibraryIndex &index, ArticleIndex &known, LoadJob job, std::stop_token stop,
                 std::function<void(LoadBatch)> deliver)
    : m_index(index)
    , m_known(known)
    , m_job(std::move(job))
    , m_stop(std::move(stop))
    , m_deliver(std::move(deliver))
    , m_pool(ImportPool::defaultJobs(), ImportOptions{})
    , m_lastFlush(std::chrono::steady_clock::now())
{}

LoadRun::~LoadRun() = default;

void LoadRun::run()
{
    m_known.setCorpus(m_index.corpus());
    const std::stop_callback killReaders(m_stop, [this] { m_pool.stop(); });
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
        dropGone();
    flush(true);
}

bool LoadRun::found(const FoundFile &file)
{
    if (!m_job.ownFolder.isEmpty() && isAtOrBelow(file.path, m_job.ownFolder))
        return true;
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
    const std::optional<FileRecord> known = m_index.recordOf(file);
    if (!known || (m_job.retriesFailures && !known->failures.empty()) || !holdsAll(*known))
        return false;
    ++m_batch.filesDone;
    m_batch.retried += file.path;
    m_batch.failures.insert(m_batch.failures.end(), known->failures.begin(), known->failures.end());
    return true;
}

bool LoadRun::holdsAll(const FileRecord &record)
{
    const Corpus &corpus = *m_known.corpus();
    const std::vector<DocNumber> docs = m_known.docsAt(record.file.path);
    if (std::equal(docs.begin(), docs.end(), record.articles.begin(), record.articles.end(),
                   [&corpus](DocNumber doc, const ArticleId &id) { return corpus.articleId(doc) == id; }))
        return true;
    bool isDouble = false;
    for (const ArticleId &id : record.articles) {
        const std::optional<DocNumber> doc = m_known.find(id);
        if (!doc || m_change.gone.contains(id))
            return false;
        const QString path = corpus.place(*doc).path;
        if (path != record.file.path && !QFileInfo::exists(path))
            return false; // the file takes over what has lost its own
        isDouble = isDouble || path != record.file.path;
    }
    if (isDouble)
        m_batch.doubles += record.file.path;
    dropOthersOf(record.file.path, record.articles);
    return true;
}

bool LoadRun::failed(const Error &error)
{
    if (m_job.forgivesGone && !QFileInfo::exists(error.path))
        return !m_stop.stop_requested();
    m_batch.failures.push_back({QString(), error});
    m_unreachable += error.path; // what is known of it stays
    return !m_stop.stop_requested();
}

void LoadRun::takeFinished(bool wait)
{
    for (std::optional<ImportedFile> one = wait ? m_pool.nextFor(50ms) : m_pool.nextFor(0ms); one;
         one = m_pool.nextFor(0ms)) {
        take(one->file, std::move(one->outcome));
        flushWhenDue();
    }
    flushWhenDue();
}

void LoadRun::take(const FoundFile &file, ImportOutcome outcome)
{
    ++m_batch.filesDone;
    const bool cancelled =
        !outcome.failures.empty() && outcome.failures.front().error.kind == ErrorKind::Cancelled;
    if (cancelled || (outcome.articles.empty() && m_job.forgivesGone && !QFileInfo::exists(file.path)))
        return;
    m_batch.retried += file.path;
    FileRecord record{file, outcome.failures, {}};
    for (const ArticlePtr &article : outcome.articles) {
        addArticle(article);
        record.articles.push_back(article->id());
    }
    if (!std::any_of(outcome.failures.begin(), outcome.failures.end(), isPassing))
        dropOthersOf(file.path, record.articles);
    m_batch.failures.insert(m_batch.failures.end(), outcome.failures.begin(), outcome.failures.end());
    m_change.read.push_back(std::move(record));
}

void LoadRun::addArticle(const ArticlePtr &article)
{
    const Source &source = article->source();
    if (const auto twin = m_added.constFind(article->id()); twin != m_added.constEnd()) {
        if (*twin != source.path)
            m_batch.doubles += source.path;
        return;
    }
    const Corpus &corpus = *m_known.corpus();
    const std::optional<DocNumber> old = m_known.findAt(source.path, source.part);
    if (const std::optional<DocNumber> same = m_known.find(article->id())) {
        // The same content is there already. When its file has gone and this one holds it now, this one takes
        // over.
        const QString path = corpus.place(*same).path;
        const bool isDouble = path != source.path && QFileInfo::exists(path);
        if (isDouble)
            m_batch.doubles += source.path;
        if (isDouble && old)
            m_change.gone.insert(corpus.articleId(*old));
        if (isDouble || path == source.path)
            return;
        m_change.gone.insert(article->id());
    }
    if (old)
        m_change.gone.insert(corpus.articleId(*old));
    m_added.insert(article->id(), source.path);
    m_builder.add(article);
}

void LoadRun::dropOthersOf(const QString &path, const std::vector<ArticleId> &kept)
{
    const std::vector<DocNumber> docs = m_known.docsAt(path);
    if (docs.empty())
        return;
    const QSet<ArticleId> ids(kept.begin(), kept.end());
    for (const DocNumber doc : docs)
        if (const ArticleId id = m_known.corpus()->articleId(doc); !ids.contains(id))
            m_change.gone.insert(id);
}

void LoadRun::dropGone()
{
    commit();
    for (const QString &path : m_job.gone) {
        dropOthersOf(path, {});
        m_change.forgotten += path;
    }
    if (!m_job.dropsGone && !m_job.dropsStrays && m_job.removed.isEmpty())
        return;
    const QSet<QString> walked = m_job.dropsGone ? setOf(m_job.paths) : QSet<QString>();
    const QSet<QString> unreachable = setOf(m_unreachable);
    const QSet<QString> removed = setOf(m_job.removed);
    const QSet<QString> roots = setOf(m_job.roots);
    QSet<QString> seen;
    for (const FoundFile &file : m_found)
        seen.insert(file.path);
    m_known.forEachRun([&](const QString &path, DocNumber, DocNumber) {
        const bool isMissed =
            !seen.contains(path) && isAtOrBelow(path, walked) && !isAtOrBelow(path, unreachable);
        const bool isStray = m_job.dropsStrays && !isAtOrBelow(path, roots);
        if (isMissed)
            m_change.forgotten += path;
        if (isMissed || isStray || isAtOrBelow(path, removed))
            dropOthersOf(path, {});
    });
}

void LoadRun::commit()
{
    if (m_builder.size() > 0)
        m_change.added = m_builder.build();
    m_added.clear();
    m_batch.removed = m_batch.removed || !m_change.gone.isEmpty();
    if (m_change.added || !m_change.gone.isEmpty() || !m_change.read.empty() || !m_change.forgotten.isEmpty())
        m_known.setCorpus(m_index.commit(std::exchange(m_change, {})));
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
    commit();
    m_batch.finished = finished;
    m_batch.cancelled = finished && m_stop.stop_requested();
    if (finished) {
        m_batch.found = std::move(m_found);
        m_index.settle();
        m_known.release(); // before anybody hears that this run is over
    }
    LoadBatch next;
    next.removed = m_batch.removed;
    next.filesDone = m_batch.filesDone;
    next.filesFound = m_batch.filesFound;
    next.walked = m_batch.walked;
    m_deliver(std::exchange(m_batch, std::move(next)));
}

} // namespace Lectern
