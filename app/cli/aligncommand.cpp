#include "base/codepoints.h"
#include "base/jsonlines.h"
#include "cli/articlejson.h"
#include "cli/gathering.h"
#include "cli/terminal.h"
#include "library/comparisonreport.h"
#include "stories/alignment.h"

#include <memory>

namespace Lectern {

namespace {

/// One article of the comparison. The tokens view its text.
struct Account
{
    ArticlePtr article;
    StoryTokens tokens;
    CodePoints codePoints;
    std::vector<TextRange> shared; ///< with any other account

    explicit Account(ArticlePtr of)
        : article(std::move(of))
        , tokens(article->text(), article->language())
        , codePoints(article->text())
    {}
};
using Accounts = std::vector<std::unique_ptr<Account>>;

QJsonObject placeObject(TextRange range, const Account &account)
{
    QJsonObject object = rangeObject(range, account.codePoints);
    object.insert(QStringLiteral("path"), account.article->source().path);
    object.insert(QStringLiteral("part"), account.article->source().part);
    return object;
}

QJsonObject differenceObject(const AccountDifference &difference, const Account &a, const Account &b)
{
    return {{QStringLiteral("kind"), name(difference.kind)},
            {QStringLiteral("a"), rangeObject(difference.a, a.codePoints)},
            {QStringLiteral("b"), rangeObject(difference.b, b.codePoints)}};
}

QJsonObject passageObject(const SharedPassage &passage, const Account &a, const Account &b)
{
    QJsonArray differences;
    for (const AccountDifference &difference : passage.differences)
        differences.append(differenceObject(difference, a, b));
    return {
        {QStringLiteral("a"), placeObject(passage.a, a)}, {QStringLiteral("b"), placeObject(passage.b, b)},
        {QStringLiteral("kind"), name(passage.kind)},     {QStringLiteral("quotation"), passage.isQuotation},
        {QStringLiteral("score"), passage.score},         {QStringLiteral("differences"), differences}};
}

QString words(const Account &account, TextRange range)
{
    return Terminal::safe(account.article->text().mid(range.start, range.length()).simplified());
}

QString label(const Account &account)
{
    return Terminal::safe(account.article->outlet().isEmpty() ? account.article->title()
                                                              : account.article->outlet());
}

bool printPassage(const SharedPassage &passage, const Account &a, const Account &b)
{
    QString text = Terminal::dim(passage.isQuotation ? QStringLiteral("%1 quotation").arg(name(passage.kind))
                                                     : name(passage.kind)) +
                   QStringLiteral("\n  ") + words(a, passage.a);
    if (passage.kind != SharedKind::Same)
        text += QStringLiteral("\n  ") + words(b, passage.b);
    for (const AccountDifference &difference : passage.differences) {
        if (difference.kind == AccountDifferenceKind::Typographic)
            continue;
        text += QStringLiteral("\n    %1: “%2” / “%3”")
                    .arg(name(difference.kind), words(a, difference.a), words(b, difference.b));
    }
    return Terminal::print(text);
}

bool printPair(Account &a, Account &b, bool json)
{
    const std::vector<SharedPassage> passages = align(a.tokens, b.tokens);
    if (!json && !Terminal::print(QStringLiteral("%1 | %2: %3")
                                      .arg(label(a), label(b),
                                           passages.size() == 1
                                               ? QStringLiteral("1 shared passage")
                                               : QStringLiteral("%1 shared passages").arg(passages.size()))))
        return false;
    JsonLines lines(stdout);
    for (const SharedPassage &passage : passages) {
        a.shared.push_back(passage.a);
        b.shared.push_back(passage.b);
        if (!(json ? lines.write(passageObject(passage, a, b)) : printPassage(passage, a, b)))
            return false;
    }
    return true;
}

bool printOnly(const Account &account, bool json)
{
    const std::vector<TextRange> only = onlyHere(account.tokens, account.shared);
    if (json) {
        JsonLines lines(stdout);
        for (const TextRange &range : only)
            if (!lines.write({{QStringLiteral("only"), placeObject(range, account)}}))
                return false;
        return true;
    }
    if (!Terminal::print(QStringLiteral("Only in %1: %2").arg(label(account)).arg(only.size())))
        return false;
    for (const TextRange &range : only)
        if (!Terminal::print(QStringLiteral("  ") + words(account, range)))
            return false;
    return true;
}

bool printAll(Accounts &accounts, bool json)
{
    for (size_t i = 0; i < accounts.size(); ++i)
        for (size_t j = i + 1; j < accounts.size(); ++j)
            if (!printPair(*accounts[i], *accounts[j], json))
                return false;
    for (const std::unique_ptr<Account> &account : accounts)
        if (!printOnly(*account, json))
            return false;
    return true;
}

/// One document of all accounts; they were asked for in a format that there is.
Exit printReport(const Accounts &accounts, const QString &format)
{
    std::vector<ArticlePtr> articles;
    for (const std::unique_ptr<Account> &account : accounts)
        articles.push_back(account->article);
    const std::shared_ptr<const Comparison> comparison = compareAccounts(articles);
    if (comparison->accounts.size() < articles.size()) {
        Terminal::error(QStringLiteral("A report compares up to %1 articles; here are %2.")
                            .arg(comparison->accounts.size())
                            .arg(articles.size()));
        return Exit::Usage;
    }
    const QString text = format == QLatin1String("html") ? comparisonHtml(*comparison)
                         : format == QLatin1String("markdown")
                             ? comparisonMarkdown(*comparison)
                             : QString::fromUtf8(comparisonJson(*comparison));
    return Terminal::print(text.chopped(1)) ? Exit::Done : Exit::Usage;
}

} // namespace

Exit runAlign(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Lays accounts side by side: prints the passages that each two of the articles share, with every "
        "difference in them, and then the sentences that only one of the articles has."));
    parser.addOption({QStringLiteral("json"), QStringLiteral("Print JSON Lines; offsets are code points.")});
    parser.addOption({QStringLiteral("report"),
                      QStringLiteral("Print one document about up to four accounts: html, markdown or json."),
                      QStringLiteral("format")});
    parser.addPositionalArgument(QStringLiteral("PATH..."),
                                 QStringLiteral("Two articles or more: files or folders."));
    Exit exit = Exit::Done;
    if (!parse(parser, arguments, &exit))
        return exit;

    const QString report = parser.value(QStringLiteral("report"));
    if (!report.isEmpty() &&
        !QStringList{QStringLiteral("html"), QStringLiteral("markdown"), QStringLiteral("json")}.contains(
            report)) {
        Terminal::error(
            QStringLiteral("There is no report of the format “%1”. It may be html, markdown or json.")
                .arg(report));
        return Exit::Usage;
    }

    Accounts accounts;
    std::vector<ImportFailure> failures;
    readPaths(parser.positionalArguments(), {}, 1, [&](ImportOutcome outcome) {
        for (ArticlePtr &article : outcome.articles)
            accounts.push_back(std::make_unique<Account>(std::move(article)));
        failures.insert(failures.end(), outcome.failures.begin(), outcome.failures.end());
        return true;
    });
    for (const ImportFailure &failure : failures)
        Terminal::error(failure.error);
    if (accounts.size() < 2) {
        Terminal::error(QStringLiteral("align compares two articles or more; here is %1. See --help.")
                            .arg(accounts.size() == 1 ? QStringLiteral("one") : QStringLiteral("none")));
        return Exit::Usage;
    }
    if (!report.isEmpty()) {
        const Exit done = printReport(accounts, report);
        return done == Exit::Done && !failures.empty() ? Exit::SomeFailed : done;
    }
    if (!printAll(accounts, parser.isSet(QStringLiteral("json"))))
        return Exit::Usage;
    return failures.empty() ? Exit::Done : Exit::SomeFailed;
}

} // namespace Lectern
