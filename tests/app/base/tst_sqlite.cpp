#include "base/setaside.h"
#include "base/sqlite.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace Lectern;

class SqliteTest : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void values_roundTrip();
    void step_walksTheRows();
    void statement_isUsedAgain();
    void statement_outlivesItsDatabase();
    void prepare_ofNonsense_fails();
    void execute_constraint_failsInWords();
    void transaction_isRolledBack_unlessCommitted();
    void transaction_insideAnother_fails();
    void open_ofAFolder_fails();
    void open_ofRubbish_isDamaged();
    void open_ofDamagedDatabase_isDamaged();
    void openReadOnly_neitherCreatesNorWrites();
    void copyTo_isTheSameDatabase();
    void copyTo_ontoAFile_fails();
    void write_onFullDisk_saysSo();
    void setAside_keepsTheBytes();
    void setAside_ofNothing_fails();

private:
    Database open() { return Database::open(m_path, Durability::Normal).value(); }
    void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void SqliteTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("Übung %1 'x'.db"));
}

void SqliteTest::values_roundTrip()
{
    Database database = open();
    QCOMPARE(database.path(), m_path);
    QVERIFY(database.execute("CREATE TABLE t (a TEXT, b INTEGER, c REAL, d BLOB, e TEXT)").ok());
    Result<Statement> insert = database.prepare("INSERT INTO t VALUES (?, ?, ?, ?, ?)");
    QVERIFY(insert.ok());
    const QString text = QStringLiteral("a'b\"😀\u00a0") + QChar(0) + 'z';
    const QByteArray bytes("\0\xff\x01", 3);
    const qint64 number = std::numeric_limits<qint64>::min();
    QVERIFY(insert->bind(1, text).bind(2, number).bind(3, 0.1).bindBlob(4, bytes).bindNull(5).run().ok());
    QCOMPARE(database.changes(), 1);
    QCOMPARE(database.lastInsertId(), 1);

    Result<Statement> select = database.prepare("SELECT a, b, c, d, e FROM t");
    QVERIFY(select->step().value());
    QCOMPARE(select->text(0), text);
    QCOMPARE(select->integer(1), number);
    QCOMPARE(select->real(2), 0.1);
    QCOMPARE(select->blob(3), bytes);
    QVERIFY(select->isNull(4) && !select->isNull(0));
    QCOMPARE(select->text(4), QString());
}

void SqliteTest::step_walksTheRows()
{
    Database database = open();
    Result<Statement> select = database.prepare("VALUES (1), (2)");
    QVERIFY(select->step().value());
    QCOMPARE(select->integer(0), 1);
    QVERIFY(select->step().value());
    QCOMPARE(select->integer(0), 2);
    QVERIFY(!select->step().value());
}

void SqliteTest::statement_isUsedAgain()
{
    Database database = open();
    Result<Statement> select = database.prepare("SELECT ?");
    QVERIFY(select->bind(1, qint64(5)).step().value());
    QCOMPARE(select->integer(0), 5);
    select->reset();
    QVERIFY(select->step().value());
    QVERIFY(select->isNull(0)); // what was bound is forgotten
}

void SqliteTest::statement_outlivesItsDatabase()
{
    Statement select;
    {
        Database database = open();
        select = database.prepare("SELECT 7").value();
    }
    QVERIFY(select.step().value());
    QCOMPARE(select.integer(0), 7);
}

void SqliteTest::prepare_ofNonsense_fails()
{
    Database database = open();
    const Result<Statement> failed = database.prepare("SELEKT 1");
    QVERIFY(!failed.ok());
    QVERIFY(failed.error().message.contains(QStringLiteral("SELEKT")));
    QCOMPARE(failed.error().path, m_path);
    QVERIFY(!database.execute("INSERT INTO nowhere VALUES (1)").ok());
}

void SqliteTest::execute_constraint_failsInWords()
{
    Database database = open();
    QVERIFY(database.execute("CREATE TABLE t (a INTEGER UNIQUE); INSERT INTO t VALUES (1)").ok());
    Result<Statement> insert = database.prepare("INSERT INTO t VALUES (?)");
    const Result<void> failed = insert->bind(1, qint64(1)).run();
    QVERIFY(!failed.ok());
    QVERIFY(failed.error().message.contains(QStringLiteral("UNIQUE")));
    QVERIFY(insert->bind(1, qint64(2)).run().ok()); // and can be used again
}

void SqliteTest::transaction_isRolledBack_unlessCommitted()
{
    Database database = open();
    QVERIFY(database.execute("CREATE TABLE t (a)").ok());
    const auto count = [&database] {
        Result<Statement> select = database.prepare("SELECT count(*) FROM t");
        static_cast<void>(select->step());
        return select->integer(0);
    };
    {
        Transaction transaction(database);
        QVERIFY(database.execute("INSERT INTO t VALUES (1)").ok());
    }
    QCOMPARE(count(), 0);
    {
        Transaction transaction(database);
        QVERIFY(database.execute("INSERT INTO t VALUES (1)").ok());
        QVERIFY(transaction.commit().ok());
    }
    QCOMPARE(count(), 1);
    QCOMPARE(open().prepare("SELECT count(*) FROM t").ok(), true);
}

