#include "app/export/exportfixture.h"
#include "app/export/foreigntool.h"
#include "export/exporter.h"
#include "export/personname.h"

#include <QHash>
#include <QTest>
#include <QXmlStreamReader>

using namespace Lectern;

namespace {

/// Everything that is hard for a bibliography or a table.
std::vector<Passage> examples()
{
    Passage nasty =
        keptPassageOf(QStringLiteral("“50 % of A&B_C cost $5 #1” {braces} ~tilde^ back\\slash, \"x\"; y"));
    nasty.omitted.clear();
    nasty.title = QStringLiteral("A&B: 50 % of $5 #1 under_score ~ Zoë’s “Fog”");
    nasty.authors = {QStringLiteral("Ursula von der Leyen"), QStringLiteral("Associated Press"),
                     QStringLiteral("Émile Zola")};
    nasty.url = QStringLiteral("https://courier.example/a_b%20c?x=1&y=#z");
    nasty.note = QStringLiteral("line one\nline two");
    Passage arabic = keptPassageOf(QStringLiteral("وصلت السفينة"));
    arabic.omitted.clear();
    arabic.id = QStringLiteral("urn:uuid:00000000-0000-4000-8000-000000000002");
    arabic.article = QStringLiteral("fedcba9876543210fedcba9876543210");
    arabic.title = QStringLiteral("السفينة");
    arabic.authors = {QStringLiteral("نجيب محفوظ")};
    arabic.outlet = QStringLiteral("潮凪新報");
    arabic.published = PartialDate::fromIso(u"2021-09");
    Passage pieces = keptPassageOf(QStringLiteral("=one two three four"));
    pieces.omitted = {{5, 9}};
    pieces.id = QStringLiteral("urn:uuid:00000000-0000-4000-8000-000000000003");
    pieces.article = QStringLiteral("aaaaba9876543210fedcba9876543210");
    pieces.title = QStringLiteral("one two three");
    pieces.titleDerived = true;
    pieces.authors.clear();
    pieces.outlet.clear();
    pieces.published = {};
    pieces.url.clear();
    return {nasty, arabic, pieces};
}

QByteArray written(const char *format)
{
    return exporterNamed(QString::fromLatin1(format))->write(examples());
}

/// An entry of MODS: the text of its elements by their path inside it, several with "|" between.
using Entry = QHash<QString, QString>;

std::vector<Entry> modsEntries(const QByteArray &mods)
{
    std::vector<Entry> entries;
    QXmlStreamReader xml(mods.mid(mods.indexOf('<')));
    QStringList path;
    while (!xml.atEnd()) {
        switch (xml.readNext()) {
        case QXmlStreamReader::StartElement:
            if (xml.name() == QLatin1String("mods")) {
                entries.emplace_back();
                path.clear();
            } else {
                const QString type = xml.attributes().value(QLatin1String("type")).toString();
                path += xml.name().toString() + (type.isEmpty() ? QString() : QLatin1Char(':') + type);
            }
            break;
        case QXmlStreamReader::EndElement:
            if (!path.isEmpty())
                path.removeLast();
            break;
        case QXmlStreamReader::Characters:
            if (!xml.isWhitespace() && !entries.empty()) {
                QString &value = entries.back()[path.join(QLatin1Char('/'))];
                value += (value.isEmpty() ? QString() : QStringLiteral("|")) + xml.text().toString();
            }
            break;
        default:
            break;
        }
    }
    return xml.hasError() ? std::vector<Entry>() : entries;
}

} // namespace

class TestForeignTables : public QObject
{
    Q_OBJECT

private slots:
    void bibutils_readsTheBibliography_data();
    void bibutils_readsTheBibliography();
    void pythonCsv_readsEveryCell();
    void pythonCsv_readsReadwise();
    void json_followsItsSchema_data();
    void json_followsItsSchema();
};

void TestForeignTables::bibutils_readsTheBibliography_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("notes");
    QTest::newRow("bibtex") << "bibtex"
                            << "bib2xml"
                            << "bibtex-annote";
    QTest::newRow("biblatex") << "biblatex"
                              << "biblatex2xml"
                              << "note:annotation";
    QTest::newRow("ris") << "ris"
                         << "ris2xml"
                         << "note";
}

