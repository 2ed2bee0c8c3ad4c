#include "text/partialdate.h"

#include <QLocale>
#include <QRegularExpression>

#include <limits>

namespace Lectern {

namespace {

/// A number of exactly as many digits as the view is long; -1 when it is none.
int digits(QStringView text)
{
    int value = 0;
    for (const QChar c : text) {
        if (c < u'0' || c > u'9')
            return -1;
        value = value * 10 + (c.unicode() - u'0');
    }
    return text.isEmpty() ? -1 : value;
}

/// Seconds east of UTC that "Z", "+02:00", "+0200" or "+02" mean.
bool readOffset(QStringView text, int *seconds)
{
    if (text == u'Z' || text == u'z') {
        *seconds = 0;
        return true;
    }
    if (text.size() < 3 || (text[0] != u'+' && text[0] != u'-'))
        return false;
    const int hours = digits(text.sliced(1, 2));
    QStringView rest = text.sliced(3);
    if (rest.startsWith(u':'))
        rest = rest.sliced(1);
    if (rest.isEmpty() && text.size() != 3)
        return false;
    const int minutes = rest.isEmpty() ? 0 : rest.size() == 2 ? digits(rest) : -1;
    if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59)
        return false;
    *seconds = (hours * 60 + minutes) * 60 * (text[0] == u'-' ? -1 : 1);
    return true;
}

/// A locale's long date format without the day of the week.
QString dayFormat(const QLocale &locale)
{
    static const QRegularExpression weekday(QStringLiteral("[,،、]?\\s*dddd[,،、.]?\\s*"));
    return locale.dateFormat(QLocale::LongFormat).remove(weekday).trimmed();
}

} // namespace

PartialDate PartialDate::fromIso(QStringView text)
{
    text = text.trimmed();
    if (text.size() < 4)
        return {};
    const int year = digits(text.first(4));
    if (text.size() == 4)
        return PartialDate::year(year);
    if (text.size() < 7 || text[4] != u'-')
        return {};
    const int month = digits(text.sliced(5, 2));
    if (text.size() == 7)
        return PartialDate::month(year, month);
    if (text.size() < 10 || text[7] != u'-')
        return {};
    PartialDate result = day(QDate(year, month, digits(text.sliced(8, 2))));
    if (text.size() == 10 || result.isNull())
        return result;

    // A time: HH:MM, then perhaps :SS and a fraction, then perhaps a zone.
    if (text.size() < 16 || (text[10] != u'T' && text[10] != u't' && text[10] != u' ') || text[13] != u':')
        return {};
    const int hour = digits(text.sliced(11, 2));
    const int minute = digits(text.sliced(14, 2));
    int second = 0;
    result.m_precision = Precision::Minute;
    QStringView rest = text.sliced(16);
    if (rest.startsWith(u':')) {
        if (rest.size() < 3)
            return {};
        second = digits(rest.sliced(1, 2));
        if (second == 60) // a leap second has no place in Qt's times
            second = 59;
        result.m_precision = Precision::Second;
        rest = rest.sliced(3);
        if (rest.startsWith(u'.') || rest.startsWith(u',')) {
            qsizetype end = 1;
            while (end < rest.size() && rest[end] >= u'0' && rest[end] <= u'9')
                ++end;
            if (end == 1)
                return {};
            rest = rest.sliced(end);
        }
    }
    rest = rest.trimmed();
    int offset = 0;
    result.m_hasZone = !rest.isEmpty();
    if (result.m_hasZone && !readOffset(rest, &offset))
        return {};
    if (hour < 0 || minute < 0 || second < 0 || !QTime::isValid(hour, minute, second))
        return {};
    result.m_time = QDateTime(result.m_day, QTime(hour, minute, second), Qt::OffsetFromUTC, offset);
    return result;
}

PartialDate PartialDate::year(int year)
{
    PartialDate result = day(QDate(year, 1, 1));
    if (!result.isNull())
        result.m_precision = Precision::Year;
    return result;
}

