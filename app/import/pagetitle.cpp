#include "import/pagetitle.h"

#include "import/pagelines.h"
#include "import/pagemetadata.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

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
    const QString site = comparableWords(outlet);
    const QString last = title.sliced(cuts.back().second);
    const QString first = title.first(cuts.front().first);
    if (!site.isEmpty() && comparableWords(first) == site)
        return title.sliced(cuts.front().second);
    const bool lastIsSite =
        !site.isEmpty() && (comparableWords(last) == site || site.contains(comparableWords(last)) ||
                            comparableWords(last).contains(site));
    if (lastIsSite || (last.count(u' ') < 4 && first.count(u' ') >= 2)) {
        const QString rest = title.first(cuts.back().first);
        return cuts.size() > 1 && !rest.isEmpty() && comparableWords(rest) != site ? withoutSite(rest, outlet)
                                                                                   : rest;
    }
    return title;
}

qsizetype wordCount(const QString &text)
{
    return text.isEmpty() ? 0 : text.count(u' ') + 1;
}

/// Words of four letters and more; in writing without spaces the whole text is one.
QSet<QString> longWords(const QString &text)
{
    QSet<QString> words;
    static const QRegularExpression border(u"[^\\p{L}\\p{M}\\d]+"_s);
    for (const QString &word : text.toLower().split(border, Qt::SkipEmptyParts))
        if (word.size() >= 4)
            words.insert(word);
    return words;
}

struct Heading
{
    int level = 0;
    QString text;
};

constexpr int maxHeadings = 200;

/// The headings of the first three levels outside navigation, asides and footers, each text once.
std::vector<Heading> headingsOf(const HtmlTree &tree)
{
    std::vector<Heading> headings;
    QSet<QString> seen;
    for (int node = 0; node < tree.size() && headings.size() < maxHeadings; ++node) {
        const int level = headingLevel(tree.tag(node));
        if (level < 1 || level > 3)
            continue;
        const QString text = tree.text(node);
        if (text.size() < 8 || text.size() > 300 || seen.contains(text) ||
            tree.enclosing(node, {HtmlTag::Nav, HtmlTag::Aside, HtmlTag::Footer, HtmlTag::Dialog}) >= 0)
            continue;
        seen.insert(text);
        headings.push_back({level, text});
    }
    return headings;
}

/// True when the heading is the name that the site puts behind or before its titles.
bool isSiteName(const QString &heading, const QString &titleTag, const QString &outlet)
{
    const QString words = comparableWords(heading);
    if (words == comparableWords(outlet))
        return true;
    static const QRegularExpression separator(u"\\s+[|\\-–—·•»«:/]+\\s+|\\s*[|»]\\s*"_s);
    const QStringList parts = titleTag.split(separator, Qt::SkipEmptyParts);
    if (parts.size() < 2 || wordCount(heading) > 4)
        return false;
    return comparableWords(parts.last()) == words && parts.last().size() < parts.first().size();
}

} // namespace

QString readPageTitle(const HtmlTree &tree, const MetaTags &meta, const PageMetadata &jsonLd,
                      const QString &outlet)
{
    const int titleNode = tree.first(HtmlTag::Title);
    const QString wholeTag = titleNode < 0 ? QString() : tree.text(titleNode);
    const QString wholeOpen = meta.first({u"og:title", u"twitter:title", u"citation_title", u"dc.title",
                                          u"dcterms.title", u"parsely-title", u"sailthru.title"});
    const QString tag = withoutSite(wholeTag, outlet);
    const QString open = withoutSite(wholeOpen, outlet);
    const QString declared = wholeTag + u' ' + wholeOpen + u' ' + jsonLd.title;

    std::vector<Heading> headings = headingsOf(tree);
    std::erase_if(headings,
                  [&](const Heading &heading) { return isSiteName(heading.text, wholeTag, outlet); });
    const auto isFirst = [](const Heading &heading) { return heading.level == 1; };
    const auto first = std::find_if(headings.begin(), headings.end(), isFirst);
    const QString heading = first == headings.end() ? QString() : first->text;
    if (std::count_if(headings.begin(), headings.end(), isFirst) == 1 && wordCount(heading) >= 2 &&
        longWords(heading).intersects(longWords(declared)))
        return heading;

    const QStringList candidates{heading, jsonLd.title, open, tag};
    for (qsizetype i = 0; i < candidates.size(); ++i)
        for (qsizetype j = i + 1; j < candidates.size(); ++j)
            if (!candidates[i].isEmpty() && comparableWords(candidates[i]) == comparableWords(candidates[j]))
                return candidates[i];

    const QString declaredWords = comparableWords(declared);
    QString repeated;
    for (const Heading &other : headings)
        if (wordCount(other.text) >= 2 && other.text.size() > repeated.size() && other.text.size() >= 12 &&
            declaredWords.contains(comparableWords(other.text)))
            repeated = other.text;
    if (!repeated.isEmpty())
        return repeated;
    for (const QString &candidate : {jsonLd.title, open, heading, tag})
        if (!candidate.isEmpty() && comparableWords(candidate) != comparableWords(outlet))
            return candidate;
    return {};
}

} // namespace Lectern
