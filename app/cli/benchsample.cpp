#include "cli/benchsample.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace Lectern {

BenchSample::BenchSample(std::vector<double> values)
    : m_sorted(std::move(values))
{
    std::sort(m_sorted.begin(), m_sorted.end());
}

double BenchSample::percentile(double share) const
{
    if (m_sorted.empty())
        return 0;
    const auto count = double(m_sorted.size());
    // A little less than the product, so that 0.5 of 2 is the first in spite of rounding.
    const double rank = std::clamp(std::ceil(share * count - 1e-6), 1.0, count);
    return m_sorted[size_t(rank) - 1];
}

QJsonObject BenchSample::summary() const
{
    const double sum = std::accumulate(m_sorted.begin(), m_sorted.end(), 0.0);
    return {{QStringLiteral("n"), qint64(m_sorted.size())},
            {QStringLiteral("p50"), percentile(0.50)},
            {QStringLiteral("p95"), percentile(0.95)},
            {QStringLiteral("p99"), percentile(0.99)},
            {QStringLiteral("max"), percentile(1)},
            {QStringLiteral("mean"), m_sorted.empty() ? 0.0 : sum / double(m_sorted.size())}};
}

} // namespace Lectern
