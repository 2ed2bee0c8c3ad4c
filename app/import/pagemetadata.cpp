#include "import/pagemetadata.h"

#include "import/bylines.h"
#include "import/datereading.h"
#include "import/jsonld.h"
#include "import/metadatafields.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

/// The <meta> and <link> elements of a page by name, in document order.
class MetaTags
{
public:
    explicit MetaTags(const HtmlTree &tree)
    {
        for (int node = 0; node < tree.size(); ++node) {
            if (tree.tag(node) == HtmlTag::Meta) {
                const QString content = tree.attribute(node, "content").simplified();
                for (const char *key : {"property", "name", "itemprop"})
                    if (const QString name = tree.attribute(node, key).toLower().trimmed();
                        !name.isEmpty() && !content.isEmpty())
                        m_values[name] << content;
            } else if (tree.tag(node) == HtmlTag::Link) {
                const QString rel = tree.attribute(node, "rel").toLower().trimmed();
                if (rel == u"canonical")
                    m_values[u"link:canonical"_s] << tree.attribute(node, "href").trimmed();
            }
        }
    }

    QStringList all(const QString &name) const { return m_values.value(name); }

    /// The first value under the first of these names that has one.
    QString first(std::initializer_list<const char16_t *> names) const
    {
        for (const char16_t *name : names)
            if (const QStringList values = m_values.value(QString::fromUtf16(name)); !values.isEmpty())
                return values.first();
        return {};
    }

private:
    QHash<QString, QStringList> m_values;
};

QString comparable(const QString &text)
{
    QString result;
    for (const QChar c : text)
        if (c.isLetterOrNumber())
            result += c.toLower();
    return result;
}

/// The <title> without the name of the site.
QString withoutSite(const QString &title, const QString &outlet)
{
    static const QRegularExpression separator(u"\\s+[|\\-–—·•»:/\\\\]+\\s+|\\s*[|»]\\s*"_s);
    std::vector<std::pair<qsizetype, qsizetype>> cuts;
    for (auto matches = separator.globalMatch(title); matches.hasNext();) {
        const auto match = matches.next();
        cuts.emplace_back(match.capturedStart(), match.capturedEnd());
    }
    if (cuts.empty())
        return title;
    const QString site = comparable(outlet);
    const QString last = title.sliced(cuts.back().second);
    const QString first = title.first(cuts.front().first);
    if (!site.isEmpty() && comparable(first) == site)
        return title.sliced(cuts.front().second);
    const bool lastIsSite = !site.isEmpty() && (comparable(last) == site || site.contains(comparable(last)) ||
                                                comparable(last).contains(site));
    if (lastIsSite || (last.count(u' ') < 4 && first.count(u' ') >= 2)) {
        const QString rest = title.first(cuts.back().first);
        return cuts.size() > 1 && !rest.isEmpty() && comparable(rest) != site ? withoutSite(rest, outlet)
                                                                              : rest;
    }
    return title;
}

bool hasWord(const QString &text, const QRegularExpression &words)
{
    return !text.isEmpty() && words.match(text).hasMatch();
}

QString firstHeadline(const HtmlTree &tree)
{
    for (int node = 0; node < tree.size(); ++node) {
        if (tree.tag(node) != HtmlTag::H1)
            continue;
        const QString text = tree.text(node);
        if (text.size() >= 8 && text.size() <= 300 &&
            tree.enclosing(node, {HtmlTag::Nav, HtmlTag::Aside, HtmlTag::Footer}) < 0)
            return text;
    }
    return {};
}

QString chooseTitle(const HtmlTree &tree, const MetaTags &meta, const PageMetadata &jsonLd,
                    const QString &outlet)
{
    const int titleNode = tree.first(HtmlTag::Title);
    const QString tag = titleNode < 0 ? QString() : withoutSite(tree.text(titleNode), outlet);
    const QString open =
        withoutSite(meta.first({u"og:title", u"twitter:title", u"citation_title", u"dc.title",
                                u"dcterms.title", u"parsely-title", u"sailthru.title"}),
                    outlet);
    const QString heading = firstHeadline(tree);
    const QStringList candidates{heading, jsonLd.title, open, tag};
    for (qsizetype i = 0; i < candidates.size(); ++i)
        for (qsizetype j = i + 1; j < candidates.size(); ++j)
            if (!candidates[i].isEmpty() && comparable(candidates[i]) == comparable(candidates[j]))
                return candidates[i];
    for (const QString &candidate : {jsonLd.title, open, heading, tag})
        if (!candidate.isEmpty() && comparable(candidate) != comparable(outlet))
            return candidate;
    return {};
}

