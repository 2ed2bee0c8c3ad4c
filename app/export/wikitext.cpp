#include "export/wikitext.h"

#include "export/citationwords.h"
#include "export/personname.h"

#include <QDate>

namespace Lectern {

namespace {

using namespace Qt::StringLiterals;

/// An address inside a template: only what ends it is written otherwise.
QString escapedAddress(QString url)
{
    return url.replace(u'|', u"%7C"_s)
        .replace(u'{', u"%7B"_s)
        .replace(u'}', u"%7D"_s)
        .replace(u'[', u"%5B"_s)
        .replace(u']', u"%5D"_s)
        .replace(u'<', u"%3C"_s)
        .replace(u'>', u"%3E"_s)
        .replace(u' ', u"%20"_s)
        .replace(u"''"_s, u"%27%27"_s);
}

} // namespace

QString escapedWikitext(const QString &text)
{
    static const QString markup = u"[]{}|<>*#:;~_"_s;
    QString escaped;
    const QString line = text.simplified();
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        const bool doubled = c == u'\'' && (line.mid(i + 1, 1) == u"'"_s || (i > 0 && line[i - 1] == u'\''));
        const bool always = u"[]{}|<>~"_s.contains(c);
        const bool inFront = i == 0 && markup.contains(c);
        const bool behaviour = c == u'_' && line.mid(i, 2) == u"__"_s;
        if (c == u'&' || doubled || always || inFront || behaviour)
            escaped += u"&#%1;"_s.arg(c.unicode());
        else
            escaped += c;
    }
    return escaped;
}

QString citeNews(const Passage &passage, const QDate &accessed, WikiQuote quote)
{
    QString wikitext = u"{{cite news"_s;
    const auto add = [&wikitext](const QString &name, const QString &value) {
        if (!value.isEmpty())
            wikitext += u" |"_s + name + u'=' + value;
    };
    for (int n = 1; n <= passage.authors.size(); ++n) {
        const PersonName author = PersonName::read(passage.authors.at(n - 1));
        if (!author.isPerson()) {
            add(u"author%1"_s.arg(n), escapedWikitext(author.whole));
            continue;
        }
        add(u"last%1"_s.arg(n), escapedWikitext(author.family));
        const QString suffix = author.suffix.isEmpty() ? QString() : u", "_s + author.suffix;
        add(u"first%1"_s.arg(n), escapedWikitext(author.given + suffix));
    }
    const CitedTitle title = citedTitleOf(passage);
    const QString words = escapedWikitext(title.words);
    add(u"title"_s, title.isDerived && !words.isEmpty() ? words + u" (untitled)"_s : words);
    const CitedPlace place = citedPlaceOf(passage);
    if (place.isAddress)
        add(u"url"_s, escapedAddress(place.words));
    add(u"work"_s, escapedWikitext(passage.outlet));
    add(u"date"_s, dayMonthYear(passage.published));
    if (place.isAddress && accessed.isValid())
        add(u"access-date"_s, dayMonthYear(PartialDate::day(accessed)));
    if (!passage.language.isEmpty() && !passage.language.startsWith(u"en"_s))
        add(u"language"_s, escapedWikitext(passage.language));
    if (quote == WikiQuote::Included)
        add(u"quote"_s, escapedWikitext(passage.shownQuote()));
    return wikitext + u"}}"_s;
}

} // namespace Lectern
