#include "app/passages/passagefixture.h"
#include "export/exporter.h"
#include "export/zipfile.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QTest>

using namespace Lectern;

namespace {

/// One that has everything, one of which little is known, and one of several pieces.
std::vector<Passage> examples()
{
    Passage full = keptPassageOf(QStringLiteral("“The fog came *without* warning,” he said.\nNobody was hurt "
                                                "– 40 people & 1 dog 👩‍🚒."));
    full.omitted.clear();
    full.note = QStringLiteral("=1+1 is no formula -- see <b>page</b> 2");
    Passage bare;
    bare.id = QStringLiteral("urn:uuid:00000000-0000-4000-8000-000000000002");
    bare.article = QStringLiteral("fedcba9876543210fedcba9876543210");
    bare.source.path = QStringLiteral("/library/أخبار.txt");
    bare.source.sha256 = QByteArray(64, 'c');
    bare.textSha256 = QByteArray(64, 'd');
    bare.canonVersion = 1;
    bare.codePoints = {0, 16};
    bare.range = {0, 16};
    bare.paragraph = 1;
    bare.inParagraph = {0, 16};
    bare.quote = QStringLiteral("وصلت السفينة إلى");
    bare.title = bare.quote;
    bare.titleDerived = true;
    bare.language = QStringLiteral("ar");
    Passage pieces =
        keptPassageOf(QStringLiteral("She stayed. It rained all day. Nobody 👩‍🚒 left, she said."));
    pieces.id = QStringLiteral("urn:uuid:00000000-0000-4000-8000-000000000003");
    pieces.omit({TextRange{11, 30}.shifted(pieces.range.start)});
    pieces.authors = {QStringLiteral("Associated Press")};
    return {full, bare, pieces};
}

/// Of a zip the member that holds the words, of a PDF its preview: the bytes around them depend on libraries
/// and fonts.
QByteArray goldenBytes(const Exporter &exporter, QString *suffix)
{
    static const QHash<QString, QString> members{
        {QStringLiteral("odt"), QStringLiteral("content.xml")},
        {QStringLiteral("docx"), QStringLiteral("word/document.xml")},
        {QStringLiteral("qdpx"), QStringLiteral("project.qde")},
        {QStringLiteral("evidence"), QStringLiteral("SHA256SUMS")}};
    *suffix = exporter.suffix();
    if (const QString member = members.value(exporter.format()); !member.isEmpty()) {
        *suffix = member.section(QLatin1Char('/'), -1);
        return memberOfZip(exporter.write(examples()), member, 1 << 20).value_or(QByteArray());
    }
    if (exporter.isText())
        return exporter.write(examples());
    *suffix = QStringLiteral("preview.txt");
    return exporter.preview(examples(), {}).toUtf8();
}

} // namespace

class TestExporters : public QObject
{
    Q_OBJECT

private slots:
    void formats_areNamedOnce();
    void unknownFormat_isNull();
    void examples_areTheGoldenFiles_data();
    void examples_areTheGoldenFiles();
    void sameInput_sameBytes_data();
    void sameInput_sameBytes();
    void noPassages_isAValidFile();
    void json_followsTheModel();
};

void TestExporters::formats_areNamedOnce()
{
    QStringList formats;
    for (const std::unique_ptr<Exporter> &exporter : exporters()) {
        formats += exporter->format();
        QVERIFY(!exporter->suffix().isEmpty());
        QCOMPARE(exporterNamed(exporter->format()), exporter.get());
        QVERIFY(!exporter->label().isEmpty());
        QVERIFY(exporter->mimeType().contains(u'/'));
    }
    QCOMPARE(formats, QStringList({"markdown", "html", "text", "csv", "json", "annotation", "odt", "docx",
                                   "pdf", "bibtex", "biblatex", "ris", "csl-json", "readwise-csv", "qdpx",
                                   "evidence", "clippings", "wikipedia"}));
}

void TestExporters::unknownFormat_isNull()
{
    QVERIFY(!exporterNamed(u"doc"));
    QVERIFY(!exporterNamed(u""));
}

