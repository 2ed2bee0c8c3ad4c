#pragma once

#include <QDate>
#include <QDateTime>
#include <QString>

class QLocale;

namespace Lectern {

/// A date as precise as its source says: a year, a month, a day or an instant. Never more precise than was
/// given.
class PartialDate
{
public:
    enum class Precision : quint8 { None, Year, Month, Day, Minute, Second };

    PartialDate() = default;
    /// Reads ISO 8601: "2021", "2021-09", "2021-09-29", "2021-09-29T01:12[:00][Z|+02:00]". None when it is
    /// not one.
    static PartialDate fromIso(QStringView text);
    static PartialDate year(int year);
    static PartialDate month(int year, int month);
    static PartialDate day(QDate date);
    static PartialDate instant(const QDateTime &time);

    bool isNull() const { return m_precision == Precision::None; }
    Precision precision() const { return m_precision; }

    /// ISO 8601 as precise as it is; instants in UTC with Z, or without a zone when none was given.
    QString toIso() const;
    /// The same with the zone that was given, to be written down: fromIso() makes an equal date of it.
    QString toIsoAsGiven() const;
    /// For people, in that locale: "2021", "September 2021", "28 September 2021".
    QString toDisplay(const QLocale &locale) const;

    /// The first and last day it may mean, as given (no zone conversion).
    QDate firstDay() const;
    QDate lastDay() const;
    /// Seconds since 1970 of its beginning, for sorting; the smallest value when null.
    qint64 sortKey() const;

    bool operator==(const PartialDate &) const = default;

private:
    Precision m_precision = Precision::None;
    QDate m_day;            ///< first day meant, as given
    QDateTime m_time;       ///< of instants, with their offset from UTC; as if UTC when no zone was given
    bool m_hasZone = false; ///< of instants
};

} // namespace Lectern
