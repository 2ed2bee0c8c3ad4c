#pragma once

#include <QDate>
#include <QStringView>

#include <optional>

namespace Lectern {

/// From one day to another, both inclusive; a null date is an open end. Never open on both sides.
struct DateInterval
{
    QDate from;
    QDate to;
    bool swapped = false; ///< it was written backwards
};

/// What a date behind date:, before: and after: bounds.
enum class DateBound : quint8 { Within, Before, After };

/// Reads what stands behind date: (2021, 2021-09, 2021-09-28, 2021-03..2021-05, ..2021, 2020..), before: or
/// after: (one date). Each date may be one of the words of relativedate.h, counted from `today`. Nothing when
/// it is no date.
std::optional<DateInterval> readDateInterval(QStringView text, DateBound bound, QDate today);

/// Whether a word of relativedate.h begins so.
bool mayBecomeDate(QStringView text);

/// The shortest form that reads back as the same interval behind date:.
QString dateIntervalText(QDate from, QDate to);

} // namespace Lectern
