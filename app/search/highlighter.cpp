#include "search/highlighter.h"

#include "text/words.h"

#include <QHash>

#include <algorithm>

namespace Lectern {

namespace {

/// A word, prefix or phrase to be marked.
struct Pattern
{
    bool titleOnly = false;
    QStringList terms;
    bool lastIsPrefix = false;
};

void collect(const QueryNode &node, std::vector<Pattern> *patterns)
{
    using Kind = QueryNode::Kind;
    const bool isWords = node.kind == Kind::Term || node.kind == Kind::Prefix || node.kind == Kind::Phrase;
    if (isWords && (node.field == QueryField::Text || node.field == QueryField::Title)) {
        patterns->push_back(
            {node.field == QueryField::Title, node.terms, node.kind == Kind::Prefix || node.lastIsPrefix});
    }
    if (node.kind == Kind::Not)
        return;
    for (const QueryNode &child : node.children)
        collect(child, patterns);
}

/// Joins what overlaps; neighbours that only touch stay apart.
std::vector<TextRange> joined(std::vector<TextRange> ranges)
{
    std::sort(ranges.begin(), ranges.end());
    std::vector<TextRange> result;
    for (const TextRange range : ranges) {
        if (!result.empty() && range.start < result.back().end)
            result.back().end = std::max(result.back().end, range.end);
        else
            result.push_back(range);
    }
    return result;
}

} // namespace

struct Highlighter::Impl
{
    /// A term of a pattern: what a word must reach on the way to its last.
    struct Step
    {
        size_t pattern = 0;
        bool first = false;
        bool last = false;
    };

    WordBreaker breaker;
    std::vector<Pattern> patterns;
    std::vector<Step> steps;
    QHash<QString, std::vector<size_t>> exact; ///< steps by their term
    std::vector<std::pair<QString, size_t>> prefixes;
    quint64 firstLetters =
        0; ///< a bit for each first letter of a term, modulo 64: most words need no more than this

    static constexpr qsizetype none = -1;
    std::vector<qsizetype>
        before; ///< of each step: where the match began that reached it at the position before
    std::vector<qsizetype> here; ///< the same for the position under way
    std::vector<size_t> reached; ///< steps set in `here`
    std::vector<TextRange> found;

    static quint64 letterBit(const QString &term) { return quint64(1) << (term.front().unicode() & 63); }
    void addSteps(size_t pattern);
    void moveOn();
    void match(const Word &word, bool inTitle);
    void reach(size_t step, const Word &word, bool inTitle);
};

void Highlighter::Impl::addSteps(size_t number)
{
    const Pattern &pattern = patterns[number];
    for (qsizetype i = 0; i < pattern.terms.size(); ++i) {
        const QString &term = pattern.terms[i];
        const bool last = i + 1 == pattern.terms.size();
        if (last && pattern.lastIsPrefix)
            prefixes.emplace_back(term, steps.size());
        else
            exact[term].push_back(steps.size());
        firstLetters |= letterBit(term);
        steps.push_back({number, i == 0, last});
    }
}

/// Makes what was reached at this position what the next may follow.
void Highlighter::Impl::moveOn()
{
    std::fill(before.begin(), before.end(), none);
    for (const size_t step : reached)
        before[step] = here[step];
    for (const size_t step : reached)
        here[step] = none;
    reached.clear();
}

void Highlighter::Impl::match(const Word &word, bool inTitle)
{
    if (!(firstLetters & letterBit(word.term)))
        return;
    if (const auto step = exact.constFind(word.term); step != exact.cend()) {
        for (const size_t number : *step)
            reach(number, word, inTitle);
    }
    for (const auto &[prefix, number] : prefixes) {
        if (word.term.startsWith(prefix))
            reach(number, word, inTitle);
    }
}

void Highlighter::Impl::reach(size_t number, const Word &word, bool inTitle)
{
    const Step step = steps[number];
    if (patterns[step.pattern].titleOnly && !inTitle)
        return;
    const qsizetype start = step.first ? word.range.start : before[number - 1];
    if (start == none)
        return;
    if (step.last) {
        found.push_back({start, word.range.end});
    } else if (here[number] == none) {
        here[number] = start;
        reached.push_back(number);
    } else {
        here[number] = std::min(here[number], start); // a word and its part alike
    }
}

Highlighter::Highlighter(const Query &query)
    : m_impl(std::make_unique<Impl>())
{
    if (!query.isEmpty())
        collect(query.root(), &m_impl->patterns);
    for (size_t i = 0; i < m_impl->patterns.size(); ++i)
        m_impl->addSteps(i);
    m_impl->before.assign(m_impl->steps.size(), Impl::none);
    m_impl->here.assign(m_impl->steps.size(), Impl::none);
}

Highlighter::~Highlighter() = default;

std::vector<TextRange> Highlighter::hits(const Article &article)
{
    if (m_impl->patterns.empty())
        return {};
    m_impl->found.clear();
    m_impl->moveOn();
    m_impl->moveOn();
    const TextRange title = article.titleRange();
    quint32 position = 0;
    for (const Word &word : m_impl->breaker.words(article.text())) {
        if (word.position != position) {
            m_impl->moveOn();
            position = word.position;
        }
        m_impl->match(word, title.contains(word.range));
    }
    return joined(m_impl->found);
}

} // namespace Lectern
