#pragma once

#include "library/articlefinder.h"
#include "passages/anchor.h"

#include <stop_token>

namespace Lectern {

/// A place where the words of a passage may stand today.
struct ReviewPlace
{
    ArticlePtr article;
    TextRange range;                         ///< UTF-16 units of its text
    double score = 0;                        ///< see AnchorCandidate
    double context = 0;                      ///< likewise
    QString words;                           ///< that stand there
    std::vector<WordDifference> differences; ///< of the quote and `words`
};

/// What the user needs to say where a passage stands today: what is proposed for one that has changed, what
/// looks most like it for an orphan.
struct PassageReview
{
    Passage passage;
    AnchorState state = AnchorState::Orphan;
    ArticlePtr article;                      ///< that its file holds today; null: it is gone
    ArticleMeans means = ArticleMeans::None; ///< by what the articles of other files were found
    std::vector<ReviewPlace> places;         ///< the best first; that of Changed is the proposed one
    bool isWaiting = false;                  ///< the user has not answered

    static constexpr size_t mostPlaces = 5;
};

/// Looks for the passage in the article of its file, and in others that may be meant when that is gone or has
/// no place for it. Reads many articles in the worst case: nothing for the GUI thread.
PassageReview reviewOf(const Passage &passage, const CorpusPtr &corpus, const std::stop_token &stop = {});

} // namespace Lectern
