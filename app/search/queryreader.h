#pragma once

#include "search/operandreader.h"
#include "search/query.h"
#include "search/querylexer.h"

#include <vector>

namespace Lectern {

/// Makes a Query of its tokens, by recursive descent as deep as the brackets go:
///     or   = and { OR and }      and = near { [AND] near }      near = unary { NEAR unary }
///     unary = { NOT | field } ( word | quoted | regex | "(" or ")" )
class QueryReader final
{
public:
    QueryReader(QStringView text, const QueryOptions &options, ReadingMode mode);
    Query read();
    /// Every word of the text, none required.
    static Query readBag(QStringView text);

private:
    using MaybeNode = OperandReader::MaybeNode;
    using Kind = QueryToken::Kind;

    bool atEnd() const { return m_at == m_tokens.size(); }
    bool at(Kind kind) const { return !atEnd() && m_tokens[m_at].kind == kind; }
    MaybeNode readOr(FieldName field);
    MaybeNode readAnd(FieldName field);
    void readNear(FieldName field, std::vector<QueryNode> *nodes);
    MaybeNode readUnary(FieldName field);
    MaybeNode negated(QueryNode node);
    void dropIdleCounts(std::vector<QueryNode> *nodes);

    Query m_query;
    std::vector<QueryToken> m_tokens;
    size_t m_at = 0;
    OperandReader m_operands;
};

} // namespace Lectern
