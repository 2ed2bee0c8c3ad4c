#pragma once

#include <QJsonObject>

#include <vector>

namespace Lectern {

/// Measurements of one thing, in their own unit, and what is told of them.
class BenchSample final
{
public:
    explicit BenchSample(std::vector<double> values);

    /// The value at this share (0..1) of the sorted ones, nearest rank; 0 without values.
    double percentile(double share) const;
    double median() const { return percentile(0.5); }
    /// n, p50, p95, p99, max and mean.
    QJsonObject summary() const;

private:
    std::vector<double> m_sorted;
};

} // namespace Lectern
