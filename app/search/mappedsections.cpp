#include "search/mappedsections.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstring>

#include <sys/mman.h>
#include <unistd.h>

namespace Lectern {

using SegmentFormat::Header;
using SegmentFormat::Section;

Result<std::shared_ptr<const MappedSections>> MappedSections::open(const QString &path)
{
    const auto sections = std::make_shared<MappedSections>(path);
    if (const Result<void> mapped = sections->map(); !mapped)
        return mapped.error();
    if (const Result<void> checked = sections->check(); !checked)
        return checked.error();
    return std::shared_ptr<const MappedSections>(sections);
}

Error MappedSections::damaged(const QString &what) const
{
    return {
        ErrorKind::Damaged,
        QStringLiteral("The index is damaged: %1. Delete it; it is made anew from the articles.").arg(what),
        path()};
}

Result<void> MappedSections::map()
{
    if (!m_file.open(QIODevice::ReadOnly)) {
        return Error{m_file.exists() ? ErrorKind::Unreadable : ErrorKind::NotFound,
                     QStringLiteral("The index cannot be opened: %1.").arg(m_file.errorString()), path()};
    }
    const qint64 size = m_file.size();
    if (size < qint64(sizeof(Header)))
        return damaged(QStringLiteral("it ends before its header does"));
    const uchar *bytes = m_file.map(0, size);
    if (!bytes) {
        return Error{ErrorKind::Unreadable,
                     QStringLiteral("The index cannot be mapped into memory: %1.").arg(m_file.errorString()),
                     path()};
    }
    m_bytes = {reinterpret_cast<const std::byte *>(bytes), size_t(size)};
    return {};
}

Result<void> MappedSections::check()
{
    std::memcpy(&m_header, m_bytes.data(), sizeof m_header);
    if (m_header.magic != SegmentFormat::magic) {
        return Error{ErrorKind::Malformed,
                     QStringLiteral("This is not an index of Lectern. It was left as it is."), path()};
    }
    if (m_header.endianMark != SegmentFormat::endianMark) {
        return Error{
            ErrorKind::Unsupported,
            QStringLiteral("The index was written on a machine of another kind. Delete it; it is made anew "
                           "from the articles."),
            path()};
    }
    if (m_header.version != SegmentFormat::version) {
        return Error{
            ErrorKind::Unsupported,
            m_header.version > SegmentFormat::version
                ? QStringLiteral("The index was written by a newer Lectern. Start that one, or delete the "
                                 "index; it is made anew from the articles.")
                : QStringLiteral("The index was written by an older Lectern. Delete it; it is made anew from "
                                 "the articles."),
            path()};
    }
    if (m_header.fileSize != m_bytes.size())
        return damaged(
            QStringLiteral("it should have %1 bytes and has %2").arg(m_header.fileSize).arg(m_bytes.size()));
    const size_t tableBytes = size_t(m_header.sectionCount) * sizeof(Section);
    if (m_header.sectionCount > SegmentFormat::mostSections || sizeof(Header) + tableBytes > m_bytes.size())
        return damaged(QStringLiteral("its table of sections does not fit in it"));
    m_sections = {reinterpret_cast<const Section *>(m_bytes.data() + sizeof(Header)), m_header.sectionCount};

    Header header = m_header;
    header.hash = 0;
    XXH3_state_t state;
    XXH3_64bits_reset(&state);
    XXH3_64bits_update(&state, &header, sizeof header);
    XXH3_64bits_update(&state, m_sections.data(), tableBytes);
    if (XXH3_64bits_digest(&state) != m_header.hash)
        return damaged(QStringLiteral("the checksum of its header is wrong"));

    quint64 before = sizeof(Header) + tableBytes;
    for (size_t i = 0; i < m_sections.size(); ++i) {
        const Section &section = m_sections[i];
        const bool ascends = i == 0 || m_sections[i - 1].id < section.id;
        if (!ascends || section.elementSize == 0 || section.offset % SegmentFormat::alignment != 0 ||
            section.offset < before || section.offset > m_bytes.size() ||
            section.size > m_bytes.size() - section.offset || section.size % section.elementSize != 0)
            return damaged(QStringLiteral("section %1 does not fit in it").arg(section.id, 0, 16));
        before = section.offset + section.size;
    }
    if (m_header.docCount > SegmentFormat::mostDocuments)
        return damaged(QStringLiteral("it has too many articles"));
    return {};
}

qint64 MappedSections::residentBytes() const
{
    // proc(5): 64 bits a page, the highest of which says that it is in memory.
    constexpr quint64 isPresent = quint64(1) << 63;
    const quint64 pageBytes = quint64(::sysconf(_SC_PAGESIZE));
    QFile pages(QStringLiteral("/proc/self/pagemap"));
    if (!pages.open(QIODevice::ReadOnly | QIODevice::Unbuffered) ||
        !pages.seek(qint64(reinterpret_cast<quintptr>(m_bytes.data()) / pageBytes * sizeof(quint64))))
        return 0;
    qint64 resident = 0;
    std::array<quint64, 8192> entries{};
    for (quint64 left = (m_bytes.size() + pageBytes - 1) / pageBytes; left > 0;) {
        const qint64 wanted = qint64(std::min<quint64>(left, entries.size()) * sizeof(quint64));
        if (pages.read(reinterpret_cast<char *>(entries.data()), wanted) != wanted)
            return resident;
        const quint64 count = quint64(wanted) / sizeof(quint64);
        resident += qint64(pageBytes) * std::count_if(entries.begin(), entries.begin() + qsizetype(count),
                                                      [](quint64 entry) { return (entry & isPresent) != 0; });
        left -= count;
    }
    return std::min(resident, qint64(m_bytes.size()));
}

void MappedSections::letGo() const
{
    // The pages are the file's, so nothing is lost with them.
    ::madvise(const_cast<std::byte *>(m_bytes.data()), m_bytes.size(), MADV_DONTNEED);
}

const Section *MappedSections::find(quint32 id) const
{
    const auto found =
        std::lower_bound(m_sections.begin(), m_sections.end(), id,
                         [](const Section &section, quint32 wanted) { return section.id < wanted; });
    return found != m_sections.end() && found->id == id ? &*found : nullptr;
}

Result<void> MappedSections::verify(const std::stop_token &stop) const
{
    constexpr size_t step = 16 * 1024 * 1024;
    XXH3_state_t state;
    for (const Section &section : m_sections) {
        XXH3_64bits_reset(&state);
        for (std::span<const std::byte> rest = m_bytes.subspan(section.offset, section.size);
             !rest.empty();) {
            if (stop.stop_requested())
                return Error{ErrorKind::Cancelled, QStringLiteral("The index was not checked to its end."),
                             path()};
            const std::span<const std::byte> part = rest.first(std::min(step, rest.size()));
            XXH3_64bits_update(&state, part.data(), part.size());
            rest = rest.subspan(part.size());
        }
        if (XXH3_64bits_digest(&state) != section.hash)
            return damaged(QStringLiteral("the checksum of section %1 is wrong").arg(section.id, 0, 16));
    }
    return {};
}

} // namespace Lectern
