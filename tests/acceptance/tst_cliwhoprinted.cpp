#include "library/storylocks.h"
#include "support/program.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Lectern;
using namespace Lectern::Testing;

namespace {

const QString library = QStringLiteral(LECTERN_SOURCE_DIR "/resources/library");
const QString sentence = QStringLiteral("This one told us on Sunday night, and we’d be fools not to listen.");

} // namespace

/// Runs the real lectern-cli who-printed, and stories with what the reader has said.
class TestCliWhoPrinted : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sentence_isFoundInEachOfItsForms();
    void text_isForPeople();
    void nowhere_isNoFailure();
    void usage_wrong_exitsWith2();
    void failedInputs_exitWith1();
    void stories_obeyWhatTheReaderSaid();
};

void TestCliWhoPrinted::sentence_isFoundInEachOfItsForms()
{
    const ProgramRun run =
        runCli({QStringLiteral("who-printed"), QStringLiteral("--json"), sentence, library});
    QCOMPARE(run.exit, 0);
    QStringList matches;
    for (const QJsonObject &line : run.lines()) {
        matches += line.value(QLatin1String("match")).toString();
        QVERIFY(QFile::exists(line.value(QLatin1String("path")).toString()));
        const int start = line.value(QLatin1String("start")).toInt();
        QCOMPARE(line.value(QLatin1String("end")).toInt() - start,
                 int(line.value(QLatin1String("text")).toString().toUcs4().size()));
        QVERIFY(line.value(QLatin1String("score")).toDouble() > 0.5);
    }
    QCOMPARE(matches, (QStringList{QStringLiteral("verbatim"), QStringLiteral("typographic"),
                                   QStringLiteral("typographic"), QStringLiteral("reworded")}));
    const QJsonObject difference =
        run.lines().last().value(QLatin1String("differences")).toArray().first().toObject();
    QCOMPARE(difference.value(QLatin1String("kind")).toString(), QStringLiteral("word"));
    QCOMPARE(difference.value(QLatin1String("yours")).toString(), QStringLiteral("we’d"));
    QCOMPARE(difference.value(QLatin1String("theirs")).toString(), QStringLiteral("we would"));
}

void TestCliWhoPrinted::text_isForPeople()
{
    const ProgramRun run = runCli({QStringLiteral("who-printed"), sentence, library});
    QCOMPARE(run.exit, 0);
    QVERIFY(run.out.contains("(Harbour Post): verbatim"));
    QVERIFY(run.out.contains("word: “we’d” / “we would”"));
}

void TestCliWhoPrinted::nowhere_isNoFailure()
{
    const ProgramRun run = runCli({QStringLiteral("who-printed"), QStringLiteral("--json"),
                                   QStringLiteral("Xyzzy plugh frobnicated."), library});
    QCOMPARE(run.exit, 0);
    QVERIFY(run.out.isEmpty());
}

void TestCliWhoPrinted::usage_wrong_exitsWith2()
{
    QCOMPARE(runCli({QStringLiteral("who-printed")}).exit, 2);
    QCOMPARE(runCli({QStringLiteral("who-printed"), QStringLiteral(" "), library}).exit, 2);
    QCOMPARE(runCli({QStringLiteral("who-printed"), QStringLiteral("--tall"), sentence, library}).exit, 2);
}

void TestCliWhoPrinted::failedInputs_exitWith1()
{
    const ProgramRun run =
        runCli({QStringLiteral("who-printed"), sentence, library, library + QStringLiteral("/none.txt")});
    QCOMPARE(run.exit, 1);
    QVERIFY(run.err.contains("none.txt"));
}

void TestCliWhoPrinted::stories_obeyWhatTheReaderSaid()
{
    const QTemporaryDir dir;
    const auto write = [&dir](const char *name, const QByteArray &text) {
        QFile file(dir.filePath(QString::fromLatin1(name)));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    };
    const QByteArray one = "The Ferrow Bridge in Tarnmouth was closed after a cracked bearing was found.";
    const QByteArray other = "A baker in Ellwick sold nine hundred loaves on the day of the marathon.";
    QVERIFY(write("one.txt", one) && write("other.txt", other));
    QTemporaryDir said;
    const QStringList command{QStringLiteral("stories"), QStringLiteral("--json"),
                              QStringLiteral("--library"), said.path(), dir.path()};
    QVERIFY(runCli(command).lines().isEmpty());
    StoryLocks locks(said.path());
    const Result<qint64> group =
        locks.add({{storyKey(QString::fromUtf8(one)), storyKey(QString::fromUtf8(other)), true}});
    QVERIFY(group);
    QCOMPARE(runCli(command).lines().size(), 1);
    QVERIFY(locks.takeBack(*group));
    QVERIFY(runCli(command).lines().isEmpty());
}

QTEST_GUILESS_MAIN(TestCliWhoPrinted)
#include "tst_cliwhoprinted.moc"
