#pragma once

#include "search/segmentformat.h"

#include <QIODevice>

#include <memory>
#include <span>
#include <vector>

namespace Lectern {

/// Writes the sections of a segment's file one behind the other, and at last what stands before them.
class SectionWriter final
{
public:
    /// The device must be able to go back to its beginning. `sectionCount` sections will be written.
    SectionWriter(QIODevice &device, quint32 sectionCount);
    ~SectionWriter();
    Q_DISABLE_COPY_MOVE(SectionWriter)

    /// A whole section; ids ascend.
    template <typename T>
    void write(quint32 id, std::span<const T> array)
    {
        begin(id, sizeof(T));
        append(array.data(), array.size_bytes());
        end();
    }
    /// A section piece by piece: begin(), append() as often as needed, end().
    void begin(quint32 id, quint32 elementSize);
    void append(const void *bytes, size_t size);
    void end();

    /// Whether everything was written so far.
    bool ok() const { return m_ok; }
    /// Completes the header and writes it with the table. False when something could not be written.
    bool finish(SegmentFormat::Header header);

private:
    struct Hash;

    void put(const void *bytes, size_t size);
    void pad();

    QIODevice &m_device;
    quint32 m_sectionCount;
    quint64 m_at = 0;
    bool m_ok = true;
    std::vector<SegmentFormat::Section> m_sections;
    std::unique_ptr<Hash> m_hash;
};

} // namespace Lectern
