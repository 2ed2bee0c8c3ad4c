#include "cli/command.h"
#include "cli/terminal.h"

#include <QCoreApplication>

#include <array>
#include <csignal>
#include <cstdio>

using namespace Lectern;

namespace {

constexpr std::array<Command, 12> commands{{
    {"import", "read files and folders and print the articles in them", runImport},
    {"library", "add, remove and list the folders of the library, tell how it is", runLibrary},
    {"search", "find articles, in the library or in files and folders", runSearch},
    {"concordance", "print every place of a query with its context", runConcordance},
    {"align", "lay accounts side by side: what they share, how they differ", runAlign},
    {"quotes", "print who said what, in which words", runQuotes},
    {"stories", "group articles that report the same event", runStories},
    {"who-printed", "find the articles that have a sentence, and how each has it", runWhoPrinted},
    {"passages", "list, add, remove and import passages", runPassages},
    {"export", "write passages with their provenance", runExport},
    {"verify", "hold an export against its sources", runVerify},
    {"bench", "measure the search engine", runBench},
}};

void printHelp(std::FILE *stream)
{
    std::fputs("Usage: lectern-cli COMMAND [options]\n\n"
               "Lectern without a window. Commands:\n\n",
               stream);
    for (const Command &command : commands)
        std::fprintf(stream, "  %-11s %s\n", command.name, command.summary);
    std::fputs("\n“lectern-cli COMMAND --help” tells more.\n", stream);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("lectern"));
    QCoreApplication::setApplicationVersion(QStringLiteral(LECTERN_VERSION));
    // A reader that has seen enough closes the pipe: writing then fails and the command ends.
    std::signal(SIGPIPE, SIG_IGN);

    QStringList arguments = QCoreApplication::arguments();
    const QString name = arguments.value(1);
    if (name.isEmpty() || name == QLatin1String("--help") || name == QLatin1String("-h") ||
        name == QLatin1String("help")) {
        printHelp(name.isEmpty() ? stderr : stdout);
        return int(name.isEmpty() ? Exit::Usage : Exit::Done);
    }
    if (name == QLatin1String("--version")) {
        Terminal::print(QStringLiteral("lectern-cli %1").arg(QCoreApplication::applicationVersion()));
        return int(Exit::Done);
    }
    for (const Command &command : commands) {
        if (name == QLatin1String(command.name)) {
            arguments.removeAt(1);
            const Exit exit = command.run(arguments);
            return std::fflush(stdout) == 0 ? int(exit) : int(Exit::Usage);
        }
    }
    Terminal::error(QStringLiteral("There is no command “%1”. See --help.").arg(name));
    return int(Exit::Usage);
}