/// Authors that the page shows: rel=author, itemprop=author, elements whose class says byline or author.
QStringList shownAuthors(const HtmlTree &tree)
{
    static const QRegularExpression bylineWord(
        u"(?:^|[\\s_-])(?:byline|author|autor|p-author|writer|contributor)(?:s|-?name|__name)?(?:$|[\\s_-])"_s,
        QRegularExpression::CaseInsensitiveOption);
    QStringList byClass;
    for (int node = 0; node < tree.size(); ++node) {
        const HtmlNode &at = tree.at(node);
        if (at.tag == HtmlTag::Text || at.attributes.empty() || at.end - node > 40)
            continue;
        const bool isAuthor =
            tree.attribute(node, "rel") == u"author" || tree.attribute(node, "itemprop").contains(u"author");
        const bool isByline = hasWord(tree.attribute(node, "class"), bylineWord);
        if ((!isAuthor && !isByline) ||
            tree.enclosing(node, {HtmlTag::Nav, HtmlTag::Aside, HtmlTag::Footer}) >= 0)
            continue;
        const QString text = tree.text(node);
        if (text.size() < 4 || text.size() > 100)
            continue;
        QStringList names = readByline(text);
        if (names.isEmpty())
            names = readByline(u"By "_s + text);
        if (names.isEmpty())
            continue;
        if (isAuthor)
            return names;
        if (byClass.isEmpty())
            byClass = names;
    }
    return byClass;
}

QStringList chooseAuthors(const HtmlTree &tree, const MetaTags &meta, const PageMetadata &jsonLd,
                          const QString &outlet)
{
    const auto usable = [&outlet](const QStringList &names) {
        QStringList kept;
        for (const QString &name : names)
            if (!name.contains(u"://") && !name.contains(u'@') && comparable(name) != comparable(outlet) &&
                name.size() <= 80 && comparable(name) != u"admin" && comparable(name) != u"unknown")
                kept << name;
        kept.removeDuplicates();
        return kept;
    };
    if (const QStringList names = usable(jsonLd.authors); !names.isEmpty())
        return names;
    if (const QStringList names = usable(meta.all(u"citation_author"_s)); !names.isEmpty())
        return names;
    for (const char16_t *name : {u"author", u"article:author", u"og:article:author", u"parsely-author",
                                 u"sailthru.author", u"dc.creator", u"dcterms.creator", u"byl"}) {
        QStringList found;
        for (const QString &value : meta.all(QString::fromUtf16(name)))
            found << splitNames(value);
        if (const QStringList names = usable(found); !names.isEmpty())
            return names;
    }
    return usable(shownAuthors(tree));
}

/// A date in a path like /2021/09/28/.
PartialDate dateInPath(const QString &url)
{
    static const QRegularExpression pattern(u"/((?:19|20)\\d{2})[/-](\\d{1,2})[/-](\\d{1,2})(?:[/-]|$)"_s);
    const auto match = pattern.match(QUrl(url).path());
    const QDate day(match.capturedView(1).toInt(), match.capturedView(2).toInt(),
                    match.capturedView(3).toInt());
    return match.hasMatch() && day.isValid() ? PartialDate::day(day) : PartialDate();
}

