#include "text/dateinterval.h"

#include "text/folding.h"
#include "text/partialdate.h"
#include "text/relativedate.h"

#include <algorithm>

namespace Lectern {

namespace {

/// Years that can be written with four digits, so that every interval can be printed.
bool isPrintable(QDate date)
{
    return date.isNull() || (date.year() >= 1 && date.year() <= 9999);
}

QString dayText(QDate date)
{
    return date.toString(QStringLiteral("yyyy-MM-dd"));
}

/// A date as precise as it is written, or a word for one.
std::optional<Period> readPeriod(const QString &folded, QDate today)
{
    const PartialDate date = PartialDate::fromIso(folded);
    if (!date.isNull())
        return Period{date.firstDay(), date.lastDay()};
    return relativeDate(folded, today);
}

/// The beginning of a period: as short as its first day allows.
QString fromText(QDate date)
{
    if (date.day() != 1)
        return dayText(date);
    return date.toString(date.month() == 1 ? QStringLiteral("yyyy") : QStringLiteral("yyyy-MM"));
}

/// The end of a period: as short as its last day allows.
QString toText(QDate date)
{
    if (date.day() != date.daysInMonth())
        return dayText(date);
    return date.toString(date.month() == 12 ? QStringLiteral("yyyy") : QStringLiteral("yyyy-MM"));
}

} // namespace

std::optional<DateInterval> readDateInterval(QStringView text, DateBound bound, QDate today)
{
    const QString folded = fold(text).trimmed(); // dashes and ellipses of all kinds
    if (bound != DateBound::Within) {
        const std::optional<Period> period = readPeriod(folded, today);
        if (!period)
            return std::nullopt;
        const DateInterval interval = bound == DateBound::Before
                                          ? DateInterval{{}, period->first.addDays(-1), false}
                                          : DateInterval{period->last.addDays(1), {}, false};
        if (!isPrintable(interval.from) || !isPrintable(interval.to))
            return std::nullopt;
        return interval;
    }

    const qsizetype dots = folded.indexOf(QLatin1String(".."));
    if (dots < 0) {
        const std::optional<Period> period = readPeriod(folded, today);
        if (!period || !isPrintable(period->first) || !isPrintable(period->last))
            return std::nullopt;
        return DateInterval{period->first, period->last, false};
    }
    qsizetype behind = dots;
    while (behind < folded.size() && folded[behind] == u'.')
        ++behind;
    const QString left = folded.first(dots);
    const QString right = folded.sliced(behind);
    const std::optional<Period> from = readPeriod(left, today);
    const std::optional<Period> to = readPeriod(right, today);
    if (from.has_value() == left.isEmpty() || to.has_value() == right.isEmpty() || (!from && !to))
        return std::nullopt;
    DateInterval interval{from ? from->first : QDate(), to ? to->last : QDate(), false};
    if (from && to && interval.from > interval.to)
        interval = {to->first, from->last, true};
    if (!isPrintable(interval.from) || !isPrintable(interval.to))
        return std::nullopt;
    return interval;
}

bool mayBecomeDate(QStringView text)
{
    return beginsRelativeDate(fold(text).trimmed());
}

QString dateIntervalText(QDate from, QDate to)
{
    const QString first = from.isNull() ? QString() : fromText(from);
    const QString last = to.isNull() ? QString() : toText(to);
    if (from == to)
        return dayText(from);
    if (first == last)
        return first; // one whole year or month
    if (from.isValid() && to.isValid() && from.day() == 1 && to == from.addMonths(1).addDays(-1))
        return from.toString(QStringLiteral("yyyy-MM")); // January, which fromText() takes for the year
    if (from.isNull() || to.isNull() || first.size() == last.size())
        return first + QLatin1String("..") + last;
    // Both ends alike: days, or months where one is a year.
    if (std::max(first.size(), last.size()) == dayText(from).size())
        return dayText(from) + QLatin1String("..") + dayText(to);
    return from.toString(QStringLiteral("yyyy-MM")) + QLatin1String("..") +
           to.toString(QStringLiteral("yyyy-MM"));
}

} // namespace Lectern
