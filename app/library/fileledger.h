#pragma once

#include "base/sqlite.h"
#include "import/filewalk.h"
#include "import/importing.h"

#include <optional>

namespace Lectern {

/// What a file came to when it was last read.
struct FileRecord
{
    FoundFile file;
    std::vector<ImportFailure> failures;
    std::vector<ArticleId> articles; ///< in the order in which they stand in the file
};

/// Which files were read, and which articles are in them, so that a start reads only what changed; the
/// articles themselves are in the index. Rebuildable: `files.db` beside the index, WAL and
/// synchronous=NORMAL. Known by path, size and modification time. For one thread at a time.
class FileLedger final
{
public:
    /// Rises when importers find other things in the same bytes.
    static const qint64 rules;

    /// Whether this process may change it.
    enum class Access { Owner, Reader };
    /// Opens the ledger. For the owner it is made when there is none, and a damaged one is moved aside and
    /// begun anew; notice() says so.
    static Result<FileLedger> open(const QString &folder, Access access);

    /// A sentence about what had to be done on opening; empty when all was well.
    const QString &notice() const { return m_notice; }

    /// What an unchanged file came to; nothing when it is unknown or changed.
    std::optional<FileRecord> find(const FoundFile &file);
    /// Remembers and forgets files in one transaction. A failure that the next try may not meet is not
    /// remembered.
    Result<void> change(const std::vector<FileRecord> &read, const QStringList &forgotten);
    /// Forgets every file that is not at or below one of these, and gives the room back to the disk. Returns
    /// how many were forgotten.
    Result<qsizetype> compact(const QStringList &roots);

private:
    explicit FileLedger(Database database);

    Database m_database;
    QString m_notice;
};

} // namespace Lectern
