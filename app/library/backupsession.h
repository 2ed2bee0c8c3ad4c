#pragma once

#include "base/channel.h"
#include "base/mailbox.h"
#include "passages/passagebackups.h"

#include <QObject>

#include <optional>
#include <thread>

namespace Lectern {

/// Lists and makes backups of the passages on a thread of its own. Belongs to the GUI thread.
class BackupSession final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BackupSession)

public:
    /// `libraryFolder` is that of the store.
    explicit BackupSession(const QString &libraryFolder, QObject *parent = nullptr);
    /// Waits for a backup that is being made.
    ~BackupSession() override;

    /// Answers by listed().
    void list();
    /// Answers by backedUp() or failed(), and then by listed().
    void backUp();

Q_SIGNALS:
    /// The newest first.
    void listed(const std::vector<Lectern::PassageBackup> &backups);
    void backedUp(const Lectern::PassageBackup &backup);
    void failed(const Lectern::Error &error);

private:
    enum class Task : quint8 { List, BackUp };
    struct Reply
    {
        std::optional<Result<PassageBackup>> made;
        std::vector<PassageBackup> backups;
    };
    void work();
    Q_INVOKABLE void drain();

    PassageBackups m_backups;
    Channel<Task> m_tasks;
    Mailbox<Reply> m_replies;
    std::jthread m_thread;
};

} // namespace Lectern
