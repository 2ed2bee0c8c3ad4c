#pragma once

#include "base/channel.h"
#include "library/changefeed.h"
#include "library/foldertable.h"

#include <chrono>
#include <functional>
#include <optional>
#include <stop_token>

namespace Lectern {

/// What to watch from now on.
struct WatchOrder
{
    QStringList roots;
    QStringList paths;            ///< files and folders that have just been read
    std::vector<FoundFile> files; ///< what was read of them
    bool isReadInPart = false;    ///< reading was stopped: whatever lies at `paths` now is no news
};

/// What has changed below the folders that are watched.
struct WatchReport
{
    FileChanges changes;
    QStringList returned;    ///< roots that could not be reached for a while and can be now
    QStringList lost;        ///< roots that cannot be reached
    bool isPeriodic = false; ///< not every folder can be watched: all are looked at from time to time
};

/// Watches folders from beginning to end, on a thread of its own.
class WatchRun final
{
public:
    WatchRun(ChangeFeed &feed, Channel<WatchOrder> &orders, std::stop_token stop,
             std::function<void(WatchReport)> deliver);
    Q_DISABLE_COPY_MOVE(WatchRun)

    void run();

private:
    using Clock = std::chrono::steady_clock;

    void takeOrders();
    void take(WatchOrder order);
    void hear(const ChangeFeed::Heard &heard);
    std::chrono::milliseconds untilNextLook() const;
    void lookAtDirty();
    void lookAtAll();
    void seekLost();
    void noteReturned(const QSet<QString> &lostBefore);
    void takeFindings(const FolderFindings &findings);
    void report();

    ChangeFeed &m_feed;
    Channel<WatchOrder> &m_orders;
    std::stop_token m_stop;
    std::function<void(WatchReport)> m_deliver;
    FolderTable m_table;

    QSet<QString> m_dirty; ///< folders to look at when m_dirtyDue has come
    Clock::time_point m_dirtySince;
    Clock::time_point m_dirtyDue;
    Clock::time_point m_allDue;
    Clock::time_point m_lostDue;
    std::optional<Clock::time_point> m_holdUntil;

    QSet<QString> m_changed; ///< found, but not yet reported
    QSet<QString> m_gone;
    QSet<QString> m_returned;
    QSet<QString> m_reportedLost;
    bool m_isPeriodic = false;
    bool m_isPeriodicReported = false;
};

} // namespace Lectern
