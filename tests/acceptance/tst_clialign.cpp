#include "support/program.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Lectern::Testing;

namespace {

const char *const harbour =
    "Bridge closed\n\n😀 “We will rebuild the broken pier before summer,” said Ellen Moss.\n\n"
    "The old harbour bridge was closed on Monday morning after 12 cracks were found.\n\n"
    "A ferry takes people across the water every hour.\n";
const char *const fellside =
    "No way across\n\nThe old harbour bridge was closed on Monday morning after 14 cracks were "
    "found.\n\nShe wrote: \"We will rebuild the broken pier before summer.\"\n\n"
    "Nobody knows what that will cost the town.\n";

} // namespace

/// Runs the real lectern-cli align on real files and holds it to its contract.
class TestCliAlign : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void json_passagesAndDifferencesAreCutFromTheTexts();
    void json_onlyIsWhatOneAccountHas();
    void text_tellsPassagesAndDifferences();
    void threeAccounts_areComparedInPairs();
    void usage_wrong_exitsWith2_data();
    void usage_wrong_exitsWith2();
    void report_isOneDocument_data();
    void report_isOneDocument();
    void failedInputs_exitWith1();

private:
    QString write(const QString &name, const QByteArray &bytes) const;
    /// The words of a place, which counts code points, in the canonical text of its file.
    QString words(const QJsonObject &place, const QString &path) const;

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_first;
    QString m_second;
};

void TestCliAlign::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
    m_first = write(QStringLiteral("harbour.txt"), harbour);
    m_second = write(QStringLiteral("fellside.txt"), fellside);
}

QString TestCliAlign::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_dir->filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return {};
    return file.fileName();
}

QString TestCliAlign::words(const QJsonObject &place, const QString &path) const
{
    const ProgramRun run = runCli({QStringLiteral("import"), QStringLiteral("--json"), path});
    const QList<QJsonObject> lines = run.lines();
    if (lines.isEmpty())
        return {};
    const QList<uint> text = lines.first().value(QLatin1String("text")).toString().toUcs4();
    const int start = place.value(QLatin1String("start")).toInt(-1);
    const int end = place.value(QLatin1String("end")).toInt(-1);
    const QList<uint> cut = text.mid(start, end - start);
    return QString::fromUcs4(reinterpret_cast<const char32_t *>(cut.constData()), cut.size());
}

void TestCliAlign::json_passagesAndDifferencesAreCutFromTheTexts()
{
    const ProgramRun run = runCli({QStringLiteral("align"), QStringLiteral("--json"), m_first, m_second});
    QCOMPARE(run.exit, 0);
    QList<QJsonObject> passages;
    for (const QJsonObject &line : run.lines())
        if (line.contains(QLatin1String("kind")))
            passages += line;
    QCOMPARE(passages.size(), 2);

    const QJsonObject quotation = passages.at(0);
    QCOMPARE(quotation.value(QLatin1String("a")).toObject().value(QLatin1String("path")).toString(), m_first);
    QCOMPARE(words(quotation.value(QLatin1String("a")).toObject(), m_first),
             QStringLiteral("We will rebuild the broken pier before summer,"));
    QCOMPARE(words(quotation.value(QLatin1String("b")).toObject(), m_second),
             QStringLiteral("We will rebuild the broken pier before summer."));
    QCOMPARE(quotation.value(QLatin1String("kind")).toString(), QStringLiteral("typographic"));
    QVERIFY(quotation.value(QLatin1String("quotation")).toBool());

    const QJsonObject reworded = passages.at(1);
    QCOMPARE(reworded.value(QLatin1String("kind")).toString(), QStringLiteral("reworded"));
    QVERIFY(!reworded.value(QLatin1String("quotation")).toBool());
    const QJsonArray differences = reworded.value(QLatin1String("differences")).toArray();
    QCOMPARE(differences.size(), 1);
    QCOMPARE(differences.at(0).toObject().value(QLatin1String("kind")).toString(), QStringLiteral("number"));
    QCOMPARE(words(differences.at(0).toObject().value(QLatin1String("a")).toObject(), m_first),
             QStringLiteral("12"));
    QCOMPARE(words(differences.at(0).toObject().value(QLatin1String("b")).toObject(), m_second),
             QStringLiteral("14"));
}

