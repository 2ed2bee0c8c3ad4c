#include "search/textmatcher.h"

#include "search/textpattern.h"

#include <algorithm>

namespace Lectern {

using Kind = QueryNode::Kind;

namespace {

/// Steps of the matcher that one article may take; a wild expression gives up there instead of going on for hours.
const QString stepLimit = QStringLiteral("(*LIMIT_MATCH=2000000)");

bool isInText(QueryField field)
{
    return field == QueryField::Text || field == QueryField::Title || field == QueryField::Lede;
}

const QueryNode &firstWord(const QueryNode &node)
{
    return node.children.empty() ? node : firstWord(node.children.front());
}

/// A text of another field as an article of nothing else.
ArticlePtr asArticle(const QString &text)
{
    ArticleDraft draft;
    draft.text = text;
    draft.titleDerived = true;
    draft.blocks.push_back({BlockKind::Paragraph, 0, {0, text.size()}});
    return Article::make(std::move(draft));
}

} // namespace

QStringList fieldTexts(const Article &article, QueryField field, const ReaderFacts *facts)
{
    const auto kept = [&] {
        return facts ? facts->kept.value(article.id()) : ReaderFacts::Kept();
    };
    switch (field) {
    case QueryField::Outlet:
        return {article.outlet()};
    case QueryField::Author:
        return article.authors();
    case QueryField::File:
        return {article.source().path, article.source().part};
    case QueryField::Format:
        return {article.source().format};
    case QueryField::Language:
        return {article.language().section(QLatin1Char('-'), 0, 0)};
    case QueryField::Tag:
        return article.tags() + kept().tags + (facts ? facts->tags.value(article.id()) : QStringList());
    case QueryField::Note:
        return kept().notes;
    default:
        return {};
    }
}

TextMatcher::TextMatcher(const QueryNode &leaf)
    : m_leaf(leaf)
    , m_field(firstWord(leaf).field)
{
    if (leaf.kind == Kind::Regex) {
        m_pattern = textPattern(leaf.pattern);
        m_pattern.setPattern(stepLimit + m_pattern.pattern());
        if (m_field == QueryField::Lede)
            m_finder.needRegions();
        return;
    }
    m_finder.needPositions(); // places are counted by them
    const auto added = [this](QueryNode word) {
        if (!isInText(word.field))
            word.field = QueryField::Text;
        return m_finder.add(word);
    };
    if (leaf.kind != Kind::Near) {
        m_parts.push_back({added(leaf)});
        return;
    }
    for (const QueryNode &child : leaf.children) {
        std::vector<size_t> numbers;
        if (child.kind == Kind::Or) {
            for (const QueryNode &alternative : child.children)
                numbers.push_back(added(alternative));
        } else {
            numbers.push_back(added(child));
        }
        m_parts.push_back(std::move(numbers));
    }
}

TextMatcher::Found TextMatcher::find(const Article &article, const ReaderFacts *facts)
{
    if (m_leaf.kind == Kind::Regex)
        return findPattern(article);
    if (isInText(m_field))
        return findPlaces(article);
    Found sum;
    for (const QString &text : fieldTexts(article, m_field, facts)) {
        const Found found = findPlaces(*asArticle(text));
        sum.matches = sum.matches || found.matches;
        sum.places += found.places;
    }
    return sum;
}

TextMatcher::Found TextMatcher::findPlaces(const Article &article)
{
    m_finder.find(article);
    quint32 places = 0;
    if (m_leaf.kind == Kind::Near) {
        places = countNear();
    } else {
        std::vector<quint32> starts;
        for (const Place &place : m_finder.places(m_parts.front().front()))
            starts.push_back(place.words.first);
        std::sort(starts.begin(), starts.end());
        places = quint32(std::unique(starts.begin(), starts.end()) - starts.begin());
    }
    return {places > 0, places};
}

quint32 TextMatcher::countNear() const
{
    std::vector<std::vector<WordSpan>> parts;
    for (const std::vector<size_t> &numbers : m_parts) {
        std::vector<WordSpan> spans;
        for (const size_t number : numbers)
            for (const Place &place : m_finder.places(number))
                spans.push_back(place.words);
        std::sort(spans.begin(), spans.end(), [](const WordSpan &a, const WordSpan &b) {
            return a.last != b.last ? a.last < b.last : a.first < b.first;
        });
        spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
        parts.push_back(std::move(spans));
    }
    return nearCount(parts, quint32(m_leaf.distance), m_leaf.ordered ? NearOrder::AsGiven : NearOrder::Any);
}

TextMatcher::Found TextMatcher::findPattern(const Article &article)
{
    TextRange region{0, article.text().size()};
    if (m_field == QueryField::Title)
        region = article.titleRange();
    if (m_field == QueryField::Lede) {
        m_finder.find(article);
        region = m_finder.regions().lede;
    }
    Found found;
    auto matches = m_pattern.globalMatch(article.text().mid(region.start, region.length()));
    while (matches.hasNext()) {
        found.matches = true;
        found.places += matches.next().capturedLength() > 0 ? 1 : 0;
    }
    return found;
}

} // namespace Lectern
