#include "app/search/randomsearch.h"

#include <QCryptographicHash>
#include <QtDebug>

#include <algorithm>
#include <array>

namespace Lectern {

ArticlePtr makeArticle(const ArticleParts &parts)
{
    static int number = 0;
    ArticleDraft draft;
    draft.source.path = QStringLiteral("/articles/%1.txt").arg(++number);
    draft.source.sha256 =
        QCryptographicHash::hash(draft.source.path.toUtf8(), QCryptographicHash::Sha256).toHex();
    draft.source.format = QStringLiteral("text");
    draft.title = parts.title;
    draft.titleDerived = parts.title.isEmpty();
    draft.text = parts.title.isEmpty() ? parts.body : parts.title + QLatin1Char('\n') + parts.body;
    if (!parts.title.isEmpty())
        draft.blocks.push_back({BlockKind::Heading, 1, {0, parts.title.size()}});
    for (qsizetype start = draft.text.size() - parts.body.size(); start < draft.text.size();) {
        const qsizetype line = draft.text.indexOf(u'\n', start);
        const qsizetype end = line < 0 ? draft.text.size() : line;
        draft.blocks.push_back({BlockKind::Paragraph, 0, {start, end}});
        start = end + 1;
    }
    if (draft.titleDerived)
        deriveTitle(draft, QStringLiteral("untitled"));
    draft.outlet = parts.outlet;
    draft.authors = parts.authors;
    draft.published = PartialDate::fromIso(parts.date);
    draft.language = parts.language;
    draft.tags = parts.tags;
    return Article::make(std::move(draft));
}

namespace {

/// Whether the index answers it.
bool isIndexed(const QueryNode &node)
{
    switch (node.kind) {
    case QueryNode::Kind::Nothing:
    case QueryNode::Kind::Date:
    case QueryNode::Kind::And:
    case QueryNode::Kind::Or:
    case QueryNode::Kind::Not:
        return std::all_of(node.children.begin(), node.children.end(), isIndexed);
    case QueryNode::Kind::Term:
    case QueryNode::Kind::Prefix:
    case QueryNode::Kind::Phrase:
        return node.field <= QueryField::Author && node.spellings.isEmpty() && !node.atStart;
    default:
        return false;
    }
}

} // namespace

QString RandomSearch::word()
{
    static const std::array words = {
        u"a",   u"a",       u"b",     u"b",     u"ab",     u"abc",     u"B",    u"don't",  u"don’t", u"don",
        u"t",   u"state’s", u"state", u"s",     u"é",      u"E\u0301", u"e",    u"日",     u"本",    u"日本",
        u"ﬁt",  u"fit",     u"“b”",   u"'b'",   u"l'état", u"'n'",     u"co-a", u"3.14",   u"3",     u"14",
        u"½",   u"😀",       u"foo_b", u"s's's", u"שלום",   u"ไทย",     u"ab's", u"straße", u"«a»",   u"a,b",
        u"AND", u"ﬀ",       u"OR",    u"+",     u"…",      u"st*te",   u"x:y",  u"a/b"};
    static const std::array others = {u"states", u"states", u"stated", u"State",    u"State",   u"Staten",
                                      u"STATE",  u"A",      u"A",      u"Ab",       u"Abc",     u"ba",
                                      u"aab",    u"é́b",     u"Straße", u"a\u00adb", u"stat",    u"stat?",
                                      u"NEAR",   u"BEFORE", u"c=b",    u"a~b",      u"BEFORE/", u"/a",
                                      u"=",      u"~",      u"what?",  u"ꭰ",      u"Σας"};
    return m_grammar == Grammar::Whole && oneIn(2) ? oneOf(others) : oneOf(words);
}

QString RandomSearch::words(int count)
{
    static const std::array gaps = {u" ", u" ", u" ", u" ", u"\n", u", ", u"-", u"\u00a0", u"—"};
    QString text;
    for (int i = 0; i < count; ++i) {
        if (i > 0)
            text += oneOf(gaps);
        text += word();
    }
    return text;
}

QString RandomSearch::date()
{
    QString text = QString::number(2020 + upTo(2));
    if (!oneIn(3)) {
        text += QStringLiteral("-%1").arg(1 + upTo(11), 2, 10, QLatin1Char('0'));
        if (!oneIn(3))
            text += QStringLiteral("-%1").arg(1 + upTo(27), 2, 10, QLatin1Char('0'));
    }
    return text;
}

ArticlePtr RandomSearch::article(int mostWords)
{
    ArticleParts parts;
    parts.body = words(upTo(mostWords));
    if (!oneIn(4))
        parts.title = words(1 + upTo(3)).replace(u'\n', u' ');
    if (!oneIn(3))
        parts.outlet = words(1 + upTo(2));
    for (int i = upTo(3); i > 0; --i)
        parts.authors.append(words(1 + upTo(1)));
    if (!oneIn(4))
        parts.date = date();
    if (m_grammar == Grammar::Whole) {
        parts.language = oneOf(std::array{u"en", u"en", u"de-AT", u"", u"tlh"});
        for (int i = upTo(1); i > 0; --i)
            parts.tags.append(words(1 + upTo(1)));
    }
    return makeArticle(parts);
}

ArticleFacts RandomSearch::facts()
{
    ArticleFacts facts;
    facts.isRead = oneIn(2);
    facts.hasPassage = oneIn(2);
    for (int i = facts.hasPassage ? upTo(2) : 0; i > 0; --i)
        facts.passageTags.append(words(1));
    for (int i = facts.hasPassage ? upTo(2) : 0; i > 0; --i)
        facts.notes.append(words(1 + upTo(4)));
    facts.isStarred = oneIn(2);
    facts.isArchived = oneIn(3);
    if (oneIn(3))
        facts.ownTags.append(words(1));
    return facts;
}

QString RandomSearch::datePart()
{
    switch (upTo(m_grammar == Grammar::Whole ? 6 : 5)) {
    case 0:
        return QStringLiteral("before:") + date();
    case 1:
        return QStringLiteral("after:") + date();
    case 2:
        return QStringLiteral("date:") + date() + QStringLiteral("..");
    case 3:
        return QStringLiteral("date:..") + date();
    case 4:
        return QStringLiteral("date:") + date();
    case 5:
        return QStringLiteral("date:") + date() + QStringLiteral("..") + date();
    default:
        return oneOf(std::array{u"date:today", u"date:\"last week\"", u"after:last-month", u"before:Monday",
                                u"date:last-7-days", u"date:..yesterday", u"date:last-year..today"});
    }
}

QString RandomSearch::quoted()
{
    static const std::array opening = {u"\"", u"“", u"«", u"„", u"'", u"‘", u"「"};
    static const std::array closing = {u"\"", u"”", u"»", u"“", u"'", u"’", u"」"};
    QString text = oneOf(opening) + words(1 + upTo(2));
    if (oneIn(4))
        text += QLatin1Char('*');
    if (!oneIn(10))
        text += oneOf(closing);
    return text;
}

/// A word, phrase or expression of the kinds that only the whole grammar has.
QString RandomSearch::newOperand()
{
    static const std::array patterns = {u"/a.b/",    u"/[ab]+/",   u"/\\bB/",  u"/(?-i)B/", u"/x*/",
                                        u"/[/",      u"/a/b/",     u"/^a/",    u"/ a b/",   u"/a\\/b/",
                                        u"/(a|b)$/", u"/state.s/", u"/(?=a)/", u"/\\d+ */", u"/\\w\\s\\w/"};
    switch (upTo(5)) {
    case 0:
        return oneOf(patterns);
    case 1: {
        QString text = word();
        for (int i = upTo(1); i >= 0; --i)
            text.insert(upTo(int(text.size())), oneIn(2) ? u'*' : u'?');
        return text;
    }
    case 2:
        return word() + oneOf(std::array{u"~", u"~", u"~1", u"~2", u"~0", u"~7"});
    case 3:
        return quoted() + QLatin1Char('~') + (oneIn(5) ? QString() : QString::number(upTo(6)));
    case 4:
        return oneOf(std::array{u"is:unread", u"is:read", u"has:passage", u"has:note", u"has:tag", u"is:odd", u"is:starred", u"is:archived",
                                u"count:2", u"count:>=3", u"count:>1", u"count:many", u"count:0"});
    default:
        return oneOf(std::array{u"lang:en", u"language:de-AT", u"lang:d*", u"format:text", u"ext:txt",
                                u"file:articles", u"path:\"1 txt\"", u"format:html"});
    }
}

QString RandomSearch::operand(int depth)
{
    static const std::array fields = {u"title:", u"outlet:", u"author:", u"Title:", u"foo:"};
    static const std::array newFields = {u"lede:", u"tag:", u"note:", u"lede:", u"title:", u"file:"};
    const bool whole = m_grammar == Grammar::Whole;
    QString text;
    if (oneIn(5))
        text += oneIn(2) ? QStringLiteral("-") : QStringLiteral("NOT ");
    if (oneIn(12))
        return text + datePart();
    if (oneIn(5))
        text += whole && oneIn(2) ? oneOf(newFields) : oneOf(fields);
    if (depth > 0 && oneIn(4))
        return text + QLatin1Char('(') + group(depth - 1) + QLatin1Char(')');
    if (whole && oneIn(6))
        text += oneOf(std::array{u"^", u"=", u"=", u"==", u"^="});
    if (whole && oneIn(3))
        return text + newOperand();
    if (oneIn(3))
        return text + quoted();
    return text + word() + (oneIn(5) ? QStringLiteral("*") : QString());
}

QString RandomSearch::group(int depth)
{
    static const std::array joints = {u" ", u" ", u" ", u" AND ", u" OR ", u" | "};
    static const std::array newJoints = {u" NEAR/2 ", u" NEAR ", u" BEFORE/3 ", u" BEFORE ", u" NEAR/0 "};
    QString text = operand(depth);
    for (int i = upTo(2); i > 0; --i) {
        text += m_grammar == Grammar::Whole && oneIn(3) ? oneOf(newJoints) : oneOf(joints);
        text += operand(depth);
    }
    return text;
}

QString RandomSearch::noise()
{
    static const std::array signs = {
        u"(", u")",      u"\"",    u"“",    u"'",  u"-",       u"--", u"*", u" ", u" ", u"OR", u"AND", u"NOT",
        u"|", u"title:", u"date:", u"2021", u"..", u"before:", u":",  u"’", u"‹", u".", u"\t", u"（"};
    static const std::array newSigns = {u"~",      u"~2",     u"=",     u"==",     u"^",      u"?",
                                        u"/",      u"\\",     u"NEAR",  u"NEAR/3", u"BEFORE", u"is:",
                                        u"count:", u">=3",    u"＝",    u"～",     u"lede:",  u"read",
                                        u"lang:",  u" NEAR ", u"last-", u"week",   u"x",      u"a/ "};
    QString text;
    for (int i = upTo(12); i > 0; --i) {
        if (oneIn(2))
            text += word();
        else
            text += m_grammar == Grammar::Whole && oneIn(2) ? oneOf(newSigns) : oneOf(signs);
    }
    return text;
}

QString RandomSearch::drawnQuery()
{
    return oneIn(6) ? noise() : group(2);
}

QString RandomSearch::query()
{
    QString text = drawnQuery();
    while (m_grammar == Grammar::Indexed && !isIndexed(Query::parse(text).root()))
        text = drawnQuery();
    return text;
}

} // namespace Lectern
