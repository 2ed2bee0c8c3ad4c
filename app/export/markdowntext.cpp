#include "export/markdowntext.h"

namespace Lectern {

namespace {

using namespace Qt::StringLiterals;

/// True when a backslash must stand before the character wherever it is: what begins markup in CommonMark and
/// in its common extensions (strikethrough, tables, formulas).
bool isMarkup(QChar c)
{
    return u"\\`*_[]<>~|$"_s.contains(c);
}

/// True when an ampersand with this behind it may begin a character reference.
bool maybeReference(QStringView rest)
{
    return !rest.isEmpty() && (rest.front() == u'#' || rest.front().isLetter());
}

/// Position of the sign that makes a list item or heading of the line, -1 when it begins with none.
qsizetype blockSign(QStringView line)
{
    if (!line.isEmpty() && u"#+-=:"_s.contains(line.front()))
        return 0;
    qsizetype digits = 0;
    while (digits < line.size() && line[digits] >= u'0' && line[digits] <= u'9')
        ++digits;
    return digits > 0 && digits < line.size() && (line[digits] == u'.' || line[digits] == u')') ? digits : -1;
}

} // namespace

QString escapedMarkdown(QStringView line)
{
    const qsizetype sign = blockSign(line);
    QString escaped;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        const bool atEnd = i == 0 || i == line.size() - 1;
        if (c == u'\t') {
            escaped += u"&#9;"_s;
        } else if (c == u'\r') {
            escaped += u"&#13;"_s;
        } else if (c == u' ' && (atEnd || line[i - 1] == u' ')) {
            escaped += u"&#32;"_s;
        } else {
            if (i == sign || isMarkup(c) || (c == u'&' && maybeReference(line.sliced(i + 1))))
                escaped += u'\\';
            escaped += c;
        }
    }
    return escaped;
}

QStringList markdownParagraphs(const QString &text)
{
    const QStringList lines = text.split(u'\n');
    QStringList result{escapedMarkdown(lines.first())};
    for (qsizetype i = 1; i < lines.size(); ++i) {
        if (lines.at(i).isEmpty() || result.last().isEmpty())
            result.last() += u"&#10;"_s + escapedMarkdown(lines.at(i));
        else
            result += escapedMarkdown(lines.at(i));
    }
    return result;
}

bool isMarkdownAddress(const QString &url)
{
    return (url.startsWith(u"http://"_s) || url.startsWith(u"https://"_s)) && !url.contains(u'<') &&
           !url.contains(u'>') && !url.contains(u' ') && !url.contains(u'\n');
}

} // namespace Lectern
