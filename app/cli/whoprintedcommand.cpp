#include "base/codepoints.h"
#include "base/jsonlines.h"
#include "cli/command.h"
#include "cli/gathering.h"
#include "cli/terminal.h"
#include "library/whoprinted.h"

#include <QJsonArray>
#include <QJsonObject>

namespace Lectern {

namespace {

QString words(QStringView text, TextRange range)
{
    return text.sliced(range.start, range.length()).toString();
}

QJsonObject resultObject(const PrintedIn &result, const QString &sentence)
{
    const QString &text = result.article->text();
    const CodePoints points(text);
    QJsonArray differences;
    for (const AccountDifference &difference : result.printing.differences)
        differences.append(QJsonObject{{QStringLiteral("kind"), name(difference.kind)},
                                       {QStringLiteral("yours"), words(sentence, difference.a)},
                                       {QStringLiteral("theirs"), words(text, difference.b)},
                                       {QStringLiteral("start"), points.fromUtf16(difference.b.start)},
                                       {QStringLiteral("end"), points.fromUtf16(difference.b.end)}});
    const TextRange range = result.printing.range;
    return {{QStringLiteral("path"), result.article->source().path},
            {QStringLiteral("part"), result.article->source().part},
            {QStringLiteral("id"), result.article->id()},
            {QStringLiteral("start"), points.fromUtf16(range.start)},
            {QStringLiteral("end"), points.fromUtf16(range.end)},
            {QStringLiteral("text"), words(text, range)},
            {QStringLiteral("match"), name(result.printing.match)},
            {QStringLiteral("score"), result.printing.score},
            {QStringLiteral("differences"), differences}};
}

bool print(const PrintedIn &result, const QString &sentence)
{
    const Article &article = *result.article;
    const QString outlet =
        article.outlet().isEmpty() ? QString() : QStringLiteral(" (%1)").arg(article.outlet());
    QString text = Terminal::safe(article.title() + outlet) + QStringLiteral(": ") +
                   Terminal::dim(name(result.printing.match)) + QStringLiteral("\n  ") +
                   Terminal::safe(words(article.text(), result.printing.range).simplified());
    for (const AccountDifference &difference : result.printing.differences)
        text += QStringLiteral("\n    %1: “%2” / “%3”")
                    .arg(name(difference.kind), Terminal::safe(words(sentence, difference.a).simplified()),
                         Terminal::safe(words(article.text(), difference.b).simplified()));
    return Terminal::print(text);
}

} // namespace

Exit runWhoPrinted(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Finds who printed a sentence: the articles that have it verbatim, with other "
                       "typography only, reworded or "
                       "in part, each with its differences. Without PATHs the library is looked through."));
    parser.addOption({QStringLiteral("json"), QStringLiteral("Print JSON Lines; offsets are code points.")});
    addLibraryOption(parser);
    parser.addPositionalArgument(QStringLiteral("TEXT"),
                                 QStringLiteral("The sentence, without quotation marks around it."));
    parser.addPositionalArgument(QStringLiteral("PATH..."), QStringLiteral("Files or folders."));
    Exit exit = Exit::Done;
    if (!parse(parser, arguments, &exit))
        return exit;
    QStringList paths = parser.positionalArguments();
    const QString sentence = paths.isEmpty() ? QString() : paths.takeFirst().trimmed();
    if (sentence.isEmpty()) {
        Terminal::error(QStringLiteral("who-printed needs a sentence. See --help."));
        return Exit::Usage;
    }
    std::vector<ImportFailure> failures;
    const CorpusPtr corpus = gatherCorpus(paths, libraryPath(parser), &failures);
    for (const ImportFailure &failure : failures)
        Terminal::error(failure.error);
    if (corpus->size() == 0 && !failures.empty())
        return Exit::Usage;
    const bool json = parser.isSet(QStringLiteral("json"));
    JsonLines lines(stdout);
    for (const PrintedIn &result : whoPrinted(corpus, sentence))
        if (!(json ? lines.write(resultObject(result, sentence)) : print(result, sentence)))
            return Exit::Usage;
    return failures.empty() ? Exit::Done : Exit::SomeFailed;
}

} // namespace Lectern
