#include "support/program.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace Lectern::Testing;

namespace {

const QString library = QStringLiteral(LECTERN_SOURCE_DIR "/resources/library");

std::set<QString> membersOf(const QJsonObject &story)
{
    std::set<QString> members;
    for (const QJsonValue &article : story.value(QLatin1String("articles")).toArray()) {
        const QJsonObject object = article.toObject();
        const QString part = object.value(QLatin1String("part")).toString();
        members.insert(QFileInfo(object.value(QLatin1String("path")).toString()).fileName() +
                       (part.isEmpty() ? QString() : u'#' + part));
    }
    return members;
}

} // namespace

/// Runs the real lectern-cli stories on the sample library, whose six events are known.
class TestCliStories : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sampleLibrary_hasItsSixEvents();
    void reasons_areTold();
    void order_doesNotMatter();
    void singles_arePrintedWhenAskedFor();
    void usage_wrong_exitsWith2();
    void failedInputs_exitWith1();
};

void TestCliStories::sampleLibrary_hasItsSixEvents()
{
    const ProgramRun run = runCli({QStringLiteral("stories"), QStringLiteral("--json"), library});
    QCOMPARE(run.exit, 0);
    QCOMPARE(run.lines().size(), 6);
    const std::vector<std::set<QString>> expected{
        {QStringLiteral("harbour-bridge-closed-fellside-courier.html"),
         QStringLiteral("harbour-bridge-closed-harbour-post.txt"),
         QStringLiteral("three-days-without-a-bridge-weekly-ledger.md")},
        {QStringLiteral("dockers-vote-to-strike-harbour-post.txt"),
         QStringLiteral("port-strike-explained-coastline.txt"), QStringLiteral("shed-four-weekly-ledger.md")},
        {QStringLiteral("rescue-on-cairn-hollin-harbour-post.html"),
         QStringLiteral("sisters-and-dog-rescued-fellside-courier.txt"),
         QStringLiteral("a-second-verse-weekly-ledger.txt")},
        {QStringLiteral("boy-keeps-lighthouse-lit-harbour-post.txt"),
         QStringLiteral("no-headline-skerry-point.txt"),
         QStringLiteral("the-wrong-kind-of-dark-coastline.html")},
        {QStringLiteral("lost-novel-found-ellwick-evening-lamp.html"),
         QStringLiteral("salt-stair-manuscript-weekly-ledger.txt"),
         QStringLiteral("what-the-drawer-kept-lantern-street.md")},
        {QStringLiteral("eleven-chairs-and-a-timer-coastline.html"),
         QStringLiteral("night-nurses-naps-ward-round.md"),
         QStringLiteral("sleeping-on-the-job-evening-lamp.txt")},
    };
    for (const std::set<QString> &event : expected) {
        int found = 0;
        for (const QJsonObject &story : run.lines()) {
            const std::set<QString> members = membersOf(story);
            if (members.count(*event.begin()) == 0)
                continue;
            ++found;
            QVERIFY2(std::includes(members.begin(), members.end(), event.begin(), event.end()),
                     qPrintable(*event.begin()));
            QVERIFY2(members.size() <= event.size() + 1, qPrintable(*event.begin()));
        }
        QCOMPARE(found, 1);
    }
}

void TestCliStories::reasons_areTold()
{
    const ProgramRun json = runCli({QStringLiteral("stories"), QStringLiteral("--json"), library});
    for (const QJsonObject &story : json.lines()) {
        std::set<QString> kinds;
        for (const QJsonValue &reason : story.value(QLatin1String("because")).toArray())
            kinds.insert(reason.toObject().value(QLatin1String("kind")).toString());
        QVERIFY(kinds.count(QStringLiteral("quotation")) == 1);
        QVERIFY(kinds.count(QStringLiteral("name")) == 1);
        QVERIFY(kinds.count(QStringLiteral("date")) == 1);
    }
    const ProgramRun text = runCli({QStringLiteral("stories"), library});
    QVERIFY(text.out.contains("4 accounts: 3 shared quotations"));
}

void TestCliStories::order_doesNotMatter()
{
    QStringList paths;
    for (const QFileInfo &file : QDir(library).entryInfoList(QDir::Files, QDir::Name | QDir::Reversed))
        paths += file.absoluteFilePath();
    const auto groups = [](const ProgramRun &run) {
        std::set<std::set<QString>> stories;
        for (const QJsonObject &story : run.lines())
            stories.insert(membersOf(story));
        return stories;
    };
    const auto forward = groups(runCli({QStringLiteral("stories"), QStringLiteral("--json"), library}));
    const auto backward =
        groups(runCli(QStringList{QStringLiteral("stories"), QStringLiteral("--json")} + paths));
    QCOMPARE(forward.size(), size_t(6));
    QVERIFY(forward == backward);
}

void TestCliStories::singles_arePrintedWhenAskedFor()
{
    const ProgramRun run =
        runCli({QStringLiteral("stories"), QStringLiteral("--json"), QStringLiteral("--singles"), library});
    int singles = 0;
    for (const QJsonObject &story : run.lines())
        singles += story.value(QLatin1String("size")).toInt() == 1;
    QVERIFY(singles > 5);
}

void TestCliStories::usage_wrong_exitsWith2()
{
    QCOMPARE(runCli({QStringLiteral("stories")}).exit, 2);
    QCOMPARE(runCli({QStringLiteral("stories"), QStringLiteral("--tall"), library}).exit, 2);
}

void TestCliStories::failedInputs_exitWith1()
{
    const ProgramRun run =
        runCli({QStringLiteral("stories"), library, library + QStringLiteral("/none.txt")});
    QCOMPARE(run.exit, 1);
    QVERIFY(run.err.contains("none.txt"));
}

QTEST_GUILESS_MAIN(TestCliStories)
#include "tst_clistories.moc"
