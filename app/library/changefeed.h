#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

#include <chrono>

namespace Lectern {

/// Hears from the system in which folders something has happened (inotify, a watch a folder). For one thread,
/// except wake().
class ChangeFeed final
{
public:
    /// `mostFolders` bounds the watches beside the system's own limit.
    explicit ChangeFeed(qsizetype mostFolders);
    ~ChangeFeed();
    Q_DISABLE_COPY_MOVE(ChangeFeed)

    /// Listens to a folder, not to what lies below it. False when there are no watches left, or when
    /// the folder is on another machine; one that is not there is no failure.
    bool watch(const QString &folder);
    void unwatch(const QString &folder);
    /// Folders that are listened to.
    qsizetype count() const { return m_folders.size(); }

    /// What was heard since the last time.
    struct Heard
    {
        QStringList folders;     ///< in which something happened, or which themselves have moved or gone
        bool isOverflow = false; ///< the system had more to tell than it could keep: look at everything
    };
    /// Waits for something to hear, for a wake() or for the time to pass.
    Heard wait(std::chrono::milliseconds timeout);
    /// Ends a wait() from another thread.
    void wake();

private:
    Heard read();

    qsizetype m_mostFolders;
    int m_inotify;
    int m_wakeUp;
    QHash<QString, int> m_watches;
    QHash<int, QString> m_folders;
};

} // namespace Lectern
