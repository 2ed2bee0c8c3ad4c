#include "library/analysisstore.h"

#include <QDir>
#include <QFile>
#include <QMap>
#include <QTemporaryDir>
#include <QTest>

using namespace Lectern;

namespace {

const AnalysisStage quotes{QStringLiteral("quotes"), 1};
const AnalysisStage stories{QStringLiteral("stories"), 1};

/// What the store has of a stage: "units bytes" by article.
QMap<QString, QString> all(AnalysisStore &store, const AnalysisStage &stage)
{
    QMap<QString, QString> found;
    const Result<void> read = store.read(stage, [&found](const AnalysisResult &result) {
        found.insert(result.article,
                     QStringLiteral("%1 %2").arg(result.textUnits).arg(QString::fromUtf8(result.bytes)));
    });
    return read ? found : QMap<QString, QString>{{read.error().toString(), {}}};
}

using Found = QMap<QString, QString>;

} // namespace

class TestAnalysisStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void write_survivesAndIsReplaced();
    void read_otherVersion_dropsOnlyItsOwnStage();
    void keepOnly_dropsTheOthersOfTheStage();
    void open_damaged_isSetAsideSaidAndBegunAnew();
    void open_otherFormat_isBegunAnew();
    void open_nowhere_keepsNothingAndFailsNothing();
};

void TestAnalysisStore::write_survivesAndIsReplaced()
{
    const QTemporaryDir dir;
    {
        AnalysisStore store(dir.path());
        QVERIFY(store.isOpen());
        QVERIFY(store.write(quotes, {{QStringLiteral("a"), 3, "x"}, {QStringLiteral("b"), 4, ""}}));
        QVERIFY(store.write(stories, {{QStringLiteral("a"), 3, "s"}}));
        QVERIFY(store.write(quotes, {{QStringLiteral("a"), 5, "y"}}));
    }
    AnalysisStore store(dir.path());
    QVERIFY(store.notice().isEmpty());
    QCOMPARE(all(store, quotes), (Found{{QStringLiteral("a"), QStringLiteral("5 y")},
                                        {QStringLiteral("b"), QStringLiteral("4 ")}}));
    QCOMPARE(all(store, stories), (Found{{QStringLiteral("a"), QStringLiteral("3 s")}}));
}

void TestAnalysisStore::read_otherVersion_dropsOnlyItsOwnStage()
{
    const QTemporaryDir dir;
    AnalysisStore store(dir.path());
    QVERIFY(store.write(quotes, {{QStringLiteral("a"), 3, "old"}}));
    QVERIFY(store.write(stories, {{QStringLiteral("a"), 3, "s"}}));
    const AnalysisStage newer{quotes.name, 2};
    QCOMPARE(all(store, newer), Found());
    QVERIFY(store.write(newer, {{QStringLiteral("a"), 3, "new"}}));
    QCOMPARE(all(store, newer), (Found{{QStringLiteral("a"), QStringLiteral("3 new")}}));
    QCOMPARE(all(store, stories), (Found{{QStringLiteral("a"), QStringLiteral("3 s")}}));
}

void TestAnalysisStore::keepOnly_dropsTheOthersOfTheStage()
{
    const QTemporaryDir dir;
    AnalysisStore store(dir.path());
    QVERIFY(store.write(quotes, {{QStringLiteral("a"), 1, "a"}, {QStringLiteral("b"), 1, "b"}}));
    QVERIFY(store.write(stories, {{QStringLiteral("b"), 1, "s"}}));
    QVERIFY(store.keepOnly(quotes, {QStringLiteral("a"), QStringLiteral("c")}));
    QCOMPARE(all(store, quotes), (Found{{QStringLiteral("a"), QStringLiteral("1 a")}}));
    QCOMPARE(all(store, stories), (Found{{QStringLiteral("b"), QStringLiteral("1 s")}}));
}

void TestAnalysisStore::open_damaged_isSetAsideSaidAndBegunAnew()
{
    const QTemporaryDir dir;
    QFile file(dir.filePath(QStringLiteral("analyses.db")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(9000, '#'));
    file.close();
    AnalysisStore store(dir.path());
    QVERIFY2(store.notice().contains(QLatin1String("analyses.db.damaged-")), qPrintable(store.notice()));
    QVERIFY(store.write(quotes, {{QStringLiteral("a"), 1, "a"}}));
    QCOMPARE(all(store, quotes).size(), 1);
    QCOMPARE(QDir(dir.path()).entryList({QStringLiteral("analyses.db.damaged-*")}).size(), 1);
}

void TestAnalysisStore::open_otherFormat_isBegunAnew()
{
    const QTemporaryDir dir;
    {
        Result<Database> database =
            Database::open(dir.filePath(QStringLiteral("analyses.db")), Durability::Normal);
        QVERIFY(database);
        QVERIFY(database->execute("CREATE TABLE results(other TEXT); PRAGMA user_version=7"));
    }
    AnalysisStore store(dir.path());
    QVERIFY(store.isOpen());
    QVERIFY(store.write(quotes, {{QStringLiteral("a"), 1, "a"}}));
    QCOMPARE(all(store, quotes).size(), 1);
}

void TestAnalysisStore::open_nowhere_keepsNothingAndFailsNothing()
{
    for (const QString &folder : {QString(), QStringLiteral("/proc/nowhere")}) {
        AnalysisStore store(folder);
        QVERIFY(!store.isOpen());
        QVERIFY(store.write(quotes, {{QStringLiteral("a"), 1, "a"}}));
        QVERIFY(store.keepOnly(quotes, {}));
        QCOMPARE(all(store, quotes), Found());
    }
}

QTEST_GUILESS_MAIN(TestAnalysisStore)
#include "tst_analysisstore.moc"
