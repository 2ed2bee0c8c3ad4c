#include "library/watcher.h"

namespace Lectern {

namespace {

constexpr size_t waiting = 1024; // more orders than any library is loaded while one tree is looked at

} // namespace

Watcher::Watcher(qsizetype mostFolders, QObject *parent)
    : QObject(parent)
    , m_feed(mostFolders)
    , m_orders(waiting)
    , m_reports(this, "drain")
    , m_thread([this](const std::stop_token &stop) {
        WatchRun(m_feed, m_orders, stop, [this](WatchReport report) {
            m_reports.put(std::move(report));
        }).run();
    })
{}

Watcher::~Watcher()
{
    m_thread.request_stop();
    m_feed.wake();
    m_thread.join();
}

void Watcher::watch(WatchOrder order)
{
    m_orders.push(std::move(order));
    m_feed.wake();
}

void Watcher::drain()
{
    for (const WatchReport &report : m_reports.take()) {
        if (report.isPeriodic != m_isPeriodic || report.lost != m_lost) {
            m_isPeriodic = report.isPeriodic;
            m_lost = report.lost;
            Q_EMIT stateChanged();
        }
        if (!report.changes.isEmpty())
            Q_EMIT changed(report.changes);
        if (!report.returned.isEmpty())
            Q_EMIT returned(report.returned);
    }
}

} // namespace Lectern
