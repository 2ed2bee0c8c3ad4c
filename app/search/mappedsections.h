#pragma once

#include "base/result.h"
#include "search/segmentformat.h"

#include <QFile>

#include <cstddef>
#include <memory>
#include <span>
#include <stop_token>
#include <type_traits>

namespace Lectern {

/// A segment's file in memory by mapping: its header and table are sound, its sections lie within the file.
/// For any threads at once. Nobody may shorten the file meanwhile; that a new one takes its name does no
/// harm.
class MappedSections final
{
public:
    static Result<std::shared_ptr<const MappedSections>> open(const QString &path);

    explicit MappedSections(const QString &path)
        : m_file(path)
    {}
    Q_DISABLE_COPY_MOVE(MappedSections)

    QString path() const { return m_file.fileName(); }
    const SegmentFormat::Header &header() const { return m_header; }
    /// Reads the whole file and compares the checksums of all sections.
    Result<void> verify(const std::stop_token &stop) const;
    /// See SegmentFile.
    qint64 residentBytes() const;
    void letGo() const;
    /// The array of a section; false when it is not there or one of other elements.
    template <typename T>
    bool read(quint32 id, std::span<const T> *array) const
    {
        static_assert(std::is_trivially_copyable_v<T>);
        const SegmentFormat::Section *section = find(id);
        if (!section || section->elementSize != sizeof(T))
            return false;
        *array = {reinterpret_cast<const T *>(m_bytes.data() + section->offset),
                  size_t(section->size / sizeof(T))};
        return true;
    }

    /// The error of a file that is not what was written; `what` is wrong with it.
    Error damaged(const QString &what) const;

private:
    Result<void> map();
    Result<void> check();
    const SegmentFormat::Section *find(quint32 id) const;

    QFile m_file;
    std::span<const std::byte> m_bytes;
    SegmentFormat::Header m_header;
    std::span<const SegmentFormat::Section> m_sections;
};

} // namespace Lectern
