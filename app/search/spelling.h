#pragma once

#include "search/fuzzyterms.h"

#include <QStringList>

#include <vector>

namespace Lectern {

/// A word that might have been meant.
struct SpellingCandidate
{
    QString term; ///< folded
    int distance; ///< edits from the word asked for, 1 or 2
    quint32 docs; ///< articles that have it
};

/// How many edits a folded word is allowed to be wrong by; 0 for words of which nothing better is to be said:
/// those of one letter, and those with digits, whose neighbours are other numbers.
int spellingEdits(const QString &word);

/// The words that were rather meant by a folded word that `wordDocs` articles have: nearest first, then those
/// that most articles have, then those that begin alike, then those nearest in length; at most `most` of
/// them. A term that is there more than once (of several segments) counts with all its articles. Terms that
/// are not much commoner than the word itself are none, and a word in `commonFrom` articles or more is taken
/// to be right.
QStringList spellingSuggestions(const QString &word, quint32 wordDocs, quint32 commonFrom,
                                const std::vector<SpellingCandidate> &candidates, qsizetype most);

/// The candidates of one dictionary among the terms of fuzzyTerms(): docCount(id) gives the articles of a
/// term, termOf(id) its UTF-8, asked for those only that any article has.
template <typename TermOf, typename DocCount>
std::vector<SpellingCandidate> spellingCandidates(const std::vector<FuzzyTerm> &terms, TermOf termOf,
                                                  DocCount docCount)
{
    std::vector<SpellingCandidate> candidates;
    for (const auto &[id, distance] : terms) {
        const quint32 docs = distance == 0 ? 0 : docCount(id);
        if (docs == 0)
            continue;
        const std::string_view term = termOf(id);
        candidates.push_back({QString::fromUtf8(term.data(), qsizetype(term.size())), distance, docs});
    }
    return candidates;
}

} // namespace Lectern
