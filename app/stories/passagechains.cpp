#include "stories/passagechains.h"

#include "stories/sharedruns.h"

#include <algorithm>

namespace Lectern {

namespace {

constexpr int mostCells = 4000; ///< of the table that fills a gap
constexpr int mostSkipped = 3;  ///< words a side, at the ends of a chain
constexpr double skipCost = 0.8;
constexpr double edgeBonus = 0.7; ///< of a word at the edge of its sentence in both texts
constexpr double dropLimit = 3;
constexpr int fewestWords = 6;
constexpr int manyWords = 10; ///< prove something even if they are names
constexpr int fewestQuotedWords = 4;
constexpr int fewestTellingWords = 2;
constexpr int fewestTellingOfSentence = 3; ///< of a whole sentence that is shorter than other passages may be
constexpr int shortEnd = 4; ///< fewer words beyond a border of sentences or quotations are chance

class ChainFinder
{
public:
    ChainFinder(const StoryTokens &a, const StoryTokens &b)
        : m_a(a)
        , m_b(b)
        , m_usedA(size_t(a.wordCount()))
        , m_usedB(size_t(b.wordCount()))
    {}

    std::vector<WordChain> run()
    {
        std::vector<WordChain> found;
        for (WordChain &chain : joinedRuns(m_a, m_b)) {
            chain = unused(std::move(chain));
            if (chain.empty())
                continue;
            settle(&chain);
            fillGaps(&chain);
            extend(&chain, -1);
            extend(&chain, 1);
            trim(&chain);
            if (!proves(chain, found))
                continue;
            for (const WordLink &link : chain)
                m_usedA[size_t(link.a)] = m_usedB[size_t(link.b)] = true;
            found.push_back(std::move(chain));
        }
        std::stable_sort(found.begin(), found.end(),
                         [](const WordChain &x, const WordChain &y) { return x.size() > y.size(); });
        return found;
    }

private:
    bool areAlike(int a, int b) const { return m_a.word(a).fold == m_b.word(b).fold; }
    bool isFree(int a, int b) const { return !m_usedA[size_t(a)] && !m_usedB[size_t(b)]; }

    /// The longest stretch of a chain none of whose words is in a longer chain.
    WordChain unused(WordChain chain) const
    {
        size_t bestStart = 0;
        size_t bestEnd = 0;
        for (size_t start = 0; start < chain.size(); ++start) {
            size_t end = start;
            while (end < chain.size() && isFree(chain[end].a, chain[end].b))
                ++end;
            if (end - start > bestEnd - bestStart) {
                bestStart = start;
                bestEnd = end;
            }
            start = std::max(start, end);
        }
        return WordChain(chain.begin() + std::ptrdiff_t(bestStart), chain.begin() + std::ptrdiff_t(bestEnd));
    }

    static bool startsSentence(const StoryTokens &text, int word)
    {
        return word == 0 || text.word(word - 1).sentence != text.word(word).sentence;
    }

    /// Where one text has words between two links and the other has none, the words at the edges of the gap
    /// may link to either edge ("The ... The"): those that begin a sentence go with it.
    void settle(WordChain *chain) const
    {
        for (size_t next = 1; next < chain->size(); ++next) {
            const WordLink to = (*chain)[next];
            const WordLink from = (*chain)[next - 1];
            if ((to.a - from.a == 1) == (to.b - from.b == 1))
                continue;
            for (int back = 1; back < shortEnd && size_t(back) < next; ++back) {
                const WordLink slid{to.a - back, to.b - back};
                if (!areAlike(slid.a, slid.b) || slid.a <= (*chain)[next - size_t(back) - 1].a ||
                    slid.b <= (*chain)[next - size_t(back) - 1].b)
                    break;
                if (!startsSentence(m_a, slid.a) || !startsSentence(m_b, slid.b))
                    continue;
                for (int i = 1; i <= back; ++i)
                    (*chain)[next - size_t(i)] = {to.a - i, to.b - i};
                break;
            }
        }
    }

    /// Links what reads alike between the runs: the longest common sequence.
    void fillGaps(WordChain *chain) const
    {
        WordChain filled{chain->front()};
        for (size_t i = 1; i < chain->size(); ++i) {
            const WordLink from{filled.back().a + 1, filled.back().b + 1};
            const WordLink to = (*chain)[i];
            const int rows = to.a - from.a;
            const int columns = to.b - from.b;
            if (rows > 0 && columns > 0 && rows * columns <= mostCells)
                appendCommon(from, rows, columns, &filled);
            filled.push_back(to);
        }
        chain->swap(filled);
    }

    bool isQuoted(WordLink link) const { return m_a.word(link.a).span > 0 && m_b.word(link.b).span > 0; }

