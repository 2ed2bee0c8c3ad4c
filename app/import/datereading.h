#pragma once

#include "text/partialdate.h"

namespace Lectern {

/// What "03/04/2021" means in the language of a page.
enum class DayOrder { Unknown, DayFirst, MonthFirst };

/// Reads a date written for people or machines: ISO 8601 and its common variants, RFC 2822, "28 September
/// 2021", "Sept. 28, 2021 10:04 AM", "28.09.2021", "2021/09/28", "2021年9月28日", month names in more
/// than twenty languages, a weekday in front. The whole text must be the date. Null when it is none or may
/// mean two days
/// ("03/04/2021"): never guessed. A time is kept when its zone is given or none is; a zone that is not a
/// fixed offset ("ET") leaves the day. What may mean two days is read when the order is known.
PartialDate readDate(QStringView text, DayOrder order = DayOrder::Unknown);

/// Reads a line that is a date and at most a label before it ("Published: ...", "Stand: ..."); as readDate().
struct DateLine
{
    PartialDate date;
    bool isUpdate = false; ///< the label says that it is the date of a change
};
DateLine readDateLine(QStringView line);

/// A day that stands somewhere in a line, and where (UTF-16 units).
struct FoundDate
{
    PartialDate date; ///< null when the line holds none
    qsizetype start = 0;
    qsizetype length = 0;
    bool isLabelled = false; ///< "Published:", "Stand:" or the like stands before it
    bool isUpdate = false;   ///< the label says that it is the date of a change
};

/// The first date of day, month and year in the first 400 units of a line; "28.09.21" is one of this century.
/// A time of day beside it is left.
FoundDate findDate(QStringView line, DayOrder order = DayOrder::Unknown);

} // namespace Lectern
