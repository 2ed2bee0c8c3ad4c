#include "library/mappedmemory.h"

#include <algorithm>

namespace Lectern {

MappedMemory::Use MappedMemory::use(const std::vector<SegmentFile> &files)
{
    Use use;
    for (const SegmentFile &file : files) {
        use.mapped += file.bytes();
        use.resident += file.residentBytes();
    }
    return use;
}

void MappedMemory::trim(const std::vector<SegmentFile> &files, qint64 budget)
{
    ++m_looks;
    QHash<QString, Seen> seen;
    std::vector<std::pair<quint64, const SegmentFile *>> byColdness;
    qint64 resident = 0;
    for (const SegmentFile &file : files) {
        Seen now = m_seen.value(file.path());
        const qint64 bytes = file.residentBytes();
        if (bytes > now.resident)
            now.readAt = m_looks;
        now.resident = bytes;
        resident += bytes;
        seen.insert(file.path(), now);
        byColdness.emplace_back(now.readAt, &file);
    }
    std::stable_sort(byColdness.begin(), byColdness.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    for (const auto &[readAt, file] : byColdness) {
        if (resident <= budget)
            break;
        Seen &now = seen[file->path()];
        file->letGo();
        resident -= std::exchange(now.resident, 0);
    }
    m_seen = std::move(seen);
}

} // namespace Lectern
