#include "search/highlighter.h"

#include "search/placefinder.h"
#include "search/textpattern.h"

#include <algorithm>
#include <utility>

namespace Lectern {

namespace {

using Kind = QueryNode::Kind;

bool looksAtText(const QueryNode &node)
{
    return node.field == QueryField::Text || node.field == QueryField::Title ||
           node.field == QueryField::Lede;
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
    /// Leaves by their numbers in `finder`, of each part its alternatives.
    struct Combination
    {
        std::vector<std::vector<size_t>> parts;
        quint32 distance = 0;
        NearOrder order = NearOrder::Any;
    };
    struct Pattern
    {
        QueryField field = QueryField::Text;
        QRegularExpression expression;
    };

    PlaceFinder finder;
    std::vector<size_t> leaves; ///< those that are marked wherever they occur
    std::vector<Combination> combinations;
    std::vector<Pattern> patterns;

    bool isIdle() const { return leaves.empty() && combinations.empty() && patterns.empty(); }
    void collect(const QueryNode &node);
    void collectNear(const QueryNode &node);
    void markCombination(const Combination &combination, std::vector<TextRange> *hits) const;
    static void markPattern(const Pattern &pattern, const Article &article, const ArticleRegions &regions,
                            std::vector<TextRange> *hits);
};

void Highlighter::Impl::collect(const QueryNode &node)
{
    switch (node.kind) {
    case Kind::Term:
    case Kind::Prefix:
    case Kind::Wildcard:
    case Kind::Fuzzy:
    case Kind::Phrase:
        if (looksAtText(node))
            leaves.push_back(finder.add(node));
        break;
    case Kind::Near:
        if (looksAtText(node))
            collectNear(node);
        break;
    case Kind::Regex:
        patterns.push_back({node.field, textPattern(node.pattern)});
        if (node.field == QueryField::Lede)
            finder.needRegions();
        break;
    case Kind::And:
    case Kind::Or:
        for (const QueryNode &child : node.children)
            collect(child);
        break;
    case Kind::Nothing:
    case Kind::Date:
    case Kind::State:
    case Kind::Count:
    case Kind::Not:
        break;
    }
}

void Highlighter::Impl::collectNear(const QueryNode &node)
{
    Combination combination;
    combination.distance = quint32(node.distance);
    combination.order = node.ordered ? NearOrder::AsGiven : NearOrder::Any;
    for (const QueryNode &child : node.children) {
        std::vector<size_t> alternatives;
        if (child.kind == Kind::Or) {
            for (const QueryNode &alternative : child.children)
                alternatives.push_back(finder.add(alternative));
        } else {
            alternatives.push_back(finder.add(child));
        }
        combination.parts.push_back(std::move(alternatives));
    }
    combinations.push_back(std::move(combination));
    finder.needPositions();
}

void Highlighter::Impl::markCombination(const Combination &combination, std::vector<TextRange> *hits) const
{
    const auto endsBefore = [](WordSpan a, WordSpan b) {
        return a.last != b.last ? a.last < b.last : a.first < b.first;
    };
    std::vector<std::vector<WordSpan>> parts;
    for (const std::vector<size_t> &alternatives : combination.parts) {
        std::vector<WordSpan> spans;
        for (const size_t leaf : alternatives) {
            for (const Place &place : finder.places(leaf))
                spans.push_back(place.words);
        }
        std::sort(spans.begin(), spans.end(), endsBefore);
        spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
        parts.push_back(std::move(spans));
    }
    const std::vector<std::vector<bool>> members =
        nearMembers(parts, combination.distance, combination.order);
    for (size_t part = 0; part < parts.size(); ++part) {
        const std::vector<WordSpan> &spans = parts[part];
        for (const size_t leaf : combination.parts[part]) {
            for (const Place &place : finder.places(leaf)) {
                const auto span = std::lower_bound(spans.begin(), spans.end(), place.words, endsBefore);
                if (members[part][size_t(span - spans.begin())])
                    hits->push_back(place.range);
            }
        }
    }
}

void Highlighter::Impl::markPattern(const Pattern &pattern, const Article &article,
                                    const ArticleRegions &regions, std::vector<TextRange> *hits)
{
    TextRange region{0, article.text().size()};
    if (pattern.field == QueryField::Title)
        region = regions.title;
    else if (pattern.field == QueryField::Lede)
        region = regions.lede;
    const QStringView text = QStringView(article.text()).sliced(region.start, region.length());
    QRegularExpressionMatchIterator matches = pattern.expression.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        if (match.capturedLength() > 0)
            hits->push_back({region.start + match.capturedStart(), region.start + match.capturedEnd()});
    }
}

Highlighter::Highlighter(const Query &query)
    : m_impl(std::make_unique<Impl>())
{
    if (!query.isEmpty())
        m_impl->collect(query.root());
}

Highlighter::~Highlighter() = default;

std::vector<TextRange> Highlighter::hits(const Article &article)
{
    if (m_impl->isIdle())
        return {};
    m_impl->finder.find(article);
    std::vector<TextRange> hits;
    for (const size_t leaf : m_impl->leaves) {
        for (const Place &place : m_impl->finder.places(leaf))
            hits.push_back(place.range);
    }
    for (const Impl::Combination &combination : m_impl->combinations)
        m_impl->markCombination(combination, &hits);
    for (const Impl::Pattern &pattern : m_impl->patterns)
        Impl::markPattern(pattern, article, m_impl->finder.regions(), &hits);
    return joined(std::move(hits));
}

} // namespace Lectern