    void appendCommon(WordLink from, int rows, int columns, WordChain *chain) const
    {
        const int width = columns + 1;
        std::vector<int> length(size_t((rows + 1) * width));
        const auto at = [&](int row, int column) -> int & { return length[size_t(row * width + column)]; };
        // Between two pieces of a quotation the narrators' words are theirs, also where they are the same.
        const bool inQuotation = isQuoted(chain->back()) && isQuoted({from.a + rows, from.b + columns});
        const auto alike = [&](int row, int column) {
            const WordLink link{from.a + row, from.b + column};
            return areAlike(link.a, link.b) && isFree(link.a, link.b) && (!inQuotation || isQuoted(link));
        };
        for (int row = rows; row-- > 0;)
            for (int column = columns; column-- > 0;)
                at(row, column) = alike(row, column) ? at(row + 1, column + 1) + 1
                                                     : std::max(at(row + 1, column), at(row, column + 1));
        for (int row = 0, column = 0; row < rows && column < columns;) {
            if (alike(row, column)) {
                chain->push_back({from.a + row, from.b + column});
                ++row;
                ++column;
            } else if (at(row + 1, column) >= at(row, column + 1)) {
                ++row;
            } else {
                ++column;
            }
        }
    }

    bool isInside(int a, int b) const
    {
        return a >= 0 && b >= 0 && a < m_a.wordCount() && b < m_b.wordCount();
    }

    bool isEdge(const StoryTokens &text, int word, int step) const
    {
        const int beyond = word + step;
        return beyond < 0 || beyond >= text.wordCount() ||
               text.word(beyond).sentence != text.word(word).sentence;
    }
    /// Whether both words are the first (`step` -1) or the last (1) of their sentences.
    bool areEdges(WordLink link, int step) const
    {
        return isEdge(m_a, link.a, step) && isEdge(m_b, link.b, step);
    }

    /// The nearest words beyond `from` that read alike; false when there are none within reach.
    bool nextAlike(WordLink from, int step, WordLink *next) const
    {
        for (int skipped = 0; skipped <= 2 * mostSkipped; ++skipped) {
            for (int balance = 0; balance <= skipped; ++balance) {
                // The most even ways to skip as many words first.
                const int inA = (skipped + (balance % 2 ? balance + 1 : -balance)) / 2;
                const int inB = skipped - inA;
                if (inA < 0 || inB < 0 || inA > mostSkipped || inB > mostSkipped)
                    continue;
                const WordLink link{from.a + step * (inA + 1), from.b + step * (inB + 1)};
                if (!isInside(link.a, link.b) || !areAlike(link.a, link.b) || !isFree(link.a, link.b))
                    continue;
                const bool isCommon = m_a.word(link.a).isFrequent;
                const WordLink after{link.a + step, link.b + step};
                if (skipped > 0 && isCommon && !areEdges(link, step) &&
                    !(isInside(after.a, after.b) && areAlike(after.a, after.b)))
                    continue;
                *next = link;
                return true;
            }
        }
        return false;
    }

    /// Goes on from an end of the chain (`step` 1: behind it, -1: in front of it) as long as words that read
    /// alike outweigh those that are skipped.
    void extend(WordChain *chain, int step) const
    {
        WordLink from = step > 0 ? chain->back() : chain->front();
        double score = 0;
        double best = 0;
        WordChain added;
        size_t kept = 0;
        for (WordLink next; nextAlike(from, step, &next); from = next) {
            const int skipped = std::abs(next.a - from.a) + std::abs(next.b - from.b) - 2;
            score += 1 - skipCost * skipped + (areEdges(next, step) ? edgeBonus : 0);
            if (score < best - dropLimit)
                break;
            added.push_back(next);
            if (score > best) {
                best = score;
                kept = added.size();
            }
        }
        added.resize(kept);
        if (step > 0) {
            chain->insert(chain->end(), added.begin(), added.end());
        } else {
            std::reverse(added.begin(), added.end());
            chain->insert(chain->begin(), added.begin(), added.end());
        }
    }

    /// Whether a sentence or a quotation ends between two words of a text that follow each other in a chain.
    static bool crossesBorder(const StoryToken &x, const StoryToken &y)
    {
        return x.sentence != y.sentence || x.span != y.span;
    }

