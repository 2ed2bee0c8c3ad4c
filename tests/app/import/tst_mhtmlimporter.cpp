#include "app/import/reading.h"

using namespace Lectern;
using namespace Qt::StringLiterals;

namespace {

QByteArray saved(const QByteArray &parts)
{
    return "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/news/ferry\r\n"
           "Subject: The ferry\r\nDate: Tue, 28 Sep 2021 10:04:00 -0000\r\nMIME-Version: 1.0\r\n"
           "Content-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\r\n\r\n" +
           parts + "\r\n--b--\r\n";
}

const QByteArray page =
    "--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: "
    "quoted-printable\r\nContent-Location: https://example.org/news/ferry\r\n\r\n"
    "<html><head><title>The ferry sails</title></head><body><article><p>The harbour master said =\r\n"
    "on Monday that <a href=3D\"more\">the ferry</a> would sail again.</p></article></body></html>";

} // namespace

class TestMhtmlImporter : public QObject
{
    Q_OBJECT

private slots:
    void page_isReadAsAPage()
    {
        const ArticlePtr article = readOne(saved(page), QString());
        QVERIFY(article);
        QCOMPARE(article->source().format, u"mhtml"_s);
        QCOMPARE(article->title(), u"The ferry sails"_s);
        QCOMPARE(article->url(), u"https://example.org/news/ferry"_s);
        QCOMPARE(spansOf(*article), QStringList{u"link(the ferry -> https://example.org/news/more)"_s});
        QVERIFY(article->published().isNull());
    }

    void fileWithoutPage_isNamed()
    {
        QVERIFY(failureOf(saved("--b\r\nContent-Type: image/png\r\n\r\nabc")).startsWith(u"malformed"));
    }
};

QTEST_GUILESS_MAIN(TestMhtmlImporter)
#include "tst_mhtmlimporter.moc"
