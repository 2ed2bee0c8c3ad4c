#include "app/passages/passagefixture.h"
#include "export/exporter.h"
#include "export/exportreader.h"
#include "export/zipfile.h"
#include "support/seed.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Lectern;

namespace {

/// Everything at once, little, several pieces, a time zone.
std::vector<Passage> examples()
{
    Passage full = keptPassageOf(
        QStringLiteral("“One\n\n  two” --> </script> <!-- lectern-passage {} --> 👩‍🚒"));
    full.omitted.clear();
    full.note = QStringLiteral("=1+1\n`code`  -- two  blanks");
    full.published = PartialDate::fromIso(u"2021-09-29T01:12:00+02:00");
    full.source.encodingGuessed = true;
    full.sentenceBefore = QStringLiteral("=Before.  ");
    full.sentenceAfter = QStringLiteral(" After, “it”.");
    full.occurrences = 2;
    full.declined = QStringLiteral("fedcba9876543210fedcba9876543210");
    full.earlier.push_back({QStringLiteral("other \"words\""),
                            {{1, 3}},
                            full.article,
                            QStringLiteral("/a b.txt"),
                            QByteArray(64, '1'),
                            QByteArray(64, '2'),
                            1,
                            {5, 18},
                            full.created});
    Passage bare;
    bare.id = QStringLiteral("urn:uuid:00000000-0000-4000-8000-000000000002");
    bare.quote = QStringLiteral("-x");
    bare.range = {0, 2};
    bare.codePoints = {0, 2};
    bare.titleDerived = true;
    bare.colour = MarkColour::Violet;
    Passage pieces =
        keptPassageOf(QStringLiteral("She 👩‍🚒 stayed. It rained. Nobody left 👩‍🚒 here."));
    pieces.id = QStringLiteral("urn:uuid:00000000-0000-4000-8000-000000000003");
    pieces.omit(
        {TextRange{16, 27}.shifted(pieces.range.start), TextRange{35, 40}.shifted(pieces.range.start)});
    pieces.tags = {QStringLiteral("a; b"), QStringLiteral("back\\slash"), QStringLiteral("c, d")};
    return {full, bare, pieces};
}

QByteArray written(const QString &format)
{
    return exporterNamed(format)->write(examples());
}

void addFormats()
{
    QTest::addColumn<QString>("format");
    for (const auto &exporter : exporters())
        if (exporter->abilities().canBeVerified)
            QTest::addRow("%s", qPrintable(exporter->format())) << exporter->format();
}

} // namespace

class TestExportReader : public QObject
{
    Q_OBJECT

private slots:
    void export_isReadBackEqual_data() { addFormats(); }
    void export_isReadBackEqual();
    void changedWords_areTold_data() { addFormats(); }
    void changedWords_areTold();
    void cutFile_isNoCrash_data() { addFormats(); }
    void cutFile_isNoCrash();
    void mutatedFile_isSoundOrRefused_data() { addFormats(); }
    void mutatedFile_isSoundOrRefused();
    void markdown_survivesAPrettyPrinter();
    void html_survivesAPrettyPrinter();
    void csv_survivesASpreadsheet_data();
    void csv_survivesASpreadsheet();
    void otherFile_isToldWithWords_data();
    void otherFile_isToldWithWords();
};

void TestExportReader::export_isReadBackEqual()
{
    QFETCH(QString, format);
    const Result<std::vector<Passage>> read = readExport(written(format), {});
    QVERIFY2(read.ok(), qPrintable(read.ok() ? QString() : read.error().toString()));
    QCOMPARE(read->size(), examples().size());
    for (size_t i = 0; i < read->size(); ++i)
        QVERIFY2((*read)[i] == examples()[i], qPrintable((*read)[i].id));
    QVERIFY(readExport("\xef\xbb\xbf" + written(format), {}).ok());
}

