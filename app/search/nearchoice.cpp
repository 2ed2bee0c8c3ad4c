#include "search/nearchoice.h"

#include <algorithm>

namespace Lectern {

NearChoice::NearChoice(NearParts parts, quint32 distance)
    : m_parts(parts)
    , m_distance(distance)
    , m_stretch(distance)
    , m_candidates(parts.size())
{
    for (const std::vector<WordSpan> &part : parts) {
        quint32 longest = 1;
        for (const WordSpan span : part)
            longest = std::max(longest, span.last - span.first + 1);
        m_ofWords = m_ofWords && longest == 1;
        m_stretch += longest;
    }
}

bool NearChoice::holds(quint32 from, quint32 to)
{
    for (size_t part = 0; part < m_parts.size(); ++part)
        gather(part, from, to);
    return holdsAmongCandidates();
}

bool NearChoice::holds(quint32 from, quint32 to, size_t part, WordSpan span)
{
    for (size_t other = 0; other < m_parts.size(); ++other) {
        if (other != part)
            gather(other, from, to);
    }
    m_candidates[part] = {span};
    return holdsAmongCandidates();
}

void NearChoice::gather(size_t part, quint32 from, quint32 to)
{
    std::vector<WordSpan> &candidates = m_candidates[part];
    candidates.clear();
    const std::vector<WordSpan> &spans = m_parts[part];
    auto span = std::partition_point(spans.begin(), spans.end(),
                                     [from](WordSpan other) { return other.last < from; });
    for (; span != spans.end() && span->last <= to; ++span) {
        if (span->first >= from)
            candidates.push_back(*span);
        // With as many words as there are parts, one is always left.
        if (m_ofWords && candidates.size() == m_parts.size())
            break;
    }
}

bool NearChoice::holdsAmongCandidates()
{
    if (std::any_of(m_candidates.begin(), m_candidates.end(),
                    [](const std::vector<WordSpan> &candidates) { return candidates.empty(); }))
        return false;
    if (m_ofWords)
        return matchWords();
    m_chosen.clear();
    return choose();
}

/// Single words within the stretch are near whichever they are, so it is enough to give each part one of its
/// own: a matching in a bipartite graph, by augmenting paths (Kuhn).
bool NearChoice::matchWords()
{
    m_owners.clear();
    for (size_t part = 0; part < m_parts.size(); ++part) {
        m_visited.clear();
        if (!giveWord(part))
            return false;
    }
    return true;
}

bool NearChoice::giveWord(size_t part)
{
    for (const WordSpan span : m_candidates[part]) {
        if (std::find(m_visited.begin(), m_visited.end(), span.first) != m_visited.end())
            continue;
        m_visited.push_back(span.first);
        const auto owner = std::find_if(m_owners.begin(), m_owners.end(),
                                        [span](const Owner &other) { return other.position == span.first; });
        if (owner == m_owners.end()) {
            m_owners.push_back({span.first, part});
            return true;
        }
        const auto index = size_t(owner - m_owners.begin());
        if (giveWord(m_owners[index].part)) {
            m_owners[index].part = part;
            return true;
        }
    }
    return false;
}

/// Spans of any length: every choice in turn.
bool NearChoice::choose()
{
    const size_t part = m_chosen.size();
    if (part == m_parts.size())
        return chosenAreNear();
    for (const WordSpan span : m_candidates[part]) {
        if (std::any_of(m_chosen.begin(), m_chosen.end(), [span](WordSpan other) {
                return span.first <= other.last && other.first <= span.last;
            }))
            continue;
        m_chosen.push_back(span);
        if (choose())
            return true;
        m_chosen.pop_back();
    }
    return false;
}

bool NearChoice::chosenAreNear() const
{
    WordSpan all = m_chosen.front();
    quint32 words = 0;
    for (const WordSpan span : m_chosen) {
        all = {std::min(all.first, span.first), std::max(all.last, span.last)};
        words += span.last - span.first + 1;
    }
    return all.last - all.first + 1 - words <= m_distance;
}

} // namespace Lectern
