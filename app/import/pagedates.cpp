#include "import/pagedates.h"

#include "import/datereading.h"
#include "import/pagelines.h"
#include "import/pagemetadata.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

constexpr int maxCandidates = 1'000; ///< lines with a date that are looked at

/// The Web began in 1990; what a page claims before, or ahead of now, is a template's default.
bool isPlausible(const PartialDate &date)
{
    return !date.isNull() && date.firstDay().year() >= 1990 &&
           date.firstDay() <= QDateTime::currentDateTimeUtc().date().addDays(2);
}

/// To the day; a month alone does not say when something was published.
bool isWholeDay(const PartialDate &date)
{
    return isPlausible(date) && date.precision() >= PartialDate::Precision::Day;
}

PartialDate firstDate(const MetaTags &meta, DayOrder order, std::initializer_list<const char16_t *> names)
{
    for (const char16_t *name : names)
        for (const QString &value : meta.all(QString::fromUtf16(name)))
            if (const PartialDate date = readDate(value, order); isPlausible(date))
                return date;
    return {};
}

PartialDate firstPlausible(std::initializer_list<PartialDate> dates)
{
    const auto it = std::find_if(dates.begin(), dates.end(), isPlausible);
    return it == dates.end() ? PartialDate() : *it;
}

/// Americans write the month first; who writes English elsewhere is not told by "en" alone.
DayOrder dayOrderOf(const MetaTags &meta, const QString &language)
{
    QString code = language.toLower().replace(u'_', u'-');
    if (code.isEmpty() || code == u"en")
        if (const QString locale = meta.first({u"og:locale", u"content-language", u"language"}).toLower();
            !locale.isEmpty())
            code = QString(locale).replace(u'_', u'-');
    if (code.startsWith(u"en-us"))
        return DayOrder::MonthFirst;
    if (code.isEmpty() || code == u"en" || code.startsWith(u"en-ca") || !code.at(0).isLetter())
        return DayOrder::Unknown;
    return DayOrder::DayFirst;
}

/// A day in a path like /2021/09/28/, /2021-09-28-, /20210928.
PartialDate dateInPath(const QString &url)
{
    static const QRegularExpression parts(
        u"[/_~.-]((?:19|20)\\d{2})(?:([/_-])(\\d{1,2})\\2(\\d{1,2})|(\\d{2})(\\d{2}))(?!\\d)"_s);
    for (auto matches = parts.globalMatch(QUrl(url).path()); matches.hasNext();) {
        const auto match = matches.next();
        const bool joined = match.capturedView(3).isEmpty();
        const QDate day(match.capturedView(1).toInt(), match.capturedView(joined ? 5 : 3).toInt(),
                        match.capturedView(joined ? 6 : 4).toInt());
        if (day.isValid() && isPlausible(PartialDate::day(day)))
            return PartialDate::day(day);
    }
    return {};
}

/// What the elements around a line say of a date in it.
struct Surroundings
{
    bool isTime = false;
    bool isPublished = false; ///< itemprop or class say that it is the date of publication
    bool isUpdate = false;
    bool isDate = false; ///< the class says date
    bool isInFooter = false;
    QString machine; ///< what a <time> or itemprop gives to machines
};

