#include "search/sectionwriter.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace Lectern {

using SegmentFormat::Header;
using SegmentFormat::Section;

struct SectionWriter::Hash
{
    XXH3_state_t state;
};

SectionWriter::SectionWriter(QIODevice &device, quint32 sectionCount)
    : m_device(device)
    , m_sectionCount(sectionCount)
    , m_hash(std::make_unique<Hash>())
{
    // Room for what finish() writes, which is not known yet.
    const QByteArray room(qsizetype(sizeof(Header) + sectionCount * sizeof(Section)), '\0');
    put(room.constData(), size_t(room.size()));
}

SectionWriter::~SectionWriter() = default;

void SectionWriter::put(const void *bytes, size_t size)
{
    if (size == 0)
        return;
    m_ok = m_ok && m_device.write(static_cast<const char *>(bytes), qint64(size)) == qint64(size);
    m_at += size;
}

void SectionWriter::pad()
{
    static constexpr std::array<char, SegmentFormat::alignment> zeros{};
    put(zeros.data(), size_t(-m_at % SegmentFormat::alignment));
}

void SectionWriter::begin(quint32 id, quint32 elementSize)
{
    Q_ASSERT(m_sections.empty() || m_sections.back().id < id);
    pad();
    m_sections.push_back({id, elementSize, m_at, 0, 0});
    XXH3_64bits_reset(&m_hash->state);
}

void SectionWriter::append(const void *bytes, size_t size)
{
    if (size == 0)
        return;
    XXH3_64bits_update(&m_hash->state, bytes, size);
    put(bytes, size);
}

void SectionWriter::end()
{
    Section &section = m_sections.back();
    section.size = m_at - section.offset;
    section.hash = XXH3_64bits_digest(&m_hash->state);
}

bool SectionWriter::finish(Header header)
{
    Q_ASSERT(m_sections.size() == m_sectionCount);
    pad();
    header.fileSize = m_at;
    header.sectionCount = m_sectionCount;
    header.hash = 0;
    XXH3_64bits_reset(&m_hash->state);
    XXH3_64bits_update(&m_hash->state, &header, sizeof header);
    XXH3_64bits_update(&m_hash->state, m_sections.data(), m_sections.size() * sizeof(Section));
    header.hash = XXH3_64bits_digest(&m_hash->state);
    m_ok = m_ok && m_device.seek(0);
    put(&header, sizeof header);
    put(m_sections.data(), m_sections.size() * sizeof(Section));
    return m_ok;
}

} // namespace Lectern
