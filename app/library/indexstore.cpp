#include "library/indexstore.h"

#include "base/setaside.h"
#include "library/fileledger.h"
#include "search/segment.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

#include <sys/file.h>

namespace Lectern {

namespace {

const QString manifestName = QStringLiteral("manifest");
const QString lockName = QStringLiteral("lock");
const QString suffix = QStringLiteral(".segment");
/// Tells programs that make backups that everything here can be made anew (bford.info/cachedir).
const QString tagName = QStringLiteral("CACHEDIR.TAG");
constexpr const char *tag = "Signature: 8a477f597d28d172789f06886806bc55\n"
                            "# This is the search index of Lectern. It is made anew from the articles.\n";
constexpr int mostTries = 20; ///< to open an index that another process changes meanwhile

QString told(const QString &what, const Result<QString> &moved)
{
    return moved ? QStringLiteral(
                       "%1 It was set aside as %2, and the articles in it are being read from their files "
                       "again.")
                       .arg(what, *moved)
                 : QStringLiteral("%1 %2").arg(what, moved.error().toString());
}

} // namespace

IndexStore::IndexStore(const QString &libraryFolder)
{
    if (!libraryFolder.isEmpty()) {
        m_folder = QDir(libraryFolder).filePath(QStringLiteral("index"));
        own();
    }
}

IndexStore::~IndexStore() = default;

QString IndexStore::pathOf(quint64 number) const
{
    return QDir(m_folder).filePath(QString::number(number) + suffix);
}

QString IndexStore::manifestPath() const
{
    return QDir(m_folder).filePath(manifestName);
}

void IndexStore::own()
{
    QDir().mkpath(m_folder);
    m_lock.setFileName(QDir(m_folder).filePath(lockName));
    // The system gives the lock back whatever becomes of the process.
    m_isOwner = m_lock.open(QIODevice::ReadWrite) && ::flock(m_lock.handle(), LOCK_EX | LOCK_NB) == 0;
    QFile note(QDir(m_folder).filePath(tagName));
    if (m_isOwner && !note.exists() && note.open(QIODevice::WriteOnly))
        note.write(tag);
}

IndexStore::Found IndexStore::open()
{
    Found found;
    for (int tries = 0; !m_folder.isEmpty() && tries < mostTries; ++tries) {
        found = {};
        m_files.clear();
        m_unverified.clear();
        const std::optional<IndexManifest> manifest = readManifest(&found);
        if (!manifest || openSegments(*manifest, &found))
            break;
    }
    if (m_isOwner)
        removeUnnamed();
    return found;
}

std::optional<IndexManifest> IndexStore::readManifest(Found *found)
{
    Result<IndexManifest> manifest = IndexManifest::read(manifestPath());
    if (manifest) {
        m_generation = manifest->generation;
        m_nextNumber = manifest->nextNumber;
        return manifest->rules == FileLedger::rules ? std::optional(*manifest) : std::nullopt;
    }
    if (manifest.error().kind == ErrorKind::NotFound)
        return std::nullopt;
    found->misses = true;
    if (m_isOwner)
        found->notices += told(manifest.error().message, Lectern::setAside(manifestPath()));
    return std::nullopt;
}

bool IndexStore::openSegments(const IndexManifest &manifest, Found *found)
{
    for (const IndexManifest::Entry &entry : manifest.segments) {
        Result<SegmentFile> file = SegmentFile::open(pathOf(entry.number));
        if (file && (file->hash() != entry.hash || file->bytes() != entry.bytes ||
                     file->segment()->size() != entry.documents))
            file = Error{ErrorKind::Damaged,
                         QStringLiteral("A file of the index is not the one that was written."),
                         pathOf(entry.number)};
        if (file) {
            take(entry, *file, found);
            continue;
        }
        if (!m_isOwner && file.error().kind == ErrorKind::NotFound)
            return false;
        found->misses = true;
        if (!m_isOwner)
            continue;
        const bool isThere = QFileInfo::exists(pathOf(entry.number));
        found->notices +=
            isThere ? told(file.error().message, Lectern::setAside(pathOf(entry.number)))
                    : QStringLiteral("A file of the index is gone: %1. The articles in it are being read "
                                     "from their files again.")
                          .arg(pathOf(entry.number));
    }
    return true;
}

void IndexStore::take(const IndexManifest::Entry &entry, const SegmentFile &file, Found *found)
{
    Corpus::Part part{file.segment(), entry.deleted, 0, 0};
    if (part.deleted)
        part.deletedCount = DocNumber(std::count(part.deleted->begin(), part.deleted->end(), true));
    found->parts.push_back(part);
    m_files.insert(file.segment().get(), {entry.number, file});
    m_unverified.push_back(file.segment().get());
}

Result<SegmentPtr> IndexStore::write(const Segment &segment, const std::stop_token &stop)
{
    const quint64 number = m_nextNumber++;
    if (const Result<void> written = SegmentFile::write(segment, pathOf(number), stop); !written)
        return written.error();
    const Result<SegmentFile> file = SegmentFile::open(pathOf(number));
    if (!file)
        return file.error();
    m_files.insert(file->segment().get(), {number, *file});
    return file->segment();
}

Result<void> IndexStore::save(const Corpus &corpus)
{
    IndexManifest manifest;
    manifest.generation = m_generation + 1;
    manifest.nextNumber = m_nextNumber;
    manifest.rules = FileLedger::rules;
    QSet<const Segment *> named;
    for (const Corpus::Part &part : corpus.parts()) {
        const auto stored = m_files.constFind(part.segment.get());
        if (stored == m_files.constEnd())
            continue;
        named.insert(part.segment.get());
        manifest.segments.push_back({stored->number, part.segment->size(), stored->file.bytes(),
                                     stored->file.hash(), part.deletedCount > 0 ? part.deleted : nullptr});
    }
    if (const Result<void> written = manifest.write(manifestPath()); !written)
        return written.error();
    m_generation = manifest.generation;
    for (auto file = m_files.begin(); file != m_files.end();) {
        if (named.contains(file.key())) {
            ++file;
            continue;
        }
        QFile::remove(pathOf(file->number)); // whoever maps it keeps it
        std::erase(m_unverified, file.key());
        file = m_files.erase(file);
    }
    return {};
}

Result<void> IndexStore::verify(const Segment *segment, const std::stop_token &stop)
{
    const auto stored = m_files.constFind(segment);
    const Result<void> verified = stored == m_files.constEnd() ? Result<void>() : stored->file.verify(stop);
    if (verified || verified.error().kind != ErrorKind::Cancelled)
        std::erase(m_unverified, segment);
    if (stored != m_files.constEnd())
        stored->file.letGo(); // else all of it would stay in memory for having been looked through once
    return verified;
}

QString IndexStore::setAside(const Segment *segment)
{
    const auto stored = m_files.constFind(segment);
    if (stored == m_files.constEnd())
        return {};
    const QString path = pathOf(stored->number);
    m_files.erase(stored);
    std::erase(m_unverified, segment);
    return told(QStringLiteral("A file of the index is damaged."), Lectern::setAside(path));
}

void IndexStore::removeUnnamed()
{
    QSet<QString> named;
    for (const Stored &stored : std::as_const(m_files))
        named.insert(QFileInfo(pathOf(stored.number)).fileName());
    QDir folder(m_folder);
    // Also what was being written under another name.
    const QStringList files = folder.entryList({QStringLiteral("*") + suffix,
                                                QStringLiteral("*") + suffix + QStringLiteral(".??????"),
                                                manifestName + QStringLiteral(".??????")},
                                               QDir::Files);
    for (const QString &file : files)
        if (!named.contains(file))
            folder.remove(file);
    // What earlier versions kept instead.
    folder.cdUp();
    for (const char *old : {"articles.db", "articles.db-wal", "articles.db-shm"})
        folder.remove(QString::fromLatin1(old));
}

std::vector<SegmentFile> IndexStore::files() const
{
    std::vector<SegmentFile> files;
    for (const Stored &stored : m_files)
        files.push_back(stored.file);
    return files;
}

} // namespace Lectern
