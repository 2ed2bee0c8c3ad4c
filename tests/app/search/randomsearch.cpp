#include "app/search/randomsearch.h"

#include <QCryptographicHash>
#include <QtDebug>

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
    if (!parts.body.isEmpty())
        draft.blocks.push_back(
            {BlockKind::Paragraph, 0, {draft.text.size() - parts.body.size(), draft.text.size()}});
    if (draft.titleDerived)
        deriveTitle(draft, QStringLiteral("untitled"));
    draft.outlet = parts.outlet;
    draft.authors = parts.authors;
    draft.published = PartialDate::fromIso(parts.date);
    return Article::make(std::move(draft));
}

QString RandomSearch::word()
{
    static const std::array words = {
        u"a",   u"a",       u"b",     u"b",     u"ab",     u"abc",     u"B",    u"don't",  u"don’t", u"don",
        u"t",   u"state’s", u"state", u"s",     u"é",      u"E\u0301", u"e",    u"日",     u"本",    u"日本",
        u"ﬁt",  u"fit",     u"“b”",   u"'b'",   u"l'état", u"'n'",     u"co-a", u"3.14",   u"3",     u"14",
        u"½",   u"😀",       u"foo_b", u"s's's", u"שלום",   u"ไทย",     u"ab's", u"straße", u"«a»",   u"a,b",
        u"AND", u"ﬀ",       u"OR",    u"+",     u"…",      u"st*te",   u"x:y",  u"a/b"};
    return QString::fromUtf16(words[size_t(upTo(int(words.size()) - 1))]);
}

QString RandomSearch::words(int count)
{
    static const std::array gaps = {u" ", u" ", u" ", u" ", u"\n", u", ", u"-", u"\u00a0", u"—"};
    QString text;
    for (int i = 0; i < count; ++i) {
        if (i > 0)
            text += QString::fromUtf16(gaps[size_t(upTo(int(gaps.size()) - 1))]);
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
    return makeArticle(parts);
}

QString RandomSearch::operand(int depth)
{
    static const std::array opening = {u"\"", u"“", u"«", u"„", u"'", u"‘", u"「"};
    static const std::array closing = {u"\"", u"”", u"»", u"“", u"'", u"’", u"」"};
    static const std::array fields = {u"title:", u"outlet:", u"author:", u"Title:", u"foo:"};
    QString text;
    if (oneIn(5))
        text += oneIn(2) ? QStringLiteral("-") : QStringLiteral("NOT ");
    if (oneIn(12)) {
        switch (upTo(5)) {
        case 0:
            return text + QStringLiteral("before:") + date();
        case 1:
            return text + QStringLiteral("after:") + date();
        case 2:
            return text + QStringLiteral("date:") + date() + QStringLiteral("..");
        case 3:
            return text + QStringLiteral("date:..") + date();
        case 4:
            return text + QStringLiteral("date:") + date();
        default:
            return text + QStringLiteral("date:") + date() + QStringLiteral("..") + date();
        }
    }
    if (oneIn(5))
        text += QString::fromUtf16(fields[size_t(upTo(int(fields.size()) - 1))]);
    if (depth > 0 && oneIn(4))
        return text + QLatin1Char('(') + group(depth - 1) + QLatin1Char(')');
    if (oneIn(3)) {
        text += QString::fromUtf16(opening[size_t(upTo(int(opening.size()) - 1))]) + words(1 + upTo(2));
        if (oneIn(4))
            text += QLatin1Char('*');
        if (!oneIn(10))
            text += QString::fromUtf16(closing[size_t(upTo(int(closing.size()) - 1))]);
        return text;
    }
    return text + word() + (oneIn(5) ? QStringLiteral("*") : QString());
}

QString RandomSearch::group(int depth)
{
    static const std::array joints = {u" ", u" ", u" ", u" AND ", u" OR ", u" | "};
    QString text = operand(depth);
    for (int i = upTo(2); i > 0; --i)
        text += QString::fromUtf16(joints[size_t(upTo(int(joints.size()) - 1))]) + operand(depth);
    return text;
}

QString RandomSearch::noise()
{
    static const std::array signs = {
        u"(", u")",      u"\"",    u"“",    u"'",  u"-",       u"--", u"*", u" ", u" ", u"OR", u"AND", u"NOT",
        u"|", u"title:", u"date:", u"2021", u"..", u"before:", u":",  u"’", u"‹", u".", u"\t", u"（"};
    QString text;
    for (int i = upTo(12); i > 0; --i)
        text += oneIn(2) ? word() : QString::fromUtf16(signs[size_t(upTo(int(signs.size()) - 1))]);
    return text;
}

QString RandomSearch::query()
{
    return oneIn(6) ? noise() : group(2);
}

} // namespace Lectern
