#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

/// Runs the real lectern-cli on real files and holds it to its contract.
class TestCli : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void help_isPrinted_data();
    void help_isPrinted();
    void usage_wrong_exitsWith2_data();
    void usage_wrong_exitsWith2();
    void import_printsArticlesAndFailures();
    void import_standardInput();
    void import_sameInput_sameBytes();
    void import_closedPipe_endsCleanly();
    void search_foldsMarks_andCountsExactly();
    void search_misspelt_saysWhatMayHaveBeenMeant();
    void search_manyQueries_nameTheirs();
    void search_offsets_areCodePoints();
    void passages_roundTrip();
    void export_quote_isInTheFileByteForByte();

private:
    struct Run
    {
        int exit = -1;
        QByteArray out;
        QByteArray err;
        QList<QJsonObject> lines() const;
    };
    Run run(const QStringList &arguments, const QByteArray &input = {}) const;
    QString write(const QString &name, const QByteArray &bytes) const;

    std::unique_ptr<QTemporaryDir> m_dir;
};

QList<QJsonObject> TestCli::Run::lines() const
{
    QList<QJsonObject> objects;
    for (const QByteArray &line : out.split('\n')) {
        if (line.isEmpty())
            continue;
        const QJsonDocument document = QJsonDocument::fromJson(line);
        if (!document.isObject())
            return {};
        objects += document.object();
    }
    return objects;
}

TestCli::Run TestCli::run(const QStringList &arguments, const QByteArray &input) const
{
    QProcess process;
    process.start(QStringLiteral(LECTERN_BIN_DIR "/lectern-cli"), arguments);
    process.write(input);
    process.closeWriteChannel();
    Run result;
    if (process.waitForFinished(60000) && process.exitStatus() == QProcess::NormalExit)
        result.exit = process.exitCode();
    result.out = process.readAllStandardOutput();
    result.err = process.readAllStandardError();
    return result;
}

QString TestCli::write(const QString &name, const QByteArray &bytes) const
{
    const QString path = m_dir->filePath(name);
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
}

void TestCli::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
}

void TestCli::help_isPrinted_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("program") << QStringList{QStringLiteral("--help")};
    for (const char *command : {"import", "search", "concordance", "passages", "export", "verify", "bench"})
        QTest::newRow(command) << QStringList{QString::fromLatin1(command), QStringLiteral("--help")};
}

void TestCli::help_isPrinted()
{
    QFETCH(QStringList, arguments);
    const Run help = run(arguments);
    QCOMPARE(help.exit, 0);
    QVERIFY(help.out.size() > 100);
    QVERIFY(help.err.isEmpty());
}

void TestCli::usage_wrong_exitsWith2_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing") << QStringList{};
    QTest::newRow("unknown command") << QStringList{QStringLiteral("fly")};
    QTest::newRow("import without paths") << QStringList{QStringLiteral("import")};
    QTest::newRow("unknown option") << QStringList{QStringLiteral("import"), QStringLiteral("--wings")};
    QTest::newRow("unknown format") << QStringList{QStringLiteral("import"), QStringLiteral("--as"),
                                                   QStringLiteral("stone"), QStringLiteral("x")};
    QTest::newRow("search without query") << QStringList{QStringLiteral("search")};
    QTest::newRow("bad limit") << QStringList{QStringLiteral("search"), QStringLiteral("--limit"),
                                              QStringLiteral("-1"), QStringLiteral("x")};
    QTest::newRow("bench of nothing") << QStringList{QStringLiteral("bench")};
    QTest::newRow("export nothing named") << QStringList{QStringLiteral("export")};
    QTest::newRow("nothing could be read")
        << QStringList{QStringLiteral("import"), QStringLiteral("/nowhere/at/all")};
}

void TestCli::usage_wrong_exitsWith2()
{
    QFETCH(QStringList, arguments);
    const Run result = run(arguments);
    QCOMPARE(result.exit, 2);
    QVERIFY(!result.err.isEmpty());
}

void TestCli::import_printsArticlesAndFailures()
{
    QVERIFY(!write(QStringLiteral("a.txt"), "A quiet harbour\n\nThe boats stayed in, and nobody minded.\n")
                 .isEmpty());
    QVERIFY(!write(QStringLiteral("b.md"), "# A loud harbour\n\nThe boats went *out*.\n").isEmpty());
    QVERIFY(!write(QStringLiteral("c.txt"), "").isEmpty());
    const Run result = run({QStringLiteral("import"), QStringLiteral("--json"), m_dir->path()});
    QCOMPARE(result.exit, 1);
    const QList<QJsonObject> lines = result.lines();
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines[0][QStringLiteral("title")].toString(), QStringLiteral("A quiet harbour"));
    QCOMPARE(lines[0][QStringLiteral("format")].toString(), QStringLiteral("text"));
    QVERIFY(lines[0][QStringLiteral("published")].isNull());
    QCOMPARE(lines[0][QStringLiteral("sha256")].toString().size(), 64);
    QCOMPARE(lines[1][QStringLiteral("format")].toString(), QStringLiteral("markdown"));
    QCOMPARE(lines[1][QStringLiteral("blocks")].toArray().size(), 2);
    QCOMPARE(lines[2][QStringLiteral("error")].toObject()[QStringLiteral("kind")].toString(),
             QStringLiteral("empty"));
}

