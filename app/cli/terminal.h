#pragma once

#include "base/error.h"
#include "base/textrange.h"
#include "cli/command.h"

#include <QCommandLineParser>
#include <QString>

#include <vector>

namespace Lectern {

/// What people see on a terminal: colours when stdout is one and NO_COLOR is unset, errors on stderr.
namespace Terminal {

bool hasColours();
QString bold(const QString &text);
QString dim(const QString &text);
/// The text with ranges (UTF-16 units) made to stand out.
QString marked(const QString &text, const std::vector<TextRange> &ranges);

/// False when stdout refuses.
bool print(const QString &line);
void error(const QString &sentence);
void error(const Error &error);

/// Control characters (terminal escapes in file names and titles) made visible.
QString safe(const QString &text);

} // namespace Terminal

/// Parses the arguments of a command; on --help prints it and on a mistake says so. False: return *exit at
/// once.
bool parse(QCommandLineParser &parser, const QStringList &arguments, Exit *exit);

/// The value of a whole-number option of at least 0; -1 and a message when it is none.
qsizetype countOption(const QCommandLineParser &parser, const QString &option);

} // namespace Lectern
