#include "search/queryreader.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace Lectern {

namespace {

using NodeKind = QueryNode::Kind;

bool isCount(const QueryNode &node)
{
    return node.kind == NodeKind::Count;
}

/// One node of several: flat, and none where one child will do. What a count counts stays by itself.
std::optional<QueryNode> combined(NodeKind kind, std::vector<QueryNode> nodes)
{
    if (nodes.empty())
        return std::nullopt;
    if (nodes.size() == 1)
        return std::move(nodes.front());
    QueryNode result;
    result.kind = kind;
    for (QueryNode &node : nodes) {
        if (node.kind == kind && std::none_of(node.children.begin(), node.children.end(), isCount))
            std::move(node.children.begin(), node.children.end(), std::back_inserter(result.children));
        else
            result.children.push_back(std::move(node));
    }
    return result;
}

/// Whether it finds places in the text that can be counted.
bool findsPlaces(const QueryNode &node)
{
    switch (node.kind) {
    case NodeKind::Term:
    case NodeKind::Prefix:
    case NodeKind::Wildcard:
    case NodeKind::Fuzzy:
    case NodeKind::Regex:
    case NodeKind::Phrase:
    case NodeKind::Near:
        return true;
    case NodeKind::And:
    case NodeKind::Or:
        return std::any_of(node.children.begin(), node.children.end(), findsPlaces);
    default:
        return false;
    }
}

/// Whether NEAR and BEFORE take it.
bool isNearOperand(const QueryNode &node)
{
    switch (node.kind) {
    case NodeKind::Term:
    case NodeKind::Prefix:
    case NodeKind::Wildcard:
    case NodeKind::Fuzzy:
    case NodeKind::Phrase:
        return true;
    case NodeKind::Or:
        return std::all_of(node.children.begin(), node.children.end(), [&](const QueryNode &child) {
            return child.kind != NodeKind::Or && isNearOperand(child) &&
                   child.field == node.children.front().field;
        });
    default:
        return false;
    }
}

QueryField fieldOf(const QueryNode &operand)
{
    return operand.kind == NodeKind::Or ? operand.children.front().field : operand.field;
}

} // namespace

QueryReader::QueryReader(QStringView text, const QueryOptions &options, ReadingMode mode)
    : m_operands(options, mode, &m_query.m_hints)
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
    m_query.m_spellings = m_operands.spellings();
    return std::move(m_query);
}

Query QueryReader::readBag(QStringView text)
{
    QueryReader reader({}, {}, ReadingMode::Written);
    reader.m_query.m_source = text.toString();
    if (MaybeNode root = combined(NodeKind::Or, reader.m_operands.bag(text))) {
        reader.m_query.m_root = std::move(*root);
        reader.m_query.m_empty = false;
    }
    reader.m_query.m_spellings = reader.m_operands.spellings();
    return std::move(reader.m_query);
}

QueryReader::MaybeNode QueryReader::readOr(FieldName field)
{
    std::vector<QueryNode> alternatives;
    for (;;) {
        if (MaybeNode node = readAnd(field))
            alternatives.push_back(std::move(*node));
        if (!at(Kind::Or))
            return combined(NodeKind::Or, std::move(alternatives));
        ++m_at;
    }
}

QueryReader::MaybeNode QueryReader::readAnd(FieldName field)
{
    std::vector<QueryNode> nodes;
    while (!atEnd() && !at(Kind::Or) && !at(Kind::Close)) {
        if (at(Kind::And) || at(Kind::Near))
            ++m_at; // a NEAR with nothing before it
        else
            readNear(field, &nodes);
    }
    dropIdleCounts(&nodes);
    return combined(NodeKind::And, std::move(nodes));
}

/// Reads operands with NEAR or BEFORE between them, each pair of neighbours a node. What stands in no pair
/// stays as it is.
void QueryReader::readNear(FieldName field, std::vector<QueryNode> *nodes)
{
    MaybeNode left = readUnary(field);
    bool leftIsPaired = false;
    while (left && at(Kind::Near)) {
        const QueryToken token = m_tokens[m_at];
        while (at(Kind::Near))
            ++m_at;
        if (atEnd() || at(Kind::Or) || at(Kind::Close) || at(Kind::And))
            break;
        MaybeNode right = readUnary(field);
        if (!right)
            break;
        const bool pairs = isNearOperand(*left) && isNearOperand(*right) && fieldOf(*left) == fieldOf(*right);
        if (pairs) {
            QueryNode node;
            node.kind = NodeKind::Near;
            node.field = fieldOf(*left);
            node.ordered = token.ordered;
            node.distance = token.number == QueryToken::noNumber ? Query::usualDistance : token.number;
            node.children.push_back(std::move(*left));
            node.children.push_back(*right);
            nodes->push_back(std::move(node));
        } else {
            m_operands.hint(QStringLiteral("NEAR and BEFORE stand between words, phrases or brackets of "
                                           "alternatives in one field; read as AND."));
            if (!leftIsPaired)
                nodes->push_back(std::move(*left));
        }
        leftIsPaired = pairs;
        left = std::move(right);
    }
    if (left && !leftIsPaired)
        nodes->push_back(std::move(*left));
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
    } else if (at(Kind::Word) || at(Kind::Quoted) || at(Kind::Regex)) {
        node = m_operands.read(m_tokens[m_at], field);
        ++m_at;
    }
    return node && negative ? negated(std::move(*node)) : std::move(node);
}

QueryReader::MaybeNode QueryReader::negated(QueryNode node)
{
    if (node.kind == NodeKind::Not)
        return std::move(node.children.front());
    if (isCount(node)) {
        m_operands.hint(QStringLiteral("“count:” cannot stand behind NOT; left out."));
        return std::nullopt;
    }
    QueryNode result;
    result.kind = NodeKind::Not;
    result.children.push_back(std::move(node));
    return result;
}

/// Leaves out counts that have nothing beside them to count.
void QueryReader::dropIdleCounts(std::vector<QueryNode> *nodes)
{
    if (std::none_of(nodes->begin(), nodes->end(), isCount) ||
        std::any_of(nodes->begin(), nodes->end(), findsPlaces))
        return;
    std::erase_if(*nodes, isCount);
    m_operands.hint(QStringLiteral("“count:” counts what stands beside it, and nothing does; left out."));
}

} // namespace Lectern
