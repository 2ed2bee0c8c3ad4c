#pragma once

#include "base/sqlite.h"
#include "import/filewalk.h"
#include "import/importing.h"

#include <optional>

namespace Lectern {

/// What files came to when they were last read, so that a start reads only what changed. Rebuildable:
/// `articles.db` in the library's folder, WAL and synchronous=NORMAL. Known by path, size and modification
/// time. For one thread.
class ArticleCache final
{
public:
    /// Opens or makes the cache. A damaged one is moved aside and begun anew; notice() says so.
    static Result<ArticleCache> open(const QString &folder);

    /// A sentence about what had to be done on opening; empty when all was well.
    const QString &notice() const { return m_notice; }

    /// What an unchanged file came to; nothing when it is unknown, changed or was read by other rules.
    std::optional<ImportOutcome> find(const FoundFile &file);
    /// What the files at or below a path that cannot be reached now came to, when they were last read.
    std::vector<ImportOutcome> below(const QString &path);
    /// Remembers outcomes in one transaction.
    Result<void> store(const std::vector<std::pair<FoundFile, ImportOutcome>> &files);
    /// Forgets files.
    Result<void> forget(const QStringList &paths);
    /// What compacting came to.
    struct Compaction
    {
        qsizetype forgotten = 0; ///< files
        qint64 bytesBefore = 0;  ///< on the disk
        qint64 bytesAfter = 0;
    };
    /// Forgets every file that is not at or below one of these, and gives the room back to the disk.
    Result<Compaction> compact(const QStringList &roots);

private:
    explicit ArticleCache(Database database);
    ImportOutcome read(const QString &path, qint64 fileId, const QByteArray &failures);

    Database m_database;
    QString m_notice;
};

} // namespace Lectern
