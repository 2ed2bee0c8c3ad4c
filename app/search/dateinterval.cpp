#include "search/dateinterval.h"

#include "text/folding.h"
#include "text/partialdate.h"

#include <utility>

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

std::optional<DateInterval> readDateInterval(QStringView text, FieldName field)
{
    const QString folded = fold(text).trimmed(); // dashes and ellipses of all kinds
    if (field == FieldName::Before || field == FieldName::After) {
        const PartialDate date = PartialDate::fromIso(folded);
        if (date.isNull())
            return std::nullopt;
        const DateInterval interval = field == FieldName::Before
                                          ? DateInterval{{}, date.firstDay().addDays(-1), false}
                                          : DateInterval{date.lastDay().addDays(1), {}, false};
        if (!isPrintable(interval.from) || !isPrintable(interval.to))
            return std::nullopt;
        return interval;
    }

    const qsizetype dots = folded.indexOf(QLatin1String(".."));
    if (dots < 0) {
        const PartialDate date = PartialDate::fromIso(folded);
        if (date.isNull() || !isPrintable(date.firstDay()))
            return std::nullopt;
        return DateInterval{date.firstDay(), date.lastDay(), false};
    }
    qsizetype behind = dots;
    while (behind < folded.size() && folded[behind] == u'.')
        ++behind;
    const QString left = folded.first(dots);
    const QString right = folded.sliced(behind);
    const PartialDate from = PartialDate::fromIso(left);
    const PartialDate to = PartialDate::fromIso(right);
    if (from.isNull() != left.isEmpty() || to.isNull() != right.isEmpty() || (from.isNull() && to.isNull()))
        return std::nullopt;
    DateInterval interval{from.firstDay(), to.lastDay(), false};
    if (!from.isNull() && !to.isNull() && interval.from > interval.to)
        interval = {to.firstDay(), from.lastDay(), true};
    if (!isPrintable(interval.from) || !isPrintable(interval.to))
        return std::nullopt;
    return interval;
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
    return first + QLatin1String("..") + last;
}

} // namespace Lectern
