#pragma once

#include "text/partialdate.h"

namespace Lectern {

/// Reads a date written for people or machines: ISO 8601 and its common variants, RFC 2822, "28 September
/// 2021", "Sept. 28, 2021 10:04 AM", "28.09.2021", "2021/09/28", "2021年9月28日", month names in twelve
/// languages, a weekday in front. The whole text must be the date. Null when it is none or may mean two days
/// ("03/04/2021"): never guessed. A time is kept when its zone is given or none is; a zone that is not a
/// fixed offset ("ET") leaves the day.
PartialDate readDate(QStringView text);

/// Reads a line that is a date and at most a label before it ("Published: ...", "Stand: ..."); as readDate().
struct DateLine
{
    PartialDate date;
    bool isUpdate = false; ///< the label says that it is the date of a change
};
DateLine readDateLine(QStringView line);

} // namespace Lectern
