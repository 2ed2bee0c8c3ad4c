#include "app/library/indexfixture.h"
#include "search/segment.h"
#include "support/seed.h"

#include <QFileInfo>
#include <QProcess>
#include <QRandomGenerator>
#include <QSignalSpy>

#include <cstdio>

using namespace Lectern;

namespace {

/// Reads the files of a library, writes and merges without waiting, and begins anew, until it is killed.
int readForever(const QString &folder)
{
    const Result<LibraryFolder> opened = LibraryFolder::open(folder);
    if (!opened)
        return 2;
    bool isTold = false;
    Library library(*opened, IndexFixture::atOnce);
    QObject::connect(&library, &Library::noticed, &library, [&](const QString &sentence) {
        std::fprintf(stdout, "notice %s\n", qPrintable(sentence));
        isTold = true;
    });
    std::fputs("ready\n", stdout);
    std::fflush(stdout);
    for (;;) {
        library.rescan(false);
        while (library.isLoading())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        std::fprintf(stdout, "%s\n", isTold ? "told" : "read");
        std::fflush(stdout);
        QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
    }
}

} // namespace

/// What holds when the process is killed at any moment: the index opens, nothing in it is damaged, and with
/// the next look at the files it is what it would be without the kill.
class TestIndexDurability : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void kill_atAnyMoment_leavesAnIndexThatOpens();
    void full_disk_isToldAndLeavesTheIndex();
};

void TestIndexDurability::kill_atAnyMoment_leavesAnIndexThatOpens()
{
    QRandomGenerator random(testSeed());
    IndexFixture disk;
    const auto change = [&] {
        for (int i = 0; i < 25; ++i)
            disk.write(QStringLiteral("articles/%1.txt").arg(random.bounded(80)),
                       LibraryFixture::story(int(random.bounded(100000))));
        for (int i = 0; i < 6; ++i)
            QFile::remove(disk.path(QStringLiteral("articles/%1.txt").arg(random.bounded(80))));
    };
    change();
    disk.read();
    for (int round = 0; round < 8 * testFactor(); ++round) {
        change();
        QProcess child;
        child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        child.start(QCoreApplication::applicationFilePath(),
                    {QStringLiteral("--read"), disk.path(QStringLiteral("library"))});
        QVERIFY(child.waitForReadyRead(20000));
        QTest::qWait(int(random.bounded(120)));
        const bool isRunning = child.state() == QProcess::Running;
        child.kill();
        QVERIFY(child.waitForFinished(20000));
        QVERIFY2(isRunning || child.exitStatus() == QProcess::NormalExit, "the reader has crashed by itself");
        const QByteArray said = child.readAllStandardOutput();
        QVERIFY2(!said.contains("notice"), said.constData());

        const auto library = disk.open();
        QSignalSpy noticed(library.get(), &Library::noticed);
        QCoreApplication::processEvents();
        QCOMPARE(noticed.count(), 0);
        for (const Corpus::Part &part : library->corpus()->parts())
            for (quint32 doc = 0; doc < part.segment->articles()->size(); ++doc)
                QCOMPARE(part.segment->articles()->article(doc)->id(), part.segment->articles()->id(doc));
    }
    const auto library = disk.open(IndexFixture::atOnce);
    QSignalSpy noticed(library.get(), &Library::noticed);
    library->rescan(false);
    QVERIFY(disk.finishes(*library));
    QCOMPARE(disk.answers(library->corpus()), disk.freshAnswers());
    QCOMPARE(noticed.count(), 0);
}

void TestIndexDurability::full_disk_isToldAndLeavesTheIndex()
{
    IndexFixture disk;
    disk.write(QStringLiteral("articles/1.txt"), LibraryFixture::story(1));
    disk.read();
    disk.write(QStringLiteral("articles/2.txt"), LibraryFixture::story(2));
    {
        const auto library = disk.open(IndexFixture::trusting);
        QSignalSpy noticed(library.get(), &Library::noticed);
        // Nothing of this name can be written; what is there by then was written before the disk was full.
        for (const char *name : {"2.segment", "3.segment", "4.segment", "5.segment"}) {
            const QString path = disk.path(QStringLiteral("library/index/") + QLatin1String(name));
            QVERIFY(QFileInfo(path).isFile() || QDir().mkpath(path) || QFileInfo(path).isFile());
        }
        library->rescan(false);
        QVERIFY(disk.finishes(*library));
        QTRY_COMPARE(noticed.count(), 1);
        QVERIFY(noticed.first().first().toString().startsWith(QLatin1String("The index cannot be written")));
        QCOMPARE(library->corpus()->size(), 2);
    }
    const auto library = disk.open();
    QCOMPARE(library->corpus()->size(), 1);
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments[1] == QLatin1String("--read"))
        return readForever(arguments[2]);
    TestIndexDurability test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_indexdurability.moc"
