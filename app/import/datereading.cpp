#include "import/datereading.h"

#include <QRegularExpression>
#include <QStringList>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

/// Beginnings of month names in lower case, January first, of English, German, French, Spanish, Italian,
/// Portuguese, Dutch, Swedish, Danish, Norwegian, Polish, Russian, Czech, Turkish, Romanian, Catalan,
/// Hungarian, Indonesian, Ukrainian, Greek, Arabic and Hindi. A word matches when one
/// of these begins it and is at least three letters of it; listed so that no beginning of one month begins
/// another.
constexpr std::array<const char16_t *, 12> monthBeginnings{
    u" jan gen ene janv jän ian янв січ ιαν ledn oca stycz يناير जनवरी ",
    u" feb fév fev febr févr фев лют φεβ lut únor şub فبراير फरवरी फ़रवरी ",
    u" mar mär mrz maa mrt март бер μαρ břez marz març márc مارس मार्च ",
    u" apr avr abr ápr апр квіт απρ kwie dub nisan أبريل ابريل अप्रैल ",
    u" may mai mag maj mei maio máj мая май трав μαΐ μαι květ mayıs maig مايو मई ",
    u" jun juin giu czer jún iun июн черв ιουν červn haz يونيو जून ",
    u" jul juil lug lip júl iul июл лип ιουλ červenc tem يوليو जुलाई ",
    u" aug aoû aou ago agu авг серп αυγ sierp srp ağu أغسطس اغسطس अगस्त ",
    u" sep set sept szept сен вер σεπ wrz zář eyl سبتمبر सितंबर सितम्बर ",
    u" oct okt out ott окт жовт οκτ paź říj eki أكتوبر اكتوبر अक्टूबर अक्तूबर ",
    u" nov noi ноя лист νοε list kas نوفمبر नवंबर नवम्बर ",
    u" dec dez déc des dic дек груд δεκ grud pros ara ديسمبر दिसंबर दिसम्बर ",
};

/// Words that may stand in a date beside numbers and the month; weekdays are recognised apart.
constexpr QStringView fillers = u" of the de del d le la den der dem du am um on at at the à às a las e o y "
                                u"om kl klo uhr st nd rd th er ter ème ª º г года в von le el em "
                                u"h ";
constexpr QStringView weekdays =
    u" mon monday tue tues tuesday wed wednesday thu thur thurs thursday fri friday sat saturday sun sunday "
    u"montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so "
    u"lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado "
    u"domingo "
    u"lunedì martedì mercoledì giovedì venerdì sabato domenica segunda-feira terça-feira quarta-feira "
    u"quinta-feira sexta-feira "
    u"segunda terça quarta quinta sexta maandag dinsdag woensdag donderdag vrijdag zaterdag zondag "
    u"понедельник вторник среда четверг пятница суббота воскресенье "
    u"poniedziałek wtorek środa czwartek piątek sobota niedziela ";

bool holdsWord(QStringView list, QStringView word)
{
    return list.contains(u" %1 "_s.arg(word));
}

/// 1-12, or 0 when the word is not a month's name.
int monthNamed(const QString &word)
{
    if (word.size() < 3)
        return 0;
    int best = 0;
    qsizetype bestLength = 0;
    for (size_t month = 0; month < monthBeginnings.size(); ++month) {
        const auto beginnings = QStringView(monthBeginnings[month]).split(u' ', Qt::SkipEmptyParts);
        for (const QStringView beginning : beginnings)
            if (word.startsWith(beginning) && beginning.size() > bestLength && word.size() <= 12) {
                best = int(month) + 1;
                bestLength = beginning.size();
            }
    }
    return best;
}

struct Clock
{
    QTime time;
    bool hasSeconds = false;
    std::optional<int> offset; ///< seconds east of UTC
    bool unknownZone = false;
};

