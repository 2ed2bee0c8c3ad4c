#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

/// Runs the real lectern-cli export on a library of its own and holds it to its contract.
class TestCliExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void format_isWrittenTheSameTwice_data();
    void format_isWrittenTheSameTwice();
    void style_citesSo();
    void context_showsTheParagraph();
    void accessed_isNamedOnlyWhenAsked();
    void record_canBeLeftOut();
    void fragment_namesItsText();
    void template_isFilled();
    void shippedTemplate_isPrintedAndRuns();
    void changedSource_isTold();
    void usage_wrong_exitsWith2_data();
    void usage_wrong_exitsWith2();

private:
    struct Run
    {
        int exit = -1;
        QByteArray out;
        QByteArray err;
    };
    /// Exports all passages unless the arguments choose otherwise.
    Run run(const QStringList &arguments) const;
    Run exported(const QStringList &arguments) const;
    QString path(const QString &name) const { return m_dir.filePath(name); }

    QTemporaryDir m_dir;
};

TestCliExport::Run TestCliExport::run(const QStringList &arguments) const
{
    QProcess process;
    process.start(QStringLiteral(LECTERN_BIN_DIR "/lectern-cli"),
                  arguments + QStringList{QStringLiteral("--library"), path(QStringLiteral("library"))});
    process.closeWriteChannel();
    if (!process.waitForFinished(60000))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

TestCliExport::Run TestCliExport::exported(const QStringList &arguments) const
{
    return run(QStringList{QStringLiteral("export"), QStringLiteral("--all")} + arguments);
}

void TestCliExport::initTestCase()
{
    QFile file(path(QStringLiteral("fog.txt")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Fog over the harbour\n\nOne came. \xE2\x80\x9CTwo stayed,\xE2\x80\x9D she said.\n\nThree left.\n");
    file.close();
    const Run added =
        run({QStringLiteral("passages"), QStringLiteral("add"), file.fileName(), QStringLiteral("--start"),
             QStringLiteral("32"), QStringLiteral("--end"), QStringLiteral("42"), QStringLiteral("--note"),
             QStringLiteral("a note"), QStringLiteral("--tag"), QStringLiteral("weather")});
    QVERIFY2(added.exit == 0 && added.out.startsWith("Two stayed\n"), added.out + added.err);
}

void TestCliExport::format_isWrittenTheSameTwice_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("part");
    const auto row = [](const char *format, const QByteArray &part) {
        QTest::newRow(format) << QString::fromLatin1(format) << part;
    };
    row("markdown", "> Two stayed\n");
    row("html", "<p>Two stayed</p></blockquote>");
    row("text", "Two stayed\n\n");
    row("csv", ",Two stayed,a note,weather,");
    row("json", "\"exact\": \"Two stayed\"");
    row("annotation", "\"AnnotationSet\"");
    row("odt", "application/vnd.oasis.opendocument.text");
    row("docx", "word/document.xml");
    row("pdf", "%PDF-1.");
    row("bibtex", "annote = {“Two stayed” (¶ 1) a note}");
    row("biblatex", "annotation = {“Two stayed” (¶ 1) a note}");
    row("ris", "\r\nN1  - “Two stayed” (¶ 1) a note\r\nER  - \r\n");
    row("csl-json", "\"type\": \"article-newspaper\"");
    row("readwise-csv", "Two stayed,Fog over the harbour,,,\".weather\na note\",32,");
    row("qdpx", "project.qde");
    row("evidence", "evidence.html");
    row("clippings", "- Your Highlight on Location 32-42 | Added on ");
    row("wikipedia", "{{cite news |title=Fog over the harbour |quote=Two stayed}}");
}

void TestCliExport::format_isWrittenTheSameTwice()
{
    QFETCH(QString, format);
    QFETCH(QByteArray, part);
    const QString file = path(QStringLiteral("out.") + format);
    const Run piped = exported({QStringLiteral("--format"), format});
    QVERIFY2(piped.exit == 0, piped.err.constData());
    QVERIFY2(piped.out.contains(part), piped.out.constData());
    QCOMPARE(exported({QStringLiteral("--format"), format, QStringLiteral("--out"), file}).exit, 0);
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QCOMPARE(written.readAll(), piped.out);
}

void TestCliExport::style_citesSo()
{
    const Run run = exported({QStringLiteral("--style"), QStringLiteral("wikipedia"),
                              QStringLiteral("--format"), QStringLiteral("text")});
    QVERIFY2(run.out.contains("{{cite news |title=Fog over the harbour}}\n"), run.out.constData());
    QVERIFY(exported({}).out.contains("— “Fog over the harbour.” fog.txt, ¶ 1.\n"));
}

void TestCliExport::context_showsTheParagraph()
{
    const Run run = exported({QStringLiteral("--context"), QStringLiteral("paragraph")});
    QVERIFY2(run.out.startsWith("> One came. “<mark>Two stayed</mark>,” she said.\n"), run.out.constData());
    const Run article = exported({QStringLiteral("--context"), QStringLiteral("article")});
    QVERIFY2(article.out.startsWith(
                 "# Fog over the harbour\n\nOne came. “<mark>Two stayed</mark>\\[1\\],” she said.\n\nThree left.\n"),
             article.out.constData());
}

void TestCliExport::accessed_isNamedOnlyWhenAsked()
{
    const QStringList chicago{QStringLiteral("--style"), QStringLiteral("chicago"),
                              QStringLiteral("--format"), QStringLiteral("biblatex")};
    const Run run =
        exported(chicago + QStringList{QStringLiteral("--accessed"), QStringLiteral("2026-11-25")});
    QCOMPARE(run.exit, 0); // a file has no address that was looked at
    QCOMPARE(run.out, exported(chicago).out);
}

void TestCliExport::record_canBeLeftOut()
{
    QVERIFY(exported({QStringLiteral("--format"), QStringLiteral("text")}).out.contains("SHA-256"));
    const Run run =
        exported({QStringLiteral("--format"), QStringLiteral("text"), QStringLiteral("--no-record")});
    QVERIFY(run.exit == 0 && !run.out.contains("SHA-256") && run.out.contains("Two stayed"));
}

void TestCliExport::fragment_namesItsText()
{
    const QJsonDocument page =
        QJsonDocument::fromJson(exported({QStringLiteral("--format"), QStringLiteral("json")}).out);
    const QString fragment = page["items"][0]["target"]["selector"][2]["value"].toString();
    QVERIFY2(fragment.startsWith(QStringLiteral("char=32,42;md5=")), qPrintable(fragment));
}

void TestCliExport::template_isFilled()
{
    QFile file(path(QStringLiteral("mine.html.mustache")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{{#passages}}<q>{{before}}[{{quote}}]{{after}}</q>{{/passages}}");
    file.close();
    const Run run = exported({QStringLiteral("--format"), QStringLiteral("template:") + file.fileName(),
                              QStringLiteral("--context"), QStringLiteral("sentence")});
    QCOMPARE(QString::fromUtf8(run.out), QStringLiteral("<q>“[Two stayed],” she said.</q>"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{{#passages}}{{note}}{{/passages}}");
    file.close();
    const Run silent = exported({QStringLiteral("--format"), QStringLiteral("template:") + file.fileName()});
    QCOMPARE(silent.exit, 0);
    QVERIFY2(silent.err.contains("does not print the quotation"), silent.err.constData());
}

void TestCliExport::shippedTemplate_isPrintedAndRuns()
{
    const Run printed =
        run({QStringLiteral("export"), QStringLiteral("--print-template"), QStringLiteral("obsidian")});
    QCOMPARE(printed.exit, 0);
    QFile file(path(QStringLiteral("copy.md")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(printed.out);
    file.close();
    const QByteArray shipped =
        exported({QStringLiteral("--format"), QStringLiteral("template:obsidian")}).out;
    QVERIFY2(shipped.contains("> Two stayed\n"), shipped.constData());
    QCOMPARE(exported({QStringLiteral("--format"), QStringLiteral("template:") + file.fileName()}).out,
             shipped);
}

void TestCliExport::changedSource_isTold()
{
    QFile file(path(QStringLiteral("fog.txt")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    file.close();
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(before + "\nFour.\n");
    file.close();
    const Run run = exported({QStringLiteral("--context"), QStringLiteral("article")});
    QCOMPARE(run.exit, 0);
    QVERIFY2(run.err.contains("has changed or is not there"), run.err.constData());
    QVERIFY2(run.out.contains("<mark>Two stayed</mark>,” she said."), run.out.constData());
    QVERIFY(!run.out.contains("Four"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(before);
}

void TestCliExport::usage_wrong_exitsWith2_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("format") << QStringList{QStringLiteral("--format"), QStringLiteral("doc")};
    QTest::newRow("style") << QStringList{QStringLiteral("--style"), QStringLiteral("harvard")};
    QTest::newRow("context") << QStringList{QStringLiteral("--context"), QStringLiteral("page")};
    QTest::newRow("date") << QStringList{QStringLiteral("--accessed"), QStringLiteral("yesterday")};
    QTest::newRow("template that is not there")
        << QStringList{QStringLiteral("--format"), QStringLiteral("template:/none")};
    QTest::newRow("template that does not come with us")
        << QStringList{QStringLiteral("--print-template"), QStringLiteral("none")};
    QTest::newRow("ids and all") << QStringList{QStringLiteral("urn:uuid:1")};
}

void TestCliExport::usage_wrong_exitsWith2()
{
    QFETCH(QStringList, arguments);
    const Run run = exported(arguments);
    QCOMPARE(run.exit, 2);
    QVERIFY(run.out.isEmpty());
    QVERIFY(run.err.size() > 20);
}

QTEST_GUILESS_MAIN(TestCliExport)
#include "tst_cliexport.moc"
