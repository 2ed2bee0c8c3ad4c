#include "search/spelling.h"

#include <QHash>

#include <algorithm>
#include <cstdlib>
#include <tuple>

namespace Lectern {

namespace {

/// Two edits make any short word of any other.
constexpr qsizetype shortWord = 4;
/// A better spelling is in so many times the articles of a worse one.
constexpr quint64 muchCommoner = 4;

qsizetype codePoints(const QString &word)
{
    return word.size() - std::count_if(word.begin(), word.end(), [](QChar c) { return c.isLowSurrogate(); });
}

/// One candidate a term, with the articles of all.
std::vector<SpellingCandidate> merged(const std::vector<SpellingCandidate> &candidates)
{
    std::vector<SpellingCandidate> all;
    QHash<QString, size_t> places;
    for (const SpellingCandidate &candidate : candidates) {
        const auto place = places.constFind(candidate.term);
        if (place == places.constEnd()) {
            places.insert(candidate.term, all.size());
            all.push_back(candidate);
        } else {
            all[*place].docs += candidate.docs;
        }
    }
    return all;
}

} // namespace

int spellingEdits(const QString &word)
{
    const qsizetype length = codePoints(word);
    if (length < 2 || std::any_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); }))
        return 0;
    return length <= shortWord ? 1 : 2;
}

QStringList spellingSuggestions(const QString &word, quint32 wordDocs, quint32 commonFrom,
                                const std::vector<SpellingCandidate> &candidates, qsizetype most)
{
    const int edits = spellingEdits(word);
    if (edits == 0 || wordDocs >= commonFrom)
        return {};
    std::vector<SpellingCandidate> likely = merged(candidates);
    std::erase_if(likely, [&](const SpellingCandidate &candidate) {
        return candidate.term.isEmpty() || candidate.term == word || candidate.distance > edits ||
               candidate.docs < muchCommoner * wordDocs;
    });
    const qsizetype length = codePoints(word);
    const auto rank = [&word, length](const SpellingCandidate &candidate) {
        return std::tuple(candidate.distance, -qint64(candidate.docs), candidate.term.front() != word.front(),
                          std::abs(codePoints(candidate.term) - length));
    };
    // The order of terms decides last, so that segments in another order give the same.
    std::sort(likely.begin(), likely.end(), [&rank](const SpellingCandidate &a, const SpellingCandidate &b) {
        const auto ofA = rank(a);
        const auto ofB = rank(b);
        return ofA != ofB ? ofA < ofB : a.term < b.term;
    });
    QStringList suggestions;
    for (const SpellingCandidate &candidate : likely)
        if (suggestions.size() < most)
            suggestions += candidate.term;
    return suggestions;
}

} // namespace Lectern
