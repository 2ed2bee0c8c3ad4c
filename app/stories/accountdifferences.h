#pragma once

#include "stories/passagechains.h"

namespace Lectern {

/// How the words of two accounts differ. Names as on the command line: name(AccountDifferenceKind).
enum class AccountDifferenceKind : quint8 {
    Typographic, ///< case, the shape of marks, dashes and apostrophes, spaces; punctuation outside quotations
    Punctuation, ///< a sign inside a quotation: it may change the sense
    Word,        ///< other words
    Number,      ///< other words, one of them a number
    Name,        ///< other words, names among them
    Negation,    ///< a "not" that only one of the accounts has
    Added,       ///< words that only account b has
    Dropped,     ///< words that only account a has
    Ellipsis,    ///< words of one account for which the other has "…"
    Interruption, ///< the narrator's words between two pieces of a quotation, in one account only
};

QString name(AccountDifferenceKind kind);
/// A number, a name or a negation: what a reader must not miss.
bool isStrong(AccountDifferenceKind kind);
/// Nothing of the words: typography, and the narrator between two pieces of a quotation.
bool isQuiet(AccountDifferenceKind kind);

/// A difference inside a shared passage. Ranges are UTF-16 units of either text; an empty one stands where
/// the words of the other account would be.
struct AccountDifference
{
    AccountDifferenceKind kind = AccountDifferenceKind::Word;
    TextRange a;
    TextRange b;

    bool operator==(const AccountDifference &) const = default;
};

/// The differences along a chain, ascending: in the linked words themselves and in all that stands between
/// them.
std::vector<AccountDifference> differencesAlong(const WordChain &chain, const StoryTokens &a,
                                                const StoryTokens &b);

} // namespace Lectern
