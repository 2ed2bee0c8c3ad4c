#include "library/libraryindex.h"

#include "search/segment.h"

#include <algorithm>
#include <utility>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace Lectern {

namespace {

using namespace std::chrono_literals;

/// UTF-16 units of text. What a merge holds in memory is about half as many bytes, or half of the budget.
constexpr qint64 mostMerged = qint64(512) * 1024 * 1024;
/// New segments up to so much text together become one file.
constexpr qint64 mostJoined = qint64(16) * 1024 * 1024;
/// Whoever brings more than the disk takes, waits.
constexpr qint64 mostUnstored = qint64(32) * 1024 * 1024;
constexpr auto trimEvery = 10s;
constexpr auto tillWoken = std::chrono::hours(24);

/// The thread takes what others leave.
void lowerPriority()
{
#ifdef Q_OS_LINUX
    ::setpriority(PRIO_PROCESS, id_t(::syscall(SYS_gettid)), 5);
#endif
}

} // namespace

LibraryIndex::LibraryIndex(const QString &libraryFolder, std::function<void(IndexNews)> tell, Pace pace)
    : m_tell(std::move(tell))
    , m_pace(pace)
    , m_corpus(std::make_shared<const Corpus>())
    , m_lastChange(Clock::now())
    , m_store(libraryFolder)
{
    IndexStore::Found found = m_store.open();
    m_isKept = m_store.isOwner();
    m_files = m_store.files();
    m_corpus = Corpus::of(std::move(found.parts));
    if (found.misses)
        m_isDirty = m_isSettled = true; // the manifest names what is no longer there
    if (found.misses || !found.notices.isEmpty())
        m_tell({found.notices, false, found.misses});
    m_thread = std::jthread([this](const std::stop_token &stop) { keep(stop); });
}

LibraryIndex::~LibraryIndex() = default;

CorpusPtr LibraryIndex::corpus() const
{
    const std::scoped_lock lock(m_publishing);
    return m_corpus;
}

void LibraryIndex::publish(CorpusPtr corpus)
{
    const std::scoped_lock lock(m_publishing);
    m_corpus.swap(corpus);
}

void LibraryIndex::noteFiles()
{
    std::vector<SegmentFile> files = m_store.files();
    const std::scoped_lock lock(m_publishing);
    m_files.swap(files);
}

MappedMemory::Use LibraryIndex::memory() const
{
    std::vector<SegmentFile> files;
    {
        const std::scoped_lock lock(m_publishing);
        files = m_files;
    }
    return MappedMemory::use(files);
}

void LibraryIndex::setBudget(qint64 bytes)
{
    m_budget = std::max(bytes, leastBudget);
    const std::scoped_lock lock(m_changing);
    m_isTrimDue = m_isNews = true;
    m_wake.notify_all();
}

CorpusPtr LibraryIndex::commit(IndexChange change)
{
    std::unique_lock lock(m_changing);
    m_room.wait(lock, [this] { return !m_isKept || m_unstoredUnits < mostUnstored; });
    CorpusPtr corpus = this->corpus();
    if (!change.gone.isEmpty())
        corpus = corpus->without(corpus->findAll(change.gone));
    if (change.added)
        corpus = corpus->with(change.added);
    publish(corpus);
    m_unstoredUnits += change.added ? change.added->textUnits() : 0;
    m_read.insert(m_read.end(), std::make_move_iterator(change.read.begin()),
                  std::make_move_iterator(change.read.end()));
    m_forgotten += change.forgotten;
    m_lastChange = Clock::now();
    if (!std::exchange(m_isDirty, true))
        m_dirtySince = m_lastChange;
    m_isNews = true;
    m_wake.notify_all();
    return corpus;
}

void LibraryIndex::settle()
{
    const std::scoped_lock lock(m_changing);
    m_isSettled = true;
    m_isNews = true;
    m_wake.notify_all();
}

void LibraryIndex::keep(const std::stop_token &stop)
{
    lowerPriority();
    while (!stop.stop_requested()) {
        {
            const std::scoped_lock lock(m_changing);
            m_isNews = false;
        }
        const Clock::time_point next = work(stop);
        std::unique_lock lock(m_changing);
        m_wake.wait_until(lock, stop, next, [this] { return m_isNews; });
    }
    const std::scoped_lock storing(m_storing);
    store({});
}

