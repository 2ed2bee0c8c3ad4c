#pragma once

#include "search/termwalk.h"
#include "search/wildcardautomaton.h"

#include <algorithm>
#include <vector>

namespace Lectern {

/// Patterns of more code points than this, * aside, fit no term: terms of an index are shorter.
inline constexpr size_t longestWildcard = 300;

namespace WildcardWalk {

/// The longest stretch of the pattern without * and ?: hardly any term has it.
inline std::string_view longestPiece(std::string_view pattern)
{
    std::string_view longest;
    while (!pattern.empty()) {
        const std::string_view piece = pattern.substr(0, pattern.find_first_of("*?"));
        if (piece.size() > longest.size())
            longest = piece;
        pattern.remove_prefix(std::min(piece.size() + 1, pattern.size()));
    }
    return longest;
}

/// Bytes of the pattern before the first * or ?.
inline size_t literalStart(std::string_view pattern)
{
    return std::min(pattern.find_first_of("*?"), pattern.size());
}

/// Bytes of the pattern behind the last * or ?.
inline size_t literalEnd(std::string_view pattern)
{
    const size_t last = pattern.find_last_of("*?");
    return last == std::string_view::npos ? pattern.size() : pattern.size() - 1 - last;
}

/// Looks at every term: no range of them can be left out when anything may stand in front.
template <size_t size, TermSequence Cursor>
void scan(Cursor &cursor, const WildcardAutomaton<size> &automaton, std::string_view pattern,
          std::vector<quint32> *ids)
{
    const std::string_view piece = longestPiece(pattern);
    const std::string_view end = pattern.substr(pattern.size() - literalEnd(pattern));
    const bool isPieceEnough =
        pattern.size() == piece.size() + 2 && pattern.front() == '*' && pattern.back() == '*';
    if (!cursor.seek({}))
        return;
    do {
        const std::string_view term = cursor.term();
        if (term.ends_with(end) && term.find(piece) != std::string_view::npos &&
            (isPieceEnough || automaton.fits(term)))
            ids->push_back(cursor.id());
    } while (cursor.next());
}

template <size_t size, TermSequence Cursor>
void run(Cursor &cursor, std::string_view pattern, const std::u32string &letters, std::vector<quint32> *ids)
{
    const WildcardAutomaton<size> automaton(letters);
    if (pattern.starts_with('*'))
        scan(cursor, automaton, pattern, ids);
    else
        TermWalk(automaton, cursor).run([ids](quint32 id, int) { ids->push_back(id); });
}

} // namespace WildcardWalk

/// The ids of the terms that a pattern (UTF-8) fits as a whole, in the order of terms: * stands for any
/// letters, ? for exactly one code point. Terms that do not begin like the pattern are not looked at; one
/// that begins with * looks at all.
template <TermSequence Cursor>
std::vector<quint32> wildcardTerms(Cursor &cursor, std::string_view pattern)
{
    std::vector<quint32> ids;
    const std::u32string letters = fromUtf8(pattern);
    const auto stars = size_t(std::count(letters.begin(), letters.end(), U'*'));
    if (letters.size() - stars < 64)
        WildcardWalk::run<64>(cursor, pattern, letters, &ids);
    else if (letters.size() - stars <= longestWildcard)
        WildcardWalk::run<longestWildcard + 20>(cursor, pattern, letters, &ids);
    return ids;
}

/// The same, ascending, with the help of a mirrored dictionary (see fuzzyTerms) when the pattern says more
/// about the end of a term than about its beginning.
template <TermSequence Cursor, TermSequence MirroredCursor>
std::vector<quint32> wildcardTerms(Cursor &cursor, MirroredCursor &mirror, std::string_view pattern)
{
    if (WildcardWalk::literalEnd(pattern) <= WildcardWalk::literalStart(pattern))
        return wildcardTerms(cursor, pattern);
    std::vector<quint32> ids = wildcardTerms(mirror, mirrored(pattern));
    std::sort(ids.begin(), ids.end());
    return ids;
}

} // namespace Lectern
