#include "text/clusterfolds.h"

#include "text/foldcluster.h"

#include <algorithm>
#include <cstring>

namespace Lectern {

namespace {

constexpr int slotBits = 10;
constexpr qsizetype maximumUnits = 4;
constexpr quint64 oddFactor = 0x9e3779b97f4a7c15; ///< 2^64 over the golden ratio

} // namespace

ClusterFolds::ClusterFolds()
    : m_slots(size_t(1) << slotBits)
{}

char *ClusterFolds::write(QStringView cluster, char *to)
{
    if (cluster.size() > maximumUnits)
        return nullptr;
    quint64 key = 0;
    for (const QChar c : cluster)
        key = key << 16 | c.unicode();
    Slot &slot = m_slots[key * oddFactor >> (64 - slotBits)];
    if (slot.cluster != key) {
        const QString folded = foldedCluster(cluster);
        const QByteArray utf8 = folded.toUtf8();
        const bool fits = size_t(utf8.size()) <= maximumBytes && folded.size() <= 3 * cluster.size();
        slot.cluster = key;
        slot.length = fits ? quint8(utf8.size()) : tooLong;
        if (fits)
            std::copy(utf8.begin(), utf8.end(), slot.bytes.begin());
    }
    if (slot.length == tooLong)
        return nullptr;
    std::memcpy(to, slot.bytes.data(), maximumBytes);
    return to + slot.length;
}

} // namespace Lectern
