#include "commandline.h"

#include "library/libraryfolder.h"
#include "samplelibrary.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>

#include <cstdio>

namespace Lectern {

CommandLine CommandLine::read()
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("CommandLine", "Reads and searches folders of articles."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {QStringLiteral("library"),
         QCoreApplication::translate("CommandLine", "Use the library in this folder."),
         QStringLiteral("DIR")},
        {QStringLiteral("search"), QCoreApplication::translate("CommandLine", "Begin with this query."),
         QStringLiteral("QUERY")},
        {QStringLiteral("sample"), QCoreApplication::translate("CommandLine", "Open the sample library.")},
    });
    parser.addPositionalArgument(QStringLiteral("PATHS"),
                                 QCoreApplication::translate("CommandLine", "Files and folders to open."),
                                 QStringLiteral("[PATHS...]"));
    parser.process(*QCoreApplication::instance());

    CommandLine line;
    line.library = parser.isSet(QStringLiteral("library")) ? parser.value(QStringLiteral("library"))
                                                           : LibraryFolder::defaultPath();
    line.request.query = parser.value(QStringLiteral("search"));
    const QStringList paths = parser.positionalArguments();
    for (const QString &path : paths)
        line.request.paths += QDir::cleanPath(QDir().absoluteFilePath(path));
    if (parser.isSet(QStringLiteral("sample"))) {
        const Result<QString> samples = unpackSampleLibrary();
        if (samples)
            line.request.paths += *samples;
        else
            std::fprintf(stderr, "lectern: %s\n", qPrintable(samples.error().toString()));
    }
    return line;
}

} // namespace Lectern