std::optional<int> zoneOffset(QStringView zone)
{
    static const std::array<std::pair<QStringView, int>, 11> fixed{{{u"Z", 0},
                                                                    {u"UTC", 0},
                                                                    {u"GMT", 0},
                                                                    {u"UT", 0},
                                                                    {u"EST", -5},
                                                                    {u"EDT", -4},
                                                                    {u"CST", -6},
                                                                    {u"CDT", -5},
                                                                    {u"PST", -8},
                                                                    {u"PDT", -7},
                                                                    {u"CEST", 2}}};
    for (const auto &[name, hours] : fixed)
        if (zone.compare(name, Qt::CaseInsensitive) == 0)
            return hours * 3600;
    static const QRegularExpression offset(u"^(?:GMT|UTC)?([+-])(\\d{2}):?(\\d{2})$"_s);
    const auto match = offset.match(zone.toString());
    if (!match.hasMatch())
        return std::nullopt;
    const int seconds = match.capturedView(2).toInt() * 3600 + match.capturedView(3).toInt() * 60;
    return match.capturedView(1) == u"-" ? -seconds : seconds;
}

/// Takes the time of day out of the text.
std::optional<Clock> takeClock(QString &text)
{
    static const QRegularExpression pattern(
        u"(?:,|\\bat\\b|\\bum\\b|\\bà\\b|T|\\s|^)\\s*(\\d{1,2})[:h](\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?\\s*(["
        u"ap]\\.?\\s?m\\.?)?\\s*(?:Uhr)?\\s*"
        u"((?-i:(?:GMT|UTC)?[+-]\\d{2}:?\\d{2}|Z|[A-Z]{2,5}\\b))?(?:\\s*\\([A-Z]{2,5}\\))?"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    int hour = match.capturedView(1).toInt();
    const QString half = match.captured(4).toLower();
    if (!half.isEmpty() && (hour < 1 || hour > 12))
        return std::nullopt;
    if (half.startsWith(u'p') && hour < 12)
        hour += 12;
    else if (half.startsWith(u'a') && hour == 12)
        hour = 0;
    Clock clock;
    clock.hasSeconds = match.hasCaptured(3) && !match.capturedView(3).isEmpty();
    clock.time = QTime(hour, match.capturedView(2).toInt(), match.capturedView(3).toInt());
    if (!clock.time.isValid())
        return std::nullopt;
    const QString zone = match.captured(5);
    if (!zone.isEmpty()) {
        clock.offset = zoneOffset(zone);
        clock.unknownZone = !clock.offset;
    }
    text.remove(match.capturedStart(), match.capturedLength());
    return clock;
}

PartialDate combine(QDate day, const std::optional<Clock> &clock)
{
    if (!day.isValid() || day.year() < 1000 || day.year() > 2999)
        return {};
    if (!clock || clock->unknownZone)
        return PartialDate::day(day);
    QString iso = day.toString(Qt::ISODate) + u'T' +
                  clock->time.toString(clock->hasSeconds ? u"HH:mm:ss"_s : u"HH:mm"_s);
    if (clock->offset) {
        const int minutes = qAbs(*clock->offset) / 60;
        iso += u"%1%2:%3"_s.arg(QChar(*clock->offset < 0 ? u'-' : u'+'))
                   .arg(minutes / 60, 2, 10, QChar(u'0'))
                   .arg(minutes % 60, 2, 10, QChar(u'0'));
    }
    return PartialDate::fromIso(iso);
}

/// "28.09.2021", "2021/09/28", "20210928", "2021年9月28日"; "28/09/2021" only when it can mean but one day or
/// the order is known.
QDate numericDay(const QString &text, DayOrder order)
{
    static const QRegularExpression yearFirst(
        u"^(\\d{4})\\s*[-/.年년]\\s*(\\d{1,2})\\s*[-/.月월]\\s*(\\d{1,2})\\s*[日일]?\\.?$"_s);
    if (const auto match = yearFirst.match(text); match.hasMatch())
        return QDate(match.capturedView(1).toInt(), match.capturedView(2).toInt(),
                     match.capturedView(3).toInt());
    static const QRegularExpression joined(u"^((?:19|20)\\d{2})(\\d{2})(\\d{2})$"_s);
    if (const auto match = joined.match(text); match.hasMatch())
        return QDate(match.capturedView(1).toInt(), match.capturedView(2).toInt(),
                     match.capturedView(3).toInt());
    static const QRegularExpression yearLast(u"^(\\d{1,2})\\s*([./-])\\s*(\\d{1,2})\\s*\\2\\s*(\\d{4})$"_s);
    if (const auto match = yearLast.match(text); match.hasMatch()) {
        const int first = match.capturedView(1).toInt();
        const int second = match.capturedView(3).toInt();
        const int year = match.capturedView(4).toInt();
        if (match.capturedView(2) == u"." || first > 12 || first == second)
            return QDate(year, second, first);
        if (second > 12 || order == DayOrder::MonthFirst)
            return QDate(year, first, second);
        if (order == DayOrder::DayFirst)
            return QDate(year, second, first);
    }
    return {};
}

/// A date with its month in letters.
PartialDate namedDate(const QString &text, const std::optional<Clock> &clock)
{
    static const QRegularExpression token(u"\\d+|[\\p{L}\\p{M}][\\p{L}\\p{M}-]*"_s);
    int month = 0;
    int day = 0;
    int year = 0;
    for (auto tokens = token.globalMatch(text); tokens.hasNext();) {
        const QString word = tokens.next().captured().toLower();
        if (word.at(0).isDigit()) {
            const int number = word.toInt();
            if (word.size() == 4 && year == 0)
                year = number;
            else if (word.size() <= 2 && day == 0 && number >= 1 && number <= 31)
                day = number;
            else
                return {};
        } else if (holdsWord(weekdays, word) || holdsWord(fillers, word)) {
            continue;
        } else if (const int named = monthNamed(word); named != 0 && month == 0) {
            month = named;
        } else {
            return {};
        }
    }
    if (month == 0 || year < 1000)
        return {};
    if (day == 0)
        return clock ? PartialDate() : PartialDate::month(year, month);
    return combine(QDate(year, month, day), clock);
}

} // namespace

