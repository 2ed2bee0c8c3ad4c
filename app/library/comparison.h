#pragma once

#include "stories/alignment.h"
#include "text/article.h"

#include <memory>
#include <vector>

namespace Lectern {

/// A passage that accounts share. `places` has a range for each account (UTF-16 units of its text), empty
/// where the account does not have it.
struct ComparedPassage
{
    std::vector<TextRange> places;
    bool isQuotation = false;
    bool differs = false; ///< in words, between any two of them
};

/// A difference inside a passage, as one account has it. Its range may be empty: the others have words there.
struct ComparedDifference
{
    TextRange range;
    AccountDifferenceKind kind = AccountDifferenceKind::Word;
    int passage = 0; ///< index in Comparison::passages
};

/// A difference between two accounts, `a` before `b`, inside a passage that both have. One of the ranges may
/// be empty: the other account has words there.
struct PairDifference
{
    int passage = 0; ///< index in Comparison::passages
    int a = 0;
    int b = 0;
    TextRange inA;
    TextRange inB;
    AccountDifferenceKind kind = AccountDifferenceKind::Word;
};

/// Accounts of one event laid side by side. Immutable.
struct Comparison
{
    struct Account
    {
        ArticlePtr article;
        std::vector<ComparedDifference> differences; ///< ascending, each range once
        std::vector<TextRange> only;                 ///< sentences that no other account has, ascending
    };
    std::vector<Account> accounts;
    std::vector<ComparedPassage> passages;   ///< by their place in the first account that has them
    std::vector<PairDifference> differences; ///< by passage, accounts and place

    int quotationCount() const;
    int otherCount() const { return int(passages.size()) - quotationCount(); }
    int differenceCount() const; ///< passages that differ in words
};

/// Compares each two of up to four articles; more are left out.
std::shared_ptr<const Comparison> compareAccounts(std::vector<ArticlePtr> articles);

} // namespace Lectern
