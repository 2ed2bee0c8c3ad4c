#pragma once

#include "library/libraryfolder.h"
#include "library/libraryindex.h"
#include "library/libraryroot.h"
#include "library/loader.h"
#include "library/watcher.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QSet>

#include <deque>
#include <memory>

namespace Lectern {

/// Which articles are here: the corpus of the moment, the folders it is read from, and what could not be
/// read. What was read before is there from the start, out of the index; reads in the background; every
/// change publishes a new corpus. Belongs to the GUI thread.
class Library final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Library)

public:
    explicit Library(LibraryFolder folder, LibraryIndex::Pace pace = {}, QObject *parent = nullptr);
    ~Library() override;

    const LibraryFolder &folder() const { return m_folder; }
    const CorpusPtr &corpus() const { return m_corpus; }
    LibraryIndex &index() { return m_index; }
    /// Null when there is none of that id. Looks through all articles, and so does findAt().
    ArticlePtr find(const ArticleId &id) const;
    /// The article that a file (and part) holds today; null when there is none.
    ArticlePtr findAt(const QString &path, const QString &part) const;

    /// Everything that could not be read, by path.
    const std::vector<ImportFailure> &failures() const { return m_failures; }

    /// Reads files and folders and remembers them as part of the library. Fails when they cannot be
    /// remembered; they are read all the same.
    Result<void> add(const QStringList &paths);
    /// Takes files and folders out of the library, and their articles with them; the files stay as they are.
    /// Fails when the library does not read just these, or cannot remember that it no longer does: then
    /// nothing is taken out.
    Result<void> remove(const QStringList &paths);
    /// From now on what is added, changed or deleted below the folders is read by itself, and so is what
    /// another program adds to the library. To be called before anything is read.
    void watch();
    /// The files and folders that are read, in the order in which they were added. O(articles).
    std::vector<LibraryRoot> roots() const;
    /// Whether changes are found by looking from time to time, because not every folder can be watched.
    bool looksPeriodically() const { return m_watcher && m_watcher->isPeriodic(); }
    /// Looks at everything again: new and changed files are read, those that are gone leave.
    void rescan(bool retryFailures);
    /// Reads these files again whatever the cache says.
    void retry(const QStringList &paths);
    void cancel();

    /// Bytes that the index may keep in memory. Fails when that cannot be remembered; it holds all the same.
    Result<void> setMemoryBudget(qint64 bytes);
    /// Remembers the folder of the plain-text copy of the passages; fails when that cannot be.
    Result<void> setMirrorFolder(const QString &path) { return m_folder.setMirrorFolder(path); }
    bool isLoading() const { return m_loading; }
    /// Whether what is being read was not asked for by the user: files that have changed by themselves.
    bool isQuiet() const { return m_loading && m_request.isQuiet; }
    qsizetype filesDone() const { return m_filesDone; }
    qsizetype filesFound() const { return m_filesFound; }
    /// Whether filesFound() may still grow.
    bool isWalking() const { return m_walking; }

Q_SIGNALS:
    void corpusChanged();
    void progressed();
    /// A load ended; `added` articles came by it.
    void loadFinished(qsizetype added, bool cancelled);
    void failuresChanged();
    /// Other files and folders are read, can be reached or are watched in another way.
    void rootsChanged();
    void noticed(const QString &sentence);

private:
    struct Request
    {
        QStringList paths = {};
        QStringList gone = {};    ///< files that are not there any more
        QStringList removed = {}; ///< files and folders that no longer belong to the library
        bool dropsGone = false;
        bool dropsStrays = false; ///< also what belongs to no file or folder of the library
        bool retriesFailures = false;
        bool isQuiet = false;   ///< nobody asked for it
        bool isOfRoots = false; ///< reads files and folders of the library as a whole
    };
    void startNext();
    Q_INVOKABLE void takeNews();
    void takeBatch(const LoadBatch &batch);
    void takeFailures(const LoadBatch &batch);
    void finish(const LoadBatch &batch);
    /// What belonged to these roots leaves, and nothing more of them is read.
    void leave(const QStringList &roots);
    void dropFailures(const QStringList &paths);
    void dropGoneFailures();
    void takeChanges(const FileChanges &changes);
    void takeList();
    void tellWatcher(const QStringList &paths, const LoadBatch &batch);

    LibraryFolder m_folder;
    Mailbox<IndexNews> m_news;
    LibraryIndex m_index;
    CorpusPtr m_corpus;
    std::vector<ImportFailure> m_failures;
    std::deque<Request> m_requests;
    Request m_request;            ///< what is being read
    bool m_isInterrupted = false; ///< it is stopped to go on later
    QSet<QString> m_doubles;      ///< files with an article that another file has brought
    bool m_loading = false;
    bool m_walking = false;
    qsizetype m_filesDone = 0;
    qsizetype m_filesFound = 0;
    qsizetype m_sizeBefore = 0;
    Loader m_loader;
    std::unique_ptr<Watcher> m_watcher;
    QSet<QString> m_watched; ///< roots that were read, so that the watcher knows what is new in them
    QFileSystemWatcher m_listWatcher;
};

} // namespace Lectern
