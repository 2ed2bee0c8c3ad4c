#include "passages/passagebackups.h"
#include "passages/passagestore.h"

#include <chrono>

namespace Lectern {

void PassageStore::backUpDaily()
{
    const QDateTime now = QDateTime::currentDateTime();
    if (m_backupDay == now.date() || m_list.passages().empty())
        return;
    m_backupDay = now.date();
    if (m_backup.valid())
        static_cast<void>(m_backup.get());
    m_backup = std::async(std::launch::async,
                          [backups = PassageBackups(m_folder), now] { return backups.makeDaily(now); });
}

QString PassageStore::backupFailure()
{
    if (m_backup.valid() && m_backup.wait_for(std::chrono::seconds(0)) == std::future_status::ready) {
        const Result<bool> made = m_backup.get();
        m_backupFailure = made ? QString() : made.error().message;
    }
    return m_backupFailure;
}

Result<QString> PassageStore::restore(const QString &backup)
{
    if (Result<void> may = mayChange(); !may)
        return may.error();
    const PassageBackups backups(m_folder);
    Result<PassageList> wanted = backups.read(backup);
    if (!wanted)
        return wanted.error();
    const Result<PassageBackup> present = backups.makeNow(QDateTime::currentDateTime());
    if (!present)
        return present.error();

    Transaction transaction(m_table.database());
    if (!transaction.begun())
        return transaction.begun().error();
    if (Result<bool> fresh = reload(); !fresh)
        return fresh.error();
    wanted->change = m_list.change + 1;
    if (Result<void> done = m_table.execute(wanted->edits(), wanted->change); !done)
        return done.error();
    if (Result<void> done = rewriteAndCommit(*wanted, transaction); !done)
        return done.error();
    m_list = std::move(*wanted);
    return present->path;
}

} // namespace Lectern
