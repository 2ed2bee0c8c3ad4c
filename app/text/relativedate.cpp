#include "text/relativedate.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace Lectern {

namespace {

constexpr std::array<QStringView, 7> weekdays = {u"monday", u"tuesday",  u"wednesday", u"thursday",
                                                 u"friday", u"saturday", u"sunday"};
constexpr std::array<QStringView, 8> others = {u"today",     u"yesterday", u"this week",  u"this month",
                                               u"this year", u"last week", u"last month", u"last year"};

QStringList wordsOf(QStringView text)
{
    return text.toString().replace(u'-', u' ').split(u' ', Qt::SkipEmptyParts);
}

/// The week, month or year that a day is in.
std::optional<Period> periodAround(QDate day, QStringView unit)
{
    if (unit == u"week") {
        const QDate monday = day.addDays(1 - day.dayOfWeek());
        return Period{monday, monday.addDays(6)};
    }
    if (unit == u"month")
        return Period{{day.year(), day.month(), 1}, {day.year(), day.month(), day.daysInMonth()}};
    if (unit == u"year")
        return Period{{day.year(), 1, 1}, {day.year(), 12, 31}};
    return std::nullopt;
}

/// The day that is so many units before another.
std::optional<QDate> before(QDate day, int count, QStringView unit)
{
    if (unit == u"day")
        return day.addDays(-count);
    if (unit == u"week")
        return day.addDays(-7 * qint64(count));
    if (unit == u"month")
        return day.addMonths(-count);
    if (unit == u"year")
        return day.addYears(-count);
    return std::nullopt;
}

} // namespace

std::optional<Period> relativeDate(QStringView text, QDate today)
{
    const QStringList words = wordsOf(text);
    if (words.size() == 1) {
        if (words[0] == u"today")
            return Period{today, today};
        if (words[0] == u"yesterday")
            return Period{today.addDays(-1), today.addDays(-1)};
        const auto named = std::find(weekdays.begin(), weekdays.end(), QStringView(words[0]));
        if (named == weekdays.end())
            return std::nullopt;
        const auto weekday = int(named - weekdays.begin()) + 1;
        const QDate day = today.addDays(-((today.dayOfWeek() - weekday + 7) % 7));
        return Period{day, day};
    }
    if (words.size() == 2 && words[0] == u"this")
        return periodAround(today, words[1]);
    if (words.size() == 2 && words[0] == u"last") {
        const std::optional<QDate> day = before(today, 1, words[1]);
        return day ? periodAround(*day, words[1]) : std::nullopt;
    }
    if (words.size() == 3 && words[0] == u"last") {
        bool isNumber = false;
        const int count = words[1].toInt(&isNumber);
        QStringView unit = words[2];
        if (unit.endsWith(u's'))
            unit.chop(1);
        const std::optional<QDate> day = before(today, count, unit);
        if (isNumber && count > 0 && count < 10'000 && day)
            return Period{day->addDays(1), today};
    }
    return std::nullopt;
}

bool beginsRelativeDate(QStringView text)
{
    const QString begun = wordsOf(text).join(u' ');
    const auto beginsSo = [&begun](QStringView known) { return known.startsWith(begun); };
    return std::any_of(weekdays.begin(), weekdays.end(), beginsSo) ||
           std::any_of(others.begin(), others.end(), beginsSo);
}

} // namespace Lectern
