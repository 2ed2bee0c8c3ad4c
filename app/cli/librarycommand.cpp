#include "base/jsonlines.h"
#include "cli/articlejson.h"
#include "cli/gathering.h"
#include "cli/terminal.h"
#include "import/sandbox.h"
#include "library/library.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLocale>

#include <array>

namespace Lectern {

namespace {

/// The library of the command line, and how to tell about it.
struct Desk
{
    Library &library;
    bool json;
};

void readToTheEnd(const Library &library)
{
    while (library.isLoading())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

QString count(qsizetype number, const char *one, const char *many)
{
    return QStringLiteral("%1 %2").arg(QLocale::c().toString(qlonglong(number)),
                                       QLatin1String(number == 1 ? one : many));
}

/// Says what reading came to; in the sentence %1 stands for the articles and %2 for the failures.
Exit tell(const Desk &desk, qsizetype articles, const QString &sentence)
{
    const std::vector<ImportFailure> &failures = desk.library.failures();
    JsonLines lines(stdout);
    bool written = true;
    for (const ImportFailure &failure : failures) {
        if (desk.json)
            written = written && lines.write(failureLine(failure));
        else
            Terminal::error(failure.error);
    }
    const qsizetype failed = qsizetype(failures.size());
    written = written && (desk.json ? lines.write({{QStringLiteral("articles"), qint64(articles)},
                                                   {QStringLiteral("failures"), qint64(failed)}})
                                    : Terminal::print(sentence.arg(count(articles, "article", "articles"),
                                                                   count(failed, "failure", "failures"))));
    if (!written)
        return Exit::Usage;
    return failures.empty() ? Exit::Done : Exit::SomeFailed;
}

QStringList absolute(const QStringList &paths)
{
    QStringList absolute;
    for (const QString &path : paths)
        absolute += QDir::cleanPath(QDir().absoluteFilePath(path));
    return absolute;
}

Exit add(const Desk &desk, const QStringList &paths)
{
    QStringList there;
    for (const QString &path : paths) {
        if (QFileInfo::exists(path))
            there += path;
        else
            Terminal::error(
                Error{ErrorKind::NotFound, QStringLiteral("There is no such file or folder."), path});
    }
    if (there.isEmpty())
        return Exit::Usage;
    if (const Result<void> added = desk.library.add(there); !added) {
        Terminal::error(added.error());
        return Exit::Usage;
    }
    readToTheEnd(desk.library);
    qsizetype articles = 0;
    for (const LibraryRoot &root : rootsOf(absolute(there), *desk.library.corpus(), {}))
        articles += root.articles;
    const Exit exit =
        tell(desk, articles, QStringLiteral("%1 read, and part of the library from now on; %2."));
    return there.size() == paths.size() ? exit : std::max(exit, Exit::SomeFailed);
}

Exit remove(const Desk &desk, const QStringList &paths)
{
    if (const Result<void> removed = desk.library.remove(paths); !removed) {
        Terminal::error(removed.error());
        return Exit::Usage;
    }
    readToTheEnd(desk.library);
    JsonLines lines(stdout);
    for (const QString &removed : absolute(paths)) {
        const bool written =
            desk.json ? lines.write({{QStringLiteral("path"), removed}, {QStringLiteral("removed"), true}})
                      : Terminal::print(QStringLiteral("%1 is no longer read. Files and passages stay.")
                                            .arg(Terminal::safe(removed)));
        if (!written)
            return Exit::Usage;
    }
    return Exit::Done;
}

Exit list(const Desk &desk, const QStringList &)
{
    desk.library.rescan(false);
    readToTheEnd(desk.library);
    JsonLines lines(stdout);
    for (const LibraryRoot &root : desk.library.roots()) {
        const QString trouble = root.isReachable ? QString() : QStringLiteral(", cannot be reached");
        const bool written =
            desk.json ? lines.write({{QStringLiteral("path"), root.path},
                                     {QStringLiteral("kind"),
                                      root.isFolder ? QStringLiteral("folder") : QStringLiteral("file")},
                                     {QStringLiteral("reachable"), root.isReachable},
                                     {QStringLiteral("articles"), qint64(root.articles)},
                                     {QStringLiteral("failures"), qint64(root.failures)}})
                      : Terminal::print(
                            QStringLiteral("%1\n    %2")
                                .arg(Terminal::bold(Terminal::safe(root.path)),
                                     Terminal::dim(count(root.articles, "article", "articles") +
                                                   QStringLiteral(", ") +
                                                   count(root.failures, "failure", "failures") + trouble)));
        if (!written)
            return Exit::Usage;
    }
    return Exit::Done;
}

Exit status(const Desk &desk, const QStringList &)
{
    desk.library.rescan(false);
    readToTheEnd(desk.library);
    const Corpus &corpus = *desk.library.corpus();
    qint64 textBytes = 0;
    for (DocNumber doc = 0; doc < corpus.docLimit(); ++doc)
        if (corpus.isLive(doc))
            textBytes += corpus.article(doc)->text().toUtf8().size();
    const MappedMemory::Use memory = desk.library.index().memory();
    // The walls are told by the process that stands behind them, so it is asked to read something.
    Sandbox sandbox;
    sandbox.readBytes("Lectern", QStringLiteral("status"), {});
    const QString walls = sandbox.walls().isEmpty() ? QStringLiteral("none") : sandbox.walls();
    const qint64 segments = qint64(corpus.parts().size());
    const qint64 folders = qint64(desk.library.folder().roots().size());
    const qint64 failures = qint64(desk.library.failures().size());
    if (desk.json) {
        const bool written = JsonLines(stdout).write({
            {QStringLiteral("library"), desk.library.folder().path()},
            {QStringLiteral("articles"), qint64(corpus.size())},
            {QStringLiteral("textBytes"), textBytes},
            {QStringLiteral("indexBytes"), corpus.indexBytes()},
            {QStringLiteral("mappedBytes"), memory.mapped},
            {QStringLiteral("residentBytes"), memory.resident},
            {QStringLiteral("memoryBudget"), desk.library.folder().memoryBudget()},
            {QStringLiteral("segments"), segments},
            {QStringLiteral("watchedFolders"), folders},
            {QStringLiteral("failures"), failures},
            {QStringLiteral("sandbox"), walls},
        });
        return written ? Exit::Done : Exit::Usage;
    }
    const QLocale locale = QLocale::c();
    const std::array<std::pair<const char *, QString>, 11> facts{{
        {"Library", Terminal::safe(desk.library.folder().path())},
        {"Articles", locale.toString(qlonglong(corpus.size()))},
        {"Text", locale.formattedDataSize(textBytes)},
        {"Index", locale.formattedDataSize(corpus.indexBytes())},
        {"Index files", locale.formattedDataSize(memory.mapped)},
        {"In memory", locale.formattedDataSize(memory.resident)},
        {"Memory budget", locale.formattedDataSize(desk.library.folder().memoryBudget())},
        {"Segments", locale.toString(segments)},
        {"Watched folders", locale.toString(folders)},
        {"Failures", locale.toString(failures)},
        {"Sandbox", walls},
    }};
    for (const auto &[name, value] : facts)
        if (!Terminal::print(QStringLiteral("%1 %2").arg(QLatin1String(name), -16).arg(value)))
            return Exit::Usage;
    return Exit::Done;
}

Exit rescan(const Desk &desk, const QStringList &)
{
    desk.library.rescan(true);
    readToTheEnd(desk.library);
    return tell(desk, desk.library.corpus()->size(), QStringLiteral("The library holds %1; %2."));
}

Exit compact(const Desk &desk, const QStringList &)
{
    const Result<LibraryIndex::Compaction> done = desk.library.index().compact(desk.library.folder().roots());
    if (!done) {
        Terminal::error(done.error());
        return Exit::Usage;
    }
    const QLocale locale = QLocale::c();
    const bool written =
        desk.json ? JsonLines(stdout).write({{QStringLiteral("filesForgotten"), qint64(done->forgotten)},
                                             {QStringLiteral("bytesBefore"), done->bytesBefore},
                                             {QStringLiteral("bytesAfter"), done->bytesAfter}})
                  : Terminal::print(QStringLiteral("The index took %1 and takes %2 now; %3 forgotten.")
                                        .arg(locale.formattedDataSize(done->bytesBefore),
                                             locale.formattedDataSize(done->bytesAfter),
                                             count(done->forgotten, "file was", "files were")));
    return written ? Exit::Done : Exit::Usage;
}

Exit memory(const Desk &desk, const QStringList &arguments)
{
    bool isNumber = false;
    const qint64 bytes = arguments.first().toLongLong(&isNumber) * 1024 * 1024;
    if (!isNumber || arguments.size() > 1 || bytes < LibraryIndex::leastBudget) {
        Terminal::error(QStringLiteral("library memory takes one number of megabytes, %1 at least.")
                            .arg(LibraryIndex::leastBudget / 1024 / 1024));
        return Exit::Usage;
    }
    if (const Result<void> set = desk.library.setMemoryBudget(bytes); !set) {
        Terminal::error(set.error());
        return Exit::Usage;
    }
    const bool written = desk.json ? JsonLines(stdout).write({{QStringLiteral("memoryBudget"), bytes}})
                                   : Terminal::print(QStringLiteral("The index keeps %1 in memory at most.")
                                                         .arg(QLocale::c().formattedDataSize(bytes)));
    return written ? Exit::Done : Exit::Usage;
}

struct Action
{
    const char *name;
    bool takesPaths;
    Exit (*run)(const Desk &desk, const QStringList &paths);
};

constexpr std::array<Action, 7> actions{{
    {"add", true, add},
    {"remove", true, remove},
    {"list", false, list},
    {"status", false, status},
    {"rescan", false, rescan},
    {"compact", false, compact},
    {"memory", true, memory},
}};

} // namespace

Exit runLibrary(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Changes the library and tells how it is.\n\n"
                       "  library add PATH...      read files and folders; they are watched from then on\n"
                       "  library remove PATH...   take files and folders out; files and passages stay\n"
                       "  library list             what is read, and what came of it\n"
                       "  library status           articles, bytes, segments, failures, sandbox\n"
                       "  library rescan           look at everything again\n"
                       "  library compact          forget what is no longer needed\n"
                       "  library memory MEGABYTES what the index keeps in memory at most"));
    parser.addOption({QStringLiteral("json"), QStringLiteral("Print JSON Lines.")});
    addLibraryOption(parser);
    parser.addPositionalArgument(QStringLiteral("ACTION"),
                                 QStringLiteral("add, remove, list, status, rescan, compact or memory."));
    parser.addPositionalArgument(QStringLiteral("PATH..."),
                                 QStringLiteral("Files or folders; megabytes of memory."),
                                 QStringLiteral("[PATH...]"));
    Exit exit = Exit::Done;
    if (!parse(parser, arguments, &exit))
        return exit;

    QStringList paths = parser.positionalArguments();
    const QString name = paths.isEmpty() ? QString() : paths.takeFirst();
    for (const Action &action : actions) {
        if (name != QLatin1String(action.name) || action.takesPaths == paths.isEmpty())
            continue;
        const Result<LibraryFolder> folder = LibraryFolder::open(libraryPath(parser));
        if (!folder) {
            Terminal::error(folder.error());
            return Exit::Usage;
        }
        Library library(*folder);
        QObject::connect(&library, &Library::noticed, &library,
                         [](const QString &sentence) { Terminal::error(sentence); });
        return action.run({library, parser.isSet(QStringLiteral("json"))}, paths);
    }
    Terminal::error(QStringLiteral("library takes add PATH..., remove PATH..., list, status, rescan, compact "
                                   "or memory MEGABYTES. See --help."));
    return Exit::Usage;
}

} // namespace Lectern
