#pragma once

#include <QString>
#include <QStringList>

namespace Lectern {

/// How a command ended: the exit status of the program.
enum class Exit {
    Done = 0,
    SomeFailed = 1, ///< done, but some inputs failed; each has its line
    Usage = 2,      ///< wrong usage, or nothing could be done
    Different = 3   ///< a verification found differences
};

/// One thing that lectern-cli does.
struct Command
{
    const char *name;
    const char *summary;
    /// `arguments` begins with the program's name, so that it can be given to QCommandLineParser.
    Exit (*run)(const QStringList &arguments);
};

Exit runImport(const QStringList &arguments);
Exit runLibrary(const QStringList &arguments);
Exit runSearch(const QStringList &arguments);
Exit runConcordance(const QStringList &arguments);
Exit runAlign(const QStringList &arguments);
Exit runQuotes(const QStringList &arguments);
Exit runStories(const QStringList &arguments);
Exit runWhoPrinted(const QStringList &arguments);
Exit runPassages(const QStringList &arguments);
Exit runExport(const QStringList &arguments);
Exit runVerify(const QStringList &arguments);
Exit runBench(const QStringList &arguments);

} // namespace Lectern
