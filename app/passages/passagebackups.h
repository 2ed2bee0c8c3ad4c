#pragma once

#include "passages/passagetable.h"

#include <QDateTime>

#include <vector>

namespace Lectern {

/// A copy of the database of the passages as it was at one moment.
struct PassageBackup
{
    QString path;
    QDateTime made; ///< local time, to the second
    qint64 bytes = 0;
    int passages = 0;
};

/// The dated copies in `backups/` of a library's folder: one of each of the last seven days that have one,
/// one of each of the last four weeks before, and the last three that were made before a restore. Nothing is
/// dropped because time goes by, only when newer ones come. A copy appears under its name once it is whole,
/// checked and on the disk. Has no state of its own; any thread may use one.
class PassageBackups final
{
public:
    explicit PassageBackups(const QString &libraryFolder);

    /// The newest first; those that cannot be read are left out.
    std::vector<PassageBackup> list() const;

    /// Makes the copy of the day unless it is there, or nothing is kept; whether it made one.
    Result<bool> makeDaily(const QDateTime &now) const;
    /// Makes one that is named by the second: before something is restored.
    Result<PassageBackup> makeNow(const QDateTime &now) const;

    /// All that a copy holds, each record checked. The copy is not touched; an older version of it is read,
    /// too.
    Result<PassageList> read(const QString &path) const;
    /// The newest that can be read, with what it holds.
    std::optional<std::pair<PassageBackup, PassageList>> newestSound() const;

private:
    Result<void> copyTo(const QString &name) const;
    void rotate() const;
    QStringList names() const;

    QString m_database;
    QString m_folder;
};

} // namespace Lectern
