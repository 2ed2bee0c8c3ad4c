#include "app/passages/passagefixture.h"
#include "base/jsonlines.h"
#include "passages/passagebackups.h"
#include "passages/passagestore.h"

#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace Lectern;

namespace {

using Harm = std::function<void(const QDir &folder)>;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

Harm garbage(const QString &name)
{
    return [=](const QDir &folder) { write(folder.filePath(name), QByteArray(9000, '\x5a')); };
}

Harm gone(const QString &name)
{
    return [=](const QDir &folder) { QVERIFY(QFile::remove(folder.filePath(name))); };
}

Harm replaced(const QString &name, const QByteArray &from, const QByteArray &to)
{
    return [=](const QDir &folder) {
        QByteArray bytes = contentOf(folder.filePath(name));
        QVERIFY(bytes.contains(from));
        write(folder.filePath(name), bytes.replace(from, to));
    };
}

Harm sql(const char *statements)
{
    return [=](const QDir &folder) {
        Result<Database> database =
            Database::open(folder.filePath(QStringLiteral("passages.db")), Durability::Full);
        QVERIFY(database.ok());
        QVERIFY(database->execute(statements).ok());
    };
}

Harm both(const Harm &one, const Harm &two)
{
    return [=](const QDir &folder) {
        one(folder);
        two(folder);
    };
}

const QString db = QStringLiteral("passages.db");
const QString journal = QStringLiteral("passages.journal");

/// Keeps "quote 1" to "quote 3" with the ids "1" to "3".
void keepThree(const QString &folder)
{
    Result<PassageStore> store = PassageStore::open(folder);
    QVERIFY(store.ok());
    for (int i = 1; i <= 3; ++i) {
        Passage passage = passageOf(QStringLiteral("quote %1").arg(i));
        passage.id = QString::number(i);
        QVERIFY(store->add(passage).ok());
    }
    QVERIFY(store->move(QStringLiteral("3"), 0).ok());
}

QString idsOf(const PassageStore &store)
{
    QString ids;
    for (const Passage &passage : store.passages()) {
        ids += passage.id;
        [&] { QCOMPARE(passage.quote, QStringLiteral("quote ") + passage.id); }();
    }
    return ids;
}

} // namespace

Q_DECLARE_METATYPE(Harm)

class TestPassageOpening : public QObject
{
    Q_OBJECT

private slots:
    void openAfterHarm_keepsWhatCanBeKept_data();
    void openAfterHarm_keepsWhatCanBeKept();
    void databaseLeftBehind_takesChangesFromJournal();
    void damaged_isSetAsideAsItWas();
    void databaseOfVersion2_isBroughtUp_data();
    void databaseOfVersion2_isBroughtUp();
    void newerDatabase_isLeftAlone();
    void newerJournalWithoutDatabase_isLeftAlone();
    void folderThatIsAFile_isRefusedWithWords();
    void newFolder_isMade();
};

void TestPassageOpening::openAfterHarm_keepsWhatCanBeKept_data()
{
    QTest::addColumn<Harm>("harm");
    QTest::addColumn<QString>("ids");
    QTest::addColumn<QString>("notice"); // a regular expression; empty: nothing is said
    QTest::addColumn<int>("setAside");   // files beside, -wal and -shm not counted

    const QString recovered =
        QStringLiteral("damaged\\. It was set aside as passages\\.db\\.damaged-\\d{8}-\\d{6}\\. "
                       "3 passages were recovered");
    QTest::newRow("no harm") << Harm([](const QDir &) {}) << "312"
                             << "" << 0;
    QTest::newRow("database: garbage") << garbage(db) << "312" << recovered << 1;
    QTest::newRow("database: one passage changed")
        << sql("UPDATE passage SET record=CAST(replace(record,'quote 2','quote 4') AS BLOB)") << "312"
        << recovered << 1;
    QTest::newRow("database: one passage emptied")
        << sql("UPDATE passage SET record='{}' WHERE id='2'") << "312" << recovered << 1;
    QTest::newRow("database: state lost") << sql("DELETE FROM state") << "312" << recovered << 1;
    QTest::newRow("database: beginning lost")
        << replaced(db, "SQLite format 3", "SQLite format 0") << "312" << recovered << 1;
    QTest::newRow("database: gone") << gone(db) << "312"
                                    << "missing\\. 3 passages were recovered" << 0;
    QTest::newRow("database: empty file")
        << Harm([](const QDir &folder) { write(folder.filePath(db), {}); }) << "312"
        << "older than its journal" << 0;
    QTest::newRow("journal: gone") << gone(journal) << "312"
                                   << "" << 0;
    QTest::newRow("journal: garbage") << garbage(journal) << "312"
                                      << "" << 0;
    QTest::newRow("journal: torn") << Harm([](const QDir &folder) {
        write(folder.filePath(journal), contentOf(folder.filePath(journal)) + "{\"change\":5,\"edi");
    }) << "312"
                                   << "" << 0;
    QTest::newRow("journal: one line lost, database sound")
        << replaced(journal, "quote 2", "quote 4") << "312"
        << "" << 0;
    QTest::newRow("both: garbage")
        << both(garbage(db), garbage(journal)) << ""
        << "No passage could be recovered.*Some of the journal.*set aside as passages\\.journal\\.damaged-"
        << 2;
    QTest::newRow("both: database garbage, journal gone") << both(garbage(db), gone(journal)) << ""
                                                          << "No passage could be recovered" << 1;
    QTest::newRow("both: database garbage, journal torn")
        << both(garbage(db), Harm([](const QDir &folder) {
                    const QByteArray bytes = contentOf(folder.filePath(journal));
                    write(folder.filePath(journal), bytes.chopped(10));
                }))
        << "123"
        << "3 passages were recovered" << 1;
    QTest::newRow("both: database garbage, one line lost")
        << both(garbage(db), replaced(journal, "quote 2", "quote 4")) << "31"
        << "2 passages were recovered.*set aside as passages\\.journal" << 2;
    QTest::newRow("both: database gone, journal garbage") << both(gone(db), garbage(journal)) << ""
                                                          << "missing\\. No passage could be recovered" << 1;
    QTest::newRow("both: gone") << both(gone(db), gone(journal)) << ""
                                << "" << 0;
}

