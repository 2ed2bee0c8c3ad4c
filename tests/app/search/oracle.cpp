#include "app/search/oracle.h"

#include <algorithm>
#include <iterator>

namespace Lectern {

using Kind = QueryNode::Kind;

namespace {

bool fits(const Word &word, const QueryNode &leaf, qsizetype at)
{
    const bool prefix = leaf.kind == Kind::Prefix || (leaf.lastIsPrefix && at + 1 == leaf.terms.size());
    return prefix ? word.term.startsWith(leaf.terms[at]) : word.term == leaf.terms[at];
}

void follow(const std::vector<Word> &words, const QueryNode &leaf, qsizetype at, quint32 position,
            qsizetype start, std::vector<TextRange> *out)
{
    for (const Word &word : words) {
        if (word.position != position || !fits(word, leaf, at))
            continue;
        if (at + 1 == leaf.terms.size())
            out->push_back({start, word.range.end});
        else
            follow(words, leaf, at + 1, position + 1, start, out);
    }
}

std::vector<TextRange> placesIn(const std::vector<Word> &words, const QueryNode &leaf)
{
    std::vector<TextRange> result;
    for (const Word &word : words) {
        if (!fits(word, leaf, 0))
            continue;
        if (leaf.terms.size() == 1)
            result.push_back(word.range);
        else
            follow(words, leaf, 1, word.position + 1, word.range.start, &result);
    }
    return result;
}

} // namespace

Oracle::Oracle(const ArticlePtr &article, WordBreaker &breaker)
    : m_article(article)
    , m_text(breaker.words(article->text()))
    , m_outlet(breaker.words(article->outlet()))
{
    std::copy_if(m_text.begin(), m_text.end(), std::back_inserter(m_title),
                 [&](const Word &word) { return article->titleRange().contains(word.range); });
    for (const QString &author : article->authors())
        m_authors.push_back(breaker.words(author));
}

bool Oracle::matches(const Query &query) const
{
    return query.isEmpty() || matches(query.root());
}

bool Oracle::matches(const QueryNode &node) const
{
    const auto matchesChild = [this](const QueryNode &child) { return matches(child); };
    const PartialDate &date = m_article->published();
    switch (node.kind) {
    case Kind::Nothing:
        return false;
    case Kind::Term:
    case Kind::Prefix:
    case Kind::Phrase:
        return !places(node).empty();
    case Kind::Date:
        return !date.isNull() && (node.to.isNull() || date.firstDay() <= node.to) &&
               (node.from.isNull() || date.lastDay() >= node.from);
    case Kind::And:
        return std::all_of(node.children.begin(), node.children.end(), matchesChild);
    case Kind::Or:
        return std::any_of(node.children.begin(), node.children.end(), matchesChild);
    case Kind::Not:
        return !matches(node.children.front());
    }
    return false;
}

std::vector<TextRange> Oracle::places(const QueryNode &leaf) const
{
    std::vector<TextRange> result;
    switch (leaf.field) {
    case QueryField::Text:
        return placesIn(m_text, leaf);
    case QueryField::Title:
        return placesIn(m_title, leaf);
    case QueryField::Outlet:
        return placesIn(m_outlet, leaf);
    case QueryField::Author:
        for (const Words &author : m_authors) {
            const std::vector<TextRange> places = placesIn(author, leaf);
            result.insert(result.end(), places.begin(), places.end());
        }
        return result;
    case QueryField::Date:
        break;
    }
    return result;
}

void Oracle::collectHits(const QueryNode &node, std::vector<TextRange> *hits) const
{
    const bool isWords = node.kind == Kind::Term || node.kind == Kind::Prefix || node.kind == Kind::Phrase;
    if (isWords && (node.field == QueryField::Text || node.field == QueryField::Title)) {
        const std::vector<TextRange> found = places(node);
        hits->insert(hits->end(), found.begin(), found.end());
    }
    if (node.kind != Kind::Not) {
        for (const QueryNode &child : node.children)
            collectHits(child, hits);
    }
}

std::vector<TextRange> Oracle::hits(const Query &query) const
{
    std::vector<TextRange> all;
    if (!query.isEmpty())
        collectHits(query.root(), &all);
    // Unit by unit: a unit is marked, and whether it goes on from the one before.
    std::vector<bool> marked(size_t(m_article->text().size()), false);
    std::vector<bool> goesOn = marked;
    for (const TextRange range : all) {
        for (qsizetype at = range.start; at < range.end; ++at) {
            marked[size_t(at)] = true;
            if (at > range.start)
                goesOn[size_t(at)] = true;
        }
    }
    std::vector<TextRange> result;
    for (qsizetype at = 0; at < qsizetype(marked.size()); ++at) {
        if (!marked[size_t(at)])
            continue;
        if (goesOn[size_t(at)])
            result.back().end = at + 1;
        else
            result.push_back({at, at + 1});
    }
    return result;
}

} // namespace Lectern
