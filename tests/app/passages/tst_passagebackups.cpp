#include "app/passages/passagefixture.h"
#include "passages/passagebackups.h"
#include "passages/passagehistory.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Lectern;

namespace {

QDateTime onDay(int day, int hour = 12)
{
    return QDateTime(QDate(2026, 1, 1).addDays(day), QTime(hour, 0));
}

QString quotesOf(const PassageStore &store)
{
    QString quotes;
    for (const Passage &passage : store.passages())
        quotes += passage.quote;
    return quotes;
}

void spoil(const QString &path, qint64 from)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(from));
    QVERIFY(file.write(QByteArray(300, 'x')) == 300);
}

} // namespace

class TestPassageBackups : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void daily_isMadeOnceADay();
    void daily_ofNothing_isNotMade();
    void rotation_keepsDaysAndWeeks();
    void firstChangeOfTheDay_makesOne();
    void damagedBackup_isRefused();
    void failure_isTold();
    void restored_isAsItWasAndCanBeUndone();
    void everythingLost_isRebuiltFromBackupAndJournal_data();
    void everythingLost_isRebuiltFromBackupAndJournal();

private:
    void open();
    void close();
    void keep(const QString &quotes);
    QString file(const QString &name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<PassageStore> m_store;
};

void TestPassageBackups::init()
{
    m_folder = std::make_unique<QTemporaryDir>(temporaryFolder());
    open();
}

void TestPassageBackups::cleanup()
{
    close();
    m_folder.reset();
}

void TestPassageBackups::open()
{
    Result<PassageStore> store = PassageStore::open(m_folder->path());
    QVERIFY2(store.ok(), qPrintable(store.ok() ? QString() : store.error().toString()));
    m_store.emplace(std::move(*store));
}

void TestPassageBackups::close()
{
    m_store.reset();
}

void TestPassageBackups::keep(const QString &quotes)
{
    for (const QChar quote : quotes)
        QVERIFY(m_store->add(passageOf(QString(quote))).ok());
}

void TestPassageBackups::daily_isMadeOnceADay()
{
    keep(QStringLiteral("a"));
    const PassageBackups backups(m_folder->path());
    close();
    QVERIFY(QDir(file(QStringLiteral("backups"))).removeRecursively());
    const Result<bool> made = backups.makeDaily(onDay(0));
    QVERIFY2(made.ok() && *made, qPrintable(made.ok() ? QString() : made.error().toString()));
    const Result<bool> again = backups.makeDaily(onDay(0, 20));
    QVERIFY(again.ok() && !*again);
    QVERIFY(*backups.makeDaily(onDay(1)));
    const std::vector<PassageBackup> list = backups.list();
    QCOMPARE(list.size(), size_t(2));
    QCOMPARE(list[0].passages, 1);
    QVERIFY(list[0].bytes > 0);
    QVERIFY(list[0].made.isValid());
    QCOMPARE(QDir(file(QStringLiteral("backups"))).entryList(QDir::Files),
             QStringList({"passages-2026-01-01.db", "passages-2026-01-02.db"}));
    const Result<PassageList> read = backups.read(list[0].path);
    QVERIFY(read.ok());
    QCOMPARE(read->passages().front().quote, QStringLiteral("a"));
}

void TestPassageBackups::daily_ofNothing_isNotMade()
{
    const Result<bool> made = PassageBackups(m_folder->path()).makeDaily(onDay(0));
    QVERIFY(made.ok() && !*made);
    QVERIFY(PassageBackups(m_folder->path()).list().empty());
}

void TestPassageBackups::rotation_keepsDaysAndWeeks()
{
    keep(QStringLiteral("a"));
    close();
    const PassageBackups backups(m_folder->path());
    for (int day = 0; day < 60; ++day)
        QVERIFY(*backups.makeDaily(onDay(day)));
    for (int hour = 0; hour < 5; ++hour)
        QVERIFY(backups.makeNow(onDay(0, hour)).ok());
    // 60 days: to 1 March, a Sunday; the weeks before the last seven days end on 22, 15, 8 and 1 February.
    QCOMPARE(
        QDir(file(QStringLiteral("backups"))).entryList({QStringLiteral("passages-2026-*.db")}, QDir::Files),
        QStringList({"passages-2026-01-01-020000.db", "passages-2026-01-01-030000.db",
                     "passages-2026-01-01-040000.db", "passages-2026-02-01.db", "passages-2026-02-08.db",
                     "passages-2026-02-15.db", "passages-2026-02-22.db", "passages-2026-02-23.db",
                     "passages-2026-02-24.db", "passages-2026-02-25.db", "passages-2026-02-26.db",
                     "passages-2026-02-27.db", "passages-2026-02-28.db", "passages-2026-03-01.db"}));
}

void TestPassageBackups::firstChangeOfTheDay_makesOne()
{
    keep(QStringLiteral("abc"));
    close(); // waits for it
    QCOMPARE(PassageBackups(m_folder->path()).list().size(), size_t(1));
    open();
    QCOMPARE(m_store->backupFailure(), QString());
}