void TestExportReader::changedWords_areTold()
{
    QFETCH(QString, format);
    const QString member = QStringLiteral("lectern.json");
    const std::optional<QByteArray> inside = memberOfZip(written(format), member, 1 << 20);
    QByteArray bytes = inside.value_or(written(format));
    bytes.replace("Nobody left", "Nobody  left").replace("She ", "Shee ");
    if (inside)
        bytes = zipped({{member, bytes}});
    const Result<std::vector<Passage>> read = readExport(bytes, QStringLiteral("/a/file"));
    QVERIFY(!read.ok());
    QCOMPARE(read.error().kind, ErrorKind::Malformed);
    QCOMPARE(read.error().path, QStringLiteral("/a/file"));
    QVERIFY2(read.error().message.contains(u'3') || read.error().message.contains(u'4'),
             qPrintable(read.error().message));
}

void TestExportReader::cutFile_isNoCrash()
{
    QFETCH(QString, format);
    const QByteArray bytes = written(format);
    for (qsizetype size = 0; size < bytes.size(); size += 17) {
        const Result<std::vector<Passage>> read = readExport(bytes.left(size), {});
        QVERIFY(read.ok() || !read.error().message.isEmpty());
        if (read.ok())
            for (size_t i = 0; i < read->size(); ++i)
                QVERIFY((*read)[i].quote == examples()[i].quote);
    }
}

void TestExportReader::mutatedFile_isSoundOrRefused()
{
    QFETCH(QString, format);
    static const QByteArrayList snippets{"-1",
                                         "99999999999",
                                         "-9223372036854775808",
                                         "9223372036854775807",
                                         "1e300",
                                         "\"",
                                         "[",
                                         "}",
                                         "null",
                                         "true",
                                         "-->",
                                         "<!--",
                                         ",",
                                         ";",
                                         "\xff",
                                         "\xf0\x9f\x91\xa9",
                                         "\r\n",
                                         " ",
                                         "0-5 9-2",
                                         "lectern:omitted"};
    const QByteArray whole = written(format);
    const QByteArray record = memberOfZip(whole, QStringLiteral("lectern.json"), 1 << 20).value_or(whole);
    QRandomGenerator random(testSeed());
    for (int round = 0; round < 120; ++round) {
        QByteArray bytes = record;
        for (int i = random.bounded(1, 5); i > 0; --i) {
            qsizetype at = random.bounded(int(bytes.size()));
            if (random.bounded(2)) // numbers are where harm is done
                while (at < bytes.size() - 1 && (bytes[at] < '0' || bytes[at] > '9'))
                    ++at;
            bytes.replace(at, random.bounded(3), snippets[random.bounded(int(snippets.size()))]);
        }
        const Result<std::vector<Passage>> read = readExport(bytes, {});
        if (!read.ok())
            continue;
        for (const Passage &passage : *read) {
            QCOMPARE(passage.range.length(), passage.quote.size());
            QCOMPARE(passage.codePoints.length(), qsizetype(passage.quote.toUcs4().size()));
            for (const TextRange &piece : passage.pieces())
                QVERIFY(passage.range.contains(piece) && !piece.isEmpty());
            for (const auto &exporter : exporters())
                if (exporter->isText())
                    exporter->write({passage});
        }
    }
}

void TestExportReader::markdown_survivesAPrettyPrinter()
{
    QByteArray bytes = written(QStringLiteral("markdown"));
    // Line breaks instead of blanks, lines indented, CRLF: what formatters do to long lines.
    QByteArray wrapped;
    bool inComment = false;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        if (bytes.mid(i, 20) == "<!-- lectern-passage" && (i == 0 || bytes[i - 1] != '\\'))
            inComment = true;
        if (bytes.mid(i, 3) == "-->")
            inComment = false;
        wrapped += inComment && bytes[i] == ' ' ? QByteArray("\r\n   ") : bytes.mid(i, 1);
    }
    const Result<std::vector<Passage>> read = readExport(wrapped, {});
    QVERIFY2(read.ok(), qPrintable(read.ok() ? QString() : read.error().toString()));
    for (size_t i = 0; i < read->size(); ++i) {
        QCOMPARE((*read)[i].quote, examples()[i].quote);
        QCOMPARE((*read)[i].note, examples()[i].note);
        QCOMPARE((*read)[i].prefix, examples()[i].prefix);
        QCOMPARE((*read)[i].suffix, examples()[i].suffix);
    }
    QVERIFY(*read == examples());
}

