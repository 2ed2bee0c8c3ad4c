#pragma once

#include "text/article.h"

#include <QDate>

#include <vector>

namespace Lectern {

/// The hash by which a stem, a name or a number is compared.
quint64 termHash(QStringView term);

/// A term of an article and how often it occurs there, words of its title and beginning counted higher.
struct StoryTerm
{
    quint64 hash = 0;
    float count = 0;
    float texts = 0; ///< of the background collection that have it (BackgroundFrequencies); 0 when unknown
};

/// What of an article tells which event it reports. Terms are ascending by hash.
struct StoryTerms
{
    QDate day;                  ///< of publication; invalid when the article does not tell
    bool hasBackground = false; ///< its language has background frequencies
    int wordCount = 0;
    std::vector<StoryTerm> words; ///< stems of all words that are not among the commonest
    std::vector<StoryTerm> names; ///< capitalised sequences and their last words
    std::vector<StoryTerm> numbers;
    std::vector<quint64> title;     ///< stems, ascending
    std::vector<quint64> leadNames; ///< of the beginning, in order
    std::vector<quint64> shingles;  ///< five words in a row, ascending, each once

    static StoryTerms of(const Article &article);
};

/// The stems of the words of a text, each once: what the background frequencies count.
std::vector<QString> stemsOf(QStringView text, const QString &language);

} // namespace Lectern
