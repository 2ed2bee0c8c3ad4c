#include "app/passages/passagefixture.h"
#include "passages/passagestore.h"
#include "support/seed.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>

using namespace Lectern;

namespace {

QString quoteOf(const QString &id)
{
    return QStringLiteral("“The words of %1”,\n\the said 👩‍🚒.").arg(id);
}

void say(const char *what, const QString &id)
{
    std::printf("%s %s\n", what, qPrintable(id));
    std::fflush(stdout);
}

/// Keeps passages until it is killed, and says of each when it is kept; edits one often, so that
/// the journal grows and is begun anew.
int keepForever(const QString &folder)
{
    Result<PassageStore> store = PassageStore::open(folder);
    if (!store)
        return 2;
    say("ready", QString());
    for (int i = 0;; ++i) {
        Passage passage = passageOf(QStringLiteral("-"));
        passage.id = QStringLiteral("urn:uuid:%1-%2").arg(getpid()).arg(i);
        passage.quote = quoteOf(passage.id);
        if (!store->add(passage, i % 3 ? std::optional<int>(i / 2) : std::nullopt))
            return 3;
        say("kept", passage.id);
        passage = store->passages().front();
        for (int edit = 0; edit < 6; ++edit) {
            passage.note = QStringLiteral("%1 has a note").arg(edit);
            if (!store->update(passage))
                return 4;
        }
        say("noted", passage.id);
    }
}

/// Keeps passages on a disk that ends at `limit` bytes a file. Says what is kept, and that nothing that was
/// refused shows.
int keepUntilFull(const QString &folder, rlim_t limit)
{
    std::signal(SIGXFSZ, SIG_IGN);
    if (limit != RLIM_INFINITY) {
        const rlimit size{limit, limit};
        setrlimit(RLIMIT_FSIZE, &size);
    }
    Result<PassageStore> store = PassageStore::open(folder);
    if (!store) {
        say("refused", {});
        return store.error().message.isEmpty() ? 5 : 0;
    }
    size_t kept = store->passages().size();
    int refused = 0;
    for (int i = 0; i < 2000 && refused < 5; ++i) {
        Passage passage = passageOf(QStringLiteral("-"));
        passage.id = QStringLiteral("urn:uuid:full-%1").arg(i);
        passage.quote = quoteOf(passage.id);
        const Result<Passage> done = store->add(passage);
        if (done) {
            ++kept;
            say("kept", passage.id);
        } else {
            ++refused;
            say("refused", {});
            if (done.error().message.isEmpty() || store->find(passage.id))
                return 6;
        }
        if (store->passages().size() != kept)
            return 7;
    }
    return 0;
}

/// Whether what was said to be kept is there, and more can be kept; says what is not so.
bool isAllThere(const QString &folder, const QStringList &kept)
{
    Result<PassageStore> store = PassageStore::open(folder);
    if (!store) {
        say("unusable", store.error().toString());
        return false;
    }
    bool isThere = store->passages().size() == size_t(kept.size());
    for (const QString &id : kept)
        isThere = isThere && store->find(id) && store->find(id)->quote == quoteOf(id);
    if (!isThere)
        say("lost", QStringLiteral("%1 of %2").arg(store->passages().size()).arg(kept.size()));
    return isThere && store->add(passageOf(QStringLiteral("after"))).ok();
}

/// Fills the whole of a small disk that is mounted at `folder`, then makes room on it. What is kept before
/// comes by standard input, an id a line.
int afterTheDiskWasFull(const QString &folder)
{
    QFile in;
    static_cast<void>(in.open(stdin, QIODevice::ReadOnly));
    QStringList kept;
    for (const QByteArray &line : in.readAll().split('\n'))
        if (line.startsWith("kept "))
            kept += QString::fromUtf8(line.mid(5));
    // On the full disk it can be read, or says why not.
    const Result<PassageStore> full = PassageStore::open(folder);
    if (full ? full->passages().size() != size_t(kept.size()) : full.error().message.isEmpty())
        return 12;
    QFile::remove(folder + QStringLiteral("/ballast"));
    if (!isAllThere(folder, kept))
        return 13;
    say("fine", QString::number(kept.size()));
    return 0;
}

/// Opens a store where it may not write.
int readOnly(const QString &folder)
{
    if (geteuid() == 0 && setuid(65534) != 0)
        return 8;
    Result<PassageStore> store = PassageStore::open(folder);
    if (!store) {
        std::printf("%s\n", qPrintable(store.error().toString()));
        return 9;
    }
    for (const Passage &passage : store->passages())
        say("there", passage.id);
    for (const QString &notice : store->notices())
        say("notice", notice);
    const Result<Passage> refused = store->add(passageOf(QStringLiteral("more")));
    if (refused)
        return 10;
    say("refused", refused.error().message);
    return store->passages().size() == 2 ? 0 : 11;
}

int child(const QStringList &arguments)
{
    const QString what = arguments.value(0);
    if (what == u"keep")
        return keepForever(arguments.value(1));
    if (what == u"full")
        return keepUntilFull(arguments.value(1), arguments.value(2).toULongLong());
    if (what == u"fill")
        return keepUntilFull(arguments.value(1), RLIM_INFINITY);
    if (what == u"after")
        return afterTheDiskWasFull(arguments.value(1));
    return readOnly(arguments.value(1));
}

QStringList idsAfter(const QByteArray &output, const QByteArray &word)
{
    QStringList ids;
    for (const QByteArray &line : output.split('\n'))
        if (line.startsWith(word + ' '))
            ids += QString::fromUtf8(line.mid(word.size() + 1));
    return ids;
}

/// Only whole lines count as said.
QByteArray wholeLines(const QByteArray &output)
{
    return output.first(output.lastIndexOf('\n') + 1);
}

QString integrityOf(const QString &folder)
{
    Result<Database> database =
        Database::open(QDir(folder).filePath(QStringLiteral("passages.db")), Durability::Full);
    if (!database)
        return database.error().toString();
    Result<Statement> check = database->prepare("PRAGMA integrity_check");
    if (!check || !check->step().ok())
        return QStringLiteral("no answer");
    return check->text(0);
}

} // namespace