void TestCliAlign::json_onlyIsWhatOneAccountHas()
{
    const ProgramRun run = runCli({QStringLiteral("align"), QStringLiteral("--json"), m_first, m_second});
    QStringList only;
    for (const QJsonObject &line : run.lines()) {
        const QJsonObject place = line.value(QLatin1String("only")).toObject();
        if (!place.isEmpty())
            only += words(place, place.value(QLatin1String("path")).toString());
    }
    QVERIFY(only.contains(QStringLiteral("A ferry takes people across the water every hour.")));
    QVERIFY(only.contains(QStringLiteral("Nobody knows what that will cost the town.")));
    QVERIFY(!only.join(u'|').contains(QStringLiteral("rebuild")));
}

void TestCliAlign::text_tellsPassagesAndDifferences()
{
    const ProgramRun run = runCli({QStringLiteral("align"), m_first, m_second});
    QCOMPARE(run.exit, 0);
    QVERIFY(run.out.contains("2 shared passages"));
    QVERIFY(run.out.contains("number: “12” / “14”"));
    QVERIFY(run.out.contains("Nobody knows what that will cost the town."));
}

void TestCliAlign::threeAccounts_areComparedInPairs()
{
    const QString third = write(QStringLiteral("third.txt"), harbour);
    const ProgramRun run = runCli({QStringLiteral("align"), m_first, m_second, third});
    QCOMPARE(run.exit, 0);
    QCOMPARE(run.out.count(" | "), 3);
}

void TestCliAlign::usage_wrong_exitsWith2_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing") << QStringList();
    QTest::newRow("one article") << QStringList{QStringLiteral("FIRST")};
    QTest::newRow("unknown report") << QStringList{QStringLiteral("--report"), QStringLiteral("pdf"),
                                                   QStringLiteral("FIRST"), QStringLiteral("FIRST")};
    QTest::newRow("unknown option") << QStringList{QStringLiteral("--sideways"), QStringLiteral("FIRST")};
}

void TestCliAlign::usage_wrong_exitsWith2()
{
    QFETCH(QStringList, arguments);
    arguments.replaceInStrings(QStringLiteral("FIRST"), m_first);
    const ProgramRun run = runCli(QStringList{QStringLiteral("align")} + arguments);
    QCOMPARE(run.exit, 2);
    QVERIFY(!run.err.isEmpty());
}

void TestCliAlign::report_isOneDocument_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("beginning");
    QTest::newRow("html") << "html" << QByteArray("<!DOCTYPE html>");
    QTest::newRow("markdown") << "markdown" << QByteArray("# 2 accounts of one story");
    QTest::newRow("json") << "json" << QByteArray("{");
}

void TestCliAlign::report_isOneDocument()
{
    QFETCH(QString, format);
    QFETCH(QByteArray, beginning);
    const ProgramRun run =
        runCli({QStringLiteral("align"), QStringLiteral("--report"), format, m_first, m_second});
    QCOMPARE(run.exit, 0);
    QVERIFY(run.out.startsWith(beginning));
    QVERIFY(run.err.isEmpty());
}

void TestCliAlign::failedInputs_exitWith1()
{
    const ProgramRun run =
        runCli({QStringLiteral("align"), m_first, m_second, m_dir->filePath(QStringLiteral("none.txt"))});
    QCOMPARE(run.exit, 1);
    QVERIFY(run.err.contains("none.txt"));
    QVERIFY(run.out.contains("2 shared passages"));
}

QTEST_GUILESS_MAIN(TestCliAlign)
#include "tst_clialign.moc"
