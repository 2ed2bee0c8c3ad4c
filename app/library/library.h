#pragma once

#include "library/libraryfolder.h"
#include "library/loader.h"

#include <QObject>

#include <deque>

namespace Lectern {

/// Which articles are here: the corpus of the moment, the folders it is read from, and what could not be
/// read. Reads in the background; every change publishes a new corpus. Belongs to the GUI thread.
class Library final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Library)

public:
    explicit Library(LibraryFolder folder, QObject *parent = nullptr);
    ~Library() override;

    const LibraryFolder &folder() const { return m_folder; }
    const CorpusPtr &corpus() const { return m_corpus; }
    /// Null when there is none of that id.
    ArticlePtr find(const ArticleId &id) const;
    /// The article that a file (and part) holds today; null when there is none.
    ArticlePtr findAt(const QString &path, const QString &part) const;

    /// Everything that could not be read, by path.
    const std::vector<ImportFailure> &failures() const { return m_failures; }

    /// Reads files and folders and remembers them as part of the library. Fails when they cannot be
    /// remembered; they are read all the same.
    Result<void> add(const QStringList &paths);
    /// Looks at everything again: new and changed files are read, those that are gone leave.
    void rescan(bool retryFailures);
    /// Reads these files again whatever the cache says.
    void retry(const QStringList &paths);
    void cancel();

    bool isLoading() const { return m_loading; }
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
    void noticed(const QString &sentence);

private:
    struct Request
    {
        QStringList paths;
        bool dropsGone = false;
        bool retriesFailures = false;
    };
    void startNext();
    void takeBatch(const LoadBatch &batch);
    void takeFailures(const LoadBatch &batch);

    LibraryFolder m_folder;
    CorpusPtr m_corpus;
    std::shared_ptr<ArticleIndex> m_index;
    std::vector<ImportFailure> m_failures;
    std::deque<Request> m_requests;
    bool m_loading = false;
    bool m_walking = false;
    qsizetype m_filesDone = 0;
    qsizetype m_filesFound = 0;
    qsizetype m_sizeBefore = 0;
    Loader m_loader;
};

} // namespace Lectern
