#include "export/exporter.h"

#include "export/htmlexporter.h"

#include <QFileInfo>
#include <QLocale>

namespace Lectern {

namespace {

using namespace Qt::StringLiterals;

QString namesOf(const QStringList &authors)
{
    if (authors.size() < 2)
        return authors.join(QString());
    return authors.first(authors.size() - 1).join(u", "_s) + u" and "_s + authors.last();
}

/// True when the text ends as a sentence does, a closing quotation mark behind it included.
bool endsSentence(QStringView text)
{
    while (!text.isEmpty() && u"”’\"'»)"_s.contains(text.back()))
        text.chop(1);
    return !text.isEmpty() && u".?!…。！？"_s.contains(text.back());
}

QString withStop(const QString &text)
{
    return endsSentence(text) ? text : text + u'.';
}

QString titleOf(const Passage &passage)
{
    if (passage.title.isEmpty())
        return {};
    if (!passage.titleDerived)
        return u'“' + withStop(passage.title) + u'”';
    return u'“' + (endsSentence(passage.title) ? passage.title : passage.title + u'…') + u"” (untitled)."_s;
}

/// The day is enough to cite by; a clock time would need its zone.
QString dateOf(const PartialDate &published)
{
    const bool isInstant = published.precision() > PartialDate::Precision::Day;
    return (isInstant ? PartialDate::day(published.firstDay()) : published).toDisplay(QLocale::c());
}

QString placeOf(const Passage &passage)
{
    QStringList place;
    if (!passage.url.isEmpty()) {
        place += passage.url;
    } else {
        place += QFileInfo(passage.source.path).fileName();
        place += passage.source.part;
    }
    if (passage.paragraph > 0)
        place += u"¶ %1"_s.arg(passage.paragraph);
    place.removeAll(QString());
    return place.join(u", "_s);
}

QString joined(QStringList parts, const QString &separator)
{
    parts.removeAll(QString());
    return parts.join(separator);
}

} // namespace

QString citation(const Passage &passage)
{
    QStringList sentences;
    for (const QString &part :
         {namesOf(passage.authors), joined({passage.outlet, dateOf(passage.published)}, u", "_s),
          placeOf(passage)})
        sentences += part.isEmpty() ? QString() : withStop(part);
    sentences.insert(1, titleOf(passage));
    return joined(sentences, u" "_s);
}

CitedQuote citedQuote(const Passage &passage)
{
    const QString &quote = passage.quote;
    const bool opensItself = !quote.isEmpty() && u"“\"„«»‹›‘'‚‟‛「『《〈〝＂"_s.contains(quote.front());
    const QString cited = citation(passage);
    CitedQuote result;
    result.text = opensItself ? quote : u'“' + quote + u'”';
    result.html = quoteHtml(passage);
    if (!cited.isEmpty()) {
        result.text += u"\n— "_s + cited;
        result.html += u"<p>— <cite>"_s + cited.toHtmlEscaped() + u"</cite></p>\n"_s;
    }
    return result;
}

} // namespace Lectern
