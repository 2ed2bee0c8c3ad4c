#pragma once

#include <QtDebug>

#include <algorithm>
#include <random>

namespace Lectern {

/// The seed of a test that draws at random, printed. It is the same in every run, so that a run says something about
/// the change and not about its luck; LECTERN_SEED=N gives another, LECTERN_SEED=random a new one each time.
inline quint32 testSeed()
{
    const QByteArray wanted = qgetenv("LECTERN_SEED");
    const quint32 seed = wanted == "random"   ? std::random_device()()
                         : wanted.isEmpty()   ? 20210928U
                                              : wanted.toUInt();
    qInfo("LECTERN_SEED=%u", seed);
    return seed;
}

/// How many times as much as usual a test that draws at random shall draw: LECTERN_FACTOR, 1 when it is not set.
inline int testFactor()
{
    return std::max(1, qEnvironmentVariableIntValue("LECTERN_FACTOR"));
}

} // namespace Lectern
