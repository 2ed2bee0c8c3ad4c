#pragma once

#include "search/letterpositions.h"

#include <array>
#include <string>

namespace Lectern {

/// Accepts the words within `edits` edits of a word of fewer than `size` code points, by optimal string
/// alignment: insertion, deletion, replacement and transposition of neighbours count one each. For TermWalk.
///
/// A nondeterministic automaton run by bits (Wu and Manber, "Fast text searching allowing errors", 1992, with
/// Hyyrö's transpositions): bit j of reached[d] says that j letters of the word are read with d edits.
template <int edits, size_t size>
class FuzzyAutomaton
{
public:
    using Set = std::bitset<size>;
    struct State
    {
        std::array<Set, edits + 1> reached;
        std::array<Set, edits>
            swapped; ///< the letter behind the next was read: the next one completes a swap
    };

    explicit FuzzyAutomaton(std::u32string word)
        : m_word(std::move(word))
    {
        for (size_t i = 0; i < m_word.size(); ++i)
            m_letters.add(m_word[i], i);
        const Set within = ~Set() >> (size - 1 - m_word.size());
        m_allowed.fill(within);
    }

    /// Refuses the edits from number `edit` on as long as fewer than `position` letters of the word are read.
    void forbidBefore(size_t position, int edit)
    {
        for (; edit <= edits; ++edit)
            m_allowed[size_t(edit)] &= position < size ? ~Set() << position : Set();
    }

    State start() const
    {
        State state;
        state.reached[0].set(0);
        for (size_t d = 1; d <= edits; ++d)
            state.reached[d] = (state.reached[d - 1] << 1) & m_allowed[d];
        return state;
    }

    bool step(const State &from, char32_t c, State *to) const
    {
        const Set same = m_letters.of(c);
        to->reached[0] = (from.reached[0] & same) << 1 & m_allowed[0];
        Set all = to->reached[0];
        for (size_t d = 1; d <= edits; ++d) {
            const Set free = from.reached[d - 1] | (from.reached[d - 1] | to->reached[d - 1]) << 1;
            const Set swap = (from.swapped[d - 1] & same) << 2;
            to->reached[d] = ((from.reached[d] & same) << 1 | free | swap) & m_allowed[d];
            to->swapped[d - 1] = from.reached[d - 1] & same >> 1;
            all |= to->reached[d] | to->swapped[d - 1];
        }
        return all.any();
    }

    bool takesAnything(const State &state) const
    {
        Set next;
        for (size_t d = 0; d < edits; ++d)
            next |= (state.reached[d] | state.reached[d] << 1) & m_allowed[d + 1];
        return next.any();
    }

    char32_t nextLetter(const State &state, char32_t from) const
    {
        Set all = state.reached[edits];
        for (size_t d = 0; d < edits; ++d)
            all |= state.reached[d] | state.swapped[d];
        char32_t least = 0xffffffff;
        forEachPosition(all, [&](size_t i) {
            if (i < m_word.size() && m_word[i] >= from)
                least = std::min(least, m_word[i]);
        });
        return least;
    }

    /// The distance.
    int match(const State &state) const
    {
        for (size_t d = 0; d <= edits; ++d)
            if (state.reached[d].test(m_word.size()))
                return int(d);
        return -1;
    }

private:
    std::u32string m_word;
    LetterPositions<size> m_letters;
    std::array<Set, edits + 1> m_allowed; ///< the positions that may be reached with so many edits
};

} // namespace Lectern