void TestExportReader::html_survivesAPrettyPrinter()
{
    QByteArray bytes = written(QStringLiteral("html"));
    bytes.replace("<script type=\"application/ld+json\">", "<SCRIPT\n  type='application/ld+json' >\n\n");
    bytes.replace("</script>", "</SCRIPT >");
    const Result<std::vector<Passage>> read = readExport(bytes, {});
    QVERIFY(read.ok());
    QVERIFY(*read == examples());
}

void TestExportReader::csv_survivesASpreadsheet_data()
{
    QTest::addColumn<QChar>("separator");
    QTest::addColumn<QString>("lineBreak");
    QTest::newRow("semicolons") << QChar(u';') << "\r\n";
    QTest::newRow("tabs") << QChar(u'\t') << "\n";
    QTest::newRow("commas") << QChar(u',') << "\n";
}

void TestExportReader::csv_survivesASpreadsheet()
{
    QFETCH(QChar, separator);
    QFETCH(QString, lineBreak);
    // As a spreadsheet saves it: every cell quoted, another separator, TRUE in capitals, a byte order mark.
    const QString csv = QString::fromUtf8(written(QStringLiteral("csv")));
    QString saved(QChar(0xfeff));
    QString cell;
    bool quoted = false;
    const auto endCell = [&](const QString &behind) {
        const QString value = cell == QLatin1String("true") ? QStringLiteral("TRUE") : cell;
        saved += u'"' + QString(value).replace(u'"', QStringLiteral("\"\"")) + u'"' + behind;
        cell.clear();
    };
    for (qsizetype i = 0; i < csv.size(); ++i) {
        if (csv[i] == u'"' && quoted && csv.mid(i + 1, 1) == QLatin1String("\""))
            cell += csv[++i];
        else if (csv[i] == u'"')
            quoted = !quoted;
        else if (csv[i] == u',' && !quoted)
            endCell(separator);
        else if (csv.mid(i, 2) == QLatin1String("\r\n") && !quoted && ++i)
            endCell(lineBreak);
        else
            cell += csv[i];
    }
    const Result<std::vector<Passage>> read = readExport(saved.toUtf8(), {});
    QVERIFY2(read.ok(), qPrintable(read.ok() ? QString() : read.error().toString()));
    QVERIFY(*read == examples());
}

void TestExportReader::otherFile_isToldWithWords_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("empty") << QByteArray() << ErrorKind::Empty;
    QTest::newRow("blank") << QByteArray(" \n") << ErrorKind::Empty;
    QTest::newRow("words") << QByteArray("just words") << ErrorKind::Unsupported;
    QTest::newRow("plain text export") << written(QStringLiteral("text")) << ErrorKind::Unsupported;
    QTest::newRow("page of somebody else")
        << QByteArray("<html><script type=\"application/ld+json\">{}</script>") << ErrorKind::Unsupported;
    QTest::newRow("JSON of somebody else") << QByteArray("{\"a\": 1}") << ErrorKind::Malformed;
    QTest::newRow("no JSON") << QByteArray("{") << ErrorKind::Malformed;
    QTest::newRow("annotations of somebody else")
        << QByteArray("{\"type\":\"AnnotationSet\",\"items\":[{\"type\":\"Annotation\"}]}")
        << ErrorKind::Malformed;
    QTest::newRow("zip") << QByteArray("PK\x03\x04", 4) << ErrorKind::Unsupported;
    QTest::newRow("CSV of somebody else") << QByteArray("id,quote\n1,a\n") << ErrorKind::Unsupported;
}

void TestExportReader::otherFile_isToldWithWords()
{
    QFETCH(QByteArray, bytes);
    QFETCH(ErrorKind, kind);
    const Result<std::vector<Passage>> read = readExport(bytes, QStringLiteral("/a/file"));
    QVERIFY(!read.ok());
    QCOMPARE(read.error().kind, kind);
    QCOMPARE(read.error().path, QStringLiteral("/a/file"));
    QVERIFY(read.error().message.endsWith(u'.'));
}

QTEST_GUILESS_MAIN(TestExportReader)
#include "tst_exportreader.moc"