void TestExporters::examples_areTheGoldenFiles_data()
{
    QTest::addColumn<QString>("format");
    for (const std::unique_ptr<Exporter> &exporter : exporters())
        QTest::addRow("%s", qPrintable(exporter->format())) << exporter->format();
}

void TestExporters::examples_areTheGoldenFiles()
{
    QFETCH(QString, format);
    QString suffix;
    const QByteArray bytes = goldenBytes(*exporterNamed(format), &suffix);
    QVERIFY(!bytes.isEmpty());
    QFile golden(QStringLiteral(LECTERN_SOURCE_DIR "/tests/data/export/%1.%2").arg(format, suffix));
    if (qEnvironmentVariableIsSet("LECTERN_WRITE_GOLDENS")) { // to be looked at before it is committed
        QVERIFY(golden.open(QIODevice::WriteOnly));
        golden.write(bytes);
        golden.close();
    }
    QVERIFY(golden.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(bytes), QString::fromUtf8(golden.readAll()));
}

void TestExporters::sameInput_sameBytes_data()
{
    examples_areTheGoldenFiles_data();
}

void TestExporters::sameInput_sameBytes()
{
    QFETCH(QString, format);
    const Exporter &exporter = *exporterNamed(format);
    const QByteArray first = exporter.write(examples());
    QLocale::setDefault(QLocale(QLocale::Arabic, QLocale::Egypt));
    qputenv("TZ", "Asia/Tokyo");
    QCOMPARE(exporter.write(examples()), first);
    QLocale::setDefault(QLocale::c());
    qputenv("TZ", "UTC");
}

void TestExporters::noPassages_isAValidFile()
{
    QCOMPARE(exporterNamed(u"markdown")->write({}), QByteArray());
    QCOMPARE(exporterNamed(u"text")->write({}), QByteArray());
    QCOMPARE(exporterNamed(u"csv")->write({}).count("\r\n"), 1);
    for (const auto &exporter : exporters())
        QVERIFY(exporter->isText() || exporter->write({}).size() > 100);
    QVERIFY(exporterNamed(u"html")->write({}).endsWith("<body>\n</body>\n</html>\n"));
    QVERIFY(QJsonDocument::fromJson(exporterNamed(u"json")->write({})).object().value("items").isArray());
}

void TestExporters::json_followsTheModel()
{
    // https://www.w3.org/TR/annotation-model/: what a page, an annotation, a body and a selector must have.
    const QJsonObject page = QJsonDocument::fromJson(exporterNamed(u"json")->write(examples())).object();
    QCOMPARE(page["@context"][0].toString(), QStringLiteral("http://www.w3.org/ns/anno.jsonld"));
    QCOMPARE(page["type"].toString(), QStringLiteral("AnnotationPage"));
    QVERIFY(page["id"].toString().startsWith(u"urn:uuid:"));
    const QJsonObject item = page["items"][0].toObject();
    QCOMPARE(item["type"].toString(), QStringLiteral("Annotation"));
    QCOMPARE(item["id"].toString(), examples()[0].id);
    QCOMPARE(item["created"].toString(), QStringLiteral("2024-02-29T12:30:15.250Z"));
    QCOMPARE(item["body"][0]["purpose"].toString(), QStringLiteral("commenting"));
    QCOMPARE(item["body"][1]["value"].toString(), QStringLiteral("ferry"));
    QCOMPARE(item["body"][3]["value"].toString(), QStringLiteral("green"));
    QCOMPARE(item["target"]["source"].toString(), QStringLiteral("file:///library/north%20shore/ferry.txt"));
    QCOMPARE(item["target"]["selector"][2]["value"].toString(),
             QStringLiteral("char=98,%1").arg(examples()[0].codePoints.end));
    QCOMPARE(page["items"][2]["target"].toArray().size(), 2);
    QCOMPARE(item["lectern:provenance"]["lectern:sha256"].toString(), QString(64, u'a'));
    QVERIFY(page["items"][1]["created"].isUndefined());
}

QTEST_GUILESS_MAIN(TestExporters)
#include "tst_exporters.moc"
