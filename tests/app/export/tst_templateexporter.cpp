#include "app/export/exportfixture.h"
#include "export/templateexporter.h"

#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Lectern;

namespace {

/// What a template makes of the passages, or the error in words.
QString filled(const QString &text, const QString &suffix, const std::vector<Passage> &passages,
               const ExportOptions &options = ExportOptions())
{
    const Result<TemplateExporter> exporter = TemplateExporter::parse(text, QStringLiteral("t"), suffix);
    return exporter ? QString::fromUtf8(exporter->write(passages, options)) : exporter.error().message;
}

std::vector<Passage> examples()
{
    const ArticlePtr article = exportArticle();
    Passage first = keptOf(*article, QStringLiteral("“Two stayed,” she said"), 1);
    first.note = QStringLiteral("a <b> & *c*");
    first.tags = {QStringLiteral("x"), QStringLiteral("y z")};
    Passage other = keptPassageOf(QStringLiteral("=cell, \"quoted\" {{note}}"));
    other.omitted.clear();
    other.note.clear();
    return {first, keptOf(*article, QStringLiteral("Four *slept* here"), 2), other};
}

} // namespace

class TestTemplateExporter : public QObject
{
    Q_OBJECT

private slots:
    void template_isFilled_data();
    void template_isFilled();
    void mistake_isTold_data();
    void mistake_isTold();
    void missingQuote_warns_data();
    void missingQuote_warns();
    void wordsOfAPassage_areNeverRun();
    void context_isInBeforeAndAfter();
    void kind_isToldByTheName_data();
    void kind_isToldByTheName();
    void shippedTemplate_printsEveryQuote_data();
    void shippedTemplate_printsEveryQuote();
    void missingFile_isTold();
};

void TestTemplateExporter::template_isFilled_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<QString>("expected");
    QTest::newRow("loop") << "{{#passages}}{{start}}-{{end}};{{/passages}}"
                          << "txt"
                          << "14-36;60-77;98-122;";
    QTest::newRow("articles")
        << "{{#articles}}{{title}}: {{#passages}}{{quote}}{{^last}} / {{/last}}{{/passages}}\n{{/articles}}"
        << "txt"
        << "Fog: “Two stayed,” she said / Four *slept* here\nFerry runs aground: =cell, "
           "\"quoted\" {{note}}\n";
    QTest::newRow("missing data is left out")
        << "{{#passages}}{{#note}}[{{note}}]{{/note}}{{^note}}-{{/note}}{{/passages}}"
        << "txt"
        << "[a <b> & *c*]--";
    QTest::newRow("html") << "{{#passages}}{{#note}}{{note}}|{{{note}}}{{/note}}{{/passages}}"
                          << "html"
                          << "a &lt;b&gt; &amp; *c*|a <b> & *c*";
    QTest::newRow("markdown") << "{{#passages}}{{#note}}{{note}}{{/note}}{{/passages}}"
                              << "md"
                              << "a \\<b\\> & \\*c\\*";
    QTest::newRow("latex") << "{{#passages}}{{#note}}{{note}}{{/note}}{{/passages}}"
                           << "tex"
                           << "a <b> \\& *c*";
    QTest::newRow("csv") << "{{#passages}}{{quote}}\n{{/passages}}"
                         << "csv"
                         << "\"“Two stayed,” she said\"\n\"Four *slept* here\"\n\"'=cell, \"\"quoted\"\" "
                            "{{note}}\"\n";
    QTest::newRow("json") << "{{#passages}}{{^note}}\"{{quote}}\"{{/note}}{{/passages}}"
                          << "json"
                          << "\"Four *slept* here\"\"=cell, \\\"quoted\\\" {{note}}\"";
    QTest::newRow("json section") << "{{#passages}}{{#json}}{{{note}}}{{/json}}{{/passages}}"
                                  << "md"
                                  << "\"a <b> & *c*\"\"\"\"\"";
    QTest::newRow("tags") << "{{#passages}}{{#tags}}{{name}}{{^last}}, {{/last}}{{/tags}}{{/passages}}"
                          << "txt"
                          << "x, y zferry, harbour";
    QTest::newRow("outer names") << "{{#passages}}{{#tags}}{{outlet}}{{/tags}}{{/passages}}{{count}}"
                                 << "txt"
                                 << "North Shore CourierNorth Shore CourierNorth Shore CourierNorth Shore "
                                    "Courier3";
    QTest::newRow("kind in a comment")
        << "{{! kind: html }}{{#passages}}{{#note}}{{note}}{{/note}}{{/passages}}"
        << "txt"
        << "a &lt;b&gt; &amp; *c*";
}

void TestTemplateExporter::template_isFilled()
{
    QFETCH(QString, text);
    QFETCH(QString, suffix);
    QFETCH(QString, expected);
    QCOMPARE(filled(text, suffix, examples()), expected);
    QCOMPARE(filled(text, suffix, examples()), expected);
}

void TestTemplateExporter::mistake_isTold_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("unclosed tag") << "a {{quote";
    QTest::newRow("unclosed section") << "{{#passages}}{{quote}}";
    QTest::newRow("closed by another name") << "{{#passages}}{{quote}}{{/articles}}";
    QTest::newRow("closed without opening") << "{{/passages}}";
    QTest::newRow("partial") << "{{> quote}}";
    QTest::newRow("delimiters") << "{{=<% %>=}}<%>quote%>";
    QTest::newRow("deep") << QStringLiteral("{{#a}}").repeated(100000) +
                                 QStringLiteral("{{/a}}").repeated(100000);
}