void TestPassageBackups::damagedBackup_isRefused()
{
    keep(QStringLiteral("ab"));
    const PassageBackups backups(m_folder->path());
    const Result<PassageBackup> backup = backups.makeNow(onDay(0));
    QVERIFY(backup.ok());
    QFile copy(backup->path);
    QVERIFY(copy.open(QIODevice::ReadOnly));
    const auto words = copy.readAll().indexOf("Nobody was hurt");
    QVERIFY(words > 0);
    copy.close();
    spoil(backup->path, words);
    QCOMPARE(backups.read(backup->path).error().kind, ErrorKind::Damaged);
    QVERIFY(!m_store->restore(backup->path).ok());
    QCOMPARE(quotesOf(*m_store), QStringLiteral("ab"));
}

void TestPassageBackups::failure_isTold()
{
    QFile inTheWay(file(QStringLiteral("backups")));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    keep(QStringLiteral("ab"));
    QTRY_VERIFY(m_store->backupFailure().contains(u"No backup of the passages can be made here."));
    QCOMPARE(quotesOf(*m_store), QStringLiteral("ab"));
}

void TestPassageBackups::restored_isAsItWasAndCanBeUndone()
{
    keep(QStringLiteral("abc"));
    PassageHistory history(*m_store);
    const Result<Collection> collection = history.addCollection(QStringLiteral("One"));
    QVERIFY(collection.ok());
    QVERIFY(history.addToCollection(collection->id, {m_store->passages()[1].id}).ok());
    const Result<PassageBackup> backup =
        PassageBackups(m_folder->path()).makeNow(QDateTime::currentDateTime());
    QVERIFY(backup.ok());
    QVERIFY(history.removeCollection(collection->id).ok());
    QVERIFY(history.remove({m_store->passages()[0].id}).ok());
    keep(QStringLiteral("d"));

    const Result<QString> present = history.restore(backup->path);
    QVERIFY2(present.ok(), qPrintable(present.ok() ? QString() : present.error().toString()));
    QCOMPARE(quotesOf(*m_store), QStringLiteral("abc"));
    QCOMPARE(m_store->passagesIn(collection->id).size(), 1);
    QVERIFY(!history.canUndo());
    close();
    QVERIFY(QFile::remove(file(QStringLiteral("passages.db")))); // the journal knows it, too
    open();
    QCOMPARE(quotesOf(*m_store), QStringLiteral("abc"));
    QCOMPARE(m_store->collections().size(), size_t(1));

    QVERIFY(m_store->restore(*present).ok());
    QCOMPARE(quotesOf(*m_store), QStringLiteral("bcd"));
    QVERIFY(m_store->collections().empty());
}

void TestPassageBackups::everythingLost_isRebuiltFromBackupAndJournal_data()
{
    QTest::addColumn<QString>("database");
    QTest::addColumn<QString>("journal");
    QTest::addColumn<QString>("kept");
    QTest::newRow("both gone") << "gone"
                               << "gone"
                               << "ab";
    QTest::newRow("database spoilt, journal gone") << "spoilt"
                                                   << "gone"
                                                   << "ab";
    QTest::newRow("both spoilt at the beginning") << "spoilt"
                                                  << "beginning"
                                                  << "abcd";
    QTest::newRow("database gone, journal spoilt") << "gone"
                                                   << "beginning"
                                                   << "abcd";
    QTest::newRow("database spoilt, journal sound") << "spoilt"
                                                    << "sound"
                                                    << "abcd";
}

void TestPassageBackups::everythingLost_isRebuiltFromBackupAndJournal()
{
    QFETCH(QString, database);
    QFETCH(QString, journal);
    QFETCH(QString, kept);
    keep(QStringLiteral("ab"));
    QVERIFY(PassageBackups(m_folder->path()).makeNow(QDateTime::currentDateTime().addSecs(60)).ok());
    keep(QStringLiteral("cd"));
    close();
    if (database == u"gone")
        QVERIFY(QFile::remove(file(QStringLiteral("passages.db"))));
    else
        spoil(file(QStringLiteral("passages.db")), 0);
    if (journal == u"gone")
        QVERIFY(QFile::remove(file(QStringLiteral("passages.journal"))));
    else if (journal == u"beginning")
        spoil(file(QStringLiteral("passages.journal")), 100);
    open();
    QCOMPARE(quotesOf(*m_store), kept);
    QCOMPARE(m_store->notices().join(u' ').contains(u"from the backup of"), journal != u"sound");
    close();
    open();
    QCOMPARE(m_store->notices(), QStringList());
    QCOMPARE(quotesOf(*m_store), kept);
    keep(QStringLiteral("e"));
}

QTEST_GUILESS_MAIN(TestPassageBackups)
#include "tst_passagebackups.moc"