void TestPassageOpening::openAfterHarm_keepsWhatCanBeKept()
{
    QFETCH(Harm, harm);
    QFETCH(QString, ids);
    QFETCH(QString, notice);
    QFETCH(int, setAside);
    const QTemporaryDir folder(temporaryFolder());
    keepThree(folder.path());
    // What backups add to this is told by tst_passagebackups.
    QVERIFY(QDir(folder.filePath(QStringLiteral("backups"))).removeRecursively());
    harm(QDir(folder.path()));
    {
        Result<PassageStore> store = PassageStore::open(folder.path());
        QVERIFY2(store.ok(), qPrintable(store.ok() ? QString() : store.error().toString()));
        QCOMPARE(idsOf(*store), ids);
        const QString said = store->notices().join(u' ');
        if (notice.isEmpty())
            QCOMPARE(said, QString());
        else
            QVERIFY2(QRegularExpression(notice).match(said).hasMatch(), qPrintable(said));
        QStringList aside = QDir(folder.path()).entryList({QStringLiteral("*.damaged-*")});
        aside.removeIf([](const QString &name) { return name.endsWith(u"-wal") || name.endsWith(u"-shm"); });
        QCOMPARE(aside.size(), setAside);

        Passage passage = passageOf(QStringLiteral("quote 9"));
        passage.id = QStringLiteral("9");
        QVERIFY(store->add(passage).ok());
        QCOMPARE(PassageJournal(folder.filePath(journal)).lastChange(), store->changeNumber());
    }
    // What was mended stays so, and the journal alone can do it again.
    QVERIFY(QFile::remove(folder.filePath(db)));
    Result<PassageStore> again = PassageStore::open(folder.path());
    QVERIFY(again.ok());
    QCOMPARE(idsOf(*again), ids + u'9');
}

void TestPassageOpening::databaseLeftBehind_takesChangesFromJournal()
{
    const QTemporaryDir folder(temporaryFolder());
    keepThree(folder.path());
    const QByteArray old = contentOf(folder.filePath(db));
    {
        Result<PassageStore> store = PassageStore::open(folder.path());
        QVERIFY(store.ok());
        QVERIFY(store->remove(QStringLiteral("1")).ok());
        Passage passage = passageOf(QStringLiteral("quote 4"));
        passage.id = QStringLiteral("4");
        QVERIFY(store->add(passage, 0).ok());
    }
    write(folder.filePath(db), old);
    const Result<PassageStore> store = PassageStore::open(folder.path());
    QVERIFY(store.ok());
    QCOMPARE(idsOf(*store), QStringLiteral("432"));
    QCOMPARE(store->notices().size(), 1);
    QVERIFY(store->notices().first().contains(u"older than its journal"));
}