void TestForeignTables::bibutils_readsTheBibliography()
{
    QFETCH(QString, format);
    QFETCH(QString, program);
    QFETCH(QString, notes);
    const ForeignRun run = runForeign(program, {QStringLiteral("-i"), QStringLiteral("utf8")},
                                      written(format.toLatin1().constData()));
    if (!run.isThere)
        QSKIP("bibutils is not installed");
    std::vector<Entry> entries = modsEntries(run.out);
    QVERIFY2(entries.size() == 3, run.error.constData());
    const std::vector<Passage> passages = examples();
    // bibutils parts a title at its colon.
    const QString behind = entries[0][QStringLiteral("titleInfo/subTitle")];
    QCOMPARE(entries[0][QStringLiteral("titleInfo/title")] +
                 (behind.isEmpty() ? QString() : QStringLiteral(": ") + behind),
             passages[0].title);
    const QStringList families = entries[0][QStringLiteral("name:personal/namePart:family")].split(u'|');
    QVERIFY(families.contains(QStringLiteral("von der Leyen")) && families.contains(QStringLiteral("Zola")));
    if (format == QLatin1String("ris")) // bibutils makes a person of every name in RIS, whatever marks it
        QVERIFY(written("ris").contains("\r\nAU  - Associated Press,\r\n"));
    else
        QVERIFY((families + QStringList(entries[0].values())).contains(QStringLiteral("Associated Press")));
    QCOMPARE(entries[0][QStringLiteral("originInfo/dateIssued")] +
                 entries[0][QStringLiteral("relatedItem:host/originInfo/dateIssued")],
             QStringLiteral("2021-09-28"));
    QCOMPARE(entries[0][QStringLiteral("location/url")], passages[0].url);
    QVERIFY2(entries[0][notes].contains(QStringLiteral("“50 % of A&B_C cost $5 #1”")),
             qPrintable(entries[0][notes]));
    QCOMPARE(entries[1][QStringLiteral("titleInfo/title")], passages[1].title);
    // It takes the T2 of a newspaper in RIS for its short title.
    QCOMPARE(entries[1][QStringLiteral("relatedItem:host/titleInfo/title")] +
                 entries[1][QStringLiteral("relatedItem:host/titleInfo:abbreviated/title")],
             passages[1].outlet);
    QVERIFY(entries[1][notes].contains(passages[1].quote));
    QCOMPARE(entries[2][QStringLiteral("titleInfo/title")], QStringLiteral("one two three… (untitled)"));
    QVERIFY(entries[2][notes].contains(QStringLiteral("=one […] three four")));
}

void TestForeignTables::pythonCsv_readsEveryCell()
{
    const ForeignRun run = runPython({QStringLiteral("csv")}, written("csv"));
    if (!run.isThere)
        QSKIP("python3 is not installed");
    const QJsonArray rows = run.json();
    QVERIFY2(rows.size() == 3, run.error.constData());
    const std::vector<Passage> passages = examples();
    for (qsizetype i = 0; i < rows.size(); ++i) {
        QString quote = rows[i][QLatin1String("quote")].toString();
        QVERIFY(!quote.startsWith(u'='));
        if (rows[i][QLatin1String("guarded")].toString().split(u' ').contains(QStringLiteral("quote")))
            quote.remove(0, 1);
        QCOMPARE(quote, passages[size_t(i)].quote);
        QCOMPARE(rows[i][QLatin1String("note")].toString(), passages[size_t(i)].note);
        QCOMPARE(rows[i][QLatin1String("title")].toString(), passages[size_t(i)].title);
        QCOMPARE(rows[i][QLatin1String("start")].toString().toLongLong(),
                 passages[size_t(i)].codePoints.start);
    }
}

void TestForeignTables::pythonCsv_readsReadwise()
{
    const ForeignRun run = runPython({QStringLiteral("csv")}, written("readwise-csv"));
    if (!run.isThere)
        QSKIP("python3 is not installed");
    const QJsonArray rows = run.json();
    QVERIFY2(rows.size() == 3, run.error.constData());
    QCOMPARE(QStringList(rows[0].toObject().keys()),
             QStringList({"Author", "Date", "Highlight", "Location", "Note", "Title", "URL"}));
    QCOMPARE(rows[0][QLatin1String("Highlight")].toString(), examples()[0].quote);
    QCOMPARE(rows[0][QLatin1String("Note")].toString(),
             QStringLiteral(".ferry .harbour\nline one\nline two"));
    QCOMPARE(rows[0][QLatin1String("Date")].toString(), QStringLiteral("2024-02-29T12:30:15Z"));
    QCOMPARE(rows[2][QLatin1String("Highlight")].toString(), examples()[2].shownQuote());
    QCOMPARE(rows[2][QLatin1String("Title")].toString(), QStringLiteral("one two three… (untitled)"));
}

void TestForeignTables::json_followsItsSchema_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("schema");
    QTest::newRow("CSL-JSON") << "csl-json"
                              << "csl-json.json";
    QTest::newRow("Web Annotation") << "json"
                                    << "webannotation.json";
    QTest::newRow("Readium") << "annotation"
                             << "readium.json";
}

void TestForeignTables::json_followsItsSchema()
{
    QFETCH(QString, format);
    QFETCH(QString, schema);
    const QString path = QStringLiteral(LECTERN_SOURCE_DIR "/tests/app/export/schemas/") + schema;
    const ArticlePtr article = exportArticle();
    ExportOptions options = optionsWith(article);
    options.accessed = QDate(2026, 11, 25);
    std::vector<Passage> passages = examples();
    passages.push_back(keptOf(*article, QStringLiteral("Two stayed"), 9));
    const QByteArray bytes = exporterNamed(format)->write(passages, options);
    const ForeignRun run = runPython({QStringLiteral("schema"), path}, bytes);
    if (!run.isThere)
        QSKIP("python3-jsonschema is not installed");
    QVERIFY2(run.exitCode == 0, run.error.constData());
    // A schema that takes anything proves nothing.
    QByteArray broken = bytes;
    broken.replace("TextQuoteSelector", "TextQuote").replace("date-parts", "date");
    QCOMPARE(runPython({QStringLiteral("schema"), path}, broken).exitCode, 1);
}

QTEST_GUILESS_MAIN(TestForeignTables)
#include "tst_foreigntables.moc"
