#include "singleinstance.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Lectern;

class TestSingleInstance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void handOver_toNobody_isRefused();
    void handOver_reachesTheFirst();
    void handOver_afterACrash_startsAnew();
    void program_secondStart_handsOverAndEnds();
};

void TestSingleInstance::handOver_toNobody_isRefused()
{
    SingleInstance alone(QStringLiteral("/library/alone"));
    QVERIFY(!alone.handOver({{QStringLiteral("/a")}, QString()}));
}

void TestSingleInstance::handOver_reachesTheFirst()
{
    SingleInstance first(QStringLiteral("/library/one"));
    QVERIFY(!first.handOver({}));
    first.listen();
    QSignalSpy requested(&first, &SingleInstance::requested);
    // The second lives in a thread of its own, as it would in a process: handing over waits for the first.
    bool handed = false;
    std::unique_ptr<QThread> second(QThread::create([&handed] {
        SingleInstance other(QStringLiteral("/library/one"));
        handed = other.handOver({{QStringLiteral("/a b"), QStringLiteral("/ü")}, QStringLiteral("son jack")});
    }));
    second->start();
    QTRY_COMPARE(requested.count(), 1);
    QVERIFY(second->wait(10000));
    QVERIFY(handed);
    QCOMPARE(requested.first().at(0).toStringList(),
             QStringList({QStringLiteral("/a b"), QStringLiteral("/ü")}));
    QCOMPARE(requested.first().at(1).toString(), QStringLiteral("son jack"));

    SingleInstance elsewhere(QStringLiteral("/library/two"));
    QVERIFY(!elsewhere.handOver({}));
}

void TestSingleInstance::handOver_afterACrash_startsAnew()
{
    const QTemporaryDir home;
    const QStringList arguments{QStringLiteral("--library"), home.filePath(QStringLiteral("library"))};
    const QString program = QStringLiteral(LECTERN_BIN_DIR "/lectern");
    for (int i = 0; i < 2; ++i) {
        QProcess process;
        process.start(program, arguments);
        QVERIFY(process.waitForStarted());
        QTRY_VERIFY(QFile::exists(home.filePath(QStringLiteral("library/reading.db"))));
        QVERIFY2(!process.waitForFinished(700),
                 "A start after a crash must not think another one is running.");
        process.kill();
        QVERIFY(process.waitForFinished());
    }
}

void TestSingleInstance::program_secondStart_handsOverAndEnds()
{
    const QTemporaryDir home;
    const QStringList arguments{QStringLiteral("--library"), home.filePath(QStringLiteral("library"))};
    const QString program = QStringLiteral(LECTERN_BIN_DIR "/lectern");
    QProcess first;
    first.start(program, arguments);
    QVERIFY(first.waitForStarted());
    QTRY_VERIFY(QFile::exists(home.filePath(QStringLiteral("library/reading.db"))));
    QProcess second;
    second.start(program, arguments + QStringList{QStringLiteral(LECTERN_SOURCE_DIR "/resources/library")});
    QVERIFY(second.waitForFinished(20000));
    QCOMPARE(second.exitCode(), 0);
    // The first has taken the folder into its library.
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(home.filePath(QStringLiteral("library/folders.json"))), 10000);
    first.terminate();
    QVERIFY(first.waitForFinished());
}

QTEST_MAIN(TestSingleInstance)
#include "tst_singleinstance.moc"
