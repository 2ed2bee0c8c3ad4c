#include "app/passages/passagefixture.h"
#include "export/exporter.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

#include <csignal>
#include <cstdio>

using namespace Lectern;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const std::vector<Passage> passages{keptPassageOf(QStringLiteral("words"))};

/// Exports to a disk that ends after 100 bytes a file.
int exportToFullDisk(const QString &path)
{
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit size{100, 100};
    setrlimit(RLIMIT_FSIZE, &size);
    const Result<void> done = exportToFile(*exporterNamed(u"json"), passages, path);
    std::puts(done ? "done" : qPrintable(done.error().message));
    return done ? 1 : 0;
}

/// Exports a document and says what came of it.
int exportDocument(const QString &path)
{
    const Result<void> done = exportToFile(*exporterNamed(u"odt"), passages, path);
    std::puts(done ? "done" : qPrintable(done.error().message));
    return done ? 1 : 0;
}

} // namespace

class TestExportToFile : public QObject
{
    Q_OBJECT

private slots:
    void newFile_isWritten_data();
    void newFile_isWritten();
    void oldFile_isReplaced();
    void impossiblePath_failsWithWords_data();
    void impossiblePath_failsWithWords();
    void diskFull_leavesTheOldFileAndNothingElse();
    void documentModuleMissing_failsWithWords();
};

void TestExportToFile::newFile_isWritten_data()
{
    QTest::addColumn<QString>("format");
    for (const std::unique_ptr<Exporter> &exporter : exporters())
        QTest::addRow("%s", qPrintable(exporter->format())) << exporter->format();
}

void TestExportToFile::newFile_isWritten()
{
    QFETCH(QString, format);
    const QTemporaryDir folder(temporaryFolder());
    const QString path = folder.filePath(QStringLiteral("naïve name ö"));
    QVERIFY(exportToFile(*exporterNamed(format), passages, path).ok());
    QCOMPARE(contentOf(path), exporterNamed(format)->write(passages));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

void TestExportToFile::oldFile_isReplaced()
{
    const QTemporaryDir folder(temporaryFolder());
    const QString path = folder.filePath(QStringLiteral("a.txt"));
    QVERIFY(exportToFile(*exporterNamed(u"json"), passages, path).ok());
    QVERIFY(exportToFile(*exporterNamed(u"text"), passages, path).ok());
    QCOMPARE(contentOf(path), exporterNamed(u"text")->write(passages));
}

void TestExportToFile::impossiblePath_failsWithWords_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("folder is not there") << "none/a.txt" << ErrorKind::NotFound;
    QTest::newRow("a folder") << "" << ErrorKind::Usage;
    QTest::newRow("name too long") << QString(300, u'x') << ErrorKind::Disk;
}

void TestExportToFile::impossiblePath_failsWithWords()
{
    QFETCH(QString, path);
    QFETCH(ErrorKind, kind);
    const QTemporaryDir folder(temporaryFolder());
    const Result<void> done = exportToFile(*exporterNamed(u"text"), passages, folder.filePath(path));
    QVERIFY(!done.ok());
    QCOMPARE(done.error().kind, kind);
    QVERIFY(!done.error().message.isEmpty());
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestExportToFile::diskFull_leavesTheOldFileAndNothingElse()
{
    const QTemporaryDir folder(temporaryFolder());
    const QString path = folder.filePath(QStringLiteral("a.json"));
    QVERIFY(exportToFile(*exporterNamed(u"text"), passages, path).ok());
    const QByteArray before = contentOf(path);
    QProcess writer;
    writer.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--child"), path});
    QVERIFY(writer.waitForFinished());
    const QByteArray said = writer.readAllStandardOutput();
    QVERIFY2(writer.exitCode() == 0 && said.contains("could not be written"), said.constData());
    QCOMPARE(contentOf(path), before);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList("a.json"));
}

void TestExportToFile::documentModuleMissing_failsWithWords()
{
    // A copy of this program in a folder of its own finds no module beside it.
    const QTemporaryDir folder(temporaryFolder());
    const QString program = folder.filePath(QStringLiteral("alone"));
    QVERIFY(QFile::copy(QCoreApplication::applicationFilePath(), program));
    const QString path = folder.filePath(QStringLiteral("a.odt"));
    QProcess alone;
    alone.start(program, {QStringLiteral("--document"), path});
    QVERIFY(alone.waitForFinished());
    const QByteArray said = alone.readAllStandardOutput();
    QVERIFY2(alone.exitCode() == 0 && said.contains("could not be loaded"), said.constData());
    QVERIFY(!QFile::exists(path));
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (app.arguments().value(1) == QLatin1String("--child"))
        return exportToFullDisk(app.arguments().value(2));
    if (app.arguments().value(1) == QLatin1String("--document"))
        return exportDocument(app.arguments().value(2));
    TestExportToFile test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_exporttofile.moc"
