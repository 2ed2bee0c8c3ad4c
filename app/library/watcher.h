#pragma once

#include "base/mailbox.h"
#include "library/watchrun.h"

#include <QObject>

#include <limits>
#include <thread>

namespace Lectern {

/// Tells which files below the library's folders were added, changed or deleted, about a second later and
/// never half written. Folders that the system cannot watch are looked at from time to time.
class Watcher final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Watcher)

public:
    /// `mostFolders` bounds the folders that are listened to, beside the system's own limit.
    explicit Watcher(qsizetype mostFolders = std::numeric_limits<qsizetype>::max(),
                     QObject *parent = nullptr);
    ~Watcher() override;

    /// Watches order.roots instead of what was watched before. Reports what differs from order.files.
    void watch(WatchOrder order);

    /// Whether changes are found by looking from time to time, because not every folder can be watched.
    bool isPeriodic() const { return m_isPeriodic; }
    /// Roots that cannot be reached.
    const QStringList &lost() const { return m_lost; }

Q_SIGNALS:
    void changed(const Lectern::FileChanges &changes);
    /// These roots could not be reached for a while and can be now.
    void returned(const QStringList &roots);
    /// isPeriodic() or lost() has changed.
    void stateChanged();

private:
    Q_INVOKABLE void drain();

    ChangeFeed m_feed;
    Channel<WatchOrder> m_orders;
    Mailbox<WatchReport> m_reports;
    bool m_isPeriodic = false;
    QStringList m_lost;
    std::jthread m_thread;
};

} // namespace Lectern
