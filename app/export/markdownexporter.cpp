#include "export/markdownexporter.h"

#include "export/annotation.h"

#include <QJsonDocument>

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

/// One line of text, escaped. White space that a reader would drop becomes a character reference.
QString escapedLine(QStringView line)
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

/// The lines of a text as paragraphs. An empty line cannot be one: its line break joins the neighbour as a
/// character reference.
QStringList paragraphs(const QString &text)
{
    const QStringList lines = text.split(u'\n');
    QStringList result{escapedLine(lines.first())};
    for (qsizetype i = 1; i < lines.size(); ++i) {
        if (lines.at(i).isEmpty() || result.last().isEmpty())
            result.last() += u"&#10;"_s + escapedLine(lines.at(i));
        else
            result += escapedLine(lines.at(i));
    }
    return result;
}

/// The citation, escaped, with its address as a link.
QString citationLine(const Passage &passage)
{
    const QString cited = citation(passage);
    const qsizetype at = passage.url.isEmpty() ? -1 : cited.lastIndexOf(passage.url);
    const bool isLink = passage.url.startsWith(u"http"_s) && !passage.url.contains(u'<') &&
                        !passage.url.contains(u'>') && !passage.url.contains(u' ');
    if (at < 0 || !isLink)
        return escapedLine(cited);
    return escapedLine(cited.left(at).trimmed()) + u" <"_s + passage.url + u'>' +
           escapedLine(cited.mid(at + passage.url.size()));
}

/// A comment ends at the first `-->`; written so, the record has no two hyphens in a row.
QString recordComment(const Passage &passage)
{
    QJsonObject record = annotation(passage);
    record.insert(u"@context"_s, annotationContext());
    QByteArray json = QJsonDocument(record).toJson(QJsonDocument::Compact);
    json.replace("--", "-\\u002d");
    return u"<!-- lectern-passage "_s + QString::fromUtf8(json) + u" -->\n"_s;
}

QString entry(const Passage &passage)
{
    QString text = u"> "_s + paragraphs(passage.quote).join(u"\n>\n> "_s) + u"\n\n"_s;
    if (const QString line = citationLine(passage); !line.isEmpty())
        text += u"— "_s + line + u"\n\n"_s;
    if (!passage.note.isEmpty())
        text += u"Note: "_s + paragraphs(passage.note).join(u"\n\n"_s) + u"\n\n"_s;
    if (!passage.tags.isEmpty())
        text += u"Tags: "_s + escapedLine(passage.tags.join(u", "_s)) + u"\n\n"_s;
    return text + recordComment(passage);
}

} // namespace

QByteArray MarkdownExporter::write(const std::vector<Passage> &passages) const
{
    QStringList entries;
    for (const Passage &passage : passages)
        entries += entry(passage);
    return entries.join(u'\n').toUtf8();
}

} // namespace Lectern