Surroundings surroundingsOf(const HtmlTree &tree, int node)
{
    static const QRegularExpression published(
        u"(?:^|[\\s_-])(?:published|pub-?date|publish(?:ed)?-?(?:date|time|on)|publication-?date|publishing-?"
        u"date|"
        u"(?:entry|post|article|story|news)-?(?:date|time|published)|posted-?on|date-?published|date-?posted|"
        u"created-?(?:at|on|date)?|date-?created)(?:$|[\\s_-])"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression date(u"(?:^|[\\s_@-])(?:\\w*date|\\w*datum|dateline|timestamp|date-?time|"
                                         u"time|published\\w*|publishing\\w*|fecha|"
                                         u"posted|pub|byline|meta|metadata|\\w*-?meta|\\w*-?info|infos?|"
                                         u"submitted|author\\w*|autor|stand)(?:$|[\\s_-])|"
                                         u"[a-z](?:Date|Time|Datum|Meta|Info)(?:$|[\\s_-])"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression update(
        u"(?:^|[\\s_-])(?:updated?|modified|last-?(?:mod|update|modified)\\w*|date-?modified|update-?(?:date|time))(?:$|[\\s_-])"_s,
        QRegularExpression::CaseInsensitiveOption);
    // Templates mark the date of an entry "date updated", whatever it is.
    static const QRegularExpression entryDate(u"(?:^|\\s)(?:[\\w-]*date)\\s(?:.*\\s)?updated(?:$|\\s)"_s);
    Surroundings found;
    int height = 0;
    for (int i = tree.at(node).parent; i >= 0; i = tree.at(i).parent, ++height) {
        const HtmlTag tag = tree.tag(i);
        if (tag == HtmlTag::Body || tag == HtmlTag::Html)
            break;
        if (tag == HtmlTag::Footer)
            found.isInFooter = true;
        const QString names = tree.attribute(i, "class") + u' ' + tree.attribute(i, "id");
        const bool isNamed = names.size() > 1;
        if (height > 2)
            continue;
        const QString property = tree.attribute(i, "itemprop");
        found.isTime = found.isTime || tag == HtmlTag::Time || (tag == HtmlTag::Abbr && isNamed);
        if (found.machine.isEmpty() && (tag == HtmlTag::Time || !property.isEmpty()))
            for (const char *name : {"datetime", "content"})
                if (found.machine.isEmpty())
                    found.machine = tree.attribute(i, name);
        if (found.machine.isEmpty() && tag == HtmlTag::Abbr)
            found.machine = tree.attribute(i, "title");
        found.isPublished = found.isPublished || property == u"datePublished" ||
                            tree.hasAttribute(i, "pubdate") || (isNamed && published.match(names).hasMatch());
        found.isUpdate = found.isUpdate || property == u"dateModified" ||
                         (isNamed && update.match(names).hasMatch() && !published.match(names).hasMatch() &&
                          !entryDate.match(names).hasMatch());
        found.isDate = found.isDate || (isNamed && date.match(names).hasMatch());
    }
    return found;
}

/// True when the date is the line, or stands in a list of short facts and not in a sentence.
bool standsAlone(const QString &line, const FoundDate &date)
{
    if (line.size() > 120)
        return false;
    const QString before = line.first(date.start).trimmed();
    const QString after = line.sliced(date.start + date.length).trimmed();
    const auto words = [](const QString &text) { return text.isEmpty() ? 0 : text.count(u' ') + 1; };
    const bool cutBefore = before.isEmpty() || !before.back().isLetterOrNumber() || words(before) <= 5;
    const bool cutAfter = after.isEmpty() || !after.front().isLetterOrNumber() || words(after) <= 6;
    return cutBefore && cutAfter && words(before) + words(after) <= 14 && !after.endsWith(u'.') &&
           !line.endsWith(u'?');
}

struct ShownDates
{
    PartialDate published;
    PartialDate modified;
    bool isBesideHeadline = false;
};

class ShownDateSearch
{
public:
    ShownDateSearch(const HtmlTree &tree, const PageLines &lines, DayOrder order)
        : m_tree(tree)
        , m_lines(lines)
        , m_order(order)
    {}

    ShownDates find()
    {
        ShownDates best;
        QList<PartialDate> alone;
        double bestScore = 2.0;
        int looked = 0;
        for (int i = 0; i < m_lines.size() && looked < maxCandidates; ++i) {
            const PageLine &line = m_lines.at(i);
            FoundDate date = findDate(line.text, m_order);
            if (!isWholeDay(date.date) && !mayHoldTime(line))
                continue;
            ++looked;
            const Surroundings around = surroundingsOf(m_tree, nodeOf(i, date));
            if (const PartialDate machine = readDate(around.machine, m_order); isWholeDay(machine)) {
                if (date.date.isNull())
                    date.length = line.text.size();
                date.date = machine;
            }
            if (!isWholeDay(date.date))
                continue;
            if (date.isUpdate || around.isUpdate) {
                if (best.modified.isNull() && !m_lines.isElsewhere(line.node))
                    best.modified = date.date;
                continue;
            }
            const double score = scoreOf(i, date, around);
            if (score > 0 && !alone.contains(date.date) && m_lines.leadsToProse(i))
                alone << date.date;
            if (score > bestScore) {
                bestScore = score;
                best.published = date.date;
                best.isBesideHeadline = m_lines.isNearHeadline(i);
            }
        }
        if (best.published.isNull() && alone.size() == 1)
            best.published = alone.first();
        return best;
    }

private:
    /// The text node that the date stands in; the first of the line when it stands in none alone.
    int nodeOf(int index, const FoundDate &date) const
    {
        const PageLine &line = m_lines.at(index);
        const QString words = line.text.sliced(date.start, date.length);
        const int end = std::min({m_tree.size(), line.node + 60,
                                  index + 1 < m_lines.size() ? m_lines.at(index + 1).node : m_tree.size()});
        for (int node = line.node; node < end && date.length > 0; ++node)
            if (m_tree.tag(node) == HtmlTag::Text && m_tree.at(node).text.simplified().contains(words))
                return node;
        return line.node;
    }

    /// A <time> whose words are no date ("two hours ago") may give one to machines.
    bool mayHoldTime(const PageLine &line) const
    {
        return line.text.size() <= 60 &&
               m_tree.enclosing(line.node, {HtmlTag::Time, HtmlTag::Abbr}) >= line.node - 4;
    }

    double scoreOf(int index, const FoundDate &date, const Surroundings &around) const
    {
        const PageLine &line = m_lines.at(index);
        const bool alone = standsAlone(line.text, date);
        const bool near = m_lines.isNearHeadline(index);
        if (!alone && !date.isLabelled && !around.isTime)
            return 0;
        double score = alone ? 0.6 : 0;
        score += around.isPublished ? 2.5 : around.isTime ? 2.2 : around.isDate ? 1.5 : 0;
        score += date.isLabelled ? 2 : 0;
        if (near)
            score += 2 - 0.05 * std::abs(index - m_lines.headline());
        else if (m_lines.headline() >= 0 && index < m_lines.headline())
            score -= 0.5;
        if (m_lines.isElsewhere(line.node))
            score -=
                near && std::abs(index - m_lines.headline()) <= 2 &&
                        (around.isDate || around.isTime || m_tree.enclosing(line.node, {HtmlTag::Nav}) < 0)
                    ? 1
                    : 3;
        if (around.isInFooter && !date.isLabelled)
            score -= 1.5;
        return score;
    }

    const HtmlTree &m_tree;
    const PageLines &m_lines;
    DayOrder m_order;
};

/// The one day that the data of a page's scripts calls its publication; null when they name several.
PartialDate dateInScripts(const HtmlTree &tree)
{
    static const QRegularExpression member(
        u"(?<![\\w])(?:datePublished|published(?:_at|At|_date|Date|_time|Time|_on|On)|publish(?:_date|Date|_"
        u"time|"
        u"Time)|publication(?:_date|Date)|first(?:_p|P)ublished\\w{0,12}|pub(?:_d|D)ate)"
        u"\\\\?[\"']\\s*:\\s*\\\\?[\"']((?:19|20)\\d{2}-\\d{2}-\\d{2}(?:[T ][\\d:.]{5,12}(?:Z|[+-]\\d{2}:?\\d{2})?)?)"_s);
    constexpr qsizetype maxScripts = 1'000'000;
    qsizetype seen = 0;
    PartialDate found;
    for (int node = 0; node < tree.size() && seen < maxScripts; ++node) {
        if (tree.tag(node) != HtmlTag::Script)
            continue;
        for (int i = node + 1; i < tree.at(node).end; ++i) {
            const QString &script = tree.at(i).text;
            seen += script.size();
            if (!script.contains(u"ubl"_s) && !script.contains(u"pub"_s))
                continue;
            for (auto matches = member.globalMatch(script); matches.hasNext();) {
                const PartialDate date = readDate(matches.next().captured(1));
                if (!isWholeDay(date))
                    continue;
                if (!found.isNull() && found.firstDay() != date.firstDay())
                    return {};
                found = date;
            }
        }
    }
    return found;
}

/// The day before or after, as a time zone can make it.
bool isNextTo(const PartialDate &instant, const PartialDate &day)
{
    return instant.toIsoAsGiven().endsWith(u'Z') && std::abs(instant.firstDay().daysTo(day.firstDay())) == 1;
}

} // namespace

PageDates readPageDates(const HtmlTree &tree, const MetaTags &meta, const PageContext &context)
{
    const DayOrder order = dayOrderOf(meta, context.known.language);
    PageDates found;
    found.published =
        firstPlausible({context.jsonLd.published, firstDate(meta, order,
                                                            {u"article:published_time",
                                                             u"og:article:published_time",
                                                             u"og:published_time",
                                                             u"article:published",
                                                             u"article.published",
                                                             u"datepublished",
                                                             u"rnews:datepublished",
                                                             u"citation_publication_date",
                                                             u"citation_date",
                                                             u"citation_online_date",
                                                             u"parsely-pub-date",
                                                             u"sailthru.date",
                                                             u"bt:pubdate",
                                                             u"shareaholic:article_published_time",
                                                             u"cxenseparse:recs:publishtime",
                                                             u"dc.date.issued",
                                                             u"dcterms.issued",
                                                             u"dc.date.created",
                                                             u"dcterms.created",
                                                             u"dc.created",
                                                             u"dc.date",
                                                             u"dcterms.date",
                                                             u"pubdate",
                                                             u"pub_date",
                                                             u"publishdate",
                                                             u"publish-date",
                                                             u"publish_date",
                                                             u"publication_date",
                                                             u"published_date",
                                                             u"publicationdate",
                                                             u"article_date_original",
                                                             u"originalpublicationdate",
                                                             u"displaydate",
                                                             u"date",
                                                             u"uploaddate",
                                                             u"video:release_date",
                                                             u"datecreated"})});
    found.modified =
        firstPlausible({context.jsonLd.modified,
                        firstDate(meta, order,
                                  {u"article:modified_time", u"og:updated_time", u"article:modified",
                                   u"datemodified", u"dcterms.modified", u"dc.date.modified",
                                   u"last-modified", u"lastmod", u"updated_time"})});
    PartialDate inPath;
    for (const QString &url : {context.known.url, context.jsonLd.url, meta.first({u"og:url"})})
        if (inPath.isNull())
            inPath = dateInPath(url);
    const bool isInstant = found.published.precision() >= PartialDate::Precision::Minute;
    if (isWholeDay(found.published) && (!isInstant || inPath == PartialDate::day(found.published.firstDay())))
        return found;

    ShownDates shown = ShownDateSearch(tree, context.lines, order).find();
    if (!isWholeDay(found.published))
        found.published = !inPath.isNull()            ? inPath
                          : !shown.published.isNull() ? shown.published
                                                      : found.published;
    else if (!inPath.isNull() && isNextTo(found.published, inPath))
        found.published = inPath;
    else if (inPath.isNull() && shown.isBesideHeadline && isNextTo(found.published, shown.published))
        found.published = shown.published;
    if (!isWholeDay(found.published))
        if (const PartialDate date = dateInScripts(tree); !date.isNull())
            found.published = date;
    if (found.modified.isNull())
        found.modified = shown.modified;
    return found;
}

} // namespace Lectern
