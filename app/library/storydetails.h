#pragma once

#include "library/storymap.h"
#include "stories/storyreasons.h"

namespace Lectern {

/// What the card of a story tells beside its summary. Takes longer: the accounts are read and laid side by
/// side.
struct StoryDetails
{
    struct Account
    {
        ArticlePtr article;
        QString copyOf;       ///< the outlet or title of which it is a copy; "" when it is none
        double contained = 0; ///< likewise
        int onlyHere = 0;     ///< sentences that no other of the compared accounts has; -1 when not compared
        TextRange firstOnly;  ///< the first of them
    };
    StoryMap::Story story;
    std::vector<Account> accounts; ///< in the order of the story
    std::vector<StoryReason> reasons;
    bool isSaid = false; ///< the reader has said something about these articles
};

} // namespace Lectern
