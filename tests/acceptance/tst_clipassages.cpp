#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

/// Runs the real `lectern-cli verify` and `passages import` on real files and holds them to their contract.
class TestCliPassages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void usage_wrong_exitsWith2_data();
    void usage_wrong_exitsWith2();
    void verify_nothingChanged_exitsWith0();
    void verify_changedAndMissing_exitsWith3();
    void verify_movedFile_isFoundAmongSources();
    void verify_terminal_saysWhatAHashProves();
    void import_tellsWhatBecameOfEach();
    void import_again_keepsOrOverwrites();
    void import_ownExport_comesWhole();

private:
    struct Run
    {
        int exit = -1;
        QByteArray out;
        QByteArray err;
        QList<QJsonObject> lines() const;
    };
    Run run(const QStringList &arguments) const;
    /// With --json and the library of this test.
    Run passages(const QStringList &arguments) const
    {
        return run(QStringList{QStringLiteral("passages"), QStringLiteral("--json"),
                               QStringLiteral("--library"), path(QStringLiteral("library"))} +
                   arguments);
    }
    Run verify(const QString &file, const QStringList &options = {QStringLiteral("--json")}) const
    {
        return run(QStringList{QStringLiteral("verify")} + options + QStringList{file});
    }
    QString path(const QString &name) const { return m_dir->filePath(name); }
    QString write(const QString &name, const QByteArray &bytes) const;
    /// Keeps the words of a file, which is `text` with these words in it.
    void keep(const QString &file, const QByteArray &text, const QByteArray &words) const;
    QString exported() const;

    std::unique_ptr<QTemporaryDir> m_dir;
};

namespace {

const QByteArray ferry =
    "The ferry ran aground at dawn on Monday. The captain said the fog was thick as wool.\n\n"
    "Nobody was hurt. The harbour is open again.\n";
const QByteArray captain = "The captain said the fog was thick as wool.";

} // namespace

QList<QJsonObject> TestCliPassages::Run::lines() const
{
    QList<QJsonObject> objects;
    for (const QByteArray &line : out.split('\n'))
        if (!line.isEmpty())
            objects += QJsonDocument::fromJson(line).object();
    return objects;
}

TestCliPassages::Run TestCliPassages::run(const QStringList &arguments) const
{
    QProcess process;
    process.start(QStringLiteral(LECTERN_BIN_DIR "/lectern-cli"), arguments);
    Run result;
    if (process.waitForFinished(60000) && process.exitStatus() == QProcess::NormalExit)
        result.exit = process.exitCode();
    result.out = process.readAllStandardOutput();
    result.err = process.readAllStandardError();
    return result;
}

QString TestCliPassages::write(const QString &name, const QByteArray &bytes) const
{
    QDir().mkpath(QFileInfo(path(name)).path());
    QFile file(path(name));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path(name) : QString();
}

void TestCliPassages::keep(const QString &file, const QByteArray &text, const QByteArray &words) const
{
    write(file, text);
    const QJsonObject article =
        run({QStringLiteral("import"), QStringLiteral("--json"), path(file)}).lines().first();
    const QString body = article[QStringLiteral("text")].toString();
    const qsizetype start = body.indexOf(QString::fromUtf8(words));
    QVERIFY(start >= 0);
    QCOMPARE(passages({QStringLiteral("add"), path(file), QStringLiteral("--start"), QString::number(start),
                       QStringLiteral("--end"), QString::number(start + words.size())})
                 .exit,
             0);
}

QString TestCliPassages::exported() const
{
    const Run result =
        run({QStringLiteral("export"), QStringLiteral("--library"), path(QStringLiteral("library")),
             QStringLiteral("--all"), QStringLiteral("--format"), QStringLiteral("json"),
             QStringLiteral("--out"), path(QStringLiteral("out.json"))});
    return result.exit == 0 ? path(QStringLiteral("out.json")) : QString();
}

void TestCliPassages::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
}

void TestCliPassages::usage_wrong_exitsWith2_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("verify nothing") << QStringList{QStringLiteral("verify")};
    QTest::newRow("verify two files")
        << QStringList{QStringLiteral("verify"), QStringLiteral("a"), QStringLiteral("b")};
    QTest::newRow("verify what is not there")
        << QStringList{QStringLiteral("verify"), QStringLiteral("/nowhere/at/all")};
    QTest::newRow("verify no export")
        << QStringList{QStringLiteral("verify"), QStringLiteral(LECTERN_SOURCE_DIR "/LICENSE")};
    QTest::newRow("import no highlights") << QStringList{
        QStringLiteral("passages"), QStringLiteral("--library"), QStringLiteral("/tmp/lectern-no-such"),
        QStringLiteral("import"), QStringLiteral(LECTERN_SOURCE_DIR "/LICENSE")};
}

