#pragma once

#include <QJsonObject>

namespace Lectern {

/// Watches how much other processes disturb a measurement, from its construction on.
class BenchLoad final
{
public:
    BenchLoad();

    /// The share of the time that the calling thread stood ready but had no CPU: the real harm.
    double waited() const;
    /// Adds `foreign_cpus` (CPUs that others kept busy, on average) and `waited`; nothing when the time was
    /// too short to tell.
    void report(QJsonObject *line) const;

private:
    double m_start;
    double m_machineBusy; ///< seconds of CPU used by everything on the machine
    double m_ownBusy;     ///< seconds of CPU used by this process
    double m_queued;      ///< seconds on the run queue
};

} // namespace Lectern
