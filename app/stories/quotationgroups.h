#pragma once

#include <QString>

#include <vector>

namespace Lectern {

/// The words of a quotation, and where they were printed.
struct QuotedWords
{
    QString text;
    int article = 0;   ///< any number that is the article's own
    int utterance = 0; ///< pieces of one utterance of an article share it (Quotation::utterance)
};

/// Finds which quotations of different articles are variants of one utterance: their words, typography apart,
/// have a common sequence of at least four fifths of the shorter one (four words or more), or of half of it
/// when that is twelve words or more. Pieces of one utterance belong together whatever they say.
///
/// Returns a group for each quotation; groups are numbered from 0 in the order of their first member.
/// O(words) but for the comparison of quotations that share three words in a row.
std::vector<int> quotationGroups(const std::vector<QuotedWords> &quotations);

} // namespace Lectern
