#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

/// Runs the real `lectern-cli library` on real folders and holds it to its contract.
class TestCliLibrary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void usage_wrong_exitsWith2_data();
    void usage_wrong_exitsWith2();
    void add_readsAndRemembers();
    void add_partlyMissing_addsTheRest();
    void remove_takesOut_orNothing();
    void list_tellsWhatCameOfEach();
    void status_holdsEveryFact();
    void rescan_readsWhatChanged();
    void compact_forgetsWhatIsNoLongerRead();
    void terminal_printsSentences();

private:
    struct Run
    {
        int exit = -1;
        QByteArray out;
        QByteArray err;
        QList<QJsonObject> lines() const;
    };
    /// `library ACTION...` on the library of this test.
    Run run(const QStringList &arguments, bool json = true) const;
    QString path(const QString &name) const { return m_dir->filePath(name); }
    void write(const QString &name, const QByteArray &bytes) const;

    std::unique_ptr<QTemporaryDir> m_dir;
};

QList<QJsonObject> TestCliLibrary::Run::lines() const
{
    QList<QJsonObject> objects;
    for (const QByteArray &line : out.split('\n'))
        if (!line.isEmpty())
            objects += QJsonDocument::fromJson(line).object();
    return objects;
}

TestCliLibrary::Run TestCliLibrary::run(const QStringList &arguments, bool json) const
{
    QStringList all{QStringLiteral("library"), QStringLiteral("--library"), path(QStringLiteral("library"))};
    if (json)
        all += QStringLiteral("--json");
    QProcess process;
    process.start(QStringLiteral(LECTERN_BIN_DIR "/lectern-cli"), all + arguments);
    Run result;
    if (process.waitForFinished(60000) && process.exitStatus() == QProcess::NormalExit)
        result.exit = process.exitCode();
    result.out = process.readAllStandardOutput();
    result.err = process.readAllStandardError();
    return result;
}

void TestCliLibrary::write(const QString &name, const QByteArray &bytes) const
{
    QDir().mkpath(QFileInfo(path(name)).path());
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

void TestCliLibrary::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    write(QStringLiteral("one/a.txt"), "A quiet harbour\n\nThe boats stayed in, and nobody minded.\n");
    write(QStringLiteral("one/empty.txt"), "");
    write(QStringLiteral("two/b.txt"), "A loud caf\xC3\xA9\n\nThe boats went out, and nobody came back.\n");
}

void TestCliLibrary::usage_wrong_exitsWith2_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no action") << QStringList{};
    QTest::newRow("unknown action") << QStringList{QStringLiteral("burn")};
    QTest::newRow("add nothing") << QStringList{QStringLiteral("add")};
    QTest::newRow("remove nothing") << QStringList{QStringLiteral("remove")};
    QTest::newRow("list a path") << QStringList{QStringLiteral("list"), QStringLiteral("/tmp")};
    QTest::newRow("add what is not there")
        << QStringList{QStringLiteral("add"), QStringLiteral("/nowhere/at/all")};
    QTest::newRow("remove what is not read")
        << QStringList{QStringLiteral("remove"), QStringLiteral("/nowhere/at/all")};
}

void TestCliLibrary::usage_wrong_exitsWith2()
{
    QFETCH(QStringList, arguments);
    const Run result = run(arguments);
    QCOMPARE(result.exit, 2);
    QVERIFY(!result.err.isEmpty());
    QVERIFY(result.out.isEmpty());
}

void TestCliLibrary::add_readsAndRemembers()
{
    const Run added = run({QStringLiteral("add"), path(QStringLiteral("one"))});
    QCOMPARE(added.exit, 1);
    const QList<QJsonObject> lines = added.lines();
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines[0][QStringLiteral("path")].toString(), path(QStringLiteral("one/empty.txt")));
    QCOMPARE(lines[0][QStringLiteral("error")].toObject()[QStringLiteral("kind")].toString(),
             QStringLiteral("empty"));
    QCOMPARE(lines[1][QStringLiteral("articles")].toInt(), 1);
    QCOMPARE(lines[1][QStringLiteral("failures")].toInt(), 1);
    QCOMPARE(run({QStringLiteral("add"), path(QStringLiteral("two"))}).exit, 0);
    QCOMPARE(run({QStringLiteral("list")}).lines().size(), 2);
}

