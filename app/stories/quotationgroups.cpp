#include "stories/quotationgroups.h"

#include "stories/storytokens.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <unordered_map>

namespace Lectern {

namespace {

constexpr size_t fewestWords = 4;
constexpr size_t manyWords = 12;
constexpr size_t gramWords = 3;
constexpr size_t mostCompared = 200; ///< quotations that share three words: more say nothing
constexpr size_t longest = 600;      ///< words that are compared

/// The words of a quotation by their folds; additions in brackets are not the speaker's.
std::vector<quint64> wordsOf(const QString &text)
{
    const StoryTokens tokens(text, {});
    std::vector<quint64> words;
    bool inBrackets = false;
    for (const StoryToken &token : tokens.tokens()) {
        const QChar c = text[token.range.start];
        if (c == u'[' || c == u']')
            inBrackets = c == u'[';
        if (token.isWord() && !inBrackets && words.size() < longest)
            words.push_back(token.fold);
    }
    return words;
}

size_t commonSequence(const std::vector<quint64> &a, const std::vector<quint64> &b)
{
    std::vector<size_t> row(b.size() + 1);
    for (const quint64 word : a) {
        size_t diagonal = 0;
        for (size_t j = 0; j < b.size(); ++j) {
            const size_t above = row[j + 1];
            row[j + 1] = word == b[j] ? diagonal + 1 : std::max(above, row[j]);
            diagonal = above;
        }
    }
    return row.back();
}

bool areVariants(const std::vector<quint64> &a, const std::vector<quint64> &b)
{
    const size_t shorter = std::min(a.size(), b.size());
    if (shorter < fewestWords)
        return false;
    const size_t common = commonSequence(a, b);
    return 5 * common >= 4 * shorter || (common >= manyWords && 2 * common >= shorter);
}

class Unions
{
public:
    explicit Unions(size_t count)
        : m_parents(count)
    {
        std::iota(m_parents.begin(), m_parents.end(), size_t(0));
    }

    size_t root(size_t item)
    {
        while (m_parents[item] != item)
            item = m_parents[item] = m_parents[m_parents[item]];
        return item;
    }
    /// The smaller root stays, so that the result does not depend on the order of joining.
    void join(size_t a, size_t b)
    {
        a = root(a);
        b = root(b);
        m_parents[std::max(a, b)] = std::min(a, b);
    }

private:
    std::vector<size_t> m_parents;
};

} // namespace

namespace {

/// Which quotations share which words in a row. Most words in a row stand in one quotation alone, so that
/// only those of several are kept; flat arrays, for a library has millions of them.
class SharedGrams
{
public:
    explicit SharedGrams(const std::vector<std::vector<quint64>> &words)
    {
        std::vector<std::pair<quint64, quint32>> grams;
        for (size_t item = 0; item < words.size(); ++item)
            for (size_t i = 0; i + gramWords <= words[item].size(); ++i)
                grams.emplace_back(gramAt(words[item], i), quint32(item));
        std::sort(grams.begin(), grams.end());
        grams.erase(std::unique(grams.begin(), grams.end()), grams.end());
        std::vector<std::pair<quint32, quint32>> runsOf; // items and the runs that they stand in
        for (size_t start = 0, end = 0; start < grams.size(); start = end) {
            while (end < grams.size() && grams[end].first == grams[start].first)
                ++end;
            if (end - start < 2)
                continue;
            for (size_t i = start; i < end; ++i) {
                runsOf.emplace_back(grams[i].second, quint32(m_starts.size()));
                m_items.push_back(grams[i].second);
            }
            m_starts.push_back(quint32(m_items.size() - (end - start)));
        }
        m_starts.push_back(quint32(m_items.size()));
        std::sort(runsOf.begin(), runsOf.end());
        m_firstRuns.assign(words.size() + 1, 0);
        for (const auto &[item, run] : runsOf) {
            ++m_firstRuns[item + 1];
            m_runs.push_back(run);
        }
        std::partial_sum(m_firstRuns.begin(), m_firstRuns.end(), m_firstRuns.begin());
    }

    /// Quotations before this one that share a run with it, ascending; runs that many share say nothing.
    void earlier(size_t item, std::vector<quint32> *found) const
    {
        found->clear();
        for (quint32 at = m_firstRuns[item]; at < m_firstRuns[item + 1]; ++at) {
            const quint32 *const first = m_items.data() + m_starts[m_runs[at]];
            const quint32 *const own =
                std::lower_bound(first, m_items.data() + m_starts[m_runs[at] + 1], quint32(item));
            if (size_t(own - first) < mostCompared)
                found->insert(found->end(), first, own);
        }
        std::sort(found->begin(), found->end());
        found->erase(std::unique(found->begin(), found->end()), found->end());
    }

private:
    static quint64 gramAt(const std::vector<quint64> &words, size_t at)
    {
        quint64 gram = 0;
        for (size_t j = 0; j < gramWords; ++j)
            gram = (gram ^ words[at + j]) * 0x9E3779B97F4A7C15u + j;
        return gram;
    }

    std::vector<quint32> m_items;     ///< run by run, ascending in each
    std::vector<quint32> m_starts;    ///< of the runs in m_items, and the end
    std::vector<quint32> m_runs;      ///< item by item
    std::vector<quint32> m_firstRuns; ///< of each item in m_runs, and the end
};

} // namespace

std::vector<int> quotationGroups(const std::vector<QuotedWords> &quotations)
{
    std::vector<std::vector<quint64>> words;
    words.reserve(quotations.size());
    for (const QuotedWords &quotation : quotations)
        words.push_back(wordsOf(quotation.text));
    const SharedGrams grams(words);
    Unions unions(quotations.size());
    std::map<std::pair<int, int>, size_t> utterances;
    std::vector<quint32> candidates;
    for (size_t at = 0; at < quotations.size(); ++at) {
        const QuotedWords &quotation = quotations[at];
        unions.join(utterances.try_emplace({quotation.article, quotation.utterance}, at).first->second, at);
        grams.earlier(at, &candidates);
        for (const quint32 other : candidates)
            if (quotations[other].article != quotation.article && unions.root(other) != unions.root(at) &&
                areVariants(words[other], words[at]))
                unions.join(other, at);
    }
    std::vector<int> groups;
    std::unordered_map<size_t, int> numbers;
    for (size_t i = 0; i < words.size(); ++i)
        groups.push_back(numbers.try_emplace(unions.root(i), int(numbers.size())).first->second);
    return groups;
}

} // namespace Lectern
