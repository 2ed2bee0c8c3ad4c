#pragma once

#include "search/corpus.h"
#include "search/segment.h"

#include <limits>
#include <vector>

namespace Lectern {

/// The best so many documents of a search, over all segments. Equal scores are decided by date, then by id.
class TopDocs final
{
public:
    struct Entry
    {
        float score = 0;
        quint32 doc = 0; ///< in its segment
        const Corpus::Part *part = nullptr;
    };

    explicit TopDocs(size_t count)
        : m_count(count)
    {
        m_entries.reserve(count);
    }

    /// Documents below this score need not be offered.
    float threshold() const { return m_threshold; }
    bool isFull() const { return m_entries.size() >= m_count; }

    /// False when it is not among them.
    bool offer(float score, quint32 doc, const Corpus::Part &part);
    /// The best first; it is empty afterwards.
    std::vector<Entry> take();

private:
    static bool isBetter(const Entry &a, const Entry &b);

    size_t m_count;
    float m_threshold = -std::numeric_limits<float>::infinity();
    qint64 m_worstDate = 0;       ///< ArticleColumns::newestFirst() of the worst, when it is full
    quint64 m_worstId = 0;        ///< its ArticleColumns::idKeys
    std::vector<Entry> m_entries; ///< a heap, the worst in front, when it is full
};

} // namespace Lectern
