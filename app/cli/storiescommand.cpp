#include "base/jsonlines.h"
#include "cli/articlejson.h"
#include "cli/gathering.h"
#include "cli/terminal.h"
#include "stories/quotationgroups.h"
#include "stories/quotations.h"
#include "stories/storygrouping.h"

#include <QCryptographicHash>
#include <QSet>

#include <algorithm>
#include <map>

namespace Lectern {

namespace {

QJsonObject articleObject(const Article &article)
{
    return {{QStringLiteral("path"), article.source().path},
            {QStringLiteral("part"), article.source().part},
            {QStringLiteral("id"), article.id()},
            {QStringLiteral("title"), stringOrNull(article.title())}};
}

/// Why the members of a story belong together, the strongest reason first.
class Reasons
{
public:
    Reasons(const StoryPairs &pairs, const std::vector<ArticlePtr> &articles, const Story &story)
    {
        std::vector<QuotedWords> words;
        double containment = 0;
        int names = 0;
        int rareWords = 0;
        int compared = 0;
        QDate first;
        QDate last;
        for (size_t i = 0; i < story.size(); ++i) {
            const Article &article = *articles[size_t(story[i])];
            for (const Quotation &quotation : quotations(article)) {
                if (quotation.kind == QuotationKind::Indirect)
                    continue;
                words.push_back({article.text().mid(quotation.words.start, quotation.words.length()),
                                 story[i], quotation.utterance});
            }
            const QDate day = pairs.terms(story[i]).day;
            if (day.isValid()) {
                first = first.isValid() ? std::min(first, day) : day;
                last = last.isValid() ? std::max(last, day) : day;
            }
            for (size_t j = 0; j < i; ++j) {
                const StoryFeatures features = pairs.compare(story[j], story[i]);
                containment = std::max(containment, features.values[StoryFeatures::Contained]);
                names += features.sharedNames;
                rareWords += features.rareWords;
                ++compared;
            }
        }
        addQuotations(words);
        if (compared > 0 && names > 0)
            add("name", QString::number(names / compared), 0.1 * names / compared);
        if (first.isValid())
            add("date",
                first == last
                    ? first.toString(Qt::ISODate)
                    : first.toString(Qt::ISODate) + QStringLiteral("..") + last.toString(Qt::ISODate),
                0.5);
        if (compared > 0 && rareWords > 0)
            add("words", QString::number(rareWords / compared), 0.02 * rareWords / compared);
        if (containment >= 0.5)
            add("copy", QStringLiteral("%1 %").arg(qRound(100 * containment)), containment);
        std::stable_sort(m_reasons.begin(), m_reasons.end(),
                         [](const Reason &a, const Reason &b) { return a.weight > b.weight; });
    }

    QJsonArray toJson() const
    {
        QJsonArray array;
        for (const Reason &reason : m_reasons)
            array.append(QJsonObject{{QStringLiteral("kind"), reason.kind},
                                     {QStringLiteral("text"), reason.text},
                                     {QStringLiteral("weight"), reason.weight}});
        return array;
    }

    QString toText() const
    {
        QStringList parts;
        int quoted = 0;
        for (const Reason &reason : m_reasons) {
            if (reason.kind == QLatin1String("quotation"))
                ++quoted;
            else if (reason.kind == QLatin1String("name"))
                parts += QStringLiteral("%1 names").arg(reason.text);
            else if (reason.kind == QLatin1String("words"))
                parts += QStringLiteral("%1 rare words").arg(reason.text);
            else if (reason.kind == QLatin1String("copy"))
                parts += QStringLiteral("%1 copied").arg(reason.text);
            else
                parts += reason.text;
        }
        if (quoted > 0)
            parts.prepend(quoted == 1 ? QStringLiteral("1 shared quotation")
                                      : QStringLiteral("%1 shared quotations").arg(quoted));
        return parts.join(QStringLiteral(", "));
    }

private:
    struct Reason
    {
        QString kind;
        QString text;
        double weight;
    };

    void add(const char *kind, const QString &text, double weight)
    {
        m_reasons.push_back({QString::fromLatin1(kind), text, weight});
    }

