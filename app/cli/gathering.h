#pragma once

#include "import/importing.h"
#include "search/corpus.h"

#include <QCommandLineParser>

#include <functional>

namespace Lectern {

/// Reads files and folders (and "-", standard input) and hands out what each came to, in the order of the
/// walk. False from `taken` stops. Progress goes to stderr when it is a terminal and this takes more than a
/// second.
void readPaths(const QStringList &paths, const ImportOptions &options, int jobs,
               const std::function<bool(ImportOutcome)> &taken);

/// The articles of PATHs, or of the library when there are none. `failures` gets what could not be read.
CorpusPtr gatherCorpus(const QStringList &paths, const QString &libraryPath,
                       std::vector<ImportFailure> *failures);

/// --library DIR.
void addLibraryOption(QCommandLineParser &parser);
/// The library's folder: the option's, or the default.
QString libraryPath(const QCommandLineParser &parser);

} // namespace Lectern
