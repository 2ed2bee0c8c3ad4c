#pragma once

#include "search/termsequence.h"
#include "base/utf8.h"

#include <algorithm>
#include <string>
#include <vector>

namespace Lectern {

/// Finds the terms of a sorted dictionary that an automaton accepts. States are kept for every code point of
/// the term looked at, so that a beginning shared with the term before is not read again; where nothing more
/// can be accepted, the walk goes to the least word behind that could be, letters that must follow included
/// (as Lucene's AutomatonTermsEnum does).
///
/// An Automaton has a default-constructible State and
///  - State start() const;
///  - bool step(const State &from, char32_t c, State *to) const: false when nothing is accepted behind c;
///  - bool takesAnything(const State &) const: whether every letter leads on;
///  - char32_t nextLetter(const State &, char32_t from) const: the least letter >= from that may lead on,
///    noLetter when there is none; asked only where not everything does;
///  - int match(const State &) const: negative when not accepted, else what `found` shall know.
template <typename Automaton, TermSequence Cursor>
class TermWalk
{
public:
    TermWalk(const Automaton &automaton, Cursor &cursor)
        : m_automaton(automaton)
        , m_cursor(cursor)
    {}

    /// Calls found(id, match) for each term accepted, in the order of terms.
    template <typename Found>
    void run(Found found)
    {
        m_steps.assign(1, {m_automaton.start(), 0});
        complete(m_steps.front().state);
        if (!m_cursor.seek(m_target))
            return;
        while (read()) {
            if (m_stop == noStop) {
                if (const int match = m_automaton.match(m_steps.back().state); match >= 0)
                    found(m_cursor.id(), match);
            }
            if (!advance())
                return;
        }
    }

private:
    using State = typename Automaton::State;
    struct Step
    {
        State state;
        size_t end = 0; ///< bytes of m_term before it
    };
    static constexpr char32_t noStop = 0xffffffff;
    static constexpr char32_t noLetter = 0xffffffff;
    /// Going on term by term is cheaper than to seek when the target is this near.
    static constexpr int nearby = 3;

    /// Reads the cursor's term as far as anything can be accepted. False when it does not stand behind the
    /// one before: the dictionary is damaged, and the walk might never end.
    bool read()
    {
        const std::string_view term = m_cursor.term();
        const size_t shorter = std::min(term.size(), m_term.size());
        const auto common =
            size_t(std::mismatch(term.begin(), term.begin() + shorter, m_term.begin()).first - term.begin());
        if (!m_isFirst && (common == term.size() ||
                           (common < m_term.size() && quint8(term[common]) < quint8(m_term[common]))))
            return false;
        m_isFirst = false;
        while (m_steps.back().end > common)
            m_steps.pop_back();
        m_term.replace(common, std::string::npos, term.substr(common));
        size_t at = m_steps.back().end;
        State state;
        while (at < m_term.size()) {
            const auto [c, bytes] = readUtf8(std::string_view(m_term).substr(at));
            if (!m_automaton.step(m_steps.back().state, c, &state)) {
                m_stop = c;
                return true;
            }
            at += bytes;
            m_steps.push_back({state, at});
        }
        m_stop = noStop;
        return true;
    }

    /// Goes to the next term that may be accepted; false when there is none.
    bool advance()
    {
        if (m_stop == noStop && m_automaton.takesAnything(m_steps.back().state))
            return m_cursor.next();
        if (!findTarget())
            return false;
        for (int i = 0; i < nearby; ++i) {
            if (!m_cursor.next())
                return false;
            if (m_cursor.term() >= m_target)
                return true;
        }
        return m_cursor.seek(m_target);
    }

    /// Makes m_target the least word behind the term that may be accepted.
    bool findTarget()
    {
        char32_t from = m_stop == noStop ? 0 : m_stop + 1;
        State state;
        for (;;) {
            const Step &step = m_steps.back();
            const char32_t letter = letterBehind(step.state, from);
            if (letter == noLetter) {
                if (m_steps.size() == 1)
                    return false;
                m_steps.pop_back();
                from = readUtf8(std::string_view(m_term).substr(m_steps.back().end)).codePoint + 1;
                continue;
            }
            if (m_automaton.step(step.state, letter, &state)) {
                m_target.assign(m_term, 0, step.end);
                appendUtf8(letter, &m_target);
                complete(state);
                return true;
            }
            from = letter + 1;
        }
    }

    char32_t letterBehind(const State &state, char32_t from) const
    {
        if (!m_automaton.takesAnything(state))
            return m_automaton.nextLetter(state, from);
        if (from >= 0xd800 && from < 0xe000)
            return 0xe000;
        return from > 0x10ffff ? noLetter : from;
    }

    /// Appends to m_target the least letters that must follow.
    void complete(State state)
    {
        State next;
        while (m_automaton.match(state) < 0 && !m_automaton.takesAnything(state)) {
            char32_t letter = m_automaton.nextLetter(state, 0);
            while (letter != noLetter && !m_automaton.step(state, letter, &next))
                letter = m_automaton.nextLetter(state, letter + 1);
            if (letter == noLetter)
                return;
            appendUtf8(letter, &m_target);
            state = next;
        }
    }

    const Automaton &m_automaton;
    Cursor &m_cursor;
    std::string m_term;        ///< the term read last
    std::vector<Step> m_steps; ///< the start and the states behind each code point of m_term that leads on
    char32_t m_stop = noStop;  ///< the code point of m_term that does not
    std::string m_target;
    bool m_isFirst = true; ///< no term was read yet
};

} // namespace Lectern
