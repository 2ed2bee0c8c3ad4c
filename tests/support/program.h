#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QProcess>

namespace Lectern::Testing {

/// What a run of lectern-cli came to.
struct ProgramRun
{
    int exit = -1; ///< -1: it crashed, or did not end within a minute
    QByteArray out;
    QByteArray err;

    /// The lines of standard output as JSON objects.
    QList<QJsonObject> lines() const
    {
        QList<QJsonObject> objects;
        for (const QByteArray &line : out.split('\n'))
            if (!line.isEmpty())
                objects += QJsonDocument::fromJson(line).object();
        return objects;
    }
};

/// Runs the real lectern-cli with these arguments and an empty standard input.
inline ProgramRun runCli(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral(LECTERN_BIN_DIR "/lectern-cli"), arguments);
    process.closeWriteChannel();
    ProgramRun run;
    if (process.waitForFinished(60000) && process.exitStatus() == QProcess::NormalExit)
        run.exit = process.exitCode();
    run.out = process.readAllStandardOutput();
    run.err = process.readAllStandardError();
    return run;
}

} // namespace Lectern::Testing