void TestCliPassages::usage_wrong_exitsWith2()
{
    QFETCH(QStringList, arguments);
    if (const qsizetype library = arguments.indexOf(QStringLiteral("/tmp/lectern-no-such")); library >= 0)
        arguments[library] = path(QStringLiteral("library"));
    const Run result = run(arguments);
    QCOMPARE(result.exit, 2);
    QVERIFY(!result.err.isEmpty());
    QVERIFY(result.out.isEmpty());
}

void TestCliPassages::verify_nothingChanged_exitsWith0()
{
    keep(QStringLiteral("ferry.txt"), ferry, captain);
    const Run result = verify(exported());
    QCOMPARE(result.exit, 0);
    QCOMPARE(result.lines().size(), 1);
    const QJsonObject line = result.lines().first();
    QCOMPARE(line[QStringLiteral("state")].toString(), QStringLiteral("identical"));
    QCOMPARE(line[QStringLiteral("path")].toString(), path(QStringLiteral("ferry.txt")));
    QCOMPARE(line[QStringLiteral("start")].toInt(), ferry.indexOf(captain));
    QCOMPARE(line[QStringLiteral("end")].toInt(), ferry.indexOf(captain) + captain.size());
    QVERIFY(line[QStringLiteral("differences")].toArray().isEmpty());
    QVERIFY(line[QStringLiteral("id")].toString().startsWith(QLatin1String("urn:uuid:")));
}

void TestCliPassages::verify_changedAndMissing_exitsWith3()
{
    keep(QStringLiteral("changed.txt"), ferry, captain);
    keep(QStringLiteral("elsewhere.txt"), ferry + "One.\n", captain);
    keep(QStringLiteral("moved.txt"), ferry + "Two.\n", captain);
    keep(QStringLiteral("gone.txt"), ferry + "Three.\n", captain);
    const QString file = exported();
    write(QStringLiteral("changed.txt"), QByteArray(ferry).replace("thick", "dense \xf0\x9f\x8c\xab"));
    write(QStringLiteral("elsewhere.txt"), ferry + "One and a half.\n");
    write(QStringLiteral("moved.txt"), "Updated.\n\n" + ferry + "Two.\n");
    QVERIFY(QFile::remove(path(QStringLiteral("gone.txt"))));
    const Run result = verify(file);
    QCOMPARE(result.exit, 3);
    QMap<QString, QJsonObject> byFile;
    for (const QJsonObject &line : result.lines())
        byFile.insert(QFileInfo(line[QStringLiteral("path")].toString()).baseName(), line);
    const auto state = [&byFile](const char *name) {
        return byFile.value(QLatin1String(name))[QStringLiteral("state")].toString();
    };
    QCOMPARE(state("changed"), QStringLiteral("changed"));
    QCOMPARE(state("elsewhere"), QStringLiteral("unchanged-text"));
    QCOMPARE(state("moved"), QStringLiteral("moved"));
    QCOMPARE(state("gone"), QStringLiteral("missing"));
    QVERIFY(byFile.value(QStringLiteral("gone"))[QStringLiteral("start")].isNull());
    QVERIFY(!byFile.value(QStringLiteral("gone"))[QStringLiteral("reason")].toString().isEmpty());
    const QJsonArray differences =
        byFile.value(QStringLiteral("changed"))[QStringLiteral("differences")].toArray();
    QCOMPARE(differences.size(), 1);
    QCOMPARE(differences[0][QStringLiteral("kind")].toString(), QStringLiteral("replaced"));
    QCOMPARE(differences[0][QStringLiteral("yours")].toString(), QStringLiteral("thick"));
    QCOMPARE(differences[0][QStringLiteral("theirs")].toString(), QStringLiteral("dense 🌫"));
    QCOMPARE(differences[0][QStringLiteral("start")].toInt(), ferry.indexOf("thick"));
    QCOMPARE(differences[0][QStringLiteral("end")].toInt(), ferry.indexOf("thick") + 7); // code points
}

void TestCliPassages::verify_movedFile_isFoundAmongSources()
{
    keep(QStringLiteral("ferry.txt"), ferry, captain);
    const QString file = exported();
    QVERIFY(QDir(m_dir->path()).mkpath(QStringLiteral("archive")));
    QVERIFY(QFile::rename(path(QStringLiteral("ferry.txt")), path(QStringLiteral("archive/old.txt"))));
    QCOMPARE(verify(file).exit, 3);
    const Run found = verify(
        file, {QStringLiteral("--json"), QStringLiteral("--sources"), path(QStringLiteral("archive"))});
    QCOMPARE(found.exit, 0);
    QCOMPARE(found.lines().first()[QStringLiteral("state")].toString(), QStringLiteral("identical"));
    QCOMPARE(found.lines().first()[QStringLiteral("path")].toString(),
             path(QStringLiteral("archive/old.txt")));
}

