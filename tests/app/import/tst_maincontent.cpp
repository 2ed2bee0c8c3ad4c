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
        QTest::newRow("offers inside")
            << "<article>" + paragraph + "<p><a href=/o>Read more: NOISE another ferry</a></p>" + paragraph +
                   "<p>Lesen Sie auch: NOISE Noch eine Fähre</p><p>Sign up for the NOISE newsletter</p>" +
                   paragraph + "</article>";
        QTest::newRow("tail of offers") << "<article>" + paragraph.repeated(3) +
                                               "<h3>Das könnte Sie auch interessieren</h3><p>NOISE Eine "
                                               "andere Fähre fährt heute.</p></article>";
        QTest::newRow("tail about the author")
            << "<article><div>" + paragraph.repeated(3) +
                   "<div>About the author</div></div><p>NOISE Ann has written of ferries.</p></article>";
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

    void lead_isPartOfTheArticle_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("lead");
        QTest::addColumn<bool>("kept");
        const QByteArray words = "LEAD The ferry that took people over the bay for a century is back.";
        QTest::newRow("named") << QByteArray() << "<div class=article-lead><p>" + words + "</p></div>"
                               << true;
        QTest::newRow("described") << "<meta name=description content='" + words + "'>"
                                   << "<div>" + words + "</div>" << true;
        QTest::newRow("neither") << QByteArray() << "<div>" + words + "</div>" << false;
        QTest::newRow("a list of links")
            << QByteArray() << "<div class=intro><a href=/a>" + words + "</a></div>" << false;
        QTest::newRow("hidden") << QByteArray() << "<div class=lead style='display: none'>" + words + "</div>"
                                << false;
    }

    void lead_isPartOfTheArticle()
    {
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, lead);
        QFETCH(bool, kept);
        const ArticlePtr article = readOne(
            "<!doctype html><html><head><title>The ferry</title>" + head + "</head><body>" + navigation +
                "<div class=top><h1>The ferry sails</h1>" + lead + "</div><div class=entry-content>" +
                paragraph.repeated(3) + "</div>" + sides + "</body></html>",
            u"html"_s);
        QVERIFY(article);
        QCOMPARE(article->text().count(u"LEAD"), kept ? 1 : 0);
        QVERIFY(!article->text().contains(u"NOISE"));
        if (kept)
            QVERIFY(article->text().startsWith(u"The ferry sails\nLEAD"));
    }

    void comments_inTheMiddle_endNothing()
    {
        const ArticlePtr article =
            readOne("<html><body>" + navigation + "<article>" + paragraph + "<h2>Comments</h2>" +
                        paragraph.repeated(4) + "</article>" + sides + "</body></html>",
                    u"html"_s);
        QVERIFY(article);
        QCOMPARE(article->text().count(u"The harbour master said"), 10);
    }

    void credits_areBylines()
    {
        const ArticlePtr article = readOne("<html><body>" + navigation + "<article>" + paragraph.repeated(3) +
                                               "<p>Reporting by Ann Lee; editing by Tom Hart</p></article>" +
                                               sides + "</body></html>",
                                           u"html"_s);
        QVERIFY(article);
        QVERIFY(blocksOf(*article).contains(u"byline: Reporting by Ann Lee; editing by Tom Hart"_s));
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
