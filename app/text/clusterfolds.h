#pragma once

#include <QStringView>

#include <array>
#include <vector>

namespace Lectern {

/// Folds clusters, such as letters with their marks, to UTF-8 and keeps the answers: a text has few of them,
/// and normalising is slow. What meets in a slot drives out what was there. Not thread-safe.
class ClusterFolds
{
public:
    /// Of a cluster's fold, in bytes.
    static constexpr size_t maximumBytes = 15;

    ClusterFolds();

    /// Writes foldedCluster() and returns its end; null when the cluster has more than four UTF-16 units or
    /// folds to more than maximumBytes or to more than three units for each of its own. As many as maximumBytes
    /// are written whatever the length.
    char *write(QStringView cluster, char *to);

private:
    static constexpr quint8 tooLong = 0xff;

    struct Slot
    {
        quint64 cluster = 0; ///< its units, the last lowest; 0 when the slot is free
        std::array<char, maximumBytes> bytes{};
        quint8 length = 0; ///< or tooLong
    };

    std::vector<Slot> m_slots;
};

} // namespace Lectern
