#include "export/htmlexporter.h"

#include "export/annotation.h"
#include "export/exportdocument.h"

#include <QJsonDocument>

namespace Lectern {

namespace {

using namespace Qt::StringLiterals;

const char *const style = R"(
body { max-width: 42em; margin: 3em auto; padding: 0 1em; font: 1.0625em/1.6 Charis SIL, Georgia, serif; color: #222; }
section { margin: 0 0 3em; }
blockquote { margin: 0; padding-inline-start: 1em; border-inline-start: 3px solid #ccc; }
blockquote p { margin: 0 0 .6em; min-height: 1em; white-space: pre-wrap; overflow-wrap: anywhere; }
cite { font-style: normal; }
mark { background: #fff0a8; color: inherit; }
mark.green { background: #cdeec4; } mark.blue { background: #cfe4fb; } mark.pink { background: #fbd5e5; }
mark.orange { background: #fedcb8; } mark.violet { background: #e2d8fa; }
article .words { white-space: pre-wrap; }
.note { white-space: pre-wrap; }
.tags, .source { font: .8125em/1.5 Inter, sans-serif; color: #666; overflow-wrap: anywhere; }
.source dt { float: left; clear: left; margin-inline-end: .5em; }
.source dd { margin: 0; }
)";

/// The JSON cannot end the script element that holds it: `<` is written as an escape.
QString scriptSafe(QByteArray json)
{
    return QString::fromUtf8(json.replace('<', "\\u003c"));
}

QString attribute(const QString &name, const QString &value)
{
    return value.isEmpty() ? QString() : u" %1=\"%2\""_s.arg(name, value.toHtmlEscaped());
}

QString written(const std::vector<DocumentRun> &line)
{
    QString html;
    for (const DocumentRun &run : line) {
        const QString words = run.text.toHtmlEscaped();
        if (run.style == DocumentStyle::Kept)
            html += u"<mark class=\"%1\">"_s.arg(name(run.colour)) + words + u"</mark>"_s;
        else if (run.style == DocumentStyle::Italic)
            html += u"<i>"_s + words + u"</i>"_s;
        else if (run.style == DocumentStyle::Number)
            html += u"<sup>"_s + words + u"</sup>"_s;
        else
            html += words;
    }
    return html;
}

QString lines(const DocumentBlock &block, const QString &element)
{
    QString html;
    for (const std::vector<DocumentRun> &line : block.lines())
        html += u'<' + element + u'>' + written(line) + u"</"_s + element.section(u' ', 0, 0) + u'>';
    return html;
}

QString blockquote(const Passage &passage, const QString &inside)
{
    const bool onTheWeb = passage.url.startsWith(u"https://"_s) || passage.url.startsWith(u"http://"_s);
    return u"<blockquote"_s + attribute(u"cite"_s, onTheWeb ? passage.url : QString()) +
           attribute(u"lang"_s, passage.language) +
           attribute(u"dir"_s, passage.quote.isRightToLeft() ? u"rtl"_s : u"ltr"_s) + u'>' + inside +
           u"</blockquote>\n"_s;
}

QString written(const DocumentBlock &block, const DocumentEntry &entry)
{
    switch (block.role) {
    case DocumentRole::Title:
        return lines(block, u"h2"_s) + u'\n';
    case DocumentRole::Heading:
        return lines(block, u"h%1"_s.arg(std::clamp(block.level + 1, 3, 6))) + u'\n';
    case DocumentRole::Paragraph:
        return lines(block, u"p class=\"words\""_s) + u'\n';
    case DocumentRole::Quote:
        return blockquote(*entry.passage, lines(block, u"p"_s));
    case DocumentRole::Citation:
        return u"<p class=\"citation\">— <cite>"_s + written(block.runs) + u"</cite></p>\n"_s;
    case DocumentRole::Note:
        return u"<p class=\"note\">"_s + block.text().toHtmlEscaped() + u"</p>\n"_s;
    case DocumentRole::Tags:
        return u"<p class=\"tags\">"_s + block.text().toHtmlEscaped() + u"</p>\n"_s;
    case DocumentRole::Record:
        return u"<dt>"_s + block.label.toHtmlEscaped() + u"</dt><dd>"_s + block.text().toHtmlEscaped() +
               u"</dd>\n"_s;
    }
    return {};
}

QString written(const DocumentEntry &entry)
{
    if (!entry.passage) {
        QString html = u"<article"_s + attribute(u"lang"_s, entry.language) + u" dir=\"auto\">\n"_s;
        for (const DocumentBlock &block : entry.blocks)
            html += written(block, entry);
        return html + u"</article>\n"_s;
    }
    QString html = u"<section"_s + attribute(u"id"_s, entry.passage->id) + u">\n"_s;
    if (entry.number > 0)
        html += u"<p class=\"number\">[%1]</p>\n"_s.arg(entry.number);
    bool recordBegun = false;
    for (const DocumentBlock &block : entry.blocks) {
        if (block.role == DocumentRole::Record && !std::exchange(recordBegun, true))
            html += u"<dl class=\"source\">\n"_s;
        html += written(block, entry);
    }
    return html + (recordBegun ? u"</dl>\n"_s : QString()) + u"</section>\n"_s;
}

} // namespace

QString quoteHtml(const Passage &passage)
{
    DocumentBlock block;
    block.runs.push_back({passage.shownQuote()});
    return blockquote(passage, lines(block, u"p"_s));
}

QString htmlPage(const std::vector<Passage> &passages, const ExportOptions &options,
                 const HtmlAdditions &additions)
{
    ExportArticles articles(options);
    QString html =
        u"<!DOCTYPE html>\n<html lang=\"en\" dir=\"ltr\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width\">\n<title>Passages</title>\n<style>"_s +
        QString::fromLatin1(style) + u"</style>\n<script type=\"application/ld+json\">\n"_s +
        scriptSafe(QJsonDocument(annotationPage(passages, articles)).toJson()) + u"</script>\n"_s +
        additions.head + u"</head>\n<body>\n"_s + additions.top;
    ExportOptions complete = options;
    complete.withRecord = true;
    for (const DocumentEntry &entry : documentOf(passages, complete, articles))
        html += written(entry);
    return html + additions.end + u"</body>\n</html>\n"_s;
}

QByteArray HtmlExporter::write(const std::vector<Passage> &passages, const ExportOptions &options) const
{
    return htmlPage(passages, options, {}).toUtf8();
}

} // namespace Lectern