    /// Each utterance that two articles or more print, by its longest variant.
    void addQuotations(const std::vector<QuotedWords> &words)
    {
        const std::vector<int> groups = quotationGroups(words);
        std::map<int, QSet<int>> printedBy;
        std::map<int, QString> longest;
        for (size_t i = 0; i < words.size(); ++i) {
            printedBy[groups[i]].insert(words[i].article);
            if (words[i].text.size() > longest[groups[i]].size())
                longest[groups[i]] = words[i].text;
        }
        for (const auto &[group, articles] : printedBy)
            if (articles.size() > 1)
                add("quotation", longest[group], double(articles.size()) / 2);
    }

    std::vector<Reason> m_reasons;
};

bool printStory(int number, const Story &story, const StoryPairs &pairs,
                const std::vector<ArticlePtr> &articles, bool json)
{
    const Reasons reasons(pairs, articles, story);
    if (json) {
        QJsonArray members;
        for (const int article : story)
            members.append(articleObject(*articles[size_t(article)]));
        return JsonLines(stdout).write({{QStringLiteral("story"), number},
                                        {QStringLiteral("size"), qint64(story.size())},
                                        {QStringLiteral("articles"), members},
                                        {QStringLiteral("because"), reasons.toJson()}});
    }
    if (!Terminal::print(QStringLiteral("%1 accounts: %2").arg(story.size()).arg(reasons.toText())))
        return false;
    for (const int article : story) {
        const Article &account = *articles[size_t(article)];
        const QString outlet =
            account.outlet().isEmpty() ? QString() : QStringLiteral(" (%1)").arg(account.outlet());
        if (!Terminal::print(QStringLiteral("  ") + Terminal::safe(account.title() + outlet)))
            return false;
    }
    return true;
}

/// The features of all pairs that are compared: what the weights are learnt from.
bool printPairs(const StoryPairs &pairs, const std::vector<ArticlePtr> &articles)
{
    JsonLines lines(stdout);
    for (int a = 0; a < pairs.count(); ++a) {
        for (const int b : pairs.candidates(a)) {
            if (b < a)
                continue;
            QJsonArray values;
            for (const double value : pairs.compare(a, b).values)
                values.append(value);
            if (!lines.write({{QStringLiteral("a"), articles[size_t(a)]->source().part},
                              {QStringLiteral("b"), articles[size_t(b)]->source().part},
                              {QStringLiteral("features"), values}}))
                return false;
        }
    }
    return true;
}

} // namespace

Exit runStories(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Groups articles that report the same event, and says why they belong together. The order of the "
        "articles does not matter."));
    parser.addOptions({
        {QStringLiteral("json"), QStringLiteral("Print JSON Lines.")},
        {QStringLiteral("singles"), QStringLiteral("Print articles that stand alone as well.")},
        {QStringLiteral("pairs"),
         QStringLiteral("Print what the articles that were compared have in common, as JSON Lines.")},
    });
    parser.addPositionalArgument(QStringLiteral("PATH..."), QStringLiteral("Files or folders."));
    Exit exit = Exit::Done;
    if (!parse(parser, arguments, &exit))
        return exit;
    if (parser.positionalArguments().isEmpty()) {
        Terminal::error(QStringLiteral("stories needs files or a folder. See --help."));
        return Exit::Usage;
    }

    std::vector<ArticlePtr> articles;
    std::vector<StoryTerms> terms;
    QStringList keys;
    int failures = 0;
    readPaths(parser.positionalArguments(), {}, 1, [&](ImportOutcome outcome) {
        for (const ImportFailure &failure : outcome.failures) {
            ++failures;
            Terminal::error(failure.error);
        }
        for (const ArticlePtr &article : outcome.articles) {
            terms.push_back(StoryTerms::of(*article));
            keys += QString::fromLatin1(
                QCryptographicHash::hash(article->text().toUtf8(), QCryptographicHash::Sha256).toHex());
            articles.push_back(article);
        }
        return true;
    });
    if (articles.empty())
        return Exit::Usage;
    const StoryPairs pairs(std::move(terms));
    if (parser.isSet(QStringLiteral("pairs")))
        return printPairs(pairs, articles) ? Exit::Done : Exit::Usage;
    int number = 0;
    for (const Story &story : groupStories(pairs, keys)) {
        if (story.size() < 2 && !parser.isSet(QStringLiteral("singles")))
            continue;
        if (!printStory(number++, story, pairs, articles, parser.isSet(QStringLiteral("json"))))
            return Exit::Usage;
    }
    return failures > 0 ? Exit::SomeFailed : Exit::Done;
}

} // namespace Lectern
