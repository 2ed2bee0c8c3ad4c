#pragma once

#include "search/fuzzyautomaton.h"
#include "search/termwalk.h"

#include <algorithm>
#include <vector>

namespace Lectern {

/// A term and how many edits it is from the word asked for.
struct FuzzyTerm
{
    quint32 id;
    int distance;

    bool operator==(const FuzzyTerm &) const = default;
};

/// Longer words than this many code points have no fuzzy terms: terms of an index are shorter.
inline constexpr size_t longestFuzzyWord = 300;

namespace FuzzyWalk {

enum class Half { Whole, First, Second };

/// Where a word is cut in two so that either half has few edits.
inline size_t middle(size_t length, int edits)
{
    return edits == 1 ? (length + 1) / 2 : length - length / 3;
}

template <int edits, size_t size, TermSequence Cursor>
void run(Cursor &cursor, const std::u32string &word, Half half, std::vector<FuzzyTerm> *terms)
{
    FuzzyAutomaton<edits, size> automaton(word);
    // Whatever is within the edits has either fewer than all of them at each letter before the middle, or
    // none behind it. Read from the end, the latter is: none until the letter before the middle is read.
    if (half == Half::First)
        automaton.forbidBefore(middle(word.size(), edits), edits);
    if (half == Half::Second)
        automaton.forbidBefore(word.size() - middle(word.size(), edits) + 1, 1);
    TermWalk(automaton, cursor).run([terms](quint32 id, int distance) { terms->push_back({id, distance}); });
}

template <TermSequence Cursor>
void choose(Cursor &cursor, const std::u32string &word, int edits, Half half, std::vector<FuzzyTerm> *terms)
{
    if (word.size() > longestFuzzyWord)
        return;
    const bool isShort = word.size() < 64;
    if (edits == 1)
        isShort ? run<1, 64>(cursor, word, half, terms) : run<1, 320>(cursor, word, half, terms);
    else
        isShort ? run<2, 64>(cursor, word, half, terms) : run<2, 320>(cursor, word, half, terms);
}

} // namespace FuzzyWalk

/// The terms within 1 or 2 edits of a word (UTF-8) by optimal string alignment in code points, ascending by
/// id.
template <TermSequence Cursor>
std::vector<FuzzyTerm> fuzzyTerms(Cursor &cursor, std::string_view word, int edits)
{
    Q_ASSERT(edits == 1 || edits == 2);
    std::vector<FuzzyTerm> terms;
    FuzzyWalk::choose(cursor, fromUtf8(word), edits, FuzzyWalk::Half::Whole, &terms);
    return terms;
}

/// The same, many times faster, with the help of a mirrored dictionary: its terms are mirrored(term) for each
/// term, sorted, and its cursor gives the id that the plain dictionary has for the term.
template <TermSequence Cursor, TermSequence MirroredCursor>
std::vector<FuzzyTerm> fuzzyTerms(Cursor &cursor, MirroredCursor &mirror, std::string_view word, int edits)
{
    Q_ASSERT(edits == 1 || edits == 2);
    std::u32string letters = fromUtf8(word);
    std::vector<FuzzyTerm> terms;
    FuzzyWalk::choose(cursor, letters, edits, FuzzyWalk::Half::First, &terms);
    std::reverse(letters.begin(), letters.end());
    FuzzyWalk::choose(mirror, letters, edits, FuzzyWalk::Half::Second, &terms);
    std::sort(terms.begin(), terms.end(), [](const FuzzyTerm &a, const FuzzyTerm &b) {
        return a.id != b.id ? a.id < b.id : a.distance < b.distance;
    });
    const auto isSame = [](const FuzzyTerm &a, const FuzzyTerm &b) { return a.id == b.id; };
    terms.erase(std::unique(terms.begin(), terms.end(), isSame), terms.end());
    return terms;
}

} // namespace Lectern
