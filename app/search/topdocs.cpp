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
        if (m_count == 0 || score < m_threshold)
            return false;
        if (score == m_threshold) { // most offers end here
            const ArticleColumns &columns = part.segment->columns();
            const qint64 date = columns.newestFirst(doc);
            if (date > m_worstDate || (date == m_worstDate && columns.idKeys[doc] > m_worstId))
                return false;
        }
        if (!isBetter(entry, m_entries.front()))
            return false;
        std::pop_heap(m_entries.begin(), m_entries.end(), isBetter);
        m_entries.back() = entry;
        std::push_heap(m_entries.begin(), m_entries.end(), isBetter);
    }
    const Entry &worst = m_entries.front();
    m_threshold = worst.score;
    const ArticleColumns &columns = worst.part->segment->columns();
    m_worstDate = columns.newestFirst(worst.doc);
    m_worstId = columns.idKeys[worst.doc];
    return true;
}

std::vector<TopDocs::Entry> TopDocs::take()
{
    std::sort(m_entries.begin(), m_entries.end(), isBetter);
    m_threshold = -std::numeric_limits<float>::infinity();
    return std::exchange(m_entries, {});
}

} // namespace Lectern