void TestCliPassages::verify_terminal_saysWhatAHashProves()
{
    keep(QStringLiteral("ferry.txt"), ferry, captain);
    const Run result = verify(exported(), {});
    QVERIFY(result.out.contains(captain));
    QVERIFY(result.out.contains("1 identical, 0 with the file changed elsewhere"));
    QVERIFY(result.out.contains("does not show that the file is authentic"));
}

void TestCliPassages::import_tellsWhatBecameOfEach()
{
    write(QStringLiteral("articles/ferry.md"), "# Ferry\n\n" + ferry);
    QCOMPARE(run({QStringLiteral("library"), QStringLiteral("--library"), path(QStringLiteral("library")),
                  QStringLiteral("add"), path(QStringLiteral("articles"))})
                 .exit,
             0);
    const QString file = write(QStringLiteral("readwise.csv"),
                               "Highlight,Title,Author,URL,Note,Location,Date\n" + captain +
                                   ",,,,A note,,\n" + QByteArray(captain).replace("thick", "white") +
                                   ",Ferry,,,,,\n" + "Bears roam the streets.,Bears,,,,,\n,Nothing,,,,,\n");
    const Run result = passages({QStringLiteral("import"), file});
    QCOMPARE(result.exit, 1); // one was refused
    const QList<QJsonObject> lines = result.lines();
    QCOMPARE(lines.size(), 5);
    QStringList outcomes;
    for (const QJsonObject &line : lines.first(4))
        outcomes += line[QStringLiteral("outcome")].toString();
    QCOMPARE(outcomes, QStringList({QStringLiteral("anchored"), QStringLiteral("changed"),
                                    QStringLiteral("orphan"), QStringLiteral("refused")}));
    QCOMPARE(lines[0][QStringLiteral("state")].toString(), QStringLiteral("exact"));
    QCOMPARE(lines[0][QStringLiteral("quote")].toString(), QString::fromUtf8(captain));
    QCOMPARE(lines[0][QStringLiteral("note")].toString(), QStringLiteral("A note"));
    QCOMPARE(lines[3][QStringLiteral("number")].toInt(), 4);
    QVERIFY(!lines[3][QStringLiteral("reason")].toString().isEmpty());
    const QJsonObject summary = lines.last();
    QCOMPARE(summary[QStringLiteral("format")].toString(), QStringLiteral("readwise"));
    QCOMPARE(summary[QStringLiteral("added")].toInt(), 3);
    for (const char *outcome : {"anchored", "changed", "orphan", "refused"})
        QCOMPARE(summary[QLatin1String(outcome)].toInt(), 1);
    // What was imported is what is listed.
    QStringList states;
    for (const QJsonObject &line : passages({QStringLiteral("list")}).lines())
        states += line[QStringLiteral("state")].toString();
    QCOMPARE(states,
             QStringList({QStringLiteral("exact"), QStringLiteral("changed"), QStringLiteral("orphan")}));
}

void TestCliPassages::import_again_keepsOrOverwrites()
{
    const QString file =
        write(QStringLiteral("readwise.csv"), "Highlight,Title\nBears roam the streets.,Bears\n");
    const auto summary = [&](const QStringList &options) {
        return passages(QStringList{QStringLiteral("import"), file} + options).lines().last();
    };
    QCOMPARE(summary({})[QStringLiteral("added")].toInt(), 1);
    QCOMPARE(summary({})[QStringLiteral("kept")].toInt(), 1);
    QCOMPARE(summary({QStringLiteral("--overwrite")})[QStringLiteral("overwritten")].toInt(), 1);
    QCOMPARE(passages({QStringLiteral("list")}).lines().size(), 1);
}

void TestCliPassages::import_ownExport_comesWhole()
{
    keep(QStringLiteral("ferry.txt"), ferry, captain);
    const QString file = exported();
    const QList<QJsonObject> before = passages({QStringLiteral("list")}).lines();
    QCOMPARE(passages({QStringLiteral("remove"), before.first()[QStringLiteral("id")].toString()}).exit, 0);
    const Run result = passages({QStringLiteral("import"), file});
    QCOMPARE(result.exit, 0);
    QCOMPARE(result.lines().last()[QStringLiteral("format")].toString(), QStringLiteral("lectern"));
    QCOMPARE(passages({QStringLiteral("list")}).lines(), before);
}

QTEST_GUILESS_MAIN(TestCliPassages)
#include "tst_clipassages.moc"
