#include "export/citationwords.h"

#include "export/personname.h"

#include <QFileInfo>
#include <QLocale>

namespace Lectern {

namespace {

using namespace Qt::StringLiterals;

using Precision = PartialDate::Precision;

QString month(const PartialDate &date)
{
    return QLocale::c().standaloneMonthName(date.firstDay().month());
}

bool hasMonth(const PartialDate &date)
{
    return date.precision() >= Precision::Month;
}

bool hasDay(const PartialDate &date)
{
    return date.precision() >= Precision::Day;
}

QString year(const PartialDate &date)
{
    return date.isNull() ? QString() : QString::number(date.firstDay().year());
}

QString day(const PartialDate &date)
{
    return QString::number(date.firstDay().day());
}

} // namespace

CitedTitle citedTitleOf(const Passage &passage)
{
    const bool isCut = passage.titleDerived && !passage.title.isEmpty() && !endsSentence(passage.title);
    return {isCut ? passage.title + u'…' : passage.title, passage.titleDerived};
}

CitedPlace citedPlaceOf(const Passage &passage)
{
    if (!passage.url.isEmpty())
        return {passage.url, passage.url.startsWith(u"http://"_s) || passage.url.startsWith(u"https://"_s)};
    return {joined({QFileInfo(passage.source.path).fileName(), passage.source.part}, u", "_s), false};
}

QString namesInOrder(const QStringList &authors)
{
    if (authors.size() < 2)
        return authors.join(QString());
    return authors.first(authors.size() - 1).join(u", "_s) + u" and "_s + authors.last();
}

QString namesFirstInverted(const QStringList &authors)
{
    if (authors.isEmpty())
        return {};
    QStringList names = authors;
    names.first() = PersonName::read(authors.first()).inverted();
    if (names.size() == 1)
        return names.first();
    return names.first(names.size() - 1).join(u", "_s) + u", and "_s + names.last();
}

QString namesWithInitials(const QStringList &authors)
{
    QStringList names;
    for (const QString &author : authors)
        names += PersonName::read(author).withInitials();
    if (names.size() < 2)
        return names.join(QString());
    return names.first(names.size() - 1).join(u", "_s) + u", & "_s + names.last();
}

QString namesOfMla(const QStringList &authors)
{
    if (authors.size() < 3)
        return namesFirstInverted(authors);
    return PersonName::read(authors.first()).inverted() + u", et al."_s;
}

QString dayMonthYear(const PartialDate &date)
{
    const bool isInstant = date.precision() > Precision::Day;
    return (isInstant ? PartialDate::day(date.firstDay()) : date).toDisplay(QLocale::c());
}

QString monthDayYear(const PartialDate &date)
{
    if (!hasMonth(date))
        return year(date);
    return month(date) + (hasDay(date) ? u' ' + day(date) + u", "_s : u" "_s) + year(date);
}

QString yearMonthDay(const PartialDate &date)
{
    if (!hasMonth(date))
        return year(date);
    return year(date) + u", "_s + month(date) + (hasDay(date) ? u' ' + day(date) : QString());
}

QString dayShortMonthYear(const PartialDate &date)
{
    static const QStringList months{u"Jan."_s, u"Feb."_s, u"Mar."_s,  u"Apr."_s, u"May"_s,  u"June"_s,
                                    u"July"_s, u"Aug."_s, u"Sept."_s, u"Oct."_s, u"Nov."_s, u"Dec."_s};
    if (!hasMonth(date))
        return year(date);
    const QString shortMonth = months.at(date.firstDay().month() - 1);
    return (hasDay(date) ? day(date) + u' ' : QString()) + shortMonth + u' ' + year(date);
}

QString inQuotationMarks(const QString &quote)
{
    const bool opensItself = !quote.isEmpty() && u"“\"„«»‹›‘'‚‟‛「『《〈〝＂"_s.contains(quote.front());
    return opensItself ? quote : u'“' + quote + u'”';
}

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

QString joined(QStringList parts, const QString &separator)
{
    parts.removeAll(QString());
    return parts.join(separator);
}

} // namespace Lectern
