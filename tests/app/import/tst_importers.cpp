#include "app/import/reading.h"

using namespace Lectern;
using namespace Qt::StringLiterals;

class TestImporters : public QObject
{
    Q_OBJECT

private slots:
    void format_isFoundByContent_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("fileName");
        QTest::addColumn<QString>("format");
        const QByteArray page = "<!DOCTYPE html>\n<html><body><p>Some words here.</p></body></html>";
        const QByteArray markdown = "# Ferry\n\nSome [words](https://example.org) here.";
        const QByteArray prose = "Just some words here.";
        QTest::newRow("page") << page << u"a.html"_s << u"html"_s;
        QTest::newRow("page named text") << page << u"a.txt"_s << u"html"_s;
        QTest::newRow("page without doctype")
            << QByteArray("<!-- x --> <div>Some words.</div>") << u"a"_s << u"html"_s;
        QTest::newRow("page in UTF-16")
            << QByteArray("\xFF\xFE<\0h\0t\0m\0l\0>\0w\0o\0r\0d\0s\0", 24) << u"a"_s << u"html"_s;
        QTest::newRow("XHTML")
            << QByteArray("<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><body><p>Some "
                          "words.</p></body></html>")
            << u"a.xml"_s << u"html"_s;
        QTest::newRow("markdown") << markdown << u"a.md"_s << u"markdown"_s;
        QTest::newRow("markdown without ending") << markdown << u"a"_s << u"markdown"_s;
        QTest::newRow("prose named markdown") << prose << u"a.md"_s << u"markdown"_s;
        QTest::newRow("prose") << prose << u"a.txt"_s << u"text"_s;
        QTest::newRow("prose without ending") << prose << u"a"_s << u"text"_s;
        QTest::newRow("prose with a tag inside")
            << QByteArray("The <b> tag makes words bold.") << u"a.txt"_s << u"text"_s;
        QTest::newRow("records") << QByteArray("{\"text\":\"Some words.\"}") << u"a.txt"_s << u"jsonl"_s;
        QTest::newRow("array") << QByteArray("[ {\"text\":\"Some words.\"} ]") << u"a.json"_s << u"jsonl"_s;
        QTest::newRow("a brace is no record") << QByteArray("{some words} in braces") << u"a"_s << u"text"_s;
        QTest::newRow("reference is no array")
            << QByteArray("[1] Some words in a list of references.") << u"a"_s << u"text"_s;
    }

    void format_isFoundByContent()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, fileName);
        const ArticlePtr article = readOne(bytes, QString(), u"/texts/"_s + fileName);
        QVERIFY(article);
        QTEST(article->source().format, "format");
    }

    void format_canBeForced()
    {
        const ArticlePtr article = readOne("<p>Some words</p>", u"text"_s);
        QVERIFY(article);
        QCOMPARE(article->text(), u"<p>Some words</p>"_s);
    }

    void whatCannotBeRead_isNamed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const QByteArray &bytes, const char *kind, const char *says) {
            QTest::newRow(name) << bytes << QString::fromLatin1(kind) << QString::fromLatin1(says);
        };
        row("nothing", "", "empty", "empty");
        row("white space", " \n\t\r\n", "empty", "white space");
        row("only a mark", "\xEF\xBB\xBF", "empty", "white space");
        row("ideographic spaces", "\xE3\x80\x80\n\xE3\x80\x80", "empty", "white space");
        row("only marks", "-- . --", "empty", "no words");
        row("zeros", QByteArray(1000, '\0'), "unsupported", "neither text");
        row("cut PDF", "%PDF-1.7\n%", "malformed", "damaged");
        row("gzip", QByteArray("\x1F\x8B\x08\0", 4), "malformed", "damaged");
        row("PNG", QByteArray("\x89PNG\r\n\x1A\n\0\0", 10), "unsupported", "picture");
        row("zip", QByteArray("PK\x03\x04\x14\0\0\0\x08\0", 10) + "a.txt", "malformed", "damaged");
        row("cut DOCX", QByteArray("PK\x03\x04\x14\0\0\0\x08\0", 10) + "word/document.xml", "malformed",
            "damaged");
        row("XLSX", QByteArray("PK\x03\x04\x14\0\0\0\x08\0", 10) + "xl/workbook.xml", "unsupported", "XLSX");
        row("PPTX", QByteArray("PK\x03\x04\x14\0\0\0\x08\0", 10) + "ppt/presentation.xml", "unsupported",
            "PPTX");
        row("ODS",
            QByteArray("PK\x03\x04\x14\0\0\0\0\0", 10) +
                "mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
            "unsupported", "OpenDocument");
        row("RAR", QByteArray("Rar!\x1A\x07\0", 7), "unsupported", "RAR");
        row("OLE", QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) + QByteArray(600, '\0'), "unsupported",
            "DOC");
        row("encrypted OLE",
            QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) + QByteArray(504, '\0') +
                QByteArray("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32),
            "encrypted", "encrypted");
        row("feed", "<?xml version='1.0'?>\n<rss version='2.0'><channel/></rss>", "empty", "no items");
        row("SVG", "<svg xmlns='http://www.w3.org/2000/svg'><text>a</text></svg>", "unsupported", "SVG");
        row("XML", "<?xml version='1.0'?><data><a>words</a></data>", "unsupported", "XML");
    }

    void whatCannotBeRead_isNamed()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, says);
        const ImportOutcome outcome = importBytes(rawFile(bytes, u"/texts/file.txt"_s), {});
        QVERIFY(outcome.articles.empty());
        QCOMPARE(outcome.failures.size(), 1u);
        const Error &error = outcome.failures.front().error;
        QTEST(name(error.kind), "kind");
        QVERIFY2(error.message.contains(says), qPrintable(error.message));
        QVERIFY(error.message.endsWith(u'.'));
        QCOMPARE(error.path, u"/texts/file.txt"_s);
    }

    void unknownFormat_isAUsageError()
    {
        ImportOptions options;
        options.format = u"wordstar"_s;
        const ImportOutcome outcome = importBytes(rawFile("words"), options);
        QCOMPARE(outcome.failures.size(), 1u);
        QCOMPARE(outcome.failures.front().error.kind, ErrorKind::Usage);
    }

    void limits_areKept()
    {
        ImportOptions options;
        options.limits.fileBytes = 100;
        const QByteArray words = QByteArray("words ").repeated(50);
        QCOMPARE(importBytes(rawFile(words), options).failures.front().error.kind, ErrorKind::Limit);
        QCOMPARE(importBytes(rawFile("{\"text\":\"" + words + "\"}"), options).articles.size(), 1u);
        options.limits = {};
        options.limits.textUnits = 100;
        QCOMPARE(importBytes(rawFile(words), options).failures.front().error.kind, ErrorKind::Limit);
        options.limits = ImportLimits::named(u"none");
        QCOMPARE(importBytes(rawFile(words), options).articles.size(), 1u);
    }

    void limits_growWithTheFile()
    {
        const ImportLimits limits;
        QCOMPARE(limits.scaledTo(1000).cpuSeconds, limits.cpuSeconds);
        QCOMPARE(limits.scaledTo(qint64(40) << 20).cpuSeconds, 3 * limits.cpuSeconds);
        QCOMPARE(ImportLimits::named(u"none").scaledTo(qint64(40) << 20).cpuSeconds, 0);
        QVERIFY(ImportLimits::named(u"strict").fileBytes < limits.fileBytes);
    }

    void sameBytes_giveTheSameArticle()
    {
        const QByteArray bytes = "Harbour ferry sails\n\nThe harbour ferry will sail again on Monday.";
        QCOMPARE(readOne(bytes, QString())->id(), readOne(bytes, QString())->id());
        QCOMPARE(readOne(bytes, QString())->text(), readOne(bytes, QString())->text());
    }
};

QTEST_GUILESS_MAIN(TestImporters)
#include "tst_importers.moc"
