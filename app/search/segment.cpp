#include "search/segment.h"

#include <algorithm>
#include <utility>

namespace Lectern {

SegmentArrays SegmentStorage::arrays() const
{
    SegmentArrays arrays;
    arrays.columns = columns.columns();
    for (size_t i = 0; i < fields.size(); ++i)
        arrays.fields[i] = fields[i].arrays();
    arrays.pairs = pairs.arrays();
    arrays.mirror = mirror.arrays();
    arrays.pairWords = pairWords;
    for (const StemStorage &one : stems)
        arrays.stems.push_back({one.language, one.classes});
    return arrays;
}

Segment::Segment(SegmentArrays arrays, ArticleSourcePtr articles, std::shared_ptr<const void> owner)
    : m_owner(std::move(owner))
    , m_arrays(std::move(arrays))
    , m_articles(std::move(articles))
{
    Q_ASSERT(m_articles->size() == size());
    for (size_t i = 0; i < m_fields.size(); ++i)
        m_fields[i] = FieldIndex(m_arrays.fields[i]);
    m_pairs = FieldIndex(m_arrays.pairs);
    m_mirror = FieldIndex(m_arrays.mirror);
    m_averageWords = double(wordCount()) / std::max(1U, size());
}

size_t Segment::slotOf(QueryField field)
{
    switch (field) {
    case QueryField::Lede:
        return size_t(QueryField::Text);
    case QueryField::Tag:
    case QueryField::Note:
    case QueryField::Date:
        return SegmentArrays::fieldCount - 1;
    default:
        return size_t(field);
    }
}

bool Segment::hasPairsOf(std::string_view word) const
{
    return std::binary_search(m_arrays.pairWords.begin(), m_arrays.pairWords.end(), word, std::less<>());
}

qint64 Segment::indexBytes() const
{
    qint64 bytes = columns().bytes() + m_pairs.bytes() + m_mirror.bytes();
    for (const FieldIndex &field : m_fields)
        bytes += field.bytes();
    for (const StemArrays &stems : m_arrays.stems)
        bytes += qint64(stems.classes.size());
    return bytes;
}

} // namespace Lectern
