#include "search/topdocs.h"

#include <algorithm>
#include <utility>

namespace Lectern {

bool TopDocs::isBetter(const Entry &a, const Entry &b)
{
    if (a.score != b.score)
        return a.score > b.score;
    const ArticleColumns &columns = a.part->segment->columns();
    const ArticleColumns &others = b.part->segment->columns();
    if (columns.comesBefore(a.doc, others, b.doc))
        return true;
    if (others.comesBefore(b.doc, columns, a.doc))
        return false;
    return a.part->base + a.doc < b.part->base + b.doc;
}

bool TopDocs::offer(float score, quint32 doc, const Corpus::Part &part)
{
    const Entry entry{score, doc, &part};
    if (m_entries.size() < m_count) {
        m_entries.push_back(entry);
        if (m_entries.size() < m_count)
            return true;
        std::make_heap(m_entries.begin(), m_entries.end(), isBetter);
    } else {
        if (m_count == 0 || !isBetter(entry, m_entries.front()))
            return false;
        std::pop_heap(m_entries.begin(), m_entries.end(), isBetter);
        m_entries.back() = entry;
        std::push_heap(m_entries.begin(), m_entries.end(), isBetter);
    }
    m_threshold = m_entries.front().score;
    return true;
}

std::vector<TopDocs::Entry> TopDocs::take()
{
    std::sort(m_entries.begin(), m_entries.end(), isBetter);
    m_threshold = -std::numeric_limits<float>::infinity();
    return std::exchange(m_entries, {});
}

} // namespace Lectern
