#pragma once

#include <QtGlobal>

#include <atomic>

namespace Lectern {

/// Numbers the steps of all histories of the program in the order in which they were done, so that several of
/// them can be undone as one. From 1. Any thread.
inline qint64 nextStepNumber()
{
    static std::atomic<qint64> last = 0;
    return ++last;
}

} // namespace Lectern