PartialDate PartialDate::month(int year, int month)
{
    PartialDate result = day(QDate(year, month, 1));
    if (!result.isNull())
        result.m_precision = Precision::Month;
    return result;
}

PartialDate PartialDate::day(QDate date)
{
    PartialDate result;
    if (!date.isValid() || date.year() < 1 || date.year() > 9999)
        return result;
    result.m_precision = Precision::Day;
    result.m_day = date;
    return result;
}

PartialDate PartialDate::instant(const QDateTime &time)
{
    PartialDate result;
    if (time.isValid())
        result = day(time.date());
    if (result.isNull())
        return result;
    result.m_precision = Precision::Second;
    result.m_time = time.toOffsetFromUtc(time.offsetFromUtc());
    result.m_time = result.m_time.addMSecs(-result.m_time.time().msec());
    result.m_hasZone = true;
    return result;
}

QString PartialDate::toIso() const
{
    switch (m_precision) {
    case Precision::None:
        return {};
    case Precision::Year:
        return m_day.toString(QStringLiteral("yyyy"));
    case Precision::Month:
        return m_day.toString(QStringLiteral("yyyy-MM"));
    case Precision::Day:
        return m_day.toString(Qt::ISODate);
    case Precision::Minute:
    case Precision::Second:
        break;
    }
    const QString format = m_precision == Precision::Minute ? QStringLiteral("yyyy-MM-dd'T'HH:mm")
                                                            : QStringLiteral("yyyy-MM-dd'T'HH:mm:ss");
    return m_hasZone ? m_time.toUTC().toString(format) + u'Z' : m_time.toString(format);
}

QString PartialDate::toIsoAsGiven() const
{
    if (m_precision < Precision::Minute || !m_hasZone || m_time.offsetFromUtc() == 0)
        return toIso();
    const QString format = m_precision == Precision::Minute ? QStringLiteral("yyyy-MM-dd'T'HH:mm")
                                                            : QStringLiteral("yyyy-MM-dd'T'HH:mm:ss");
    const int minutes = std::abs(m_time.offsetFromUtc()) / 60;
    return m_time.toString(format) + QStringLiteral("%1%2:%3")
                                         .arg(QLatin1Char(m_time.offsetFromUtc() < 0 ? '-' : '+'))
                                         .arg(minutes / 60, 2, 10, QLatin1Char('0'))
                                         .arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

QString PartialDate::toDisplay(const QLocale &locale) const
{
    if (m_precision == Precision::None)
        return {};
    if (m_precision == Precision::Year)
        return m_day.toString(QStringLiteral("yyyy"));
    const QString format = dayFormat(locale);
    if (m_precision > Precision::Month)
        return locale.toString(m_day, format);
    // Chinese, Japanese and Korean put the year first and mark year and month with signs of their own.
    if (format.contains(u'年'))
        return m_day.toString(QStringLiteral("yyyy年M月"));
    if (format.contains(u'년'))
        return m_day.toString(QStringLiteral("yyyy년 M월"));
    return locale.standaloneMonthName(m_day.month()) + u' ' + m_day.toString(QStringLiteral("yyyy"));
}

QDate PartialDate::firstDay() const
{
    return m_day;
}

QDate PartialDate::lastDay() const
{
    if (m_precision == Precision::Year)
        return QDate(m_day.year(), 12, 31);
    if (m_precision == Precision::Month)
        return QDate(m_day.year(), m_day.month(), m_day.daysInMonth());
    return m_day;
}

qint64 PartialDate::sortKey() const
{
    if (m_precision == Precision::None)
        return std::numeric_limits<qint64>::min();
    if (m_precision >= Precision::Minute)
        return m_time.toSecsSinceEpoch();
    return m_day.startOfDay(Qt::UTC).toSecsSinceEpoch();
}

} // namespace Lectern