void TestPassageOpening::damaged_isSetAsideAsItWas()
{
    const QTemporaryDir folder(temporaryFolder());
    keepThree(folder.path());
    garbage(db)(QDir(folder.path()));
    const QByteArray damaged = contentOf(folder.filePath(db));
    QVERIFY(PassageStore::open(folder.path()).ok());
    const QStringList aside = QDir(folder.path()).entryList({QStringLiteral("passages.db.damaged-*")});
    QCOMPARE(aside.size(), 1);
    QCOMPARE(contentOf(folder.filePath(aside.first())), damaged);
}

void TestPassageOpening::databaseOfVersion2_isBroughtUp_data()
{
    QTest::addColumn<bool>("isDamaged");
    QTest::newRow("sound") << false;
    QTest::newRow("damaged, but the journal is there") << true;
}

void TestPassageOpening::databaseOfVersion2_isBroughtUp()
{
    QFETCH(bool, isDamaged);
    const QTemporaryDir folder(temporaryFolder());
    keepThree(folder.path());
    const std::vector<Passage> before = PassageStore::open(folder.path())->passages();
    sql("DROP TABLE passage; CREATE TABLE passage(id TEXT PRIMARY KEY NOT NULL, position REAL NOT NULL, "
        "record TEXT NOT NULL, sum TEXT NOT NULL); CREATE INDEX passage_position ON passage(position, id); "
        "PRAGMA user_version=2")(QDir(folder.path()));
    {
        Result<Database> database = Database::open(folder.filePath(db), Durability::Full);
        Result<Statement> put = database->prepare("INSERT INTO passage VALUES(?, ?, ?, ?)");
        for (size_t i = 0; i < before.size(); ++i) {
            const QByteArray record = JsonLines::line(toJson(before[i]));
            put->bind(1, before[i].id).bind(2, double(i)).bind(3, QString::fromUtf8(record));
            QVERIFY(put->bind(4, isDamaged ? QStringLiteral("0") : recordSum(record)).run().ok());
        }
    }
    const PassageBackups backups(folder.path());
    const Result<PassageBackup> backup = backups.makeNow(QDateTime::currentDateTime());
    QCOMPARE(backup.ok(), !isDamaged);
    if (!isDamaged)
        QVERIFY(backups.read(backup->path)->passages() == before);
    for (int i = 0; i < 2; ++i) {
        const Result<PassageStore> store = PassageStore::open(folder.path());
        QVERIFY(store.ok());
        QCOMPARE(store->notices().isEmpty(), !isDamaged || i > 0);
        QVERIFY(store->passages() == before);
    }
}

void TestPassageOpening::newerDatabase_isLeftAlone()
{
    const QTemporaryDir folder(temporaryFolder());
    keepThree(folder.path());
    sql("PRAGMA user_version=99")(QDir(folder.path()));
    const QByteArray before = contentOf(folder.filePath(db));
    const Result<PassageStore> store = PassageStore::open(folder.path());
    QVERIFY(!store.ok());
    QCOMPARE(store.error().kind, ErrorKind::Unsupported);
    QVERIFY(store.error().message.contains(u"newer Lectern"));
    QCOMPARE(contentOf(folder.filePath(db)), before);
}

void TestPassageOpening::newerJournalWithoutDatabase_isLeftAlone()
{
    const QTemporaryDir folder(temporaryFolder());
    const QByteArray content = R"({"change":0,"edits":[{"do":"clear"}],"version":3)";
    const QByteArray sealed = content + ",\"sum\":\"" + recordSum(content).toLatin1() + "\"}\n?";
    write(folder.filePath(journal), sealed);
    const Result<PassageStore> store = PassageStore::open(folder.path());
    QVERIFY(!store.ok());
    QCOMPARE(store.error().kind, ErrorKind::Unsupported);
    QCOMPARE(contentOf(folder.filePath(journal)), sealed);
}

void TestPassageOpening::folderThatIsAFile_isRefusedWithWords()
{
    const QTemporaryDir folder(temporaryFolder());
    write(folder.filePath(QStringLiteral("file")), "x");
    const Result<PassageStore> store = PassageStore::open(folder.filePath(QStringLiteral("file/library")));
    QVERIFY(!store.ok());
    QCOMPARE(store.error().kind, ErrorKind::Disk);
    QVERIFY(!store.error().message.isEmpty());
}

void TestPassageOpening::newFolder_isMade()
{
    const QTemporaryDir folder(temporaryFolder());
    const Result<PassageStore> store = PassageStore::open(folder.filePath(QStringLiteral("deep/library")));
    QVERIFY(store.ok());
    QVERIFY(store->passages().empty());
    QVERIFY(store->notices().isEmpty());
}

QTEST_GUILESS_MAIN(TestPassageOpening)
#include "tst_passageopening.moc"