class TestPassageDurability : public QObject
{
    Q_OBJECT

private slots:
    void killedAtAnyMoment_losesNothingThatWasKept_data();
    void killedAtAnyMoment_losesNothingThatWasKept();
    void diskFull_refusesAndLosesNothing_data();
    void diskFull_refusesAndLosesNothing();
    void smallDisk_filled_losesNothing_data();
    void smallDisk_filled_losesNothing();
    void readOnlyFolder_canBeReadButNotChanged();
};

void TestPassageDurability::killedAtAnyMoment_losesNothingThatWasKept_data()
{
    QTest::addColumn<int>("rounds");
    const int wanted = qEnvironmentVariableIsSet("LECTERN_KILL_ROUNDS")
                           ? qEnvironmentVariableIntValue("LECTERN_KILL_ROUNDS")
                           : 25;
    for (int done = 0; done < wanted; done += 25)
        QTest::addRow("from round %d", done) << std::min(25, wanted - done);
}

void TestPassageDurability::killedAtAnyMoment_losesNothingThatWasKept()
{
    QFETCH(int, rounds);
    const quint32 seed = testSeed();
    QRandomGenerator random(seed);
    const QTemporaryDir folder(temporaryFolder());
    QStringList kept;
    QStringList noted;
    for (int round = 0; round < rounds; ++round) {
        QProcess writer;
        writer.start(QCoreApplication::applicationFilePath(),
                     {QStringLiteral("--child"), QStringLiteral("keep"), folder.path()});
        QVERIFY(writer.waitForReadyRead());
        QByteArray output = writer.readAllStandardOutput();
        const int lines = random.bounded(30);
        while (output.count('\n') < lines && writer.waitForReadyRead())
            output += writer.readAllStandardOutput();
        writer.waitForReadyRead(random.bounded(3));
        writer.kill();
        QVERIFY(writer.waitForFinished());
        QCOMPARE(writer.exitStatus(), QProcess::CrashExit);
        output = wholeLines(output + writer.readAllStandardOutput());
        kept += idsAfter(output, "kept");
        noted += idsAfter(output, "noted");

        if (random.bounded(4) == 0) { // and now and then the database is lost on top of it
            QFile database(folder.filePath(QStringLiteral("passages.db")));
            QVERIFY(database.open(QIODevice::ReadWrite));
            QVERIFY(database.seek(random.bounded(int(database.size()))));
            QVERIFY(database.write(QByteArray(5000, 'x')) == 5000);
        }
        const Result<PassageStore> store = PassageStore::open(folder.path());
        QVERIFY2(store.ok(), qPrintable(store.ok() ? QString() : store.error().toString()));
        for (const QString &id : kept) {
            const Passage *passage = store->find(id);
            QVERIFY2(passage, qPrintable(id));
            QCOMPARE(passage->quote, quoteOf(id));
        }
        for (const QString &id : noted)
            QVERIFY(store->find(id)->note.endsWith(u"has a note"));
        QVERIFY(store->passages().size() <=
                size_t(kept.size() + round + 1)); // one a round may be kept and not yet said
        QCOMPARE(integrityOf(folder.path()), QStringLiteral("ok"));
    }
    qInfo("%d rounds, %lld passages kept, %lld notes, none lost", rounds, qlonglong(kept.size()),
          qlonglong(noted.size()));

    QVERIFY(QFile::remove(folder.filePath(QStringLiteral("passages.db"))));
    const Result<PassageStore> recovered = PassageStore::open(folder.path());
    QVERIFY(recovered.ok());
    for (const QString &id : kept)
        QVERIFY2(recovered->find(id) && recovered->find(id)->quote == quoteOf(id), qPrintable(id));
}

void TestPassageDurability::diskFull_refusesAndLosesNothing_data()
{
    QTest::addColumn<int>("limit");
    for (const int limit : {0, 1000, 20000, 40000, 60000, 100000, 250000, 400000})
        QTest::addRow("%d bytes a file", limit) << limit;
}

