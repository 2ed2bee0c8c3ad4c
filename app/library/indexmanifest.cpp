#include "library/indexmanifest.h"

#include "base/syncfolder.h"

#include <QBitArray>
#include <QDataStream>
#include <QFile>
#include <QSaveFile>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <unistd.h>

namespace Lectern {

namespace {

/// The file: magic, version, size and XXH3 of what follows; all numbers little-endian, as QDataStream writes
/// them.
constexpr quint64 magic = 0x584449524e54434cULL; // "LCTNRIDX"
constexpr quint32 version = 1;
constexpr quint32 mostSegments = 100'000;

void prepare(QDataStream &stream)
{
    stream.setVersion(QDataStream::Qt_6_0);
    stream.setByteOrder(QDataStream::LittleEndian);
}

QBitArray bitsOf(const std::vector<bool> &flags)
{
    QBitArray bits(qsizetype(flags.size()));
    for (size_t i = 0; i < flags.size(); ++i)
        if (flags[i])
            bits.setBit(qsizetype(i));
    return bits;
}

std::vector<bool> flagsOf(const QBitArray &bits)
{
    std::vector<bool> flags(size_t(bits.size()));
    for (qsizetype i = 0; i < bits.size(); ++i)
        flags[size_t(i)] = bits.testBit(i);
    return flags;
}

Error damaged(const QString &path)
{
    return {ErrorKind::Damaged, QStringLiteral("The list of the index's files is damaged."), path};
}

} // namespace

Result<IndexManifest> IndexManifest::read(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return Error{ErrorKind::NotFound, QStringLiteral("There is no index yet."), path};
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{
            ErrorKind::Unreadable,
            QStringLiteral("The list of the index's files cannot be read: %1.").arg(file.errorString()),
            path};
    }
    QDataStream head(&file);
    prepare(head);
    quint64 foundMagic = 0;
    quint32 foundVersion = 0;
    quint64 size = 0;
    quint64 hash = 0;
    head >> foundMagic >> foundVersion >> size >> hash;
    if (head.status() != QDataStream::Ok || foundMagic != magic)
        return damaged(path);
    if (foundVersion != version) {
        return Error{ErrorKind::Unsupported,
                     QStringLiteral("The index was written by another version of Lectern."), path};
    }
    const QByteArray content = file.readAll();
    if (quint64(content.size()) != size || XXH3_64bits(content.constData(), size_t(content.size())) != hash)
        return damaged(path);

    IndexManifest manifest;
    QDataStream stream(content);
    prepare(stream);
    quint32 count = 0;
    stream >> manifest.generation >> manifest.nextNumber >> manifest.rules >> count;
    for (quint32 i = 0; i < std::min(count, mostSegments) && stream.status() == QDataStream::Ok; ++i) {
        Entry entry;
        QBitArray deleted;
        stream >> entry.number >> entry.documents >> entry.bytes >> entry.hash >> deleted;
        if (!deleted.isEmpty() && deleted.size() != qsizetype(entry.documents))
            return damaged(path);
        if (!deleted.isEmpty())
            entry.deleted = std::make_shared<const std::vector<bool>>(flagsOf(deleted));
        manifest.segments.push_back(std::move(entry));
    }
    if (stream.status() != QDataStream::Ok || manifest.segments.size() != count)
        return damaged(path);
    return manifest;
}

Result<void> IndexManifest::write(const QString &path) const
{
    QByteArray content;
    QDataStream stream(&content, QIODevice::WriteOnly);
    prepare(stream);
    stream << generation << nextNumber << rules << quint32(segments.size());
    for (const Entry &entry : segments) {
        stream << entry.number << entry.documents << entry.bytes << entry.hash
               << (entry.deleted ? bitsOf(*entry.deleted) : QBitArray());
    }
    QSaveFile file(path);
    const bool opened = file.open(QIODevice::WriteOnly);
    if (opened) {
        QDataStream head(&file);
        prepare(head);
        head << magic << version << quint64(content.size())
             << quint64(XXH3_64bits(content.constData(), size_t(content.size())));
        file.write(content);
    }
    // Qt tries to synchronize when it commits, but does not tell whether it could.
    if (!opened || !file.flush() || ::fsync(file.handle()) != 0 || !file.commit()) {
        return Error{
            ErrorKind::Disk,
            QStringLiteral("The list of the index's files cannot be written: %1.").arg(file.errorString()),
            path};
    }
    syncFolderOf(path);
    return {};
}

} // namespace Lectern
