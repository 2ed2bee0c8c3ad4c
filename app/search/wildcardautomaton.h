#pragma once

#include "search/letterpositions.h"
#include "base/utf8.h"

#include <string_view>

namespace Lectern {

/// Accepts the words that a pattern of at most `size - 1` code points other than * fits as a whole: * stands
/// for any letters, ? for exactly one code point. For TermWalk; its time grows with the word's length alone.
template <size_t size>
class WildcardAutomaton
{
public:
    using State = std::bitset<size>; ///< bit i: the pattern's code points before i are read

    explicit WildcardAutomaton(const std::u32string &pattern)
    {
        for (const char32_t c : pattern) {
            if (c == U'*') {
                m_loops.set(m_letters.size());
                continue;
            }
            if (c == U'?')
                m_any.set(m_letters.size());
            else
                m_positions.add(c, m_letters.size());
            m_letters.push_back(c);
        }
    }

    State start() const { return State(1); }

    bool step(const State &from, char32_t c, State *to) const
    {
        *to = (from & (m_positions.of(c) | m_any)) << 1 | (from & m_loops);
        return to->any();
    }

    bool takesAnything(const State &state) const { return (state & (m_any | m_loops)).any(); }

    char32_t nextLetter(const State &state, char32_t from) const
    {
        char32_t least = 0xffffffff;
        forEachPosition(state, [&](size_t i) {
            if (i < m_letters.size() && m_letters[i] >= from)
                least = std::min(least, m_letters[i]);
        });
        return least;
    }

    int match(const State &state) const { return state.test(m_letters.size()) ? 0 : -1; }

    bool fits(std::string_view term) const
    {
        State state = start();
        while (!term.empty()) {
            const auto [c, bytes] = readUtf8(term);
            if (!step(state, c, &state))
                return false;
            term.remove_prefix(bytes);
        }
        return match(state) >= 0;
    }

private:
    std::u32string m_letters; ///< the pattern without its *
    LetterPositions<size> m_positions;
    State m_any;   ///< positions of ?
    State m_loops; ///< positions before which there is a *
};

} // namespace Lectern
