#pragma once

#include "stories/accountdifferences.h"

namespace Lectern {

enum class SharedKind : quint8 {
    Same,        ///< letter by letter
    Typographic, ///< the same words in other typography
    Reworded     ///< with other words in it
};

QString name(SharedKind kind);

/// A stretch that two accounts share. Ranges are UTF-16 units of either text.
struct SharedPassage
{
    TextRange a;
    TextRange b;
    SharedKind kind = SharedKind::Same;
    bool isQuotation = false; ///< most of its words are in quotation marks in both accounts
    double score = 1;         ///< 0..1: linked words of all words of both sides
    std::vector<AccountDifference> differences;

    bool operator==(const SharedPassage &) const = default;
};

/// What two accounts share, ascending by their place in the first. The result of (b, a) is the mirror of that
/// of (a, b).
std::vector<SharedPassage> align(const StoryTokens &a, const StoryTokens &b);

/// The sentences of an account of which less than half of the words stand in passages that it shares
/// (`shared`: its own sides, in any order), as ranges of its text. Sentences without a word are left out.
std::vector<TextRange> onlyHere(const StoryTokens &account, std::vector<TextRange> shared);

} // namespace Lectern
