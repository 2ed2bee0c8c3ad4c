#include "stories/alignment.h"

#include <algorithm>

namespace Lectern {

namespace {

AccountDifferenceKind mirrored(AccountDifferenceKind kind)
{
    if (kind == AccountDifferenceKind::Added)
        return AccountDifferenceKind::Dropped;
    return kind == AccountDifferenceKind::Dropped ? AccountDifferenceKind::Added : kind;
}

void mirror(SharedPassage *passage)
{
    std::swap(passage->a, passage->b);
    for (AccountDifference &difference : passage->differences) {
        std::swap(difference.a, difference.b);
        difference.kind = mirrored(difference.kind);
    }
}

TextRange joined(TextRange range, TextRange other)
{
    return {std::min(range.start, other.start), std::max(range.end, other.end)};
}

/// Signs that touch the last word and are the same in both accounts belong to the passage.
void takeInSigns(const StoryTokens &a, const StoryTokens &b, WordLink last, SharedPassage *passage)
{
    size_t inA = a.words()[size_t(last.a)] + 1;
    size_t inB = b.words()[size_t(last.b)] + 1;
    while (inA < a.tokens().size() && inB < b.tokens().size()) {
        const StoryToken &x = a.tokens()[inA++];
        const StoryToken &y = b.tokens()[inB++];
        if (x.isWord() || x.kind == StoryToken::Kind::Mark || x.exact != y.exact ||
            x.range.start != passage->a.end || y.range.start != passage->b.end)
            return;
        passage->a.end = x.range.end;
        passage->b.end = y.range.end;
    }
}

int wordsWithin(const StoryTokens &text, TextRange range)
{
    const auto &words = text.words();
    const auto startsBefore = [&](quint32 token, qsizetype at) {
        return text.tokens()[token].range.start < at;
    };
    const auto first = std::lower_bound(words.begin(), words.end(), range.start, startsBefore);
    return int(std::lower_bound(first, words.end(), range.end, startsBefore) - first);
}

SharedPassage passageOf(const WordChain &chain, const StoryTokens &a, const StoryTokens &b)
{
    SharedPassage passage;
    passage.a = {a.word(chain.front().a).range.start, a.word(chain.back().a).range.end};
    passage.b = {b.word(chain.front().b).range.start, b.word(chain.back().b).range.end};
    takeInSigns(a, b, chain.back(), &passage);
    passage.differences = differencesAlong(chain, a, b);
    int quoted = 0;
    for (const WordLink &link : chain)
        quoted += a.word(link.a).span > 0 && b.word(link.b).span > 0;
    passage.isQuotation = 2 * quoted > int(chain.size());

    bool words = false;
    for (const AccountDifference &difference : passage.differences) {
        passage.a = joined(passage.a, difference.a);
        passage.b = joined(passage.b, difference.b);
        words |= difference.kind != AccountDifferenceKind::Typographic &&
                 difference.kind != AccountDifferenceKind::Interruption;
    }
    if (words)
        passage.kind = SharedKind::Reworded;
    else
        passage.kind = passage.differences.empty() ? SharedKind::Same : SharedKind::Typographic;
    const int all = wordsWithin(a, passage.a) + wordsWithin(b, passage.b);
    passage.score = all > 0 ? 2.0 * double(chain.size()) / all : 0;
    return passage;
}

/// Which of two texts is looked at first does not depend on how they were given.
bool isFirst(const StoryTokens &a, const StoryTokens &b)
{
    return a.text().size() != b.text().size() ? a.text().size() < b.text().size() : a.text() <= b.text();
}

} // namespace

QString name(SharedKind kind)
{
    switch (kind) {
    case SharedKind::Same:
        return QStringLiteral("same");
    case SharedKind::Typographic:
        return QStringLiteral("typographic");
    case SharedKind::Reworded:
        return QStringLiteral("reworded");
    }
    return {};
}

std::vector<SharedPassage> align(const StoryTokens &a, const StoryTokens &b)
{
    const bool inOrder = isFirst(a, b);
    const StoryTokens &first = inOrder ? a : b;
    const StoryTokens &second = inOrder ? b : a;
    std::vector<SharedPassage> passages;
    for (const WordChain &chain : sharedChains(first, second)) {
        passages.push_back(passageOf(chain, first, second));
        if (!inOrder)
            mirror(&passages.back());
    }
    std::sort(passages.begin(), passages.end(),
              [](const SharedPassage &x, const SharedPassage &y) { return x.a < y.a; });
    return passages;
}

std::vector<TextRange> onlyHere(const StoryTokens &account, std::vector<TextRange> shared)
{
    std::sort(shared.begin(), shared.end());
    std::vector<int> words(account.sentences().size());
    std::vector<int> known(account.sentences().size());
    size_t next = 0;
    qsizetype reached = 0; // the end of the shared passages that begin before the word
    for (int i = 0; i < account.wordCount(); ++i) {
        const StoryToken &word = account.word(i);
        while (next < shared.size() && shared[next].start <= word.range.start)
            reached = std::max(reached, shared[next++].end);
        ++words[word.sentence];
        known[word.sentence] += word.range.start < reached;
    }
    std::vector<TextRange> only;
    for (size_t i = 0; i < words.size(); ++i)
        if (words[i] > 0 && 2 * known[i] < words[i])
            only.push_back(account.sentences()[i]);
    return only;
}

} // namespace Lectern