PartialDate readDate(QStringView view, DayOrder order)
{
    QString text = view.trimmed().toString();
    if (text.isEmpty() || text.size() > 80)
        return {};
    if (const PartialDate iso = PartialDate::fromIso(text); !iso.isNull())
        return iso;
    // What stands behind the day of an ISO date is at times broken; the day is not.
    static const QRegularExpression brokenTime(u"^\\d{4}-\\d{2}-\\d{2}(?=T\\d{2}:)"_s);
    if (const auto match = brokenTime.match(text); match.hasMatch())
        return PartialDate::fromIso(match.captured());
    text.replace(QChar::Nbsp, u' ').replace(QChar(0x202F), u' ');
    text.remove(u"\u200E"_s);
    const std::optional<Clock> clock = takeClock(text);
    text = text.simplified();
    while (!text.isEmpty() && QStringView(u",;-–—|·").contains(text.back()))
        text = text.chopped(1).trimmed();
    static const QRegularExpression weekdayFirst(u"^[\\p{L}-]+[,.]?\\s+(?=\\d{1,4}[./-])"_s);
    if (const auto match = weekdayFirst.match(text); match.hasMatch()) {
        const QString word = match.captured().remove(u',').remove(u'.').trimmed().toLower();
        if (holdsWord(weekdays, word))
            text.remove(0, match.capturedLength());
    }
    if (const QDate day = numericDay(text, order); day.isValid())
        return combine(day, clock);
    return namedDate(text, clock);
}

