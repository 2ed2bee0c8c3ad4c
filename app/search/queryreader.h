#pragma once

#include "search/query.h"
#include "search/querylexer.h"

#include <optional>
#include <vector>

namespace Lectern {

class WordBreaker;

/// Makes a Query of its tokens, by recursive descent as deep as the brackets go:
///     or   = and { OR and }        and = unary { [AND] unary }        unary = { NOT | field } ( word |
///     quoted | "(" or ")" )
class QueryReader final
{
public:
    enum class Mode : quint8 { Written, Typing };

    QueryReader(QStringView text, Mode mode);
    Query read();
    /// Every word of the text, none required.
    static Query readBag(QStringView text);

private:
    using MaybeNode = std::optional<QueryNode>; ///< nothing where nothing was to be read
    using Kind = QueryToken::Kind;

    bool atEnd() const { return m_at == m_tokens.size(); }
    bool at(Kind kind) const { return !atEnd() && m_tokens[m_at].kind == kind; }
    MaybeNode readOr(FieldName field);
    MaybeNode readAnd(FieldName field);
    MaybeNode readUnary(FieldName field);
    MaybeNode leaf(const QueryToken &token, FieldName field);
    MaybeNode dates(const QueryToken &token, FieldName field);
    QStringList terms(QStringView text);
    void keepSpelling(const QString &term, const QString &spelling);
    void hint(const QString &text);

    std::vector<QueryToken> m_tokens;
    size_t m_at = 0;
    Mode m_mode;
    Query m_query;
};

} // namespace Lectern
