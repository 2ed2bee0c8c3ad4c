#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <memory>

struct archive;

namespace Lectern {

struct ImportLimits;

/// The kinds of packed files by their first bytes, the names as in sentences.
/// Empty when it is none that ArchiveWalk reads; zip archives are not told here.
QString packedKind(QByteArrayView bytes);

/// Walks over the members of an archive in memory (zip, tar, 7z, cpio, and files that are compressed by gzip,
/// bzip2, xz, lzma, zstd or compress, a tar or not), one after the other. Nothing is written to disk. Every
/// byte that comes out is counted.
class ArchiveWalk final
{
public:
    struct Member
    {
        QString name; ///< with `/` between folders; empty for a compressed file that is no archive
        bool isFile = false;
        bool isEncrypted = false;
    };

    /// `bytes` must outlive it. Without file limits in `limits` nothing is limited.
    ArchiveWalk(const QByteArray &bytes, const ImportLimits &limits);
    ~ArchiveWalk();
    Q_DISABLE_COPY_MOVE(ArchiveWalk)

    /// Goes to the next member; false at the end. Malformed when the archive is damaged there, Limit after
    /// 100,000 members.
    Result<bool> next(Member *member);
    /// The content of the member that it is at. Limit: over `limits.fileBytes`, or when the archive has given
    /// 4 GiB, or over 200 times its size after 16 MiB. Malformed when it is damaged, Encrypted.
    Result<QByteArray> read();

private:
    struct Close
    {
        void operator()(archive *walked) const;
    };

    Error error(const QString &message) const;

    std::unique_ptr<archive, Close> m_archive;
    qint64 m_packed;
    qint64 m_memberLimit; ///< 0: none
    qint64 m_unpacked = 0;
    int m_members = 0;
    bool m_isOpen = false;
    bool m_isEncrypted = false;
};

} // namespace Lectern
