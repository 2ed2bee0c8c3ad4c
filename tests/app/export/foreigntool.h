#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QStringList>

namespace Lectern {

/// What a program that is not ours said about an export.
struct ForeignRun
{
    bool isThere = false; ///< false: the program or a module of it is not installed
    int exitCode = -1;
    QByteArray out;
    QByteArray error;

    QJsonArray json() const { return QJsonDocument::fromJson(out).array(); }
};

inline ForeignRun runForeign(const QString &program, const QStringList &arguments,
                             const QByteArray &input = {})
{
    const QString path = QStandardPaths::findExecutable(program);
    if (path.isEmpty())
        return {};
    QProcess process;
    process.start(path, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60000))
        return {true, -1, {}, "did not finish"};
    const bool isMissing = process.exitCode() == 77;
    return {!isMissing, process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

/// foreign.py beside the tests.
inline ForeignRun runPython(const QStringList &arguments, const QByteArray &input = {})
{
    const QString script = QStringLiteral(LECTERN_SOURCE_DIR "/tests/app/export/foreign.py");
    return runForeign(QStringLiteral("python3"), QStringList{QStringLiteral("-B"), script} + arguments,
                      input);
}

} // namespace Lectern