LibraryIndex::Clock::time_point LibraryIndex::work(const std::stop_token &stop)
{
    const std::scoped_lock storing(m_storing);
    const auto now = Clock::now();
    Clock::time_point next = now + tillWoken;
    Clock::time_point quietAt;
    bool isStoreDue = false;
    bool isTrimDue = false;
    {
        const std::scoped_lock lock(m_changing);
        const auto storeAt = m_dirtySince + m_pace.storeAfter;
        isStoreDue = m_isDirty && (m_isSettled || storeAt <= now || m_unstoredUnits >= mostUnstored / 2);
        if (m_isDirty && !isStoreDue)
            next = storeAt;
        quietAt = m_lastChange + m_pace.verifyAfter;
        isTrimDue = std::exchange(m_isTrimDue, false);
    }
    if (isTrimDue || m_trimAt <= now) {
        m_memory.trim(m_store.files(), m_budget);
        m_trimAt = now + trimEvery;
    }
    if (m_store.hasFiles())
        next = std::min(next, m_trimAt);
    const CorpusPtr corpus = this->corpus();
    const Parts parts = corpus->parts();
    if (isStoreDue) {
        store(stop);
        return now;
    }
    if (const MergeRun run = nextMerge(parts, std::min<qint64>(mostMerged, m_budget)); !run.isEmpty()) {
        merge(parts.subspan(run.first, run.end - run.first), stop);
        return now;
    }
    const std::vector<const Segment *> unverified = m_store.unverified();
    if (!m_isKept || unverified.empty())
        return next;
    if (quietAt > now)
        return std::min(next, quietAt);
    for (const Corpus::Part &part : parts)
        if (part.segment.get() == unverified.front())
            verify(part.segment, stop);
    return now;
}

void LibraryIndex::store(const std::stop_token &stop)
{
    std::vector<FileRecord> read;
    QStringList forgotten;
    qint64 units = 0;
    bool isDirty = false;
    CorpusPtr corpus;
    {
        const std::scoped_lock lock(m_changing);
        read.swap(m_read);
        forgotten.swap(m_forgotten);
        units = m_unstoredUnits;
        corpus = this->corpus();
        isDirty = std::exchange(m_isDirty, false);
        m_isSettled = false;
    }
    bool isDone = true;
    const Parts parts = corpus->parts();
    for (size_t first = 0, end = 0; first < parts.size() && isDone && m_isKept; first = end) {
        end = first + 1;
        if (m_store.holds(parts[first].segment.get()))
            continue;
        qint64 joined = parts[first].segment->textUnits();
        while (end < parts.size() && !m_store.holds(parts[end].segment.get()) &&
               (joined += parts[end].segment->textUnits()) <= mostJoined)
            ++end;
        isDone = join(parts.subspan(first, end - first), stop);
    }
    if (isDone && m_isKept && isDirty)
        save();
    if (isDone && m_isKept)
        remember(read, forgotten);
    const std::scoped_lock lock(m_changing);
    if (isDone) {
        m_unstoredUnits -= units;
    } else { // stopped: the rest is for the end
        m_read.insert(m_read.begin(), read.begin(), read.end());
        m_forgotten = forgotten + m_forgotten;
        m_isDirty = true;
    }
    m_room.notify_all();
}

bool LibraryIndex::join(Parts parts, const std::stop_token &stop)
{
    const bool isWhole = parts.size() == 1 && parts.front().deletedCount == 0;
    SegmentPtr segment = isWhole ? parts.front().segment : mergeParts(parts, stop);
    if (stop.stop_requested())
        return false;
    if (segment && m_isKept) {
        const Result<SegmentPtr> written = m_store.write(*segment, stop);
        if (!written && written.error().kind == ErrorKind::Cancelled)
            return false;
        if (written)
            segment = *written;
        else
            giveUp(written.error());
    }
    if (!segment || segment != parts.front().segment)
        replace(parts, segment);
    return true;
}

void LibraryIndex::merge(Parts parts, const std::stop_token &stop)
{
    // What is wrong in a file must not get the checksum of another.
    const std::vector<const Segment *> unverified = m_store.unverified();
    for (const Corpus::Part &part : parts)
        if (std::find(unverified.begin(), unverified.end(), part.segment.get()) != unverified.end() &&
            !verify(part.segment, stop))
            return;
    if (!join(parts, stop) || !m_isKept)
        return;
    save();
}

bool LibraryIndex::verify(const SegmentPtr &segment, const std::stop_token &stop)
{
    const Result<void> verified = m_store.verify(segment.get(), stop);
    if (verified || verified.error().kind == ErrorKind::Cancelled)
        return bool(verified);
    const QString notice = m_store.isOwner() ? m_store.setAside(segment.get()) : QString();
    drop(segment);
    save();
    m_tell({{notice}, true, true});
    return false;
}

