#include "app/import/reading.h"

using namespace Lectern;
using namespace Qt::StringLiterals;

namespace {

const QByteArray sentence = "The harbour master said on Monday that the ferry would sail again, weather "
                            "permitting, before the end of the week. ";
const QByteArray paragraph = "<p>" + sentence + sentence + "</p>";
const QByteArray navigation = "<div id=header><ul class=menu><li><a href=/a>NOISE news</a><li><a "
                              "href=/b>NOISE sport</a></ul></div><nav><a href=/c>NOISE more</a></nav>";
const QByteArray sides = "<div class=sidebar><h3>NOISE most read</h3><ul><li><a href=/d>NOISE One, two, "
                         "three and four things about the harbour</a><li><a href=/e>NOISE Five</a></ul></div>"
                         "<div id=comments><p>NOISE First! I have been waiting for this, really, for a long "
                         "long time, and so have all my friends.</p></div><footer>NOISE Copyright</footer>";

} // namespace

/// The article is found in pages of every make; NOISE marks what is not part of it.
class TestMainContent : public QObject
{
    Q_OBJECT

private slots:
    void article_isFound_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("article element") << "<article>" + paragraph.repeated(3) + "</article>";
        QTest::newRow("main element") << "<main>" + paragraph.repeated(3) + "</main>";
        QTest::newRow("microdata")
            << "<div><div itemprop=articleBody>" + paragraph.repeated(3) +
                   "</div><div class=x><p>NOISE Read this instead, it is as good.</p></div></div>";
        QTest::newRow("class name") << "<div class=wrap><div class='entry-content clearfix'>" +
                                           paragraph.repeated(3) + "</div></div>";
        QTest::newRow("nameless divs") << "<div><div><div>" + paragraph.repeated(3) + "</div></div></div>";
        QTest::newRow("line breaks instead of paragraphs")
            << "<div class=t>" + (sentence + sentence + "<br><br>").repeated(3) + "</div>";
        QTest::newRow("layout table") << "<table><tr><td width=100><a href=/x>NOISE link</a></td><td>" +
                                             paragraph.repeated(3) + "</td></tr></table>";
        QTest::newRow("sharing inside") << "<article>" + paragraph +
                                               "<div class=share-buttons><a href=/s>NOISE Tweet</a></div>" +
                                               paragraph +
                                               "<div class=related-links><h3>NOISE Related</h3><ul><li><a "
                                               "href=/r>NOISE Other</a></ul></div>" +
                                               paragraph + "</article>";
        QTest::newRow("junk lines inside") << "<article>" + paragraph + "<p>Advertisement</p>" + paragraph +
                                                  "<p>Story continues below</p>" + paragraph + "</article>";
    }

    void article_isFound()
    {
        QFETCH(QByteArray, content);
        const ArticlePtr article =
            readOne("<!doctype html><html><head><title>The ferry</title></head><body>" + navigation +
                        "<div id=page>" + content + "</div>" + sides + "</body></html>",
                    u"html"_s);
        QVERIFY(article);
        QCOMPARE(article->text().count(u"The harbour master said"), 6);
        QVERIFY2(!article->text().contains(u"NOISE"), qPrintable(article->text()));
        QVERIFY(!article->text().contains(u"Advertisement"));
        QVERIFY(!article->text().contains(u"Story continues"));
        QVERIFY(article->confidence() >= 0.5);
    }

    void plainPage_isTakenWhole()
    {
        const ArticlePtr article = readOne(
            "<html><body><h1>Ferry</h1><p>Short.</p><p>Also short.</p><address>Ann</address></body></html>",
            u"html"_s);
        QVERIFY(article);
        QCOMPARE(article->text(), u"Ferry\nShort.\nAlso short.\nAnn"_s);
    }

    void captionsAndBylines_areTyped()
    {
        const ArticlePtr article =
            readOne("<html><body>" + navigation +
                        "<article><h1>Ferry</h1><div class=byline>By Ann Lee</div><figure><img "
                        "src=x><figcaption>The ferry at dawn</figcaption></figure>" +
                        paragraph.repeated(3) + "</article>" + sides + "</body></html>",
                    u"html"_s);
        QVERIFY(article);
        const QStringList blocks = blocksOf(*article);
        QVERIFY(blocks.contains(u"byline: By Ann Lee"_s));
        QVERIFY(blocks.contains(u"caption: The ferry at dawn"_s));
        QCOMPARE(article->authors(), QStringList{u"Ann Lee"_s});
    }

    void scriptedPage_givesTheTextOfItsJsonLd()
    {
        const ArticlePtr article = readOne(
            "<html><head><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Ferry "
            "sails\",\"articleBody\":\"" +
                sentence.repeated(6) + "\"}</script></head><body><div id=app>Loading</div></body></html>",
            u"html"_s);
        QVERIFY(article);
        QCOMPARE(article->text().count(u"The harbour master said"), 6);
    }
};

QTEST_GUILESS_MAIN(TestMainContent)
#include "tst_maincontent.moc"