namespace {

/// What stands before a date to say what it is the date of.
const QRegularExpression &dateLabel()
{
    static const QRegularExpression label(
        u"^\\W*(?:(?<new>(?:first\\s+)?published(?:\\s+(?:on|at))?|posted(?:\\s+(?:on|at))?|publication "
        u"date|publish\\s+date|date|released(?:\\s+on)?|(?:veröffentlicht|erschienen|erstellt|publiziert)(?:"
        u"\\s+am)?|"
        u"veröffentlichungsdatum|erscheinungsdatum|publié(?:e)?(?:\\s+le)?|mis\\s+en\\s+ligne(?:\\s+le)?|"
        u"publicado(?:\\s+(?:el|em))?|fecha|data|pubblicato(?:\\s+il)?|gepubliceerd(?:\\s+op)?|geplaatst(?:"
        u"\\s+op)?|"
        u"datum|publicerad|opublikowano|data\\s+publikacji|опубликовано|дата|yayınlanma(?:\\s+tarihi)?)|"
        u"(?<old>(?:last\\s+)?(?:updated|modified|edited)(?:\\s+(?:on|at))?|"
        u"(?:zuletzt\\s+)?(?:aktualisiert|geändert|bearbeitet)(?:\\s+am)?|letzte\\s+(?:änderung|"
        u"aktualisierung)|"
        u"stand(?:\\s+des\\s+artikels)?|"
        u"mis(?:e)?\\s+à\\s+jour(?:\\s+le)?|modifié(?:\\s+le)?|actualizado(?:\\s+el)?|"
        u"atualizado(?:\\s+em)?|aggiornato(?:\\s+il)?|bijgewerkt(?:\\s+op)?|uppdaterad|güncellenme(?:\\s+"
        u"tarihi)?))"
        u"\\s*:?\\s+"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return label;
}

/// Where a date of day, month and year may stand in running text.
const QRegularExpression &dateShapes()
{
    static const QRegularExpression shapes(
        u"(?<![\\p{L}\\d./:-])(?:"
        u"(?:19|20)\\d{2}\\s?[-/.年년]\\s?\\d{1,2}\\s?[-/.月월]\\s?\\d{1,2}(?!\\d)[日일]?|"
        u"\\d{1,2}\\.\\s?\\d{1,2}\\.\\s?(?:(?:19|20)\\d{2}|\\d{2})(?![\\d.]\\d|\\d)|"
        u"\\d{1,2}\\s?(?<sep>[/-])\\s?\\d{1,2}\\s?\\k<sep>\\s?(?:(?:19|20)\\d{2}|\\d{2})(?![\\d/])|"
        u"\\d{1,2}(?:\\.|st|nd|rd|th|er|º|ª)?[\\s-]{1,2}(?:(?:de|of|di)\\s)?[\\p{L}\\p{M}]{3,12}[.,]{0,2}["
        u"\\s-]{1,2}"
        u"(?:(?:de|del|do)\\s)?(?:19|20)\\d{2}(?!\\d)|"
        u"[\\p{L}\\p{M}]{3,12}\\.?\\s{1,2}\\d{1,2}(?:st|nd|rd|th)?\\s?,?\\s{1,2}(?:19|20)\\d{2}(?!\\d))"_s,
        QRegularExpression::CaseInsensitiveOption);
    return shapes;
}

/// "28.09.21" as "28.09.2021": in pages a year of two digits is one of this century.
QString withWholeYear(const QString &text)
{
    static const QRegularExpression shortYear(u"^(\\d{1,2}\\s?[./-]\\s?\\d{1,2}\\s?[./-]\\s?)(\\d{2})$"_s);
    const auto match = shortYear.match(text);
    return match.hasMatch() ? match.captured(1) + u"20"_s + match.captured(2) : text;
}

} // namespace

FoundDate findDate(QStringView line, DayOrder order)
{
    const QString text = line.first(std::min<qsizetype>(line.size(), 400)).toString();
    if (std::none_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); }))
        return {};
    for (auto shapes = dateShapes().globalMatch(text); shapes.hasNext();) {
        const auto shape = shapes.next();
        FoundDate found;
        found.date = readDate(withWholeYear(shape.captured()), order);
        if (found.date.isNull())
            continue;
        found.start = shape.capturedStart();
        found.length = shape.capturedLength();
        // The label stands right before the date, perhaps with a weekday between.
        const QString before = text.first(found.start).right(60);
        static const QRegularExpression lastWords(u"(?:^|[|•·(,;–—-]|\\.\\s)\\s*([^|•·(,;–—]*)$"_s);
        const QString label = lastWords.match(before).captured(1);
        const auto named = dateLabel().match(label.trimmed() + u' ');
        found.isLabelled = named.hasMatch();
        found.isUpdate = found.isLabelled && !named.capturedView(u"old"_s).isEmpty();
        return found;
    }
    return {};
}

DateLine readDateLine(QStringView line)
{
    const QRegularExpression &label = dateLabel();
    if (line.size() > 100)
        return {};
    const QString text = line.toString();
    const auto match = label.match(text);
    DateLine result{readDate(QStringView(text).sliced(match.hasMatch() ? match.capturedLength() : 0)), false};
    result.isUpdate = match.hasMatch() && !match.capturedView(u"old"_s).isEmpty();
    // A year or a month alone is too little to be a date line.
    if (result.date.precision() == PartialDate::Precision::Year ||
        (result.date.precision() == PartialDate::Precision::Month && !match.hasMatch()))
        return {};
    return result;
}

} // namespace Lectern
