#include "cli/terminal.h"

#include <cstdio>
#include <unistd.h>

namespace Lectern {

namespace Terminal {

bool hasColours()
{
    static const bool colours = isatty(STDOUT_FILENO) == 1 && qEnvironmentVariableIsEmpty("NO_COLOR");
    return colours;
}

QString bold(const QString &text)
{
    return hasColours() ? QStringLiteral("\x1b[1m%1\x1b[0m").arg(text) : text;
}

QString dim(const QString &text)
{
    return hasColours() ? QStringLiteral("\x1b[2m%1\x1b[0m").arg(text) : text;
}

QString marked(const QString &text, const std::vector<TextRange> &ranges)
{
    QString result;
    qsizetype at = 0;
    for (const TextRange range : ranges) {
        result += safe(text.mid(at, range.start - at));
        const QString words = safe(text.mid(range.start, range.length()));
        result += hasColours() ? QStringLiteral("\x1b[1;33m%1\x1b[0m").arg(words)
                               : QStringLiteral("[%1]").arg(words);
        at = range.end;
    }
    return result + safe(text.mid(at));
}

bool print(const QString &line)
{
    const QByteArray bytes = line.toUtf8() + '\n';
    return std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout) == size_t(bytes.size());
}

void error(const QString &sentence)
{
    std::fflush(stdout);
    std::fprintf(stderr, "lectern-cli: %s\n", qPrintable(safe(sentence)));
}

void error(const Error &error)
{
    Terminal::error(error.toString());
}

QString safe(const QString &text)
{
    QString result = text;
    for (QChar &c : result)
        if (c.category() == QChar::Other_Control && c != QLatin1Char('\n') && c != QLatin1Char('\t'))
            c = QChar(0xFFFD);
    return result;
}

} // namespace Terminal

bool parse(QCommandLineParser &parser, const QStringList &arguments, Exit *exit)
{
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")},
                                  QStringLiteral("Show this help."));
    parser.addOption(help);
    if (!parser.parse(arguments)) {
        Terminal::error(parser.errorText() + QStringLiteral(" See --help."));
        *exit = Exit::Usage;
        return false;
    }
    if (parser.isSet(help)) {
        std::fputs(qPrintable(parser.helpText()), stdout);
        *exit = Exit::Done;
        return false;
    }
    return true;
}

qsizetype countOption(const QCommandLineParser &parser, const QString &option)
{
    bool isNumber = false;
    const qlonglong value = parser.value(option).toLongLong(&isNumber);
    if (isNumber && value >= 0)
        return qsizetype(value);
    Terminal::error(QStringLiteral("--%1 takes a whole number of at least 0, not “%2”.")
                        .arg(option, parser.value(option)));
    return -1;
}

} // namespace Lectern