void LibraryIndex::drop(const SegmentPtr &segment)
{
    const std::scoped_lock lock(m_changing);
    std::vector<Corpus::Part> parts = corpus()->parts();
    std::erase_if(parts, [&segment](const Corpus::Part &part) { return part.segment == segment; });
    publish(Corpus::of(std::move(parts)));
}

void LibraryIndex::replace(Parts parts, const SegmentPtr &segment)
{
    {
        const std::scoped_lock lock(m_changing);
        std::vector<Corpus::Part> all = corpus()->parts();
        const auto first = std::find_if(all.begin(), all.end(), [&parts](const Corpus::Part &part) {
            return part.segment == parts.front().segment;
        });
        Q_ASSERT(all.end() - first >= qsizetype(parts.size()));
        const Corpus::Part merged =
            segment ? mergedPart(segment, parts, Parts(&*first, parts.size())) : Corpus::Part();
        all.erase(first + (segment ? 1 : 0), first + qsizetype(parts.size()));
        if (segment)
            *first = merged;
        publish(Corpus::of(std::move(all)));
    }
    m_tell({{}, true, false});
}

void LibraryIndex::save()
{
    if (!m_isKept)
        return;
    if (const Result<void> saved = m_store.save(*corpus()); !saved)
        giveUp(saved.error());
    noteFiles();
}

void LibraryIndex::giveUp(const Error &error)
{
    m_isKept = false;
    m_store.giveUp();
    m_tell({{QStringLiteral("The index cannot be written, so the next start reads files anew. %1")
                 .arg(error.toString())},
            false,
            false});
}

FileLedger *LibraryIndex::ledger()
{
    if (m_store.folder().isEmpty() || std::exchange(m_isLedgerTried, true))
        return m_ledger ? &*m_ledger : nullptr;
    Result<FileLedger> opened =
        FileLedger::open(m_store.folder(), m_isKept ? FileLedger::Access::Owner : FileLedger::Access::Reader);
    if (opened && !opened->notice().isEmpty())
        m_tell({{opened->notice()}, false, false});
    if (opened)
        m_ledger.emplace(std::move(*opened));
    else if (m_isKept)
        m_tell({{QStringLiteral("What was read cannot be remembered, so every start reads all files anew. %1")
                     .arg(opened.error().toString())},
                false,
                false});
    return m_ledger ? &*m_ledger : nullptr;
}

std::optional<FileRecord> LibraryIndex::recordOf(const FoundFile &file)
{
    const std::scoped_lock lock(m_ledgerMutex);
    FileLedger *known = ledger();
    return known ? known->find(file) : std::nullopt;
}

void LibraryIndex::remember(const std::vector<FileRecord> &read, const QStringList &forgotten)
{
    const std::scoped_lock lock(m_ledgerMutex);
    FileLedger *known = ledger();
    if (!known || (read.empty() && forgotten.isEmpty()))
        return;
    if (const Result<void> written = known->change(read, forgotten); !written) {
        m_ledger.reset();
        m_tell({{QStringLiteral("What was read cannot be remembered, so the next start reads files anew. %1")
                     .arg(written.error().toString())},
                false,
                false});
    }
}

Result<LibraryIndex::Compaction> LibraryIndex::compact(const QStringList &roots)
{
    const std::scoped_lock storing(m_storing);
    if (!m_isKept) {
        return Error{
            ErrorKind::Disk,
            QStringLiteral("The index is in use by another Lectern, or cannot be written. Close that one "
                           "first."),
            m_store.folder()};
    }
    store({});
    Compaction result;
    const QString database = m_store.folder() + QStringLiteral("/files.db");
    const auto bytes = [&] {
        return memory().mapped + QFile(database).size() + QFile(database + QStringLiteral("-wal")).size();
    };
    result.bytesBefore = bytes();
    const CorpusPtr corpus = this->corpus();
    for (const Corpus::Part &part : corpus->parts())
        if (part.deletedCount > 0)
            merge(Parts(&part, 1), {});
    const std::scoped_lock lock(m_ledgerMutex);
    if (FileLedger *known = ledger()) {
        const Result<qsizetype> forgotten = known->compact(roots);
        if (!forgotten)
            return forgotten.error();
        result.forgotten = *forgotten;
    }
    result.bytesAfter = bytes();
    return result;
}

} // namespace Lectern
