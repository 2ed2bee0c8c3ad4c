#include "base/codepoints.h"
#include "base/jsonlines.h"
#include "cli/terminal.h"
#include "export/exporter.h"
#include "export/exportreader.h"
#include "import/sandbox.h"
#include "library/sourcefinder.h"
#include "library/verification.h"

#include <QFile>
#include <QJsonArray>

#include <cstdio>

namespace Lectern {

namespace {

/// The export's words are “yours”, those of the source “theirs”; offsets are code points of the article.
QJsonArray differencesJson(const VerifiedPassage &verified)
{
    const CodePoints codePoints(verified.words);
    QJsonArray array;
    for (const WordDifference &difference : verified.differences) {
        const TextRange place = codePoints.fromUtf16(difference.after).shifted(verified.codePoints.start);
        array.append(QJsonObject{
            {QStringLiteral("kind"), name(difference.kind)},
            {QStringLiteral("yours"),
             verified.passage.quote.mid(difference.before.start, difference.before.length())},
            {QStringLiteral("theirs"), verified.words.mid(difference.after.start, difference.after.length())},
            {QStringLiteral("start"), qint64(place.start)},
            {QStringLiteral("end"), qint64(place.end)},
        });
    }
    return array;
}

QJsonObject line(const VerifiedPassage &verified)
{
    const bool isPlaced = !verified.range.isEmpty();
    return {
        {QStringLiteral("id"), verified.passage.id},
        {QStringLiteral("path"), verified.path},
        {QStringLiteral("part"), verified.passage.source.part},
        {QStringLiteral("state"), name(verified.state)},
        {QStringLiteral("start"), isPlaced ? QJsonValue(qint64(verified.codePoints.start)) : QJsonValue()},
        {QStringLiteral("end"), isPlaced ? QJsonValue(qint64(verified.codePoints.end)) : QJsonValue()},
        {QStringLiteral("score"), verified.score},
        {QStringLiteral("differences"), differencesJson(verified)},
        {QStringLiteral("reason"), stringOrNull(verified.reason)},
    };
}

/// “was [were]”: the export's words with those of the source beside them where they differ.
QString withDifferences(const VerifiedPassage &verified)
{
    QString text;
    qsizetype from = 0;
    for (const WordDifference &difference : verified.differences) {
        const QString yours = verified.passage.quote.mid(difference.before.start, difference.before.length());
        const QString theirs = verified.words.mid(difference.after.start, difference.after.length());
        text += Terminal::safe(verified.passage.quote.mid(from, difference.before.start - from));
        text +=
            Terminal::bold(QStringLiteral("{%1 → %2}").arg(Terminal::safe(yours), Terminal::safe(theirs)));
        from = difference.before.end;
    }
    return text + Terminal::safe(verified.passage.quote.mid(from));
}

bool print(const VerifiedPassage &verified)
{
    QString lines = QStringLiteral("%1  %2\n    %3")
                        .arg(Terminal::bold(name(verified.state)), withDifferences(verified),
                             Terminal::dim(Terminal::safe(citation(verified.passage))));
    const QString why = verified.reason.isEmpty() ? explanation(verified.state) : verified.reason;
    lines += QStringLiteral("\n    ") + Terminal::dim(Terminal::safe(why));
    return Terminal::print(lines);
}

bool printSummary(const VerificationSummary &summary)
{
    return Terminal::print(
        QStringLiteral(
            "\n%1 identical, %2 with the file changed elsewhere, %3 moved, %4 changed, %5 missing.\n%6")
            .arg(summary.identical)
            .arg(summary.unchangedText)
            .arg(summary.moved)
            .arg(summary.changed)
            .arg(summary.missing)
            .arg(verificationLimits()));
}

Result<QByteArray> bytesOf(const QString &path)
{
    QFile file(path);
    const bool isOpen =
        path == QLatin1String("-") ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!isOpen)
        return Error{ErrorKind::Unreadable, file.errorString(), path};
    return file.readAll();
}

} // namespace

Exit runVerify(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral(
            "Reads the sources of an export again and says of each passage whether it is identical, "
            "unchanged in a file that changed elsewhere, moved, changed or missing. Exit status 3 when "
            "any is changed or missing.\n\n") +
        verificationLimits());
    parser.addOptions(
        {{QStringLiteral("json"), QStringLiteral("Print JSON Lines.")},
         {QStringLiteral("sources"),
          QStringLiteral(
              "Look in this file or folder, too, for sources that are not where they were; may be given "
              "several times."),
          QStringLiteral("PATH")}});
    parser.addPositionalArgument(
        QStringLiteral("FILE"),
        QStringLiteral("An export of Lectern that carries its record; - is standard input."));
    Exit exit = Exit::Done;
    if (!parse(parser, arguments, &exit))
        return exit;
    if (parser.positionalArguments().size() != 1) {
        Terminal::error(QStringLiteral("verify takes one FILE. See --help."));
        return Exit::Usage;
    }
    const QString path = parser.positionalArguments().constFirst();
    const Result<QByteArray> bytes = bytesOf(path);
    if (!bytes) {
        Terminal::error(bytes.error());
        return Exit::Usage;
    }
    const Result<std::vector<Passage>> passages = readExport(*bytes, path);
    if (!passages) {
        Terminal::error(passages.error());
        return Exit::Usage;
    }
    Sandbox sandbox;
    SourceFinder finder(parser.values(QStringLiteral("sources")));
    Verification verification([&sandbox](const QString &source) { return sandbox.read(source, {}); },
                              [&finder](const Source &source) { return finder.find(source); });
    const std::vector<VerifiedPassage> verified = verification.verify(*passages);
    const bool json = parser.isSet(QStringLiteral("json"));
    for (const VerifiedPassage &one : verified)
        if (json ? !JsonLines(stdout).write(line(one)) : !print(one))
            return Exit::Usage;
    const VerificationSummary summary = summaryOf(verified);
    if (!json && !printSummary(summary))
        return Exit::Usage;
    return summary.isConfirmed() ? Exit::Done : Exit::Different;
}

} // namespace Lectern
