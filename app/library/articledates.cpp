#include "library/articledates.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <limits>

namespace Lectern::ArticleDates {

namespace {

using Precision = PartialDate::Precision;

QDateTime instantOf(const PartialDate &date)
{
    return QDateTime::fromSecsSinceEpoch(date.sortKey(), Qt::UTC);
}

QDate dayOf(const PartialDate &date)
{
    return instantOf(date).date();
}

bool isWithinLastWeek(QDate day, QDate today)
{
    const qint64 days = day.daysTo(today);
    return days > 0 && days < 7;
}

/// Day and month, perhaps year, in the order of the locale's long dates.
QString shortDay(QDate day, bool withYear)
{
    const QLocale locale;
    const QString longFormat = locale.dateFormat(QLocale::LongFormat).remove(QStringLiteral("dddd"));
    const bool isChinese = longFormat.contains(u'年'); // and Japanese
    const bool isKorean = longFormat.contains(u'년');
    const bool isMonthFirst = longFormat.indexOf(u'M') < longFormat.indexOf(u'd');
    if (isChinese)
        return day.toString(withYear ? QStringLiteral("yyyy年M月d日") : QStringLiteral("M月d日"));
    if (isKorean)
        return day.toString(withYear ? QStringLiteral("yyyy년 M월 d일") : QStringLiteral("M월 d일"));
    if (isMonthFirst)
        return locale.toString(day, withYear ? QStringLiteral("MMM d, yyyy") : QStringLiteral("MMM d"));
    return locale.toString(day, withYear ? QStringLiteral("d MMM yyyy") : QStringLiteral("d MMM"));
}

} // namespace

PartialDate fromColumns(const ArticleColumns &columns, quint32 doc)
{
    const auto [first, last] = columns.days[doc];
    if (first == ArticleColumns::Days::none)
        return {};
    const QDate day = QDateTime::fromSecsSinceEpoch(columns.dateKeys[doc], Qt::UTC).date();
    if (first == last)
        return PartialDate::day(day);
    return last - first < 31 ? PartialDate::month(day.year(), day.month()) : PartialDate::year(day.year());
}

qint64 period(const PartialDate &date, Grouping grouping)
{
    if (date.isNull())
        return std::numeric_limits<qint64>::min();
    const QDate day = dayOf(date);
    return grouping == Grouping::Day ? day.toJulianDay() : qint64(day.year()) * 12 + day.month();
}

bool mayHoldVaguerDates(const PartialDate &date, Grouping grouping)
{
    if (date.isNull())
        return false;
    const QDate day = dayOf(date);
    return grouping == Grouping::Day ? day.day() == 1 : day.month() == 1;
}

Precision sectionPrecision(const PartialDate &date, Grouping grouping)
{
    return std::min(date.precision(), grouping == Grouping::Day ? Precision::Day : Precision::Month);
}

QString sectionLabel(const PartialDate &date, Grouping grouping, QDate today)
{
    const QLocale locale;
    const Precision precision = sectionPrecision(date, grouping);
    if (precision == Precision::None)
        return QCoreApplication::translate("ArticleDates", "No date");
    const QDate day = dayOf(date);
    if (precision == Precision::Year)
        return PartialDate::year(day.year()).toDisplay(locale);
    if (precision == Precision::Month)
        return PartialDate::month(day.year(), day.month()).toDisplay(locale);
    if (day == today)
        return QCoreApplication::translate("ArticleDates", "Today");
    if (day.daysTo(today) == 1)
        return QCoreApplication::translate("ArticleDates", "Yesterday");
    if (isWithinLastWeek(day, today))
        return locale.standaloneDayName(day.dayOfWeek());
    return PartialDate::day(day).toDisplay(locale);
}

QString rowText(const PartialDate &date, QDate today)
{
    if (date.isNull())
        return {};
    const QLocale locale;
    const QDate day = dayOf(date);
    if (date.precision() == Precision::Year)
        return date.toDisplay(locale);
    if (date.precision() == Precision::Month)
        return locale.toString(day, QStringLiteral("MMM yyyy"));
    if (day == today && date.precision() == Precision::Day)
        return QCoreApplication::translate("ArticleDates", "Today");
    if (day == today)
        return locale.toString(instantOf(date).time(), QLocale::ShortFormat);
    if (isWithinLastWeek(day, today))
        return locale.standaloneDayName(day.dayOfWeek(), QLocale::ShortFormat);
    return shortDay(day, day.year() != today.year());
}

} // namespace Lectern::ArticleDates