void TestCli::import_standardInput()
{
    const Run result = run({QStringLiteral("import"), QStringLiteral("--json"), QStringLiteral("--as"),
                            QStringLiteral("html"), QStringLiteral("-")},
                           "<html><head><title>Tides</title></head><body><p>The tide turned at six in the "
                           "morning.</p></body></html>");
    QCOMPARE(result.exit, 0);
    QCOMPARE(result.lines().size(), 1);
    QCOMPARE(result.lines().first()[QStringLiteral("title")].toString(), QStringLiteral("Tides"));
    QCOMPARE(result.lines().first()[QStringLiteral("path")].toString(), QStringLiteral("-"));
}

void TestCli::import_sameInput_sameBytes()
{
    const QStringList arguments{QStringLiteral("import"), QStringLiteral("--json"),
                                QStringLiteral(LECTERN_SOURCE_DIR "/resources/library")};
    const Run first = run(arguments);
    QCOMPARE(first.exit, 0);
    QVERIFY(first.lines().size() >= 30);
    QCOMPARE(run(arguments).out, first.out);
}

void TestCli::import_closedPipe_endsCleanly()
{
    QProcess shell;
    shell.start(
        QStringLiteral("/bin/sh"),
        {QStringLiteral("-c"),
         QStringLiteral("'%1/lectern-cli' import --json '%2/resources/library' | head -c 10 >/dev/null")
             .arg(QStringLiteral(LECTERN_BIN_DIR), QStringLiteral(LECTERN_SOURCE_DIR))});
    QVERIFY(shell.waitForFinished(60000));
    QCOMPARE(shell.readAllStandardError(), QByteArray());
}

void TestCli::search_foldsMarks_andCountsExactly()
{
    write(QStringLiteral("curly.txt"),
          "Home\n\nShe couldn\xE2\x80\x99t leave the caf\xC3\xA9, and he couldn't either.\n");
    write(QStringLiteral("other.txt"), "Away\n\nHe could leave.\n");
    for (const QString &query : {QStringLiteral("couldn't"), QString::fromUtf8("couldn\u2019t"),
                                 QString::fromUtf8("\u201Ccouldn't\" CAFE")}) {
        const Run result = run({QStringLiteral("search"), QStringLiteral("--json"), query, m_dir->path()});
        QCOMPARE(result.exit, 0);
        const QList<QJsonObject> lines = result.lines();
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines[0][QStringLiteral("hitCount")].toInt() >= 2);
        QCOMPARE(lines[1][QStringLiteral("total")].toInt(), 1);
    }
}

void TestCli::search_misspelt_saysWhatMayHaveBeenMeant()
{
    const QString path = write(QStringLiteral("a.txt"), "Harbour\n\nThe strike began on Monday morning.\n");
    const auto suggestions = [&](const QString &query) {
        const QJsonObject line =
            run({QStringLiteral("search"), QStringLiteral("--json"), query, path}).lines().last();
        return line[QStringLiteral("suggestions")];
    };
    QCOMPARE(suggestions(QStringLiteral("stirke monday")),
             QJsonValue(QJsonArray{QStringLiteral("strike monday")}));
    QCOMPARE(suggestions(QStringLiteral("strike")), QJsonValue(QJsonArray()));
    const Run result = run({QStringLiteral("search"), QStringLiteral("stirke"), path});
    QVERIFY(QString::fromUtf8(result.out).contains(QLatin1String("Did you mean: strike?")));
}

void TestCli::search_manyQueries_nameTheirs()
{
    write(QStringLiteral("a.txt"), "Harbour\n\nThe strike began on Monday morning.\n");
    const QString queries = write(QStringLiteral("queries.tsv"), "q1\tstrike\nq2\tnothing of the kind\n");
    const Run result = run({QStringLiteral("search"), QStringLiteral("--json"), QStringLiteral("--plain"),
                            QStringLiteral("--queries"), queries, m_dir->filePath(QStringLiteral("a.txt"))});
    QCOMPARE(result.exit, 0);
    const QList<QJsonObject> lines = result.lines();
    QCOMPARE(lines.size(), 4);
    QCOMPARE(lines[0][QStringLiteral("qid")].toString(), QStringLiteral("q1"));
    QCOMPARE(lines[1][QStringLiteral("total")].toInt(), 1);
    QCOMPARE(lines[3][QStringLiteral("qid")].toString(), QStringLiteral("q2"));
}

