#include "library/watchrun.h"

#include <QDateTime>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace Lectern {

namespace {

using namespace std::chrono_literals;

constexpr auto quietFor = 100ms;    ///< a look comes so long after the last thing that was heard,
constexpr auto waitsAtMost = 800ms; ///< but not later than that after the first
constexpr auto settles = std::chrono::milliseconds(FolderTable::settlesAfterMs + 20);
constexpr auto holdsAtMost = 1s; ///< what was found waits so long for files that are still being written
constexpr auto lostEvery = 1s;
constexpr auto allAtLeastEvery = std::chrono::milliseconds(5min);
constexpr auto allAtMostEvery = std::chrono::milliseconds(1500ms);
constexpr int lookShare = 20; ///< looking at everything may take one part of so many of the time
constexpr auto tillWoken = std::chrono::milliseconds(1h);

std::chrono::milliseconds fromNow(std::chrono::steady_clock::time_point due)
{
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(due - std::chrono::steady_clock::now());
    return std::max(left, 0ms);
}

} // namespace

WatchRun::WatchRun(ChangeFeed &feed, Channel<WatchOrder> &orders, std::stop_token stop,
                   std::function<void(WatchReport)> deliver)
    : m_feed(feed)
    , m_orders(orders)
    , m_stop(std::move(stop))
    , m_deliver(std::move(deliver))
    , m_table(feed)
{}

void WatchRun::run()
{
    while (!m_stop.stop_requested()) {
        takeOrders();
        hear(m_feed.wait(untilNextLook()));
        const auto now = Clock::now();
        if (!m_dirty.isEmpty() && now >= m_dirtyDue)
            lookAtDirty();
        if (m_isPeriodic && now >= m_allDue)
            lookAtAll();
        if (!m_table.lost().isEmpty() && now >= m_lostDue)
            seekLost();
    }
}

std::chrono::milliseconds WatchRun::untilNextLook() const
{
    auto wait = tillWoken;
    if (!m_dirty.isEmpty())
        wait = std::min(wait, fromNow(m_dirtyDue));
    if (m_isPeriodic)
        wait = std::min(wait, fromNow(m_allDue));
    if (!m_table.lost().isEmpty())
        wait = std::min(wait, fromNow(m_lostDue));
    return wait;
}

void WatchRun::takeOrders()
{
    while (std::optional<WatchOrder> order = m_orders.popFor(0ms)) {
        take(std::move(*order));
        if (m_stop.stop_requested())
            return;
    }
}

void WatchRun::take(WatchOrder order)
{
    const QSet<QString> lost = m_table.lost();
    m_table.setRoots(order.roots);
    m_table.know(order.paths, order.files);
    // What changed while it was being read, and everything that is to be listened to.
    FolderFindings findings;
    if (order.isReadInPart) {
        m_table.lookAt(m_table.roots(), FolderTable::farFuture, &findings);
        findings.files = {};
    } else {
        m_table.lookAt(m_table.roots(), QDateTime::currentMSecsSinceEpoch(), &findings);
    }
    m_lostDue = Clock::now() + lostEvery;
    noteReturned(lost);
    takeFindings(findings);
}

void WatchRun::hear(const ChangeFeed::Heard &heard)
{
    if (heard.isOverflow)
        lookAtAll();
    if (heard.folders.isEmpty())
        return;
    const auto now = Clock::now();
    if (m_dirty.isEmpty())
        m_dirtySince = now;
    m_dirty.unite({heard.folders.begin(), heard.folders.end()});
    m_dirtyDue = std::min(now + quietFor, m_dirtySince + waitsAtMost);
}

void WatchRun::lookAtDirty()
{
    FolderFindings findings;
    const qint64 nowMs = QDateTime::currentMSecsSinceEpoch();
    for (const QString &folder : std::exchange(m_dirty, {}))
        m_table.look(folder, FolderTable::Depth::New, nowMs, &findings);
    takeFindings(findings);
}

void WatchRun::lookAtAll()
{
    FolderFindings findings;
    const auto start = Clock::now();
    m_table.lookAt(m_table.roots(), QDateTime::currentMSecsSinceEpoch(), &findings);
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start);
    m_allDue = Clock::now() + std::clamp(took * lookShare, allAtMostEvery, allAtLeastEvery);
    takeFindings(findings);
}

void WatchRun::seekLost()
{
    m_lostDue = Clock::now() + lostEvery;
    QSet<QString> back = m_table.lost();
    back.removeIf([](const QString &path) { return !QFileInfo::exists(path); });
    if (back.isEmpty())
        return;
    FolderFindings findings;
    m_table.setRoots({m_table.roots().begin(), m_table.roots().end()}); // each may be a file or a folder now
    m_table.lookAt(back, QDateTime::currentMSecsSinceEpoch(), &findings);
    noteReturned(back);
    takeFindings(findings);
}

void WatchRun::noteReturned(const QSet<QString> &lostBefore)
{
    for (const QString &path : lostBefore)
        if (m_table.roots().contains(path) && !m_table.lost().contains(path))
            m_returned.insert(path);
}

void WatchRun::takeFindings(const FolderFindings &findings)
{
    for (const QString &path : findings.files.gone) {
        m_changed.remove(path);
        m_gone.insert(path);
    }
    for (const QString &path : findings.files.changed) {
        m_gone.remove(path);
        m_changed.insert(path);
    }
    if (findings.isUnheard && !std::exchange(m_isPeriodic, true))
        m_allDue = Clock::now() + allAtMostEvery;
    if (!findings.unsettled.isEmpty()) {
        const auto now = Clock::now();
        if (m_dirty.isEmpty())
            m_dirtySince = now;
        m_dirty.unite({findings.unsettled.begin(), findings.unsettled.end()});
        m_dirtyDue = now + settles;
        // A file that was renamed while it was being written comes and goes in one report.
        m_holdUntil = m_holdUntil.value_or(now + holdsAtMost);
        if (now < *m_holdUntil)
            return;
    }
    m_holdUntil.reset();
    report();
}

void WatchRun::report()
{
    QSet<QString> lost;
    for (const QString &path : m_table.lost())
        if (m_table.roots().contains(path))
            lost.insert(path);
    const bool isNews = !m_changed.isEmpty() || !m_gone.isEmpty() || !m_returned.isEmpty() ||
                        lost != m_reportedLost || m_isPeriodic != m_isPeriodicReported;
    if (!isNews)
        return;
    m_reportedLost = lost;
    m_isPeriodicReported = m_isPeriodic;
    const auto sorted = [](QSet<QString> paths) {
        QStringList list(paths.begin(), paths.end());
        list.sort();
        return list;
    };
    m_deliver({{sorted(std::exchange(m_changed, {})), sorted(std::exchange(m_gone, {}))},
               sorted(std::exchange(m_returned, {})),
               sorted(lost),
               m_isPeriodic});
}

} // namespace Lectern
