#include "library/comparisonreport.h"

#include "base/codepoints.h"
#include "export/markdowntext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

namespace Lectern {

namespace {

using namespace Qt::StringLiterals;

const char *const style = R"(
body { max-width: 76em; margin: 2.5em auto; padding: 0 1.5em; font: 1.0625em/1.6 Charis SIL, Georgia, serif; color: #222; background: #fff; }
h1, h2 { font-family: Inter, sans-serif; line-height: 1.3; }
h1 { font-size: 1.5em; } h2 { font-size: 1.125em; margin: 2.5em 0 .75em; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
table.differences { table-layout: auto; }
th, td { text-align: start; vertical-align: top; padding: .5em .75em; border-top: 1px solid #ddd; overflow-wrap: anywhere; }
th { font: 600 .8125em/1.5 Inter, sans-serif; color: #555; }
td.kind, td.number { font: .8125em/1.9 Inter, sans-serif; color: #555; white-space: nowrap; width: 6em; }
tr { break-inside: avoid; }
mark { background: #ffd8e2; color: inherit; border-radius: .2em; padding: 0 .1em; }
mark.strong { border-bottom: 2px solid #b3261e; }
mark.typography { background: none; border-bottom: 1px dotted #777; }
mark.between { background: none; color: #666; font-style: italic; }
.source { font: .8125em/1.5 Inter, sans-serif; color: #555; }
@media print { body { max-width: none; margin: 0; font-size: 10pt; } }
)";

bool isTypographic(AccountDifferenceKind kind)
{
    return kind == AccountDifferenceKind::Typographic;
}

/// "Outlet, 28 September 2021, path": what is known of it.
QString sourceOf(const Article &article)
{
    QStringList parts;
    if (!article.outlet().isEmpty())
        parts += article.outlet();
    if (!article.published().isNull())
        parts += article.published().toDisplay(QLocale(QLocale::English));
    parts += article.url().isEmpty() ? article.source().path : article.url();
    return parts.join(u", "_s);
}

QString titleOf(const Article &article)
{
    return article.isTitleDerived() ? article.title() + u" (untitled)"_s : article.title();
}

QString headline(const Comparison &comparison)
{
    return u"%1 accounts of one story"_s.arg(comparison.accounts.size());
}

/// "3 shared quotations, 1 other shared passage, 2 differ in words".
QString counts(const Comparison &comparison)
{
    QStringList parts;
    const auto add = [&parts](int count, const QString &one, const QString &more) {
        if (count > 0)
            parts += u"%1 %2"_s.arg(count).arg(count == 1 ? one : more);
    };
    add(comparison.quotationCount(), u"shared quotation"_s, u"shared quotations"_s);
    add(comparison.otherCount(), u"other shared passage"_s, u"other shared passages"_s);
    add(comparison.differenceCount(), u"differs in words"_s, u"differ in words"_s);
    return parts.isEmpty() ? u"They share no passage"_s : parts.join(u", "_s);
}

QString kindOf(const ComparedPassage &passage)
{
    const QString kind = passage.isQuotation ? u"Quotation"_s : u"Passage"_s;
    return passage.differs ? kind + u", differs"_s : kind;
}

/// A stretch of a passage and the difference that it is; none for words that all have.
struct Stretch
{
    TextRange range;
    const ComparedDifference *difference = nullptr;
};

/// A passage as an account has it, cut at its differences.
std::vector<Stretch> stretches(const Comparison &comparison, int passage, int account)
{
    TextRange rest = comparison.passages[size_t(passage)].places[size_t(account)];
    std::vector<Stretch> result;
    for (const ComparedDifference &difference : comparison.accounts[size_t(account)].differences) {
        const TextRange range = difference.range.intersected(rest);
        if (difference.passage != passage || range.isEmpty())
            continue;
        if (range.start > rest.start)
            result.push_back({{rest.start, range.start}});
        result.push_back({range, &difference});
        rest.start = range.end;
    }
    if (!rest.isEmpty())
        result.push_back({rest});
    return result;
}

QString htmlOf(const Article &article, TextRange range)
{
    return article.text().mid(range.start, range.length()).toHtmlEscaped().replace(u'\n', u"<br>"_s);
}

QString htmlOf(const Comparison &comparison, int passage, int account)
{
    const Article &article = *comparison.accounts[size_t(account)].article;
    QString html;
    for (const Stretch &stretch : stretches(comparison, passage, account)) {
        const QString words = htmlOf(article, stretch.range);
        if (!stretch.difference) {
            html += words;
            continue;
        }
        const AccountDifferenceKind kind = stretch.difference->kind;
        const QString look = isStrong(kind)                                ? u"strong"_s
                             : isTypographic(kind)                         ? u"typography"_s
                             : kind == AccountDifferenceKind::Interruption ? u"between"_s
                                                                           : u"words"_s;
        html += u"<mark class=\"%1\" title=\"%2\">"_s.arg(look, label(kind)) + words + u"</mark>"_s;
    }
    return html;
}

/// What one account has where another differs; a dash where it has nothing.
QString placeHtml(const Comparison &comparison, int account, TextRange range)
{
    return range.isEmpty() ? u"—"_s : htmlOf(*comparison.accounts[size_t(account)].article, range);
}

QString markdownOf(const Comparison &comparison, int passage, int account)
{
    const Article &article = *comparison.accounts[size_t(account)].article;
    QString line;
    for (const Stretch &stretch : stretches(comparison, passage, account)) {
        const QString words = oneLine(article, stretch.range);
        const QString trimmed = words.trimmed();
        // Signs of emphasis must touch the words.
        const bool isStressed =
            stretch.difference && !isTypographic(stretch.difference->kind) && !trimmed.isEmpty();
        const QString sign = isStressed ? u"**"_s : QString();
        const qsizetype at = words.indexOf(trimmed);
        line += words.first(at) + sign + escapedMarkdown(trimmed) + sign + words.sliced(at + trimmed.size());
    }
    return line;
}

QJsonObject placeOf(const Comparison &comparison, int account, TextRange range)
{
    const Article &article = *comparison.accounts[size_t(account)].article;
    const TextRange points = CodePoints(article.text()).fromUtf16(range);
    return {{u"account"_s, account},
            {u"start"_s, qint64(points.start)},
            {u"end"_s, qint64(points.end)},
            {u"text"_s, article.text().mid(range.start, range.length())}};
}

} // namespace

QString label(AccountDifferenceKind kind)
{
    switch (kind) {
    case AccountDifferenceKind::Typographic:
        return u"typography"_s;
    case AccountDifferenceKind::Punctuation:
        return u"punctuation"_s;
    case AccountDifferenceKind::Word:
        return u"other words"_s;
    case AccountDifferenceKind::Number:
        return u"number"_s;
    case AccountDifferenceKind::Name:
        return u"name"_s;
    case AccountDifferenceKind::Negation:
        return u"negation"_s;
    case AccountDifferenceKind::Added:
    case AccountDifferenceKind::Dropped:
        return u"only in one"_s;
    case AccountDifferenceKind::Ellipsis:
        return u"left out"_s;
    case AccountDifferenceKind::Interruption:
        return u"narrator between"_s;
    }
    return {};
}

QString oneLine(const Article &article, TextRange range)
{
    return article.text().mid(range.start, range.length()).replace(u'\n', u' ');
}

QString comparisonHtml(const Comparison &comparison)
{
    const size_t count = comparison.accounts.size();
    QString html = u"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                   "<meta name=\"viewport\" content=\"width=device-width\">\n<title>"_s +
                   headline(comparison) + u"</title>\n<style>"_s + QString::fromLatin1(style) +
                   u"</style>\n</head>\n<body>\n<h1>"_s + headline(comparison) + u"</h1>\n<p>"_s +
                   counts(comparison) + u".</p>\n<ol>\n"_s;
    for (const Comparison::Account &account : comparison.accounts)
        html += u"<li>"_s + titleOf(*account.article).toHtmlEscaped() + u"<br><span class=\"source\">"_s +
                sourceOf(*account.article).toHtmlEscaped() + u"</span></li>\n"_s;
    html +=
        u"</ol>\n<h2>What they share</h2>\n<table>\n<tr><th scope=\"col\" style=\"width:8em\">Passage</th>"_s;
    for (size_t account = 0; account < count; ++account)
        html += u"<th scope=\"col\">Account %1</th>"_s.arg(account + 1);
    html += u"</tr>\n"_s;
    for (size_t passage = 0; passage < comparison.passages.size(); ++passage) {
        const ComparedPassage &shared = comparison.passages[passage];
        html += u"<tr><th scope=\"row\">%1. %2</th>"_s.arg(passage + 1).arg(kindOf(shared));
        for (size_t account = 0; account < count; ++account) {
            const Article &article = *comparison.accounts[account].article;
            html +=
                u"<td lang=\"%1\" dir=\"auto\">"_s.arg(article.language().toHtmlEscaped()) +
                (shared.places[account].isEmpty() ? u"—"_s : htmlOf(comparison, int(passage), int(account))) +
                u"</td>"_s;
        }
        html += u"</tr>\n"_s;
    }
    html += u"</table>\n<h2>Every difference</h2>\n<table class=\"differences\">\n<tr><th scope=\"col\">"
            "Passage</th><th scope=\"col\">Differs in</th><th scope=\"col\">One account</th>"
            "<th scope=\"col\">The other</th></tr>\n"_s;
    for (const PairDifference &difference : comparison.differences)
        html += u"<tr><td class=\"number\">%1</td><td class=\"kind\">%2</td><td>%3: "_s
                    .arg(difference.passage + 1)
                    .arg(label(difference.kind))
                    .arg(difference.a + 1) +
                placeHtml(comparison, difference.a, difference.inA) +
                u"</td><td>%1: "_s.arg(difference.b + 1) +
                placeHtml(comparison, difference.b, difference.inB) + u"</td></tr>\n"_s;
    html += u"</table>\n"_s;
    for (size_t account = 0; account < count; ++account) {
        html += u"<h2>Only in account %1</h2>\n<ul>\n"_s.arg(account + 1);
        for (const TextRange &sentence : comparison.accounts[account].only)
            html += u"<li>"_s + htmlOf(*comparison.accounts[account].article, sentence) + u"</li>\n"_s;
        html += u"</ul>\n"_s;
    }
    return html + u"</body>\n</html>\n"_s;
}

QString comparisonMarkdown(const Comparison &comparison)
{
    QString text = u"# "_s + headline(comparison) + u"\n\n"_s + counts(comparison) + u".\n\n"_s;
    for (size_t account = 0; account < comparison.accounts.size(); ++account) {
        const Article &article = *comparison.accounts[account].article;
        text += u"%1. "_s.arg(account + 1) + escapedMarkdown(titleOf(article)) + u" — "_s +
                escapedMarkdown(sourceOf(article)) + u'\n';
    }
    text += u"\n## What they share\n"_s;
    for (size_t passage = 0; passage < comparison.passages.size(); ++passage) {
        const ComparedPassage &shared = comparison.passages[passage];
        text += u"\n### %1. %2\n\n"_s.arg(passage + 1).arg(kindOf(shared));
        for (size_t account = 0; account < comparison.accounts.size(); ++account)
            if (!shared.places[account].isEmpty())
                text += u"- Account %1: "_s.arg(account + 1) +
                        markdownOf(comparison, int(passage), int(account)) + u'\n';
    }
    text += u"\n## Every difference\n\n"_s;
    const auto place = [&](int account, TextRange range) {
        return range.isEmpty()
                   ? u"nothing"_s
                   : u"“"_s + escapedMarkdown(oneLine(*comparison.accounts[size_t(account)].article, range)) +
                         u"”"_s;
    };
    for (const PairDifference &difference : comparison.differences)
        text += u"- Passage %1, %2: account %3 has "_s.arg(difference.passage + 1)
                    .arg(label(difference.kind))
                    .arg(difference.a + 1) +
                place(difference.a, difference.inA) + u", account %1 "_s.arg(difference.b + 1) +
                place(difference.b, difference.inB) + u'\n';
    for (size_t account = 0; account < comparison.accounts.size(); ++account) {
        text += u"\n## Only in account %1\n\n"_s.arg(account + 1);
        for (const TextRange &sentence : comparison.accounts[account].only)
            text +=
                u"- "_s + escapedMarkdown(oneLine(*comparison.accounts[account].article, sentence)) + u'\n';
    }
    return text;
}

QByteArray comparisonJson(const Comparison &comparison)
{
    QJsonArray accounts;
    QJsonArray only;
    for (size_t i = 0; i < comparison.accounts.size(); ++i) {
        const Article &article = *comparison.accounts[i].article;
        accounts.append(QJsonObject{{u"path"_s, article.source().path},
                                    {u"part"_s, article.source().part},
                                    {u"id"_s, article.id()},
                                    {u"title"_s, article.title()},
                                    {u"titleDerived"_s, article.isTitleDerived()},
                                    {u"outlet"_s, article.outlet()},
                                    {u"published"_s, article.published().toIso()},
                                    {u"url"_s, article.url()},
                                    {u"sha256"_s, QString::fromLatin1(article.source().sha256)}});
        for (const TextRange &sentence : comparison.accounts[i].only)
            only.append(placeOf(comparison, int(i), sentence));
    }
    QJsonArray passages;
    for (const ComparedPassage &passage : comparison.passages) {
        QJsonArray places;
        for (size_t account = 0; account < passage.places.size(); ++account)
            if (!passage.places[account].isEmpty())
                places.append(placeOf(comparison, int(account), passage.places[account]));
        passages.append(QJsonObject{
            {u"quotation"_s, passage.isQuotation}, {u"differs"_s, passage.differs}, {u"places"_s, places}});
    }
    QJsonArray differences;
    for (const PairDifference &difference : comparison.differences)
        differences.append(
            QJsonObject{{u"passage"_s, difference.passage},
                        {u"kind"_s, name(difference.kind)},
                        {u"places"_s, QJsonArray{placeOf(comparison, difference.a, difference.inA),
                                                 placeOf(comparison, difference.b, difference.inB)}}});
    return QJsonDocument(QJsonObject{{u"accounts"_s, accounts},
                                     {u"passages"_s, passages},
                                     {u"differences"_s, differences},
                                     {u"only"_s, only}})
        .toJson();
}

} // namespace Lectern