void TestCliLibrary::add_partlyMissing_addsTheRest()
{
    const Run added = run({QStringLiteral("add"), path(QStringLiteral("two")), path(QStringLiteral("none"))});
    QCOMPARE(added.exit, 1);
    QVERIFY(added.err.contains(path(QStringLiteral("none")).toUtf8()));
    QCOMPARE(run({QStringLiteral("list")}).lines().size(), 1);
}

void TestCliLibrary::remove_takesOut_orNothing()
{
    run({QStringLiteral("add"), path(QStringLiteral("one")), path(QStringLiteral("two"))});
    // A path that is not read on its own spoils the whole of it.
    const Run refused =
        run({QStringLiteral("remove"), path(QStringLiteral("one")), path(QStringLiteral("two/b.txt"))});
    QCOMPARE(refused.exit, 2);
    QVERIFY(refused.err.contains(path(QStringLiteral("two/b.txt")).toUtf8()));
    QCOMPARE(run({QStringLiteral("list")}).lines().size(), 2);
    const Run removed = run({QStringLiteral("remove"), path(QStringLiteral("one")) + QLatin1Char('/')});
    QCOMPARE(removed.exit, 0);
    QCOMPARE(removed.lines().first()[QStringLiteral("path")].toString(), path(QStringLiteral("one")));
    const QList<QJsonObject> left = run({QStringLiteral("list")}).lines();
    QCOMPARE(left.size(), 1);
    QCOMPARE(left.first()[QStringLiteral("path")].toString(), path(QStringLiteral("two")));
    QVERIFY(QFile::exists(path(QStringLiteral("one/a.txt"))));
}

void TestCliLibrary::list_tellsWhatCameOfEach()
{
    run({QStringLiteral("add"), path(QStringLiteral("one")), path(QStringLiteral("two/b.txt"))});
    QVERIFY(QDir().rename(path(QStringLiteral("two")), path(QStringLiteral("unplugged"))));
    const QList<QJsonObject> lines = run({QStringLiteral("list")}).lines();
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines[0][QStringLiteral("kind")].toString(), QStringLiteral("folder"));
    QCOMPARE(lines[0][QStringLiteral("reachable")].toBool(), true);
    QCOMPARE(lines[0][QStringLiteral("articles")].toInt(), 1);
    QCOMPARE(lines[0][QStringLiteral("failures")].toInt(), 1);
    QCOMPARE(lines[1][QStringLiteral("kind")].toString(), QStringLiteral("file"));
    QCOMPARE(lines[1][QStringLiteral("reachable")].toBool(), false);
    QCOMPARE(lines[1][QStringLiteral("articles")].toInt(), 1);
}

