#pragma once

#include "base/result.h"
#include "search/corpus.h"

#include <stop_token>

namespace Lectern {

class MappedSections;

/// A segment that is kept in a file and lies in memory by mapping: opened at once, whatever its size, and
/// read as searches need it. Its articles are decoded when they are asked for.
class SegmentFile final
{
public:
    /// Writes a segment under another name beside `path`, to the disk, and then lets it take the name: a file
    /// of this name is whole at any moment, or not there.
    static Result<void> write(const Segment &segment, const QString &path, const std::stop_token &stop = {});
    /// Opens what write() wrote. The header, the table and whatever is cheap to check are sound then; of the
    /// rest nothing is taken for granted by those who read it, so that damage gives wrong answers at worst.
    static Result<SegmentFile> open(const QString &path);

    const SegmentPtr &segment() const { return m_segment; }
    QString path() const;
    /// What tells the file from others, even of the same name: the checksum of all that stands before its
    /// sections, those of the sections among it.
    quint64 hash() const;
    qint64 bytes() const;
    /// Bytes of it that are in the memory of this process just now; 0 where the system does not tell.
    qint64 residentBytes() const;
    /// Gives its memory back; what is read of it afterwards is brought in again. Whoever reads it at the same
    /// time does not notice.
    void letGo() const;
    /// Reads the whole file and compares all checksums: for a worker, when there is time.
    Result<void> verify(const std::stop_token &stop = {}) const;

private:
    SegmentFile(std::shared_ptr<const MappedSections> sections, SegmentPtr segment);

    std::shared_ptr<const MappedSections> m_sections;
    SegmentPtr m_segment;
};

} // namespace Lectern
