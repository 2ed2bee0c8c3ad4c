#include "base/jsonlines.h"
#include "cli/articlejson.h"
#include "cli/gathering.h"
#include "cli/terminal.h"
#include "import/importer.h"
#include "library/importpool.h"

#include <algorithm>

namespace Lectern {

namespace {

QString summaryLine(const Article &article)
{
    QStringList facts;
    if (!article.outlet().isEmpty())
        facts += article.outlet();
    if (!article.published().isNull())
        facts += article.published().toIso();
    facts += article.source().format;
    if (!article.language().isEmpty())
        facts += article.language();
    facts += QStringLiteral("%1 characters").arg(article.text().size());
    const QString place = article.source().part.isEmpty()
                              ? article.source().path
                              : QStringLiteral("%1 [%2]").arg(article.source().path, article.source().part);
    return QStringLiteral("%1\n    %2\n    %3")
        .arg(Terminal::bold(Terminal::safe(article.title())),
             Terminal::safe(facts.join(QStringLiteral(" · "))), Terminal::dim(Terminal::safe(place)));
}

/// The error with the part of the file in its words.
Error withPart(const ImportFailure &failure)
{
    Error error = failure.error;
    error.message = QStringLiteral("[%1] %2").arg(failure.part, error.message);
    return error;
}

} // namespace

Exit runImport(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Reads files and folders and prints the articles in them."));
    QStringList formats;
    for (const auto &importer : importers())
        formats += importer->format();
    parser.addOptions({
        {QStringLiteral("json"), QStringLiteral("Print JSON Lines.")},
        {QStringLiteral("as"), QStringLiteral("Force a format: %1.").arg(formats.join(QStringLiteral(", "))),
         QStringLiteral("FORMAT")},
        {QStringLiteral("base-url"), QStringLiteral("Resolve the links of a page against this address."),
         QStringLiteral("URL")},
        {QStringLiteral("limits"), QStringLiteral("default, strict or none."), QStringLiteral("LIMITS"),
         QStringLiteral("default")},
        {QStringLiteral("jobs"), QStringLiteral("Files to read at the same time."), QStringLiteral("N"),
         QString::number(ImportPool::defaultJobs())},
    });
    parser.addPositionalArgument(QStringLiteral("PATH..."),
                                 QStringLiteral("Files or folders; - is standard input."));
    Exit exit = Exit::Done;
    if (!parse(parser, arguments, &exit))
        return exit;
    if (parser.positionalArguments().isEmpty()) {
        Terminal::error(QStringLiteral("import needs at least one file or folder. See --help."));
        return Exit::Usage;
    }
    ImportOptions options;
    options.format = parser.value(QStringLiteral("as"));
    options.baseUrl = parser.value(QStringLiteral("base-url"));
    if (!options.format.isEmpty() && !formats.contains(options.format)) {
        Terminal::error(QStringLiteral("“%1” is not a format. Known: %2.")
                            .arg(options.format, formats.join(QStringLiteral(", "))));
        return Exit::Usage;
    }
    const QString limits = parser.value(QStringLiteral("limits"));
    if (!QStringList{QStringLiteral("default"), QStringLiteral("strict"), QStringLiteral("none")}.contains(
            limits)) {
        Terminal::error(QStringLiteral("--limits is default, strict or none, not “%1”.").arg(limits));
        return Exit::Usage;
    }
    options.limits = ImportLimits::named(limits);
    const qsizetype jobs = countOption(parser, QStringLiteral("jobs"));
    if (jobs < 0)
        return Exit::Usage;

    const bool json = parser.isSet(QStringLiteral("json"));
    JsonLines lines(stdout);
    qsizetype read = 0;
    qsizetype failed = 0;
    readPaths(parser.positionalArguments(), options, int(std::clamp<qsizetype>(jobs, 1, 64)),
              [&](const ImportOutcome &outcome) {
                  bool written = true;
                  for (const ArticlePtr &article : outcome.articles) {
                      written = written && (json ? lines.write(articleLine(*article))
                                                 : Terminal::print(summaryLine(*article)));
                      ++read;
                  }
                  for (const ImportFailure &failure : outcome.failures) {
                      if (json)
                          written = written && lines.write(failureLine(failure));
                      else
                          Terminal::error(failure.part.isEmpty() ? failure.error : withPart(failure));
                      ++failed;
                  }
                  return written;
              });
    if (!json)
        Terminal::print(QStringLiteral("%1 articles read, %2 failures.").arg(read).arg(failed));
    if (failed == 0)
        return Exit::Done;
    return read > 0 ? Exit::SomeFailed : Exit::Usage;
}

} // namespace Lectern
