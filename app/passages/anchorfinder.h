#pragma once

#include "passages/similarplaces.h"

namespace Lectern {

/// Finds passages in one article: what it has to know of the text it learns once, when it is needed. Not
/// thread-safe; keep one a thread.
///
/// The rules, in order:
///  1. The same content (file or canonical text) and the words at the stored offsets: Exact.
///  2. Exactly the words, typography included, at a place whose surroundings are those that the passage
///     remembers, at no other: Moved. Surroundings that changed in part are enough when the place is clearly
///     ahead of all others. Words that stood once in their text and stand once in this one, in the same
///     sentence or as sentences of their own, are Moved wherever they are, unless another place looks more
///     like it.
///  3. Words that fold alike or are at least `acceptedScore` alike, at a place clearly ahead of the runner-up
///  in
///     words and surroundings: Changed.
///  4. Anything else is an Orphan with the best places.
/// Quotes of fewer than `tellingQuote` UTF-16 units are only found with their surroundings, and never
/// approximately.
class AnchorFinder
{
public:
    static constexpr double acceptedScore = 0.75;
    static constexpr size_t mostCandidates = 5;

    /// The article must outlive it.
    explicit AnchorFinder(const Article &article);

    Anchor anchor(const Passage &passage);

    /// All places where exactly these words stand, not as parts of longer words.
    std::vector<TextRange> placesOf(const QString &quote) const;

private:
    bool isSameContent(const Passage &passage);

    const Article &m_article;
    QStringView m_text;
    QByteArray m_textSha256; ///< empty until it is needed
    SimilarPlaces m_similar;
};

} // namespace Lectern
