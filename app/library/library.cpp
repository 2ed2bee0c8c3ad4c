#include "library/library.h"

#include "library/paths.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace Lectern {

Library::Library(LibraryFolder folder, LibraryIndex::Pace pace, QObject *parent)
    : QObject(parent)
    , m_folder(std::move(folder))
    , m_news(this, "takeNews")
    , m_index(
          m_folder.path(), [this](IndexNews news) { m_news.put(std::move(news)); }, pace)
    , m_corpus(m_index.corpus())
    , m_loader(m_index)
{
    m_index.setBudget(m_folder.memoryBudget());
    connect(&m_loader, &Loader::loaded, this, &Library::takeBatch);
}

Library::~Library() = default;

ArticlePtr Library::find(const ArticleId &id) const
{
    const std::optional<DocNumber> doc = m_corpus->find(id);
    return doc ? m_corpus->article(*doc) : nullptr;
}

ArticlePtr Library::findAt(const QString &path, const QString &part) const
{
    const std::optional<DocNumber> doc = m_corpus->findAt({path, part});
    return doc ? m_corpus->article(*doc) : nullptr;
}

Result<void> Library::add(const QStringList &paths)
{
    QStringList absolute;
    for (const QString &path : paths)
        absolute += QDir::cleanPath(QDir().absoluteFilePath(path));
    const Result<void> remembered = m_folder.addRoots(absolute);
    m_requests.push_back({.paths = absolute, .isOfRoots = true});
    Q_EMIT rootsChanged();
    startNext();
    return remembered;
}

Result<void> Library::remove(const QStringList &paths)
{
    QStringList absolute;
    for (const QString &path : paths)
        absolute += QDir::cleanPath(QDir().absoluteFilePath(path));
    Result<void> removed = m_folder.removeRoots(absolute);
    if (removed)
        leave(absolute);
    return removed;
}

void Library::rescan(bool retryFailures)
{
    if (m_folder.roots().isEmpty() && m_corpus->size() == 0)
        return;
    m_requests.push_back({.paths = m_folder.roots(),
                          .dropsGone = true,
                          .dropsStrays = true,
                          .retriesFailures = retryFailures,
                          .isOfRoots = true});
    startNext();
}

void Library::retry(const QStringList &paths)
{
    m_requests.push_back({.paths = paths, .retriesFailures = true});
    startNext();
}

Result<void> Library::setMemoryBudget(qint64 bytes)
{
    m_index.setBudget(bytes);
    return m_folder.setMemoryBudget(bytes);
}

void Library::cancel()
{
    std::erase_if(m_requests, [](const Request &request) { return !request.isQuiet; });
    if (!m_request.isQuiet)
        m_loader.cancel();
}

std::vector<LibraryRoot> Library::roots() const
{
    return rootsOf(m_folder.roots(), *m_corpus, m_failures);
}

void Library::watch()
{
    m_watcher = std::make_unique<Watcher>();
    connect(m_watcher.get(), &Watcher::changed, this, &Library::takeChanges);
    connect(m_watcher.get(), &Watcher::stateChanged, this, &Library::rootsChanged);
    connect(m_watcher.get(), &Watcher::returned, this, [this](const QStringList &roots) {
        m_requests.push_back({.paths = roots, .dropsGone = true, .isQuiet = true, .isOfRoots = true});
        startNext();
    });
    if (m_folder.path().isEmpty())
        return;
    m_listWatcher.addPath(m_folder.path());
    connect(&m_listWatcher, &QFileSystemWatcher::directoryChanged, this, &Library::takeList);
}

void Library::takeList()
{
    const QStringList before = m_folder.roots();
    if (!m_folder.reload())
        return;
    m_index.setBudget(m_folder.memoryBudget());
    const QStringList &now = m_folder.roots();
    QStringList left;
    for (const QString &root : before)
        if (std::none_of(now.begin(), now.end(),
                         [&](const QString &path) { return isAtOrBelow(root, path); }))
            left += root;
    QStringList added = now;
    added.removeIf([&before](const QString &root) { return before.contains(root); });
    leave(left);
    if (!added.isEmpty())
        m_requests.push_back({.paths = added, .isOfRoots = true});
    startNext();
}

void Library::leave(const QStringList &roots)
{
    dropFailures(roots);
    const auto isLeft = [&roots](const QString &path) {
        return std::any_of(roots.begin(), roots.end(),
                           [&path](const QString &root) { return isAtOrBelow(path, root); });
    };
    for (Request &request : m_requests)
        request.paths.removeIf(isLeft);
    m_doubles.removeIf(isLeft);
    for (const QString &root : roots)
        m_watched.remove(root);
    if (m_loading && !m_isInterrupted) { // it may be reading just these; the rest of it goes on afterwards
        m_isInterrupted = true;
        m_loader.cancel();
        m_request.paths.removeIf(isLeft);
        m_requests.push_front(m_request);
    }
    m_requests.push_front({.removed = roots, .isQuiet = true});
    tellWatcher({}, {});
    Q_EMIT rootsChanged();
    startNext();
}

