#include "search/fieldindex.h"

#include <utility>

namespace Lectern {

QStringView FieldIndex::term(TermId id) const
{
    const quint32 start = id == 0 ? 0 : m_ends[id - 1];
    return {m_letters.data() + start, qsizetype(m_ends[id] - start)};
}

TermId FieldIndex::lowerBound(QStringView wanted) const
{
    TermId first = 0;
    TermId count = termCount();
    while (count > 0) {
        const TermId half = count / 2;
        if (term(first + half).compare(wanted) < 0) {
            first += half + 1;
            count -= half + 1;
        } else {
            count = half;
        }
    }
    return first;
}

std::optional<TermId> FieldIndex::find(QStringView wanted) const
{
    const TermId id = lowerBound(wanted);
    if (id == termCount() || term(id) != wanted)
        return std::nullopt;
    return id;
}

TermSpan FieldIndex::startingWith(QStringView prefix) const
{
    TermSpan span;
    span.first = span.end = lowerBound(prefix);
    TermId count = termCount() - span.first;
    while (count > 0) {
        const TermId half = count / 2;
        if (term(span.end + half).startsWith(prefix)) {
            span.end += half + 1;
            count -= half + 1;
        } else {
            count = half;
        }
    }
    return span;
}

qint64 FieldIndex::bytes() const
{
    return qint64(m_letters.capacity() * sizeof(char16_t) + m_ends.capacity() * sizeof(quint32) +
                  m_entries.capacity() * sizeof(PostingsEntry)) +
           m_postings.bytes();
}

void FieldIndexWriter::beginTerm(QStringView term)
{
    Q_ASSERT(m_index.termCount() == 0 || m_index.term(m_index.termCount() - 1).compare(term) < 0);
    m_index.m_letters.insert(m_index.m_letters.end(), term.utf16(), term.utf16() + term.size());
    m_postings.beginTerm();
}

void FieldIndexWriter::endTerm()
{
    const PostingsEntry entry = m_postings.endTerm();
    if (entry.docCount == 0) {
        m_index.m_letters.resize(m_index.m_ends.empty() ? 0 : m_index.m_ends.back());
        return;
    }
    m_index.m_entries.push_back(entry);
    m_index.m_ends.push_back(quint32(m_index.m_letters.size()));
}

FieldIndex FieldIndexWriter::take()
{
    m_index.m_letters.shrink_to_fit();
    m_index.m_ends.shrink_to_fit();
    m_index.m_entries.shrink_to_fit();
    m_index.m_postings = m_postings.take();
    return std::exchange(m_index, {});
}

} // namespace Lectern
