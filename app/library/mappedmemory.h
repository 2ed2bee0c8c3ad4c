#pragma once

#include "search/segmentfile.h"

#include <QHash>

#include <vector>

namespace Lectern {

/// Keeps what the files of an index take of the memory within a budget. Files are mapped, and the system
/// brings in what is read of them; when that has become too much, the pages of the segments that were not
/// read for the longest time are let go. They come back as they are needed. For one thread.
class MappedMemory final
{
public:
    struct Use
    {
        qint64 mapped = 0;   ///< bytes of all files
        qint64 resident = 0; ///< of them in the memory of this process
    };
    static Use use(const std::vector<SegmentFile> &files);

    /// Looks which files were read since it was last called, and lets go of the coldest ones until all take
    /// no more than `budget` bytes.
    void trim(const std::vector<SegmentFile> &files, qint64 budget);

private:
    struct Seen
    {
        qint64 resident = 0;
        quint64 readAt = 0; ///< the last look at which there was more of it than before
    };

    QHash<QString, Seen> m_seen; ///< by path
    quint64 m_looks = 0;
};

} // namespace Lectern