    /// Whether the words [from, to) of a chain, beyond the border between its words `inner` and `outer`, are
    /// there by chance: few words, beyond a border that only one of the texts has, or all of them common.
    bool areChance(const WordChain &chain, size_t inner, size_t outer, size_t from, size_t to) const
    {
        const StoryToken &a = m_a.word(chain[inner].a);
        const StoryToken &b = m_b.word(chain[inner].b);
        const StoryToken &nextA = m_a.word(chain[outer].a);
        const StoryToken &nextB = m_b.word(chain[outer].b);
        if (!crossesBorder(a, nextA) && !crossesBorder(b, nextB))
            return false;
        const bool inBoth = (a.sentence != nextA.sentence) == (b.sentence != nextB.sentence) &&
                            (a.span > 0) == (b.span > 0) && (nextA.span > 0) == (nextB.span > 0);
        const bool quoted = a.span > 0 && a.span == nextA.span && b.span > 0 && b.span == nextB.span;
        if (quoted && std::abs(chain[inner].a - chain[outer].a) == 1 &&
            std::abs(chain[inner].b - chain[outer].b) == 1)
            return false;
        const auto isTelling = [&](const WordLink &link) { return !m_a.word(link.a).isFrequent; };
        if (inBoth && a.sentence == nextA.sentence)
            return false;
        return !inBoth || std::none_of(chain.begin() + std::ptrdiff_t(from),
                                       chain.begin() + std::ptrdiff_t(to), isTelling);
    }

    void trim(WordChain *chain) const
    {
        const size_t most = shortEnd - 1;
        for (size_t beyond = std::min(most, chain->size() - 1); beyond > 0; --beyond) {
            const size_t outer = chain->size() - beyond;
            if (areChance(*chain, outer - 1, outer, outer, chain->size()) &&
                !isWholeSentence(*chain, outer, chain->size())) {
                chain->resize(outer);
                break;
            }
        }
        for (size_t before = std::min(most, chain->size() - 1); before > 0; --before) {
            if (areChance(*chain, before, before - 1, 0, before) && !isWholeSentence(*chain, 0, before)) {
                chain->erase(chain->begin(), chain->begin() + std::ptrdiff_t(before));
                break;
            }
        }
    }

    /// Whether the links [from, to) are all the words of a sentence in both texts.
    bool isWholeSentence(const WordChain &chain, size_t from, size_t to) const
    {
        const auto isWhole = [&](const StoryTokens &text, int first, int last) {
            const quint32 sentence = text.word(first).sentence;
            return last - first + 1 == int(to - from) && text.word(last).sentence == sentence &&
                   (first == 0 || text.word(first - 1).sentence != sentence) &&
                   (last + 1 == text.wordCount() || text.word(last + 1).sentence != sentence);
        };
        return isWhole(m_a, chain[from].a, chain[to - 1].a) && isWhole(m_b, chain[from].b, chain[to - 1].b);
    }

    bool proves(const WordChain &chain, const std::vector<WordChain> &found) const
    {
        int quoted = 0;
        int rare = 0;
        int telling = 0;
        for (const WordLink &link : chain) {
            quoted += m_a.word(link.a).span > 0 && m_b.word(link.b).span > 0;
            rare += !m_a.word(link.a).isFrequent;
            telling += isTelling(m_a, link.a);
        }
        const int words = int(chain.size());
        if (words < fewestQuotedWords)
            return false;
        if (words >= manyWords)
            return rare >= fewestTellingWords;
        if (rare >= fewestTellingOfSentence && isWholeSentence(chain, 0, chain.size()))
            return true;
        if (telling < fewestTellingWords)
            return false;
        if (words >= fewestWords || continues(chain, found))
            return true;
        return quoted == words && (isWholeQuotation(m_a, chain.front().a, chain.back().a) ||
                                   isWholeQuotation(m_b, chain.front().b, chain.back().b));
    }

    /// Whether a chain stands beside a longer one in both texts, in the same sentence or in the next, and in
    /// the same order.
    bool continues(const WordChain &chain, const std::vector<WordChain> &found) const
    {
        return std::any_of(found.begin(), found.end(), [&](const WordChain &other) {
            const bool behind = other.back().a < chain.front().a;
            if (other.size() < fewestWords || behind != (other.back().b < chain.front().b))
                return false;
            const WordLink left = behind ? other.back() : chain.back();
            const WordLink right = behind ? chain.front() : other.front();
            return m_a.word(right.a).sentence - m_a.word(left.a).sentence <= 1 &&
                   m_b.word(right.b).sentence - m_b.word(left.b).sentence <= 1;
        });
    }

    /// Names and common words are said by everybody.
    static bool isTelling(const StoryTokens &text, int word)
    {
        const StoryToken &token = text.word(word);
        return !token.isFrequent && (!token.isCapital || token.isOpening || !text.capitalsAreNames());
    }

    static bool isWholeQuotation(const StoryTokens &text, int first, int last)
    {
        const quint32 span = text.word(first).span;
        return text.word(last).span == span && (first == 0 || text.word(first - 1).span != span) &&
               (last + 1 == text.wordCount() || text.word(last + 1).span != span);
    }

    const StoryTokens &m_a;
    const StoryTokens &m_b;
    std::vector<bool> m_usedA;
    std::vector<bool> m_usedB;
};

} // namespace

std::vector<WordChain> sharedChains(const StoryTokens &a, const StoryTokens &b)
{
    return ChainFinder(a, b).run();
}

} // namespace Lectern
