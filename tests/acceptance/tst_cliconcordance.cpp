#include "support/program.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Lectern::Testing;

/// Runs the real lectern-cli concordance on real files and holds it to its contract.
class TestCliConcordance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void json_linesAreCutFromTheText();
    void json_linesAreSorted_data();
    void json_linesAreSorted();
    void text_hitsStandBelowEachOther();
    void limit_cutsTheList();
    void usage_wrong_exitsWith2_data();
    void usage_wrong_exitsWith2();
    void failedInputs_exitWith1();

private:
    ProgramRun run(const QStringList &arguments) const;
    QString write(const QString &name, const QByteArray &bytes) const;

    std::unique_ptr<QTemporaryDir> m_dir;
};

ProgramRun TestCliConcordance::run(const QStringList &arguments) const
{
    return runCli(QStringList{QStringLiteral("concordance")} + arguments);
}

QString TestCliConcordance::write(const QString &name, const QByteArray &bytes) const
{
    const QString path = m_dir->filePath(name);
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
}

void TestCliConcordance::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
    QVERIFY(!write(QStringLiteral("a.txt"),
                   "The 😀 harbour was quiet.\n\nA small harbour sleeps, the old harbour "
                   "wakes, and nobody minds.\n")
                 .isEmpty());
    QVERIFY(!write(QStringLiteral("b.txt"), "Nothing to see here, and nobody to see it.\n").isEmpty());
}

void TestCliConcordance::json_linesAreCutFromTheText()
{
    const QString path = m_dir->filePath(QStringLiteral("a.txt"));
    const ProgramRun result = run({QStringLiteral("--json"), QStringLiteral("--width"), QStringLiteral("6"),
                            QStringLiteral("harbour"), m_dir->path()});
    QCOMPARE(result.exit, 0);
    const QList<QJsonObject> lines = result.lines();
    QCOMPARE(lines.size(), 3);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    for (const QJsonObject &line : lines) {
        QCOMPARE(line[QLatin1String("path")].toString(), path);
        QCOMPARE(line[QLatin1String("id")].toString().size(), 32);
        QCOMPARE(line[QLatin1String("hit")].toString(), QStringLiteral("harbour"));
        QCOMPARE(line[QLatin1String("end")].toInt() - line[QLatin1String("start")].toInt(), 7);
        QVERIFY(!line[QLatin1String("title")].toString().isEmpty());
    }
    QCOMPARE(lines[0][QLatin1String("start")].toInt(), 6); // the smiley counts as one
    QCOMPARE(lines[0][QLatin1String("left")].toString(), QString::fromUtf8("The 😀 "));
    QCOMPARE(lines[0][QLatin1String("right")].toString(), QStringLiteral(" was q"));
}

void TestCliConcordance::json_linesAreSorted_data()
{
    QTest::addColumn<QString>("keys");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("left, symbols behind letters")
        << QStringLiteral("left1,hit,right1")
        << QStringList{QStringLiteral(" wakes"), QStringLiteral(" sleep"), QStringLiteral(" was q")};
    QTest::newRow("left2") << QStringLiteral("left2")
                           << QStringList{QStringLiteral(" sleep"), QStringLiteral(" was q"),
                                          QStringLiteral(" wakes")};
    QTest::newRow("right") << QStringLiteral("right1")
                           << QStringList{QStringLiteral(" sleep"), QStringLiteral(" wakes"),
                                          QStringLiteral(" was q")};
    QTest::newRow("date and title, which are the same")
        << QStringLiteral("date, title")
        << QStringList{QStringLiteral(" was q"), QStringLiteral(" sleep"), QStringLiteral(" wakes")};
}

void TestCliConcordance::json_linesAreSorted()
{
    QFETCH(QString, keys);
    QFETCH(QStringList, expected);
    QStringList found;
    for (const QJsonObject &line :
         run({QStringLiteral("--json"), QStringLiteral("--width=6"), QStringLiteral("--sort"), keys,
              QStringLiteral("harbour"), m_dir->path()})
             .lines())
        found += line[QLatin1String("right")].toString();
    QCOMPARE(found, expected);
}

void TestCliConcordance::text_hitsStandBelowEachOther()
{
    const ProgramRun result = run({QStringLiteral("--width=12"), QStringLiteral("harbour"), m_dir->path()});
    QCOMPARE(result.exit, 0);
    QVERIFY(result.err.isEmpty());
    const QStringList lines = QString::fromUtf8(result.out).split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 4);
    for (qsizetype i = 0; i < 3; ++i) {
        const qsizetype pairs = lines[i].count(QString::fromUtf8("😀"));
        QVERIFY2(lines[i].indexOf(QLatin1String("[harbour]")) - 12 <= pairs, qPrintable(lines[i]));
    }
    QCOMPARE(lines[1].left(21), QStringLiteral("et. A small [harbour]"));
    QCOMPARE(lines[3], QStringLiteral("3 lines of 1 articles for harbour."));
}

void TestCliConcordance::limit_cutsTheList()
{
    const QStringList rest{QStringLiteral("harbour"), m_dir->path()};
    for (const int limit : {0, 2, 100}) {
        const ProgramRun result = run(
            QStringList{QStringLiteral("--json"), QStringLiteral("--limit"), QString::number(limit)} + rest);
        QCOMPARE(result.exit, 0);
        QCOMPARE(result.lines().size(), std::min(limit, 3));
    }
}

void TestCliConcordance::usage_wrong_exitsWith2_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no query") << QStringList{};
    QTest::newRow("unknown key") << QStringList{QStringLiteral("--sort"), QStringLiteral("left9"),
                                                QStringLiteral("x")};
    QTest::newRow("bad width") << QStringList{QStringLiteral("--width"), QStringLiteral("-1"),
                                              QStringLiteral("x")};
    QTest::newRow("bad limit") << QStringList{QStringLiteral("--limit"), QStringLiteral("many"),
                                              QStringLiteral("x")};
}

void TestCliConcordance::usage_wrong_exitsWith2()
{
    QFETCH(QStringList, arguments);
    const ProgramRun result = run(arguments);
    QCOMPARE(result.exit, 2);
    QVERIFY(!result.err.isEmpty());
    QVERIFY(result.out.isEmpty());
}

void TestCliConcordance::failedInputs_exitWith1()
{
    const ProgramRun result = run({QStringLiteral("--json"), QStringLiteral("harbour"), m_dir->path(),
                            QStringLiteral("/nowhere/at/all")});
    QCOMPARE(result.exit, 1);
    QCOMPARE(result.lines().size(), 3);
    QVERIFY(!result.err.isEmpty());
}

QTEST_GUILESS_MAIN(TestCliConcordance)
#include "tst_cliconcordance.moc"