void Library::takeChanges(const FileChanges &changes)
{
    // The library's own folder may lie in one that is read, and changes with everything that is read.
    Request request{.paths = changes.changed, .gone = changes.gone, .isQuiet = true};
    request.paths.removeIf([this](const QString &path) { return isAtOrBelow(path, m_folder.path()); });
    if (request.paths.isEmpty() && request.gone.isEmpty())
        return;
    dropFailures(request.gone);
    m_requests.push_back(request);
    startNext();
}

void Library::tellWatcher(const QStringList &paths, const LoadBatch &batch)
{
    if (!m_watcher)
        return;
    QStringList roots = m_folder.roots();
    roots.removeIf([this](const QString &root) { return !m_watched.contains(root); });
    m_watcher->watch({roots, paths, batch.found, batch.cancelled});
}

void Library::startNext()
{
    if (m_loading || m_requests.empty())
        return;
    m_request = m_requests.front();
    m_requests.pop_front();
    m_loading = true;
    m_walking = true;
    m_filesDone = 0;
    m_filesFound = 0;
    m_sizeBefore = m_corpus->size();
    m_loader.start({.paths = m_request.paths,
                    .gone = m_request.gone,
                    .removed = m_request.removed,
                    .roots = m_folder.roots(),
                    .dropsStrays = m_request.dropsStrays,
                    .dropsGone = m_request.dropsGone,
                    .forgivesGone = m_request.isQuiet && !m_request.isOfRoots,
                    .retriesFailures = m_request.retriesFailures,
                    .ownFolder = m_folder.path()});
    Q_EMIT progressed();
}

void Library::takeNews()
{
    bool isChanged = false;
    bool misses = false;
    for (const IndexNews &news : m_news.take()) {
        for (const QString &notice : news.notices)
            Q_EMIT noticed(notice);
        isChanged = isChanged || news.isChanged;
        misses = misses || news.misses;
    }
    if (isChanged && !m_loading) { // else the next batch brings it
        m_corpus = m_index.corpus();
        Q_EMIT corpusChanged();
    }
    if (misses && !m_folder.roots().isEmpty()) {
        m_requests.push_back({.paths = m_folder.roots(), .isQuiet = true, .isOfRoots = true});
        startNext();
    }
}

void Library::takeBatch(const LoadBatch &batch)
{
    CorpusPtr corpus = m_index.corpus();
    const bool changed = corpus != m_corpus;
    m_corpus = std::move(corpus);
    m_filesDone = batch.filesDone;
    m_filesFound = batch.filesFound;
    m_walking = !batch.walked;
    m_doubles.unite({batch.doubles.begin(), batch.doubles.end()});
    takeFailures(batch);
    if (batch.finished)
        m_loading = false;
    if (changed)
        Q_EMIT corpusChanged();
    Q_EMIT progressed();
    if (batch.finished)
        finish(batch);
}

void Library::finish(const LoadBatch &batch)
{
    if (std::exchange(m_isInterrupted, false)) {
        startNext();
        return;
    }
    if (m_request.dropsGone)
        dropGoneFailures();
    if (m_request.isOfRoots) {
        m_watched.unite({m_request.paths.begin(), m_request.paths.end()});
        QStringList read = m_request.paths;
        for (const ImportFailure &failure : m_failures)
            if (failure.error.kind == ErrorKind::Unreadable)
                read.removeAll(failure.error.path); // what was known of it still holds
        tellWatcher(read, batch);
    }
    // Where an article has left, another file with the same words takes its place.
    if (batch.removed && !m_doubles.isEmpty())
        m_requests.push_back({.paths = std::exchange(m_doubles, {}).values(), .isQuiet = true});
    Q_EMIT loadFinished(m_corpus->size() - m_sizeBefore, batch.cancelled);
    startNext();
}

void Library::dropFailures(const QStringList &paths)
{
    const size_t before = m_failures.size();
    std::erase_if(m_failures, [&paths](const ImportFailure &failure) {
        return std::any_of(paths.begin(), paths.end(),
                           [&failure](const QString &path) { return isAtOrBelow(failure.error.path, path); });
    });
    if (m_failures.size() != before)
        Q_EMIT failuresChanged();
}

void Library::dropGoneFailures()
{
    const size_t before = m_failures.size();
    const QStringList &roots = m_folder.roots();
    std::erase_if(m_failures, [&roots](const ImportFailure &failure) {
        return !roots.contains(failure.error.path) && !QFileInfo::exists(failure.error.path);
    });
    if (m_failures.size() != before)
        Q_EMIT failuresChanged();
}

void Library::takeFailures(const LoadBatch &batch)
{
    const size_t before = m_failures.size();
    if (!m_failures.empty()) {
        QSet<QString> seen(batch.retried.begin(), batch.retried.end());
        for (const ImportFailure &failure : batch.failures)
            seen.insert(failure.error.path);
        std::erase_if(m_failures,
                      [&seen](const ImportFailure &old) { return seen.contains(old.error.path); });
    }
    const bool dropped = m_failures.size() != before;
    m_failures.insert(m_failures.end(), batch.failures.begin(), batch.failures.end());
    if (dropped || !batch.failures.empty())
        Q_EMIT failuresChanged();
}

} // namespace Lectern