void TestCli::search_offsets_areCodePoints()
{
    const QString path = write(QStringLiteral("emoji.txt"),
                               "Sea\n\nA \xF0\x9F\x90\x8B whale and a \xF0\x9F\x90\x9F herring.\n");
    const QList<QJsonObject> lines =
        run({QStringLiteral("search"), QStringLiteral("--json"), QStringLiteral("herring"), path}).lines();
    QCOMPARE(lines.size(), 2);
    const QJsonObject hit = lines[0][QStringLiteral("hits")].toArray().at(0).toObject();
    const QString text = run({QStringLiteral("import"), QStringLiteral("--json"), path})
                             .lines()
                             .first()[QStringLiteral("text")]
                             .toString();
    const QList<uint> points = text.toUcs4();
    const qsizetype start = hit[QStringLiteral("start")].toInt();
    const qsizetype end = hit[QStringLiteral("end")].toInt();
    QCOMPARE(QString::fromUcs4(reinterpret_cast<const char32_t *>(points.constData()) + start, end - start),
             QStringLiteral("herring"));
}

void TestCli::passages_roundTrip()
{
    const QString path = write(QStringLiteral("a.txt"), "Harbour\n\nThe strike began on Monday morning.\n");
    const QStringList library{QStringLiteral("--library"), m_dir->filePath(QStringLiteral("library"))};
    const Run added =
        run(QStringList{QStringLiteral("passages"), QStringLiteral("add"), path, QStringLiteral("--start"),
                        QStringLiteral("12"), QStringLiteral("--end"), QStringLiteral("18"),
                        QStringLiteral("--note"), QStringLiteral("first"), QStringLiteral("--tag"),
                        QStringLiteral("work"), QStringLiteral("--json")} +
            library);
    QCOMPARE(added.exit, 0);
    QCOMPARE(added.lines().first()[QStringLiteral("quote")].toString(), QStringLiteral("strike"));
    const QString id = added.lines().first()[QStringLiteral("id")].toString();

    const auto list = [&] {
        return run(QStringList{QStringLiteral("passages"), QStringLiteral("list"), QStringLiteral("--json")} +
                   library)
            .lines();
    };
    QCOMPARE(list().size(), 1);
    QCOMPARE(list().first()[QStringLiteral("state")].toString(), QStringLiteral("exact"));

    const QString exported = m_dir->filePath(QStringLiteral("out.json"));
    QCOMPARE(run(QStringList{QStringLiteral("export"), QStringLiteral("--all"), QStringLiteral("--format"),
                             QStringLiteral("json"), QStringLiteral("--out"), exported} +
                 library)
                 .exit,
             0);
    const QJsonObject before = list().first();
    QCOMPARE(run(QStringList{QStringLiteral("passages"), QStringLiteral("remove"), id} + library).exit, 0);
    QVERIFY(list().isEmpty());
    QCOMPARE(run(QStringList{QStringLiteral("passages"), QStringLiteral("import"), exported} + library).exit,
             0);
    QCOMPARE(list().size(), 1);
    QCOMPARE(list().first(), before);
    QCOMPARE(run(QStringList{QStringLiteral("passages"), QStringLiteral("remove"), QStringLiteral("nobody")} +
                 library)
                 .exit,
             1);
}

void TestCli::export_quote_isInTheFileByteForByte()
{
    const QByteArray bytes = "Harbour\n\n\xE2\x80\x9CWe couldn\xE2\x80\x99t\xE2\x80\x9D, she said "
                             "\xE2\x80\x93 \xE2\x80\x9Cnot today.\xE2\x80\x9D\n";
    const QString path = write(QStringLiteral("a.txt"), bytes);
    const QStringList library{QStringLiteral("--library"), m_dir->filePath(QStringLiteral("library"))};
    QCOMPARE(
        run(QStringList{QStringLiteral("passages"), QStringLiteral("add"), path, QStringLiteral("--start"),
                        QStringLiteral("8"), QStringLiteral("--end"), QStringLiteral("46")} +
            library)
            .exit,
        0);
    const Run exported = run(QStringList{QStringLiteral("export"), QStringLiteral("--all"),
                                         QStringLiteral("--format"), QStringLiteral("json")} +
                             library);
    QCOMPARE(exported.exit, 0);
    const QString sha256 =
        QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    QVERIFY(exported.out.contains(sha256.toLatin1()));
    const QString quote =
        run(QStringList{QStringLiteral("passages"), QStringLiteral("list"), QStringLiteral("--json")} +
            library)
            .lines()
            .first()[QStringLiteral("quote")]
            .toString();
    QCOMPARE(quote.size(), 38);
    QVERIFY(bytes.contains(quote.toUtf8()));
    QVERIFY(exported.out.contains(quote.toUtf8()));
}

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
