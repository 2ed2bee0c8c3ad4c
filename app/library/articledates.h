#pragma once

#include "search/articlecolumns.h"
#include "text/partialdate.h"

namespace Lectern {

/// By what the list is cut into sections; a section is a row of its own. By story, articles that stand alone are in
/// no section.
enum class Grouping : quint8 { None, Day, Month, Stories };

/// How the dates of articles are put into sections and into words. Days are those of the dates' instants in
/// UTC, by which answers are ordered; words are in the default locale.
namespace ArticleDates {

/// The date of an article as a segment keeps it: a year, a month or a day; an instant is its day.
PartialDate fromColumns(const ArticleColumns &columns, quint32 doc);

/// A number for the day or month that a date falls in; rises with time, smallest for no date.
qint64 period(const PartialDate &date, Grouping grouping);

/// Whether the period of a date can also hold dates that name only its month or year: the first day of a
/// month, January.
bool mayHoldVaguerDates(const PartialDate &date, Grouping grouping);

/// As precise as the date is, but not more precise than the grouping.
PartialDate::Precision sectionPrecision(const PartialDate &date, Grouping grouping);

/// "Today", "Yesterday", the weekday within a week, "28 September 2021", "September 2021", "2021" or "No
/// date".
QString sectionLabel(const PartialDate &date, Grouping grouping, QDate today);

/// As short as a row needs it: the time when it is today's ("Today" when that is unknown), the short weekday
/// within a week, "28 Sep" within this year, "28 Sep 2021"; "Sep 2021" or "2021" when the date says no more;
/// "" for none.
QString rowText(const PartialDate &date, QDate today);

} // namespace ArticleDates

} // namespace Lectern
