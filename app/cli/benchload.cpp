#include "cli/benchload.h"

#include "cli/benchclock.h"

#include <QByteArray>
#include <QFile>

#include <algorithm>
#include <sys/resource.h>
#include <unistd.h>

namespace Lectern {

namespace {

/// Below the resolution of /proc/stat, in seconds.
constexpr double tooShort = 0.05;

/// The first line of a file of numbers between spaces.
QByteArrayList firstLine(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readLine().simplified().split(' ') : QByteArrayList();
}

double machineBusy()
{
    // cpu user nice system idle iowait irq softirq steal (proc(5)); idle and iowait are nobody's work.
    const QByteArrayList ticks = firstLine(QStringLiteral("/proc/stat"));
    double busy = 0;
    for (const qsizetype column : {1, 2, 3, 6, 7, 8})
        busy += ticks.value(column).toDouble();
    return busy / double(sysconf(_SC_CLK_TCK));
}

double ownBusy()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * 1e-6;
}

double queuedSeconds()
{
    return firstLine(QStringLiteral("/proc/self/schedstat")).value(1).toDouble() * 1e-9;
}

} // namespace

BenchLoad::BenchLoad()
    : m_start(BenchClock::now())
    , m_machineBusy(machineBusy())
    , m_ownBusy(ownBusy())
    , m_queued(queuedSeconds())
{}

double BenchLoad::waited() const
{
    return (queuedSeconds() - m_queued) / (BenchClock::now() - m_start);
}

void BenchLoad::report(QJsonObject *line) const
{
    const double time = BenchClock::now() - m_start;
    if (time < tooShort)
        return;
    const double foreign = (machineBusy() - m_machineBusy) - (ownBusy() - m_ownBusy);
    line->insert(QStringLiteral("foreign_cpus"), std::max(0.0, foreign) / time);
    line->insert(QStringLiteral("waited"), waited());
}

} // namespace Lectern
