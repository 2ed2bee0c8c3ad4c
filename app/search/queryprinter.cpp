#include "search/queryprinter.h"

#include "search/query.h"
#include "search/querywords.h"
#include "text/dateinterval.h"

#include <algorithm>

namespace Lectern {

namespace {

using Kind = QueryNode::Kind;

bool isGroup(const QueryNode &node)
{
    return node.kind == Kind::And || node.kind == Kind::Or;
}

/// A Near that "a b"~5 says: any order, words without stems, all spelled freely or all as written.
bool isQuotedNear(const QueryNode &node)
{
    if (node.kind != Kind::Near || node.ordered)
        return false;
    const bool strict = !node.children.front().spellings.isEmpty();
    return std::all_of(node.children.begin(), node.children.end(), [&](const QueryNode &child) {
        const bool isWord =
            child.kind == Kind::Term || (child.kind == Kind::Prefix && &child == &node.children.back());
        return isWord && !child.stems && !child.atStart && child.spellings.isEmpty() != strict;
    });
}

/// A Near that stands between its operands.
bool isInfix(const QueryNode &node)
{
    return node.kind == Kind::Near && !isQuotedNear(node);
}

/// Whether the child of this node needs brackets to stay in one piece.
bool needsBrackets(const QueryNode &node, const QueryNode &child)
{
    return node.kind != Kind::Or && (isGroup(child) || (node.kind == Kind::Not && isInfix(child)));
}

/// How deep the brackets nest that cannot be left out.
int bracketDepth(const QueryNode &node)
{
    int deepest = 0;
    for (const QueryNode &child : node.children)
        deepest = std::max(deepest, bracketDepth(child) + (needsBrackets(node, child) ? 1 : 0));
    return deepest;
}

QString fieldPrefix(QueryField field)
{
    switch (field) {
    case QueryField::Title:
        return QStringLiteral("title:");
    case QueryField::Lede:
        return QStringLiteral("lede:");
    case QueryField::Outlet:
        return QStringLiteral("outlet:");
    case QueryField::Author:
        return QStringLiteral("author:");
    case QueryField::File:
        return QStringLiteral("file:");
    case QueryField::Format:
        return QStringLiteral("format:");
    case QueryField::Language:
        return QStringLiteral("lang:");
    case QueryField::Tag:
        return QStringLiteral("tag:");
    case QueryField::Note:
        return QStringLiteral("note:");
    case QueryField::Text:
    case QueryField::Date:
        break;
    }
    return {};
}

QString stateText(QueryNode::State state)
{
    switch (state) {
    case QueryNode::State::Unread:
        return QStringLiteral("is:unread");
    case QueryNode::State::Read:
        return QStringLiteral("is:read");
    case QueryNode::State::HasPassage:
        return QStringLiteral("has:passage");
    case QueryNode::State::HasNote:
        return QStringLiteral("has:note");
    case QueryNode::State::HasTag:
        return QStringLiteral("has:tag");
    case QueryNode::State::Starred:
        return QStringLiteral("is:starred");
    case QueryNode::State::Archived:
        return QStringLiteral("is:archived");
    }
    return {};
}

/// What stands in front of words that must be spelled so.
QString strictSign(const QStringList &spellings)
{
    const bool says = std::any_of(spellings.begin(), spellings.end(), isMoreThanFolded);
    return says ? QStringLiteral("=") : QStringLiteral("==");
}

QString quoted(const QString &text)
{
    return QLatin1Char('"') + text + QLatin1Char('"');
}

} // namespace

QueryPrinter::QueryPrinter(const QHash<QString, QString> &spellings, const QueryNode &root)
    : m_spellings(spellings)
    , m_root(root)
{
    // "a b OR c" needs no brackets but reads better with them, as long as they do not nest too deep to be
    // read back.
    m_clear = bracketDepth(root) * 2 < Query::maxDepth;
}

QString QueryPrinter::print(const QueryNode &node) const
{
    QString joint = QStringLiteral(" ");
    switch (node.kind) {
    case Kind::Nothing:
        return {};
    case Kind::Date:
        return QStringLiteral("date:") + dateIntervalText(node.from, node.to);
    case Kind::State:
        return stateText(node.state);
    case Kind::Count:
        return QStringLiteral("count:>=%1").arg(node.count);
    case Kind::Term:
    case Kind::Prefix:
    case Kind::Wildcard:
    case Kind::Fuzzy:
    case Kind::Phrase:
        return fieldPrefix(node.field) + (node.atStart ? QStringLiteral("^") : QString()) + words(node);
    case Kind::Regex:
        return fieldPrefix(node.field) + QLatin1Char('/') + node.pattern + QLatin1Char('/');
    case Kind::Not:
        return QLatin1Char('-') + nested(node.children.front(), needsBrackets(node, node.children.front()));
    case Kind::Near:
        if (isQuotedNear(node))
            return nearWords(node);
        joint =
            (node.ordered ? QStringLiteral(" BEFORE/%1 ") : QStringLiteral(" NEAR/%1 ")).arg(node.distance);
        break;
    case Kind::Or:
        joint = QStringLiteral(" OR ");
        break;
    case Kind::And:
        break;
    }
    QStringList parts;
    for (const QueryNode &child : node.children)
        parts.append(nested(child, needsBrackets(node, child) || (isGroup(child) && m_clear)));
    return parts.join(joint);
}

QString QueryPrinter::nested(const QueryNode &node, bool bracketed) const
{
    return bracketed ? QLatin1Char('(') + print(node) + QLatin1Char(')') : print(node);
}

QString QueryPrinter::spelled(const QueryNode &node, qsizetype at) const
{
    const QString &term = node.terms[at];
    return node.spellings.isEmpty() ? m_spellings.value(term, term) : node.spellings[at];
}

QString QueryPrinter::words(const QueryNode &node) const
{
    if (node.kind == Kind::Wildcard)
        return node.pattern;
    if (node.kind == Kind::Fuzzy)
        return node.terms.front() + QStringLiteral("~%1").arg(node.distance);
    QStringList words;
    for (qsizetype i = 0; i < node.terms.size(); ++i)
        words.append(spelled(node, i));
    const QString text = words.join(QLatin1Char(' ')) +
                         (node.kind == Kind::Prefix || node.lastIsPrefix ? QStringLiteral("*") : QString());
    const QString shown = node.kind != Kind::Phrase && readsBare(words.front()) ? text : quoted(text);
    if (!node.spellings.isEmpty())
        return strictSign(node.spellings) + shown;
    // A bare word that could have a stem would be read with it.
    const bool isForm = node.kind == Kind::Term && !node.stems && hasStems(node.field) &&
                        mayHaveStem(node.terms.front()) && !m_spellings.contains(node.terms.front());
    return isForm ? QLatin1Char('=') + shown : shown;
}

QString QueryPrinter::nearWords(const QueryNode &node) const
{
    QStringList words;
    QStringList spellings;
    for (const QueryNode &child : node.children) {
        words.append(spelled(child, 0));
        spellings.append(child.spellings);
    }
    const QString star = node.children.back().kind == Kind::Prefix ? QStringLiteral("*") : QString();
    return fieldPrefix(node.field) + (spellings.isEmpty() ? QString() : strictSign(spellings)) +
           quoted(words.join(QLatin1Char(' ')) + star) + QStringLiteral("~%1").arg(node.distance);
}

} // namespace Lectern
