#include "app/import/packing.h"
#include "app/import/pdfmaking.h"
#include "app/import/reading.h"
#include "support/seed.h"

#include <QRandomGenerator>

using namespace Lectern;
using namespace Qt::StringLiterals;

namespace {

constexpr int rounds = 150;

const QByteArray mail =
    "From: A <a@b>\nSubject: =?utf-8?Q?Caf=C3=A9?=\nDate: 6 Jan 2020 10:00:00 +0000\nMessage-ID: <1@b>\n"
    "Content-Type: multipart/mixed; boundary=\"b\"\n\n--b\n\nSome words.\n> Quoted.\n--b\n"
    "Content-Type: text/html\nContent-Transfer-Encoding: base64\n\nPHA+TW9yZSB3b3Jkcy48L3A+\n--b--\n";

/// A copy that is cut, or in which some bytes are changed, doubled or gone.
QByteArray damaged(const QByteArray &whole, QRandomGenerator &random)
{
    QByteArray bytes = whole;
    if (random.bounded(4) == 0)
        return bytes.first(random.bounded(int(bytes.size())));
    for (int changes = 1 + random.bounded(8); changes > 0 && !bytes.isEmpty(); --changes) {
        const int at = random.bounded(int(bytes.size()));
        const int length = std::min(1 + random.bounded(16), int(bytes.size()) - at);
        switch (random.bounded(3)) {
        case 0:
            bytes[at] = char(random.bounded(256));
            break;
        case 1:
            bytes.remove(at, length);
            break;
        default:
            bytes.insert(at, bytes.mid(at, length));
        }
    }
    return bytes;
}

} // namespace

class TestDamagedFiles : public QObject
{
    Q_OBJECT

private slots:
    void damagedFile_endsAsArticleOrNamedFailure_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray page = "<html><body><h1>A</h1><p>Some <b>words</b> &amp; more.</p></body></html>";
        QTest::newRow("docx")
            << u"docx"_s
            << packed({{"word/document.xml",
                        "<w:document xmlns:w='w'><w:p><w:pPr><w:numPr><w:ilvl w:val='1'/></w:numPr></w:pPr>"
                        "<w:r><w:t>Some words.</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr>"
                        "</w:tbl></w:document>"}});
        QTest::newRow("odt")
            << u"odt"_s
            << packed({{"mimetype", "application/vnd.oasis.opendocument.text"},
                       {"content.xml",
                        "<o:c xmlns:o='o' xmlns:t='t'><o:body><t:h t:outline-level='2'>A</t:h><t:list>"
                        "<t:p>Some words.<t:s t:c='3'/></t:p></t:list></o:body></o:c>"}});
        QTest::newRow("epub") << u"epub"_s
                              << packed(
                                     {{"mimetype", "application/epub+zip"},
                                      {"META-INF/container.xml", "<c><rootfile full-path='p.opf'/></c>"},
                                      {"p.opf", "<p><manifest><item id='a' href='a.xhtml'/></manifest><spine>"
                                                "<itemref idref='a'/></spine></p>"},
                                      {"a.xhtml", page}});
        QTest::newRow("rtf")
            << u"rtf"_s
            << QByteArray(
                   "{\\rtf1{\\fonttbl{\\f1\\fcharset128 B;}}{\\stylesheet{\\s1 heading 1;}}\\s1 A\\par "
                   "Some\\u8212? {\\f1\\'93\\'fa} words{\\footnote note}{\\pict\\bin3 abc}\\par}");
        QTest::newRow("eml") << u"eml"_s << mail;
        QTest::newRow("mbox") << u"mbox"_s
                              << "From a@b Mon Jan  6 10:00:00 2020\n" + mail + "\nFrom - \n" + mail;
        QTest::newRow("mhtml")
            << u"mhtml"_s
            << "From: <Saved by Blink>\nContent-Type: multipart/related; boundary=b\n\n--b\n"
               "Content-Type: text/html\nContent-Location: https://a.b/\n\n" +
                   page + "\n--b--\n";
        QTest::newRow("pdf") << u"pdf"_s << pdf({"BT /F 12 Tf 72 700 Td (Some words.) Tj ET"}, "/Title (A)");
    }

    void damagedFile_endsAsArticleOrNamedFailure()
    {
        QFETCH(QString, format);
        QFETCH(QByteArray, bytes);
        ImportOptions options;
        options.format = format;
        QVERIFY(!importBytes(rawFile(bytes), options).articles.empty());
        QRandomGenerator random(testSeed());
        for (int i = 0; i < rounds * testFactor(); ++i) {
            const QByteArray file = damaged(bytes, random);
            const ImportOutcome outcome = importBytes(rawFile(file), options);
            QVERIFY2(!outcome.articles.empty() || !outcome.failures.empty(), file.toPercentEncoding());
            for (const ArticlePtr &article : outcome.articles) {
                QVERIFY2(!article->blocks().empty(), file.toPercentEncoding());
                QCOMPARE(article->blocks().back().range.end, article->text().size());
                QVERIFY2(article->text() == QString::fromUtf8(article->text().toUtf8()),
                         file.toPercentEncoding());
            }
            for (const ImportFailure &failure : outcome.failures)
                QVERIFY2(failure.error.message.endsWith(u'.'), qPrintable(failure.error.message));
        }
    }
};

QTEST_GUILESS_MAIN(TestDamagedFiles)
#include "tst_damagedfiles.moc"
