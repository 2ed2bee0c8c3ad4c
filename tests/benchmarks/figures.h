#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

namespace Lectern::Bench {

/// Milliseconds of the clock that all processes share.
inline double nowMs()
{
    using namespace std::chrono;
    return duration<double, std::milli>(steady_clock::now().time_since_epoch()).count();
}

/// One line: what, median, 95th percentile, range and number of measurements.
inline void print(const char *what, std::vector<double> ms)
{
    if (ms.empty()) {
        std::printf("%-58s none\n", what);
        return;
    }
    std::sort(ms.begin(), ms.end());
    const auto at = [&ms](double share) { return ms[size_t(share * double(ms.size() - 1) + 0.5)]; };
    std::printf("%-58s median %8.2f ms   p95 %8.2f   %8.2f-%8.2f   n %zu\n", what, at(0.5), at(0.95),
                ms.front(), ms.back(), ms.size());
}

} // namespace Lectern::Bench
