#include "stories/printing.h"

#include "stories/alignment.h"
#include "text/worddifference.h"

#include <algorithm>

namespace Lectern {

namespace {

constexpr double mostOfIt = 0.8;     ///< of the sentence, between the first and the last word that are there
constexpr double enoughWords = 0.55; ///< of it

/// The range from one word to another; marks of quotation around them are not part of it.
TextRange rangeOf(const StoryTokens &tokens, int first, int last)
{
    return {tokens.word(first).range.start, tokens.word(last).range.end};
}

/// The sentence without what stands around its first and last word.
TextRange coreOf(const StoryTokens &sentence)
{
    return rangeOf(sentence, 0, sentence.wordCount() - 1);
}

QStringView textOf(const StoryTokens &tokens, TextRange range)
{
    return tokens.text().sliced(range.start, range.length());
}

/// Where all words of the sentence stand in a row, -1 for nowhere; a place that is the same to the letter is
/// preferred.
int findWords(const StoryTokens &sentence, const StoryTokens &article)
{
    const int count = sentence.wordCount();
    int found = -1;
    for (int at = 0; at + count <= article.wordCount(); ++at) {
        int same = 0;
        while (same < count && sentence.word(same).fold == article.word(at + same).fold)
            ++same;
        if (same < count)
            continue;
        if (textOf(article, rangeOf(article, at, at + count - 1)) == textOf(sentence, coreOf(sentence)))
            return at;
        found = found < 0 ? at : found;
    }
    return found;
}

Printing printingAt(int first, const StoryTokens &sentence, const StoryTokens &article)
{
    Printing printing;
    const TextRange yours = coreOf(sentence);
    printing.range = rangeOf(article, first, first + sentence.wordCount() - 1);
    const QStringView before = textOf(sentence, yours);
    const QStringView after = textOf(article, printing.range);
    if (before == after)
        return printing;
    printing.match = PrintMatch::Typographic;
    for (const WordDifference &difference : wordDifferences(before, after))
        printing.differences.push_back(
            {difference.kind == DifferenceKind::Typographic ? AccountDifferenceKind::Typographic
                                                            : AccountDifferenceKind::Punctuation,
             difference.before.shifted(yours.start), difference.after.shifted(printing.range.start)});
    return printing;
}

int wordsIn(const StoryTokens &tokens, TextRange range)
{
    int count = 0;
    for (int i = 0; i < tokens.wordCount(); ++i)
        count += range.contains(tokens.word(i).range);
    return count;
}

/// Words of the sentence that the passage does not link.
int unlinkedWords(const SharedPassage &passage, const StoryTokens &sentence)
{
    int count = 0;
    for (const AccountDifference &difference : passage.differences)
        if (difference.kind != AccountDifferenceKind::Typographic &&
            difference.kind != AccountDifferenceKind::Punctuation)
            count += wordsIn(sentence, difference.a);
    return count;
}

bool isOnlyTypographic(const SharedPassage &passage)
{
    return std::all_of(passage.differences.begin(), passage.differences.end(),
                       [](const AccountDifference &difference) {
                           return difference.kind == AccountDifferenceKind::Typographic ||
                                  difference.kind == AccountDifferenceKind::Punctuation ||
                                  difference.kind == AccountDifferenceKind::Interruption;
                       });
}

} // namespace

QString name(PrintMatch match)
{
    switch (match) {
    case PrintMatch::Verbatim:
        return QStringLiteral("verbatim");
    case PrintMatch::Typographic:
        return QStringLiteral("typographic");
    case PrintMatch::Reworded:
        return QStringLiteral("reworded");
    case PrintMatch::Partial:
        break;
    }
    return QStringLiteral("partial");
}

std::optional<Printing> findPrinting(const StoryTokens &sentence, const StoryTokens &article)
{
    if (sentence.wordCount() == 0)
        return std::nullopt;
    if (const int at = findWords(sentence, article); at >= 0)
        return printingAt(at, sentence, article);

    std::optional<Printing> best;
    for (const SharedPassage &passage : align(sentence, article)) {
        const int spanned = wordsIn(sentence, passage.a);
        const int linked = spanned - unlinkedWords(passage, sentence);
        const double all = sentence.wordCount();
        Printing printing{passage.b, PrintMatch::Partial, linked / all, passage.differences};
        if (spanned == sentence.wordCount() && isOnlyTypographic(passage))
            printing.match = PrintMatch::Typographic;
        else if (spanned >= mostOfIt * all && linked >= enoughWords * all)
            printing.match = PrintMatch::Reworded;
        if (!best || printing.score > best->score)
            best = std::move(printing);
    }
    return best;
}

} // namespace Lectern
