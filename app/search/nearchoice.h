#pragma once

#include "search/nearness.h"

#include <vector>

namespace Lectern {

/// Chooses one span of each part inside a stretch of a text, so that none overlap and all are near.
class NearChoice final
{
public:
    /// The parts must outlive it.
    NearChoice(NearParts parts, quint32 distance);

    /// The most positions that a near combination takes.
    quint32 stretch() const { return m_stretch; }
    /// Whether there is a near combination between two positions, both inclusive, at most a stretch apart.
    bool holds(quint32 from, quint32 to);
    /// The same where one part is that very span.
    bool holds(quint32 from, quint32 to, size_t part, WordSpan span);

private:
    struct Owner
    {
        quint32 position = 0;
        size_t part = 0;
    };

    void gather(size_t part, quint32 from, quint32 to);
    bool holdsAmongCandidates();
    bool matchWords();
    bool giveWord(size_t part);
    bool choose();
    bool chosenAreNear() const;

    NearParts m_parts;
    quint32 m_distance;
    quint32 m_stretch = 0;
    bool m_ofWords = true; ///< every span is a single word
    std::vector<std::vector<WordSpan>> m_candidates;
    std::vector<Owner> m_owners;
    std::vector<quint32> m_visited;
    std::vector<WordSpan> m_chosen;
};

} // namespace Lectern