void TestPassageDurability::diskFull_refusesAndLosesNothing()
{
    QFETCH(int, limit);
    const QTemporaryDir folder(temporaryFolder());
    {
        Result<PassageStore> store = PassageStore::open(folder.path());
        QVERIFY(store.ok());
        QVERIFY(store->add(keptPassageOf(QStringLiteral("before"))).ok());
    }
    QProcess writer;
    writer.start(QCoreApplication::applicationFilePath(),
                 {QStringLiteral("--child"), QStringLiteral("full"), folder.path(), QString::number(limit)});
    QVERIFY(writer.waitForFinished());
    QCOMPARE(writer.exitStatus(), QProcess::NormalExit);
    QCOMPARE(writer.exitCode(), 0);
    const QByteArray output = writer.readAllStandardOutput();
    QVERIFY(output.contains("refused"));
    const QStringList kept = idsAfter(output, "kept");

    Result<PassageStore> store = PassageStore::open(folder.path());
    QVERIFY2(store.ok(), qPrintable(store.ok() ? QString() : store.error().toString()));
    QCOMPARE(store->passages().size(), size_t(kept.size()) + 1);
    for (const QString &id : kept)
        QVERIFY2(store->find(id) && store->find(id)->quote == quoteOf(id), qPrintable(id));
    QCOMPARE(store->passages().front().quote, QStringLiteral("before"));
    QVERIFY(store->add(passageOf(QStringLiteral("after"))).ok());
    QCOMPARE(integrityOf(folder.path()), QStringLiteral("ok"));
    const QStringList left = QDir(folder.path()).entryList(QDir::Files);
    for (const QString &name : left)
        QVERIFY2(QStringList({"passages.db", "passages.db-shm", "passages.db-wal", "passages.journal"})
                     .contains(name),
                 qPrintable(name));
}

void TestPassageDurability::smallDisk_filled_losesNothing_data()
{
    QTest::addColumn<int>("kilobytes");
    for (const int kilobytes : {160, 200, 260, 320, 400, 600, 1000})
        QTest::addRow("%d kB", kilobytes) << kilobytes;
}

/// A file system of its own, in memory: another user's name space may mount one.
void TestPassageDurability::smallDisk_filled_losesNothing()
{
    QFETCH(int, kilobytes);
    const QTemporaryDir folder(temporaryFolder());
    QProcess disk;
    disk.start(QStringLiteral("unshare"),
               {QStringLiteral("-rm"), QStringLiteral("sh"), QStringLiteral("-c"),
                QStringLiteral("mount -t tmpfs -o size=%1k tmpfs \"$1\" || exit 77\n"
                               "head -c 100000 /dev/zero > \"$1/ballast\"\n"
                               "\"$0\" --child fill \"$1\" > \"$2\" || exit 1\n"
                               "exec \"$0\" --child after \"$1\" < \"$2\"")
                    .arg(kilobytes),
                QCoreApplication::applicationFilePath(), folder.path(),
                folder.path() + QStringLiteral(".said")});
    if (!disk.waitForStarted() || !disk.waitForFinished() || disk.exitCode() == 77)
        QSKIP("No file system can be mounted here.");
    QFile::remove(folder.path() + QStringLiteral(".said"));
    const QByteArray output = disk.readAll();
    QVERIFY2(disk.exitStatus() == QProcess::NormalExit && disk.exitCode() == 0,
             output + QByteArray::number(disk.exitCode()));
    QVERIFY2(output.contains("fine "), output);
}

void TestPassageDurability::readOnlyFolder_canBeReadButNotChanged()
{
    const QTemporaryDir folder(temporaryFolder());
    {
        Result<PassageStore> store = PassageStore::open(folder.path());
        QVERIFY(store.ok());
        for (int i = 1; i <= 2; ++i) {
            Passage passage = passageOf(QStringLiteral("words"));
            passage.id = QString::number(i);
            QVERIFY(store->add(passage).ok());
        }
    }
    // Files that anybody may read, in a folder where nobody may write.
    const QFile::Permissions read = QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther;
    for (const QFileInfo &file : QDir(folder.path()).entryInfoList(QDir::Files))
        QVERIFY(QFile::setPermissions(file.filePath(), read));
    QVERIFY(QFile::setPermissions(folder.path(), read | QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther));

    QProcess reader;
    reader.start(QCoreApplication::applicationFilePath(),
                 {QStringLiteral("--child"), QStringLiteral("readonly"), folder.path()});
    QVERIFY(reader.waitForFinished());
    QVERIFY(QFile::setPermissions(folder.path(), read | QFile::WriteOwner | QFile::ExeOwner));
    const QByteArray output = reader.readAllStandardOutput();
    QVERIFY2(reader.exitStatus() == QProcess::NormalExit && reader.exitCode() == 0, output.constData());
    QCOMPARE(idsAfter(output, "there"), QStringList({"1", "2"}));
    QCOMPARE(idsAfter(output, "notice").size(), 1);
    QVERIFY2(output.contains("The passages can be read, but not changed."), output.constData());
    QVERIFY2(output.contains("refused The passages cannot be changed."), output.constData());
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (app.arguments().value(1) == QLatin1String("--child"))
        return child(app.arguments().mid(2));
    TestPassageDurability test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_passagedurability.moc"
