#include "export/htmlexporter.h"

#include "export/annotation.h"
#include "export/provenance.h"

#include <QJsonDocument>

namespace Lectern {

namespace {

using namespace Qt::StringLiterals;

const char *const style = R"(
body { max-width: 42em; margin: 3em auto; padding: 0 1em; font: 1.0625em/1.6 Charis SIL, Georgia, serif; color: #222; }
section { margin: 0 0 3em; }
blockquote { margin: 0; padding-inline-start: 1em; border-inline-start: 3px solid #ccc; }
blockquote p { margin: 0 0 .6em; min-height: 1em; white-space: pre-wrap; overflow-wrap: anywhere; }
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

QString section(const Passage &passage)
{
    QString html = u"<section"_s + attribute(u"id"_s, passage.id) + u">\n"_s + quoteHtml(passage);
    if (const QString cited = citation(passage); !cited.isEmpty())
        html += u"<p class=\"citation\">— <cite>"_s + cited.toHtmlEscaped() + u"</cite></p>\n"_s;
    if (!passage.note.isEmpty())
        html += u"<p class=\"note\">"_s + passage.note.toHtmlEscaped() + u"</p>\n"_s;
    if (!passage.tags.isEmpty())
        html += u"<p class=\"tags\">"_s + passage.tags.join(u", "_s).toHtmlEscaped() + u"</p>\n"_s;
    html += u"<dl class=\"source\">\n"_s;
    for (const auto &[label, value] : provenanceLines(passage))
        html += u"<dt>"_s + label.toHtmlEscaped() + u"</dt><dd>"_s + value.toHtmlEscaped() + u"</dd>\n"_s;
    return html + u"</dl>\n</section>\n"_s;
}

} // namespace

QString quoteHtml(const Passage &passage)
{
    const bool onTheWeb = passage.url.startsWith(u"https://"_s) || passage.url.startsWith(u"http://"_s);
    QString html = u"<blockquote"_s + attribute(u"cite"_s, onTheWeb ? passage.url : QString()) +
                   attribute(u"lang"_s, passage.language) +
                   attribute(u"dir"_s, passage.quote.isRightToLeft() ? u"rtl"_s : u"ltr"_s) + u'>';
    for (const QString &line : passage.quote.split(u'\n'))
        html += u"<p>"_s + line.toHtmlEscaped() + u"</p>"_s;
    return html + u"</blockquote>\n"_s;
}

QByteArray HtmlExporter::write(const std::vector<Passage> &passages) const
{
    QString html =
        u"<!DOCTYPE html>\n<html lang=\"en\" dir=\"ltr\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width\">\n<title>Passages</title>\n<style>"_s +
        QString::fromLatin1(style) + u"</style>\n<script type=\"application/ld+json\">\n"_s +
        scriptSafe(QJsonDocument(annotationPage(passages)).toJson()) + u"</script>\n</head>\n<body>\n"_s;
    for (const Passage &passage : passages)
        html += section(passage);
    return (html + u"</body>\n</html>\n"_s).toUtf8();
}

} // namespace Lectern
