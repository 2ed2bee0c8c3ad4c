#include "stories/quotationgroups.h"

#include "stories/storytokens.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
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

std::vector<int> quotationGroups(const std::vector<QuotedWords> &quotations)
{
    std::vector<std::vector<quint64>> words;
    std::unordered_map<quint64, std::vector<size_t>> postings;
    Unions unions(quotations.size());
    std::map<std::pair<int, int>, size_t> utterances;
    for (const QuotedWords &quotation : quotations) {
        const size_t at = words.size();
        const auto piece = utterances.try_emplace({quotation.article, quotation.utterance}, at).first;
        unions.join(piece->second, at);
        words.push_back(wordsOf(quotation.text));
        const std::vector<quint64> &own = words.back();
        std::set<size_t> candidates;
        for (size_t i = 0; i + gramWords <= own.size(); ++i) {
            quint64 gram = 0;
            for (size_t j = 0; j < gramWords; ++j)
                gram = (gram ^ own[i + j]) * 0x9E3779B97F4A7C15u + j;
            std::vector<size_t> &known = postings[gram];
            if (known.size() < mostCompared)
                candidates.insert(known.begin(), known.end());
            if (known.empty() || known.back() != at)
                known.push_back(at);
        }
        for (const size_t other : candidates)
            if (quotations[other].article != quotation.article && unions.root(other) != unions.root(at) &&
                areVariants(words[other], own))
                unions.join(other, at);
    }
    std::vector<int> groups;
    std::unordered_map<size_t, int> numbers;
    for (size_t i = 0; i < words.size(); ++i)
        groups.push_back(numbers.try_emplace(unions.root(i), int(numbers.size())).first->second);
    return groups;
}

} // namespace Lectern