void TestTemplateExporter::mistake_isTold()
{
    QFETCH(QString, text);
    const Result<TemplateExporter> exporter = TemplateExporter::parse(text, QStringLiteral("/a/t.md"), {});
    QVERIFY(!exporter.ok());
    QCOMPARE(exporter.error().kind, ErrorKind::Malformed);
    QCOMPARE(exporter.error().path, QStringLiteral("/a/t.md"));
    QVERIFY2(exporter.error().message.size() > 45, qPrintable(exporter.error().message));
}

void TestTemplateExporter::missingQuote_warns_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("warns");
    QTest::newRow("none") << "{{#passages}}{{note}}{{/passages}}" << true;
    QTest::newRow("quote") << "{{#passages}}{{ quote }}{{/passages}}" << false;
    QTest::newRow("unescaped") << "{{#passages}}{{{exact}}}{{/passages}}" << false;
    QTest::newRow("ampersand") << "{{#passages}}{{& quote}}{{/passages}}" << false;
    QTest::newRow("lines") << "{{#passages}}{{#lines}}{{line}}{{/lines}}{{/passages}}" << false;
    QTest::newRow("only the section") << "{{#passages}}{{#quote}}x{{/quote}}{{/passages}}" << true;
}

void TestTemplateExporter::missingQuote_warns()
{
    QFETCH(QString, text);
    QFETCH(bool, warns);
    const Result<TemplateExporter> exporter = TemplateExporter::parse(text, QStringLiteral("t"), {});
    QVERIFY(exporter.ok());
    QCOMPARE(exporter->warnings(examples(), {}).size(), warns ? 1 : 0);
}

void TestTemplateExporter::wordsOfAPassage_areNeverRun()
{
    Passage passage = keptPassageOf(QStringLiteral("{{#passages}}{{> note}}{{/passages}} {{id}}"));
    passage.omitted.clear();
    passage.note = QStringLiteral("{{> note}}");
    const QString text =
        QStringLiteral("{{#passages}}{{quote}}|{{{note}}}|{{#json}}{{{note}}}{{/json}}{{/passages}}");
    QCOMPARE(filled(text, QStringLiteral("txt"), {passage}),
             passage.quote + QStringLiteral("|{{> note}}|\"{{> note}}\""));
}

void TestTemplateExporter::context_isInBeforeAndAfter()
{
    const ArticlePtr article = exportArticle();
    const QString text = QStringLiteral("{{#passages}}{{before}}<{{quote}}>{{after}}{{/passages}}");
    const std::vector<Passage> passages{keptOf(*article, QStringLiteral("Two stayed"), 1)};
    QCOMPARE(filled(text, QStringLiteral("txt"), passages, optionsWith(article)),
             QStringLiteral("<Two stayed>"));
    QCOMPARE(filled(text, QStringLiteral("txt"), passages, optionsWith(article, ExportContext::Sentence)),
             QStringLiteral("“<Two stayed>,” she said."));
}

void TestTemplateExporter::kind_isToldByTheName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<QString>("mimeType");
    QTest::newRow("markdown") << "a.md"
                              << "md"
                              << "text/markdown";
    QTest::newRow("mustache") << "a.html.mustache"
                              << "html"
                              << "text/html";
    QTest::newRow("only mustache") << "a.mustache"
                                   << "txt"
                                   << "text/plain";
    QTest::newRow("capitals") << "A.TEX"
                              << "tex"
                              << "application/x-tex";
}

void TestTemplateExporter::kind_isToldByTheName()
{
    QFETCH(QString, name);
    QFETCH(QString, suffix);
    QFETCH(QString, mimeType);
    const QTemporaryDir folder(temporaryFolder());
    QFile file(folder.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{{#passages}}{{quote}}{{/passages}}");
    file.close();
    const Result<std::unique_ptr<Exporter>> exporter = templateExporter(file.fileName());
    QVERIFY(exporter.ok());
    QCOMPARE((*exporter)->suffix(), suffix);
    QCOMPARE((*exporter)->mimeType(), mimeType);
    QCOMPARE((*exporter)->format(), QStringLiteral("template:") + file.fileName());
}

void TestTemplateExporter::shippedTemplate_printsEveryQuote_data()
{
    QTest::addColumn<QString>("name");
    for (const ShippedTemplate &shipped : shippedTemplates())
        QTest::addRow("%s", qPrintable(shipped.name)) << shipped.name;
}

void TestTemplateExporter::shippedTemplate_printsEveryQuote()
{
    QFETCH(QString, name);
    const Result<std::unique_ptr<Exporter>> exporter = templateExporter(name);
    QVERIFY(exporter.ok());
    QCOMPARE((*exporter)->warnings(examples(), {}), QStringList());
    const QString text = QString::fromUtf8((*exporter)->write(examples(), {}));
    QFile golden(QStringLiteral(LECTERN_SOURCE_DIR "/tests/data/export/template-%1.%2")
                     .arg(name, (*exporter)->suffix()));
    if (qEnvironmentVariableIsSet("LECTERN_WRITE_GOLDENS")) { // to be looked at before it is committed
        QVERIFY(golden.open(QIODevice::WriteOnly));
        golden.write(text.toUtf8());
        golden.close();
    }
    QVERIFY(golden.open(QIODevice::ReadOnly));
    QCOMPARE(text, QString::fromUtf8(golden.readAll()));
    QVERIFY(text.contains(QStringLiteral("Two stayed,” she said")));
}

void TestTemplateExporter::missingFile_isTold()
{
    const Result<std::unique_ptr<Exporter>> exporter = templateExporter(QStringLiteral("/none/t.md"));
    QVERIFY(!exporter.ok());
    QCOMPARE(exporter.error().kind, ErrorKind::Unreadable);
    QVERIFY(exporter.error().message.contains(QStringLiteral("obsidian")));
}

QTEST_GUILESS_MAIN(TestTemplateExporter)
#include "tst_templateexporter.moc"
