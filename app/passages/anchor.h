#pragma once

#include "text/passage.h"
#include "text/worddifference.h"

#include <QString>

#include <vector>

namespace Lectern {

/// Where the words of a kept passage are today. Never a silent guess: only Exact and Moved may be shown as if
/// nothing had happened.
enum class AnchorState : quint8 {
    Exact,   ///< the same content: the stored offsets hold
    Moved,   ///< the content changed; exactly these words stand at one clear place
    Changed, ///< one place is clearly the best, but its words or all around them differ: the user decides
    Orphan   ///< the article is gone, or no place in it is clearly the best: the passage keeps its own words
};

QString name(AnchorState state);

/// A place where the words may stand.
struct AnchorCandidate
{
    TextRange range;    ///< UTF-16 units of the article's text
    double score = 0;   ///< 0..1, how alike the words are; 1 for the same words, typography apart
    double context = 0; ///< 0..1, how alike what stands around them is

    bool operator==(const AnchorCandidate &) const = default;
};

/// What became of a passage.
struct Anchor
{
    AnchorState state = AnchorState::Orphan;
    TextRange range;                         ///< in the article's text; empty for an orphan
    double score = 0;                        ///< see AnchorCandidate; 0 for an orphan
    std::vector<WordDifference> differences; ///< of the quote and the words at `range`; for Changed
    std::vector<AnchorCandidate> candidates; ///< the best places, the best first, for Changed and Orphan
};

/// Finds a passage in the article that its file holds today; null: the article is gone. For many passages of
/// one article, AnchorFinder is faster.
Anchor anchorIn(const Passage &passage, const Article *article);

/// The passage as it is when the user has said that its words stand at `range` now: cut anew there, with its
/// id, note, tags, colour, star and times, with what it left out, and with its words so far in `earlier`.
/// What the article no longer says of itself (title, authors, ...) stays.
Passage accepted(const Passage &passage, const Article &article, TextRange range, const QDateTime &when);

/// The passage as it is when the user has said that its words are not in this content any more: an Orphan
/// there until the file changes again.
Passage declined(const Passage &passage, const Article &article);
/// The same where the article is gone: the user knows, and leaves the passage with its own words.
Passage declinedAsGone(const Passage &passage);
/// Whether the user has said so of the content that the passage's file holds today; "": the article is gone.
bool isDeclined(const Passage &passage, const ArticleId &today);

} // namespace Lectern
