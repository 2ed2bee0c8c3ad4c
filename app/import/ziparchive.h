#pragma once

#include "base/result.h"
#include "import/importing.h"

#include <QByteArray>
#include <QHash>
#include <QStringList>

#include <memory>

struct zip;

namespace Lectern {

/// A zip archive in memory, read member by member. Names are labels: nothing is ever unpacked to disk, links
/// are passed over. Every byte that comes out is counted, whatever the directory says of it.
class ZipArchive final
{
public:
    /// Opens the archive; `bytes` must outlive it. Malformed when its directory cannot be read or its members
    /// overlap, Limit when it has more than 100,000 of them. Limits of 0 files are no limits.
    static Result<std::shared_ptr<ZipArchive>> open(const QByteArray &bytes, const ImportLimits &limits);
    ~ZipArchive();
    Q_DISABLE_COPY_MOVE(ZipArchive)

    /// In the order of the directory; with `/` between folders. Of two members with one name the first
    /// counts.
    const QStringList &names() const { return m_names; }
    bool contains(const QString &name) const { return m_members.contains(name); }

    /// The content of a member. Malformed when it is missing or damaged, Encrypted, or Limit: over 256 MiB,
    /// over 200 times its packed size after 16 MiB, or over 4 GiB of the archive in all.
    Result<QByteArray> read(const QString &name);

private:
    struct Member
    {
        quint64 index = 0;
        qint64 packed = 0; ///< bytes
        bool encrypted = false;
    };

    explicit ZipArchive(zip *archive);
    Result<void> readDirectory(qint64 bytes);

    zip *m_archive;
    QStringList m_names;
    QHash<QString, Member> m_members;
    qint64 m_unpacked = 0;
    bool m_limited = true;
};

} // namespace Lectern
