#include "search/queryreader.h"

#include "search/dateinterval.h"
#include "text/words.h"

#include <algorithm>
#include <utility>

namespace Lectern {

namespace {

/// A word breaker is dear to make and queries are read at every key.
WordBreaker &wordBreaker()
{
    thread_local WordBreaker breaker;
    return breaker;
}

/// One node of several: flat, and none where one child will do.
std::optional<QueryNode> combined(QueryNode::Kind kind, std::vector<QueryNode> nodes)
{
    if (nodes.empty())
        return std::nullopt;
    if (nodes.size() == 1)
        return std::move(nodes.front());
    QueryNode result;
    result.kind = kind;
    for (QueryNode &node : nodes) {
        if (node.kind == kind)
            std::move(node.children.begin(), node.children.end(), std::back_inserter(result.children));
        else
            result.children.push_back(std::move(node));
    }
    return result;
}

QueryNode negated(QueryNode node)
{
    if (node.kind == QueryNode::Kind::Not)
        return std::move(node.children.front());
    QueryNode result;
    result.kind = QueryNode::Kind::Not;
    result.children.push_back(std::move(node));
    return result;
}

QueryField fieldOf(FieldName name)
{
    switch (name) {
    case FieldName::Title:
        return QueryField::Title;
    case FieldName::Outlet:
        return QueryField::Outlet;
    case FieldName::Author:
        return QueryField::Author;
    case FieldName::Text:
    case FieldName::Date:
    case FieldName::Before:
    case FieldName::After:
        break;
    }
    return QueryField::Text; // a date that is none is text
}

} // namespace

QueryReader::QueryReader(QStringView text, Mode mode)
    : m_mode(mode)
{
    m_query.m_source = text.toString();
    QueryLexer lexer(m_query.m_source);
    m_tokens = lexer.tokens();
    m_query.m_hints = lexer.hints();
}

Query QueryReader::read()
{
    if (MaybeNode root = readOr(FieldName::Text)) {
        m_query.m_root = std::move(*root);
        m_query.m_empty = false;
    }
    Q_ASSERT(atEnd());
    return std::move(m_query);
}

Query QueryReader::readBag(QStringView text)
{
    QueryReader reader({}, Mode::Written);
    reader.m_query.m_source = text.toString();
    std::vector<QueryNode> nodes;
    for (const QString &term : reader.terms(text)) {
        QueryNode node;
        node.kind = QueryNode::Kind::Term;
        node.terms = QStringList(term);
        nodes.push_back(std::move(node));
    }
    if (MaybeNode root = combined(QueryNode::Kind::Or, std::move(nodes))) {
        reader.m_query.m_root = std::move(*root);
        reader.m_query.m_empty = false;
    }
    return std::move(reader.m_query);
}

QueryReader::MaybeNode QueryReader::readOr(FieldName field)
{
    std::vector<QueryNode> alternatives;
    for (;;) {
        if (MaybeNode node = readAnd(field))
            alternatives.push_back(std::move(*node));
        if (!at(Kind::Or))
            return combined(QueryNode::Kind::Or, std::move(alternatives));
        ++m_at;
    }
}

QueryReader::MaybeNode QueryReader::readAnd(FieldName field)
{
    std::vector<QueryNode> nodes;
    while (!atEnd() && !at(Kind::Or) && !at(Kind::Close)) {
        if (at(Kind::And))
            ++m_at;
        else if (MaybeNode node = readUnary(field))
            nodes.push_back(std::move(*node));
    }
    return combined(QueryNode::Kind::And, std::move(nodes));
}

QueryReader::MaybeNode QueryReader::readUnary(FieldName field)
{
    bool negative = false;
    for (; at(Kind::Not) || at(Kind::Field); ++m_at) {
        if (at(Kind::Not))
            negative = !negative;
        else
            field = m_tokens[m_at].field;
    }
    MaybeNode node;
    if (at(Kind::Open)) {
        ++m_at;
        node = readOr(field);
        Q_ASSERT(at(Kind::Close)); // the lexer balances them
        ++m_at;
    } else if (at(Kind::Word) || at(Kind::Quoted)) {
        node = leaf(m_tokens[m_at], field);
        ++m_at;
    }
    return node && negative ? negated(std::move(*node)) : std::move(node);
}

QueryReader::MaybeNode QueryReader::leaf(const QueryToken &token, FieldName field)
{
    if (field == FieldName::Date || field == FieldName::Before || field == FieldName::After) {
        if (MaybeNode node = dates(token, field))
            return node;
    }
    QueryNode node;
    node.field = fieldOf(field);
    node.terms = terms(token.text);
    const bool prefix = token.starred || (token.growing && m_mode == Mode::Typing);
    if (node.terms.isEmpty()) {
        const QString text = token.text.trimmed().toString();
        if (!text.isEmpty() || token.starred)
            hint(QStringLiteral("There is no word in “%1”; left out.")
                     .arg(text.isEmpty() ? QStringLiteral("*") : text));
        return std::nullopt;
    }
    if (node.terms.size() == 1) {
        node.kind = prefix ? QueryNode::Kind::Prefix : QueryNode::Kind::Term;
    } else {
        node.kind = QueryNode::Kind::Phrase;
        node.lastIsPrefix = prefix;
    }
    return node;
}

QueryReader::MaybeNode QueryReader::dates(const QueryToken &token, FieldName field)
{
    const std::optional<DateInterval> interval = readDateInterval(token.text, field);
    if (!interval) {
        hint(QStringLiteral("“%1” is not a date; searched as text.").arg(token.text));
        return std::nullopt;
    }
    if (interval->swapped) {
        hint(QStringLiteral("“%1” runs backwards; read as %2.")
                 .arg(token.text, dateIntervalText(interval->from, interval->to)));
    }
    QueryNode node;
    node.kind = QueryNode::Kind::Date;
    node.field = QueryField::Date;
    node.from = interval->from;
    node.to = interval->to;
    return node;
}

QStringList QueryReader::terms(QStringView text)
{
    QStringList terms;
    QStringList spellings;
    for (const Word &word : wordBreaker().words(text)) {
        if (word.isPart)
            continue;
        terms.append(word.term);
        spellings.append(text.sliced(word.range.start, word.range.length()).toString());
    }
    for (qsizetype i = 0; i < terms.size(); ++i)
        keepSpelling(terms[i], spellings[i]);
    return terms;
}

/// Remembers the spelling of a term that would not be read as itself.
void QueryReader::keepSpelling(const QString &term, const QString &spelling)
{
    if (std::all_of(term.begin(), term.end(),
                    [](QChar c) { return c.unicode() < 0x80 && c.isLetterOrNumber(); }))
        return;
    const std::vector<Word> &words = wordBreaker().words(term);
    const auto wholes =
        std::count_if(words.begin(), words.end(), [](const Word &word) { return !word.isPart; });
    if (wholes != 1 || words.front().term != term)
        m_query.m_spellings.insert(term, spelling);
}

void QueryReader::hint(const QString &text)
{
    if (!m_query.m_hints.contains(text))
        m_query.m_hints.append(text);
}

} // namespace Lectern