/// The date that the page shows: <time>, then an element whose class says date.
PartialDate shownDate(const HtmlTree &tree)
{
    static const QRegularExpression dateWord(
        u"(?:^|[\\s_-])(?:date|dateline|published|pubdate|timestamp|datetime|post-date|entry-date|publish|time)(?:$|[\\s_-])"_s,
        QRegularExpression::CaseInsensitiveOption);
    PartialDate byClass;
    for (int node = 0; node < tree.size(); ++node) {
        const HtmlNode &at = tree.at(node);
        if (at.tag == HtmlTag::Text || at.end - node > 20 ||
            tree.enclosing(node, {HtmlTag::Nav, HtmlTag::Aside, HtmlTag::Footer}) >= 0)
            continue;
        if (at.tag == HtmlTag::Time || tree.attribute(node, "itemprop") == u"datePublished") {
            for (const QString &value :
                 {tree.attribute(node, "datetime"), tree.attribute(node, "content"), tree.text(node)})
                if (const DateLine line = readDateLine(value); !line.date.isNull() && !line.isUpdate)
                    return line.date;
        } else if (byClass.isNull() && !at.attributes.empty() &&
                   (hasWord(tree.attribute(node, "class"), dateWord) ||
                    hasWord(tree.attribute(node, "id"), dateWord))) {
            const DateLine line = readDateLine(tree.text(node));
            byClass = line.isUpdate ? PartialDate() : line.date;
        }
    }
    return byClass;
}

PartialDate firstDate(const MetaTags &meta, std::initializer_list<const char16_t *> names)
{
    for (const char16_t *name : names)
        if (const PartialDate date = readDate(meta.first({name})); !date.isNull())
            return date;
    return {};
}

/// The Web began in 1990; what a page claims before, or ahead of its own change, is a template's default.
bool isPlausible(const PartialDate &date)
{
    return !date.isNull() && date.firstDay().year() >= 1990 &&
           date.firstDay() <= QDateTime::currentDateTimeUtc().date().addDays(2);
}

} // namespace

PageMetadata readPageMetadata(const HtmlTree &tree, const QUrl &base)
{
    const MetaTags meta(tree);
    const PageMetadata jsonLd = readJsonLd(tree);
    PageMetadata found;
    found.articleBody = jsonLd.articleBody;
    found.outlet = meta.first({u"og:site_name", u"citation_journal_title", u"application-name",
                               u"apple-mobile-web-app-title", u"dc.publisher"});
    if (found.outlet.isEmpty() || found.outlet.contains(u"://"))
        found.outlet = jsonLd.outlet;
    found.title = chooseTitle(tree, meta, jsonLd, found.outlet);
    found.authors = chooseAuthors(tree, meta, jsonLd, found.outlet);
    found.description = meta.first({u"og:description", u"description", u"twitter:description"});
    if (found.description.isEmpty())
        found.description = jsonLd.description;

    for (const QString &candidate : {meta.first({u"link:canonical"}), meta.first({u"og:url", u"twitter:url"}),
                                     jsonLd.url, base.toString()}) {
        const QString absolute = base.isEmpty() ? candidate : base.resolved(QUrl(candidate)).toString();
        if (found.url = webUrl(absolute); !found.url.isEmpty())
            break;
    }
    const auto firstPlausible = [](std::initializer_list<PartialDate> dates) {
        const auto it = std::find_if(dates.begin(), dates.end(), isPlausible);
        return it == dates.end() ? PartialDate() : *it;
    };
    found.published = firstPlausible(
        {jsonLd.published,
         firstDate(meta,
                   {u"article:published_time", u"og:article:published_time", u"og:published_time",
                    u"datepublished", u"citation_publication_date", u"citation_date", u"parsely-pub-date",
                    u"sailthru.date", u"dc.date.issued", u"dcterms.created", u"dc.date", u"pubdate",
                    u"publishdate", u"publish-date", u"publish_date", u"publication_date", u"date"}),
         dateInPath(found.url), shownDate(tree)});
    found.modified = firstPlausible(
        {jsonLd.modified, firstDate(meta, {u"article:modified_time", u"og:updated_time", u"datemodified",
                                           u"dcterms.modified", u"last-modified"})});
    found.tags = jsonLd.tags;
    if (found.tags.isEmpty())
        found.tags = meta.all(u"article:tag"_s);
    if (const int html = tree.first(HtmlTag::Html); html >= 0)
        found.language = tree.attribute(html, "lang").trimmed();
    return found;
}

} // namespace Lectern
