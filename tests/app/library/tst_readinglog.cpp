#include "library/readinglog.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Lectern;

class TestReadingLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void place_andRead_survive();
    void open_damaged_isSetAsideAndSaid();
    void open_nowhere_worksInMemoryAndSaysSo();
};

void TestReadingLog::place_andRead_survive()
{
    const QTemporaryDir dir;
    {
        ReadingLog log(dir.path());
        QVERIFY2(log.notice().isEmpty(), qPrintable(log.notice()));
        log.markRead(QStringLiteral("a"));
        log.markRead(QStringLiteral("b"));
        log.markUnread(QStringLiteral("b"));
        log.setPlace(QStringLiteral("a"), {1234, 7});
        log.setPlace(QStringLiteral("c"), {5, 0});
    }
    const ReadingLog log(dir.path());
    QCOMPARE(log.read(), QSet<ArticleId>{QStringLiteral("a")});
    QVERIFY(log.place(QStringLiteral("a")));
    QCOMPARE(log.place(QStringLiteral("a"))->offset, 1234);
    QCOMPARE(log.place(QStringLiteral("a"))->pixels, 7);
    QCOMPARE(log.place(QStringLiteral("c"))->offset, 5);
    QVERIFY(!log.place(QStringLiteral("b")));
}

void TestReadingLog::open_damaged_isSetAsideAndSaid()
{
    const QTemporaryDir dir;
    QFile file(dir.filePath(QStringLiteral("reading.db")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(9000, '#'));
    file.close();
    {
        ReadingLog log(dir.path());
        QVERIFY(log.notice().contains(QLatin1String("reading.db.damaged-")));
        log.markRead(QStringLiteral("a"));
    }
    const ReadingLog log(dir.path());
    QVERIFY(log.notice().isEmpty());
    QVERIFY(log.read().contains(QStringLiteral("a")));
    QCOMPARE(QDir(dir.path()).entryList({QStringLiteral("reading.db.damaged-*")}).size(), 1);
}

void TestReadingLog::open_nowhere_worksInMemoryAndSaysSo()
{
    ReadingLog log(QStringLiteral("/proc/nowhere"));
    QVERIFY(!log.notice().isEmpty());
    log.setPlace(QStringLiteral("a"), {3, 0});
    log.flush();
    QCOMPARE(log.place(QStringLiteral("a"))->offset, 3);
}

QTEST_GUILESS_MAIN(TestReadingLog)
#include "tst_readinglog.moc"
