#include "library/library.h"

#include <QDir>
#include <QSet>

#include <algorithm>

namespace Lectern {

Library::Library(LibraryFolder folder, QObject *parent)
    : QObject(parent)
    , m_folder(std::move(folder))
    , m_corpus(std::make_shared<const Corpus>())
    , m_index(std::make_shared<ArticleIndex>())
    , m_loader(m_folder.path())
{
    connect(&m_loader, &Loader::loaded, this, &Library::takeBatch);
}

Library::~Library() = default;

ArticlePtr Library::find(const ArticleId &id) const
{
    DocNumber doc = 0;
    return m_index->find(id, &doc) ? m_corpus->article(doc) : nullptr;
}

ArticlePtr Library::findAt(const QString &path, const QString &part) const
{
    DocNumber doc = 0;
    return m_index->findAt(path, part, &doc) ? m_corpus->article(doc) : nullptr;
}

Result<void> Library::add(const QStringList &paths)
{
    QStringList absolute;
    for (const QString &path : paths)
        absolute += QDir::cleanPath(QDir().absoluteFilePath(path));
    const Result<void> remembered = m_folder.addRoots(absolute);
    m_requests.push_back({absolute, false, false});
    startNext();
    return remembered;
}

void Library::rescan(bool retryFailures)
{
    if (m_folder.roots().isEmpty())
        return;
    m_requests.push_back({m_folder.roots(), true, retryFailures});
    startNext();
}

void Library::retry(const QStringList &paths)
{
    m_requests.push_back({paths, false, true});
    startNext();
}

void Library::cancel()
{
    m_requests.clear();
    m_loader.cancel();
}

void Library::startNext()
{
    if (m_loader.isRunning() || m_requests.empty())
        return;
    const Request request = m_requests.front();
    m_requests.pop_front();
    m_loading = true;
    m_walking = true;
    m_filesDone = 0;
    m_filesFound = 0;
    m_sizeBefore = m_corpus->size();
    // The run reads this index beside us: from now on we change a copy of our own.
    const std::shared_ptr<const ArticleIndex> index = m_index;
    m_index = std::make_shared<ArticleIndex>(*m_index);
    m_loader.start({request.paths, request.dropsGone, request.retriesFailures, m_corpus, index});
    Q_EMIT progressed();
}

void Library::takeBatch(const LoadBatch &batch)
{
    const bool changed = batch.corpus != m_corpus;
    if (batch.renumbered) {
        m_index = batch.renumbered;
    } else {
        m_index->remove(*m_corpus, batch.removed);
        m_index->add(*batch.corpus, batch.firstNew);
    }
    m_corpus = batch.corpus;
    m_filesDone = batch.filesDone;
    m_filesFound = batch.filesFound;
    m_walking = !batch.walked;
    takeFailures(batch);
    for (const QString &notice : batch.notices)
        Q_EMIT noticed(notice);
    if (batch.finished)
        m_loading = false;
    if (changed)
        Q_EMIT corpusChanged();
    Q_EMIT progressed();
    if (batch.finished) {
        Q_EMIT loadFinished(m_corpus->size() - m_sizeBefore, batch.cancelled);
        startNext();
    }
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
