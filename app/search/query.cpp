#include "search/query.h"

#include "search/dateinterval.h"
#include "search/queryreader.h"

#include <algorithm>

namespace Lectern {

namespace {

using Kind = QueryNode::Kind;
using Spellings = QHash<QString, QString>;

bool isGroup(const QueryNode &node)
{
    return node.kind == Kind::And || node.kind == Kind::Or;
}

/// Prints nodes so that they read back as they are.
class Printer
{
public:
    Printer(const Spellings &spellings, const QueryNode &root)
        : m_spellings(spellings)
    {
        // "a b OR c" needs no brackets but reads better with them, as long as they do not nest too deep to be
        // read back.
        m_clear = bracketDepth(root) * 2 < Query::maxDepth;
    }

    QString print(const QueryNode &node) const
    {
        switch (node.kind) {
        case Kind::Nothing:
            return {};
        case Kind::Date:
            return QStringLiteral("date:") + dateIntervalText(node.from, node.to);
        case Kind::Term:
        case Kind::Prefix:
        case Kind::Phrase:
            return fieldPrefix(node.field) + words(node);
        case Kind::Not:
            return QLatin1Char('-') + nested(node.children.front(), isGroup(node.children.front()));
        case Kind::And:
        case Kind::Or:
            break;
        }
        QStringList parts;
        for (const QueryNode &child : node.children)
            parts.append(nested(child, isGroup(child) && (node.kind == Kind::And || m_clear)));
        return parts.join(node.kind == Kind::And ? QStringLiteral(" ") : QStringLiteral(" OR "));
    }

private:
    /// How deep the brackets nest that cannot be left out.
    static int bracketDepth(const QueryNode &node)
    {
        int deepest = 0;
        for (const QueryNode &child : node.children)
            deepest =
                std::max(deepest, bracketDepth(child) + (isGroup(child) && node.kind != Kind::Or ? 1 : 0));
        return deepest;
    }

    QString nested(const QueryNode &node, bool bracketed) const
    {
        return bracketed ? QLatin1Char('(') + print(node) + QLatin1Char(')') : print(node);
    }

    static QString fieldPrefix(QueryField field)
    {
        switch (field) {
        case QueryField::Title:
            return QStringLiteral("title:");
        case QueryField::Outlet:
            return QStringLiteral("outlet:");
        case QueryField::Author:
            return QStringLiteral("author:");
        case QueryField::Text:
        case QueryField::Date:
            break;
        }
        return {};
    }

    QString words(const QueryNode &node) const
    {
        QStringList words;
        for (const QString &term : node.terms)
            words.append(m_spellings.value(term, term));
        QString text = words.join(QLatin1Char(' '));
        if (node.kind == Kind::Prefix || node.lastIsPrefix)
            text += QLatin1Char('*');
        return node.kind != Kind::Phrase && readsBare(words.front())
                   ? text
                   : QLatin1Char('"') + text + QLatin1Char('"');
    }

    /// Whether a word says the same without quotation marks: operators are in capitals, which no term has,
    /// but signs may mean something.
    static bool readsBare(const QString &word)
    {
        return std::all_of(word.begin(), word.end(),
                           [](QChar c) {
                               return c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || c == u'\'' ||
                                      c == u'.' || c == u'_';
                           }) &&
               !word.startsWith(u'\'');
    }

    const Spellings &m_spellings;
    bool m_clear = true;
};

} // namespace

Query Query::parse(QStringView text)
{
    return QueryReader(text, QueryReader::Mode::Written).read();
}

Query Query::parseTyping(QStringView text)
{
    return QueryReader(text, QueryReader::Mode::Typing).read();
}

Query Query::bagOfWords(QStringView text)
{
    return QueryReader::readBag(text);
}

QString Query::toString() const
{
    return m_empty ? QString() : Printer(m_spellings, m_root).print(m_root);
}

} // namespace Lectern
