#pragma once

#include "passages/anchor.h"

#include <memory>

namespace Lectern {

/// The words that stand where those of a changed passage seem to be today.
struct FoundWords
{
    TextRange range; ///< UTF-16 units of the article's text
    QString words;
    std::vector<WordDifference> differences; ///< of the quote and `words`
};

/// Where a kept passage stands today, and whether the user has to say something about it.
struct PassageStanding
{
    AnchorState state = AnchorState::Exact;
    bool isKnown = false;   ///< false: nobody has looked yet, the state is a presumption
    bool isWaiting = false; ///< changed or orphan, and the user has not answered
    ArticleId article = {}; ///< that its file holds today; "" when it is gone
    TextRange range = {};   ///< UTF-16 units of that article's text; empty for an orphan
    std::shared_ptr<const FoundWords> found = {}; ///< of Changed; else null
};

/// What is to be said about it in a few words; "" when the words are where they were.
QString standingWords(const PassageStanding &standing);
/// The same as sentences for a screen reader, with the keys that answer.
QString standingSentence(const PassageStanding &standing);

} // namespace Lectern