void TestCliLibrary::status_holdsEveryFact()
{
    run({QStringLiteral("add"), path(QStringLiteral("one")), path(QStringLiteral("two"))});
    const Run status = run({QStringLiteral("status")});
    QCOMPARE(status.exit, 0);
    QCOMPARE(status.lines().size(), 1);
    const QJsonObject facts = status.lines().first();
    QCOMPARE(facts[QStringLiteral("library")].toString(), path(QStringLiteral("library")));
    QCOMPARE(facts[QStringLiteral("articles")].toInt(), 2);
    QCOMPARE(facts[QStringLiteral("watchedFolders")].toInt(), 2);
    QCOMPARE(facts[QStringLiteral("failures")].toInt(), 1);
    QVERIFY(facts[QStringLiteral("segments")].toInt() >= 1);
    QVERIFY(facts[QStringLiteral("indexBytes")].toInt() > 0);
    // Bytes of UTF-8: the é is two. Paragraphs are apart by one line feed or more.
    const int textBytes = facts[QStringLiteral("textBytes")].toInt();
    QVERIFY2(textBytes >= 105 && textBytes <= 112, qPrintable(QString::number(textBytes)));
    QVERIFY(!facts[QStringLiteral("sandbox")].toString().isEmpty());
    QVERIFY(facts[QStringLiteral("residentBytes")].toInt() <= facts[QStringLiteral("mappedBytes")].toInt());
    QVERIFY(facts[QStringLiteral("mappedBytes")].toInt() > 0);
    QCOMPARE(facts[QStringLiteral("memoryBudget")].toInt(), 1024 * 1024 * 1024);
    QCOMPARE(run({QStringLiteral("memory"), QStringLiteral("300")}).exit, 0);
    QCOMPARE(run({QStringLiteral("memory"), QStringLiteral("much")}).exit, 2);
    QCOMPARE(run({QStringLiteral("status")}).lines().first()[QStringLiteral("memoryBudget")].toInt(),
             300 * 1024 * 1024);
    QCOMPARE(run({QStringLiteral("list")}).lines().size(), 2);
}

void TestCliLibrary::rescan_readsWhatChanged()
{
    run({QStringLiteral("add"), path(QStringLiteral("one"))});
    write(QStringLiteral("one/empty.txt"), "Not empty any more\n\nThere are words in it now.\n");
    write(QStringLiteral("one/c.txt"), "One more\n\nThis one is new among them.\n");
    const Run rescan = run({QStringLiteral("rescan")});
    QCOMPARE(rescan.exit, 0);
    QCOMPARE(rescan.lines().last()[QStringLiteral("articles")].toInt(), 3);
    QCOMPARE(rescan.lines().last()[QStringLiteral("failures")].toInt(), 0);
}

void TestCliLibrary::compact_forgetsWhatIsNoLongerRead()
{
    for (int i = 0; i < 200; ++i)
        write(QStringLiteral("many/%1.txt").arg(i),
              "Title " + QByteArray::number(i) + "\n\n" + QByteArray("Words and words. ").repeated(100));
    run({QStringLiteral("add"), path(QStringLiteral("many")), path(QStringLiteral("two"))});
    QCOMPARE(run({QStringLiteral("remove"), path(QStringLiteral("many"))}).exit, 0);
    const Run compacted = run({QStringLiteral("compact")});
    QCOMPARE(compacted.exit, 0);
    const QJsonObject done = compacted.lines().first();
    QCOMPARE(done[QStringLiteral("filesForgotten")].toInt(), 200);
    QVERIFY(done[QStringLiteral("bytesAfter")].toInt() < done[QStringLiteral("bytesBefore")].toInt() / 2);
    QCOMPARE(run({QStringLiteral("list")}).lines().first()[QStringLiteral("articles")].toInt(), 1);
    QCOMPARE(run({QStringLiteral("compact")}).lines().first()[QStringLiteral("filesForgotten")].toInt(), 0);
}

void TestCliLibrary::terminal_printsSentences()
{
    QVERIFY(run({QStringLiteral("add"), path(QStringLiteral("two"))}, false)
                .out.startsWith("1 article read, and part of the library from now on; 0 failures."));
    QVERIFY(run({QStringLiteral("list")}, false).out.contains("1 article, 0 failures"));
    QVERIFY(run({QStringLiteral("status")}, false).out.contains("Watched folders  1"));
    QVERIFY(
        run({QStringLiteral("rescan")}, false).out.startsWith("The library holds 1 article; 0 failures."));
    QVERIFY(run({QStringLiteral("compact")}, false).out.contains("0 files were forgotten"));
    QVERIFY(run({QStringLiteral("remove"), path(QStringLiteral("two"))}, false)
                .out.contains("is no longer read. Files and passages stay."));
}

QTEST_GUILESS_MAIN(TestCliLibrary)
#include "tst_clilibrary.moc"
