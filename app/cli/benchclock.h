#pragma once

#include <QtGlobal>

namespace Lectern {

/// What a benchmark reads of the system: the time, and how much memory this process takes.
namespace BenchClock {

/// Seconds of CLOCK_MONOTONIC, which all processes share.
double now();

/// Bytes of memory that this process keeps resident; 0 where the system does not tell.
qint64 residentBytes();
/// The most that it has been since resetPeak() or its start, in bytes.
qint64 peakBytes();
void resetPeak();
/// Hands freed memory back to the system, so that residentBytes() is what is used.
void trimHeap();

} // namespace BenchClock

} // namespace Lectern