void SqliteTest::transaction_insideAnother_fails()
{
    Database database = open();
    QVERIFY(database.execute("CREATE TABLE t (a)").ok());
    Transaction outer(database);
    {
        Transaction inner(database);
        QVERIFY(!inner.commit().ok());
    }
    QVERIFY(database.execute("INSERT INTO t VALUES (1)").ok());
    QVERIFY(outer.commit().ok()); // the inner one has not undone it
}

void SqliteTest::open_ofAFolder_fails()
{
    const Result<Database> failed = Database::open(m_folder->path(), Durability::Full);
    QVERIFY(!failed.ok());
    QCOMPARE(failed.error().kind, ErrorKind::Unreadable);
    QCOMPARE(failed.error().path, m_folder->path());
    QVERIFY(!Database::open(m_folder->filePath(QStringLiteral("no/such/folder.db")), Durability::Full).ok());
}

void SqliteTest::open_ofRubbish_isDamaged()
{
    write(m_path, QByteArray("This is no database, but long enough to be one. ").repeated(100));
    const Result<Database> failed = Database::open(m_path, Durability::Full);
    QVERIFY(!failed.ok());
    QCOMPARE(failed.error().kind, ErrorKind::Damaged);
}

void SqliteTest::open_ofDamagedDatabase_isDamaged()
{
    {
        Database database = open();
        QVERIFY(database.execute("CREATE TABLE t (a TEXT); CREATE INDEX i ON t (a)").ok());
        Result<Statement> insert = database.prepare("INSERT INTO t VALUES (?)");
        for (int i = 0; i < 1'000; ++i)
            QVERIFY(insert->bind(1, QString::number(i).repeated(20)).run().ok());
    }
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    const qint64 size = file.size();
    for (qint64 at = 4096; at + 600 < size; at += 4096) {
        file.seek(at);
        file.write(QByteArray(600, '\x5a'));
    }
    file.close();
    const Result<Database> failed = Database::open(m_path, Durability::Full);
    QVERIFY(!failed.ok());
    QCOMPARE(failed.error().kind, ErrorKind::Damaged);
}

void SqliteTest::openReadOnly_neitherCreatesNorWrites()
{
    QVERIFY(!Database::openReadOnly(m_path).ok());
    QVERIFY(!QFile::exists(m_path));
    QVERIFY(open().execute("CREATE TABLE t (a)").ok());
    Result<Database> database = Database::openReadOnly(m_path);
    QVERIFY(database.ok());
    QVERIFY(database->prepare("SELECT a FROM t").ok());
    const Result<void> failed = database->execute("INSERT INTO t VALUES (1)");
    QVERIFY(!failed.ok());
    QCOMPARE(failed.error().kind, ErrorKind::Disk);
    QVERIFY(failed.error().message.contains(QStringLiteral("read-only")));
}

void SqliteTest::copyTo_isTheSameDatabase()
{
    Database database = open();
    QVERIFY(database.execute("CREATE TABLE t (a); INSERT INTO t VALUES ('kept')").ok());
    const QString copy = m_folder->filePath(QStringLiteral("copy.db"));
    QVERIFY(database.copyTo(copy).ok());
    Result<Database> copied = Database::openReadOnly(copy);
    Result<Statement> select = copied->prepare("SELECT a FROM t");
    QVERIFY(select->step().value());
    QCOMPARE(select->text(0), QStringLiteral("kept"));
}

void SqliteTest::copyTo_ontoAFile_fails()
{
    Database database = open();
    QVERIFY(database.execute("CREATE TABLE t (a)").ok());
    const QString copy = m_folder->filePath(QStringLiteral("copy.db"));
    write(copy, "something else");
    QVERIFY(!database.copyTo(copy).ok());
    QFile file(copy);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("something else"));
}

void SqliteTest::write_onFullDisk_saysSo()
{
    Database database = open();
    QVERIFY(database.execute("CREATE TABLE t (a); PRAGMA max_page_count = 4").ok());
    Result<Statement> insert = database.prepare("INSERT INTO t VALUES (?)");
    const Result<void> failed = insert->bindBlob(1, QByteArray(100'000, 'x')).run();
    QVERIFY(!failed.ok());
    QCOMPARE(failed.error().kind, ErrorKind::Disk);
    QVERIFY(failed.error().message.contains(QStringLiteral("disk is full")));
}

void SqliteTest::setAside_keepsTheBytes()
{
    QStringList targets;
    for (int i = 0; i < 3; ++i) { // within one second: each gets a name of its own
        write(m_path, "bytes " + QByteArray::number(i));
        write(m_path + QStringLiteral("-wal"), "log");
        const Result<QString> target = setAside(m_path);
        QVERIFY(target.ok());
        QVERIFY(!QFile::exists(m_path) && !QFile::exists(m_path + QStringLiteral("-wal")));
        QVERIFY(target->startsWith(m_path + QStringLiteral(".damaged-")));
        QVERIFY(QFile::exists(*target + QStringLiteral("-wal")));
        QFile file(*target);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "bytes " + QByteArray::number(i));
        targets << *target;
    }
    QCOMPARE(targets.removeDuplicates(), 0);
}

void SqliteTest::setAside_ofNothing_fails()
{
    const Result<QString> failed = setAside(m_path);
    QVERIFY(!failed.ok());
    QCOMPARE(failed.error().path, m_path);
}

QTEST_GUILESS_MAIN(SqliteTest)
#include "tst_sqlite.moc"
