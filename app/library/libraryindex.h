#pragma once

#include "library/fileledger.h"
#include "library/indexstore.h"
#include "library/mappedmemory.h"
#include "search/mergeplan.h"

#include <QSet>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace Lectern {

/// One step of an index: first articles leave, then others come.
struct IndexChange
{
    QSet<ArticleId> gone;
    SegmentPtr added; ///< null for none
    std::vector<FileRecord> read;
    QStringList forgotten; ///< files that are no longer known
};

/// What the index has to tell.
struct IndexNews
{
    QStringList notices;    ///< sentences for the user
    bool isChanged = false; ///< there is another corpus(), of the same articles unless `misses`
    bool misses = false;    ///< articles were lost: their files have to be read again
};

/// The index of a library: lies in files that are mapped at the start, takes changes, and publishes a new
/// corpus for each. A thread of its own, of low priority, writes new segments to files, merges small ones and
/// verifies what was found at the start. A library without a folder, or one that another process owns, keeps
/// its changes in memory. Any thread may call it.
class LibraryIndex final
{
public:
    /// When the thread does what can wait.
    struct Pace
    {
        std::chrono::milliseconds storeAfter{1000};  ///< the first change that is not on the disk
        std::chrono::milliseconds verifyAfter{3000}; ///< the last change
    };

    /// `tell` is called from the thread.
    LibraryIndex(const QString &libraryFolder, std::function<void(IndexNews)> tell, Pace pace);
    /// Writes what is not written yet, and stops everything else.
    ~LibraryIndex();
    Q_DISABLE_COPY_MOVE(LibraryIndex)

    /// The newest snapshot.
    CorpusPtr corpus() const;
    /// Whether changes outlive the process.
    bool isKept() const { return m_isKept; }

    /// Takes a change and returns the corpus with it. Waits while far too much is not written yet.
    CorpusPtr commit(IndexChange change);
    /// Writes soon: nothing more will come for now.
    void settle();
    /// What an unchanged file came to when it was last read; nothing when that is not known.
    std::optional<FileRecord> recordOf(const FoundFile &file);

    /// What compacting came to.
    struct Compaction
    {
        qsizetype forgotten = 0; ///< files
        qint64 bytesBefore = 0;  ///< on the disk
        qint64 bytesAfter = 0;
    };
    /// Forgets files that are not at or below one of these, drops deleted articles, and gives the room back
    /// to the disk. Takes long.
    Result<Compaction> compact(const QStringList &roots);
    /// What the index's files take, the articles in them among it.
    MappedMemory::Use memory() const;
    /// So many bytes of the files stay in memory at most, and merges hold no more beside them; looked after
    /// from time to time.
    void setBudget(qint64 bytes);
    static constexpr qint64 leastBudget = qint64(32) * 1024 * 1024;

private:
    using Clock = std::chrono::steady_clock;

    using Parts = std::span<const Corpus::Part>;

    void keep(const std::stop_token &stop);
    /// Does what is due and returns when to look again; at once when there may be more.
    Clock::time_point work(const std::stop_token &stop);
    void store(const std::stop_token &stop);
    /// Makes one stored segment of neighbours; false when it was stopped.
    bool join(Parts parts, const std::stop_token &stop);
    void merge(Parts parts, const std::stop_token &stop);
    /// False when it is damaged; then it is gone from the index.
    bool verify(const SegmentPtr &segment, const std::stop_token &stop);
    /// Puts a segment of what lived in neighbouring parts in their place; more may have been deleted
    /// meanwhile.
    void replace(Parts parts, const SegmentPtr &segment);
    void drop(const SegmentPtr &segment);
    void save();
    void noteFiles();
    void giveUp(const Error &error);
    void remember(const std::vector<FileRecord> &read, const QStringList &forgotten);
    FileLedger *ledger();
    void publish(CorpusPtr corpus);

    const QString m_libraryFolder;
    const std::function<void(IndexNews)> m_tell;
    const Pace m_pace;

    mutable std::mutex m_publishing; ///< held to copy a pointer
    CorpusPtr m_corpus;
    std::vector<SegmentFile> m_files;

    std::mutex m_changing; ///< of whoever makes a new corpus of the newest one, and of what is queued below
    std::condition_variable_any m_wake; ///< of the thread
    std::condition_variable m_room;     ///< less is waiting to be written
    std::vector<FileRecord> m_read;
    QStringList m_forgotten;
    bool m_isDirty = false; ///< something is not on the disk
    bool m_isSettled = false;
    bool m_isTrimDue = false;
    bool m_isNews = false; ///< since the thread looked
    Clock::time_point m_dirtySince;
    Clock::time_point m_lastChange;
    qint64 m_unstoredUnits = 0; ///< UTF-16 units of texts that are in memory only

    std::mutex m_storing; ///< of the files; taken before m_changing
    IndexStore m_store;
    std::atomic<bool> m_isKept = false;
    std::atomic<qint64> m_budget = std::numeric_limits<qint64>::max();
    MappedMemory m_memory;      ///< of the thread, as well as
    Clock::time_point m_trimAt; ///< when it is looked after

    std::mutex m_ledgerMutex;
    std::optional<FileLedger> m_ledger;
    bool m_isLedgerTried = false;

    std::jthread m_thread;
};

} // namespace Lectern
