#include "export/markdownexporter.h"

#include "export/annotation.h"
#include "export/exportdocument.h"
#include "export/markdowntext.h"

#include <QJsonDocument>

namespace Lectern {

namespace {

using namespace Qt::StringLiterals;

/// Stand for the tags of a mark while the words around them are escaped: no canonical text holds them.
constexpr QChar markBegins(u'\ufdd0');
constexpr QChar markEnds(u'\ufdd1');

/// The words of a block as escaped paragraphs. Each line of what is marked is marked by itself, because a
/// mark cannot span paragraphs.
QStringList paragraphsOf(const DocumentBlock &block)
{
    QStringList lines;
    for (const std::vector<DocumentRun> &line : block.lines()) {
        QString words;
        for (const DocumentRun &run : line)
            words += run.style == DocumentStyle::Kept ? markBegins + run.text + markEnds : run.text;
        lines += words;
    }
    QStringList paragraphs = markdownParagraphs(lines.join(u'\n'));
    for (QString &paragraph : paragraphs)
        paragraph.replace(markBegins, u"<mark>"_s).replace(markEnds, u"</mark>"_s);
    return paragraphs;
}

/// One line; markup of a citation that is Markdown already stays as it is.
QString citationLine(const DocumentBlock &block, CitationStyle style)
{
    if (style == CitationStyle::Markdown)
        return block.text();
    QString line;
    for (const DocumentRun &run : block.runs) {
        if (run.style == DocumentStyle::Italic)
            line += u'*' + escapedMarkdown(run.text) + u'*';
        else if (run.style == DocumentStyle::Address && isMarkdownAddress(run.text))
            line += u'<' + run.text + u'>';
        else if (run.text.endsWith(u' ') || run.text.startsWith(u' ')) // not at the end of the line
            line += escapedMarkdown(u"x"_s + run.text + u"x"_s).mid(1).chopped(1);
        else
            line += escapedMarkdown(run.text);
    }
    return line;
}

QString heading(const DocumentBlock &block)
{
    const int level = block.role == DocumentRole::Title ? 1 : std::clamp(block.level, 2, 6);
    QString words = paragraphsOf(block).join(u' ');
    if (words.endsWith(u'#')) // would be taken for the heading's end
        words.insert(words.size() - 1, u'\\');
    return QString(level, u'#') + u' ' + words + u"\n\n"_s;
}

QString written(const DocumentBlock &block, CitationStyle style)
{
    switch (block.role) {
    case DocumentRole::Title:
    case DocumentRole::Heading:
        return heading(block);
    case DocumentRole::Quote:
        return u"> "_s + paragraphsOf(block).join(u"\n>\n> "_s) + u"\n\n"_s;
    case DocumentRole::Citation:
        return u"— "_s + citationLine(block, style) + u"\n\n"_s;
    case DocumentRole::Note:
        return block.label + u": "_s + paragraphsOf(block).join(u"\n\n"_s) + u"\n\n"_s;
    case DocumentRole::Tags:
        return block.label + u": "_s + escapedMarkdown(block.text()) + u"\n\n"_s;
    case DocumentRole::Paragraph:
        return paragraphsOf(block).join(u"\n\n"_s) + u"\n\n"_s;
    case DocumentRole::Record:
        return {};
    }
    return {};
}

/// A comment ends at the first `-->`; written so, the record has no two hyphens in a row. Nor has it two
/// blanks in a row or a line break, so that whoever breaks its line anew loses nothing.
QString recordComment(const Passage &passage, const QByteArray &md5)
{
    QJsonObject record = annotation(passage, md5);
    record.insert(u"@context"_s, annotationContext());
    QByteArray json = QJsonDocument(record).toJson(QJsonDocument::Compact);
    json.replace("--", "-\\u002d").replace("  ", " \\u0020");
    return u"<!-- lectern-passage "_s + QString::fromUtf8(json) + u" -->\n"_s;
}

} // namespace

QByteArray MarkdownExporter::write(const std::vector<Passage> &passages, const ExportOptions &options) const
{
    ExportArticles articles(options);
    QStringList entries;
    for (const DocumentEntry &entry : documentOf(passages, options, articles)) {
        QString text;
        if (entry.number > 0)
            text += u"\\[%1\\]\n\n"_s.arg(entry.number);
        for (const DocumentBlock &block : entry.blocks)
            text += written(block, options.style);
        if (entry.passage)
            text += recordComment(*entry.passage, articles.md5(*entry.passage));
        entries += text;
    }
    return entries.join(u'\n').toUtf8();
}

} // namespace Lectern
