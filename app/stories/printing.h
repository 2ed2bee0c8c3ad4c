#pragma once

#include "stories/accountdifferences.h"

#include <optional>

namespace Lectern {

/// How an article has a sentence.
enum class PrintMatch : quint8 {
    Verbatim,    ///< letter by letter
    Typographic, ///< the same words with other marks, dashes, spaces or capitals, or interrupted by the
                 ///< narrator
    Reworded,    ///< most of its words, and others
    Partial      ///< a piece of it
};

/// "verbatim", "typographic", "reworded", "partial".
QString name(PrintMatch match);

/// Where an article has a sentence. Ranges are UTF-16 units; side a of a difference is the sentence's.
struct Printing
{
    TextRange range; ///< of the article's text
    PrintMatch match = PrintMatch::Verbatim;
    double score = 1; ///< 0..1: share of the sentence's words that are there
    std::vector<AccountDifference> differences;
};

/// Finds a sentence (or several) in an article; its best place. Nothing when the article has less than a
/// piece of four words, or does not have a shorter sentence as a whole. O(words of both).
std::optional<Printing> findPrinting(const StoryTokens &sentence, const StoryTokens &article);

} // namespace Lectern
