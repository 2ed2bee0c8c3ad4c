#include "app/import/reading.h"

using namespace Lectern;
using namespace Qt::StringLiterals;

/// Feeds, lists of feeds, and tables of articles.
class TestFeeds : public QObject
{
    Q_OBJECT

private slots:
    void rss_itemsAreArticles()
    {
        const ImportOutcome outcome = importBytes(
            rawFile(
                "<?xml version=\"1.0\"?>\n"
                "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
                "xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n"
                "<channel><title>Harbour Post</title><language>en-gb</language>\n"
                "<item><title>Ferry &lt;b&gt;aground&lt;/b&gt; &mdash; "
                "again</title><link>https://post.example/ferry</link>\n"
                "<guid isPermaLink=\"false\">id-1</guid><pubDate>Tue, 28 Sep 2021 23:12:00 +0200</pubDate>\n"
                "<dc:creator>Ada Lund</dc:creator><category>sea</category><category>ships</category>\n"
                "<description>Only a summary.</description>\n"
                "<content:encoded><![CDATA[<p>The ferry ran <b>aground</b>.</p><p>Nobody was "
                "hurt.</p>]]></content:encoded></item>\n"
                "<item><title>Short</title><link>https://post.example/short</link><author>bo@post.example "
                "(Bo Ek)</author>\n"
                "<description>Words of the summary.</description></item>\n"
                "<item><title>Nothing inside</title><link>https://post.example/empty</link></item>\n"
                "</channel></rss>"),
            {});
        QCOMPARE(outcome.articles.size(), 2u);
        const Article &first = *outcome.articles[0];
        QCOMPARE(first.source().format, u"feed"_s);
        QCOMPARE(first.source().part, u"id-1"_s);
        QCOMPARE(first.title(), u"Ferry aground — again"_s);
        QCOMPARE(first.authors(), QStringList{u"Ada Lund"_s});
        QCOMPARE(first.outlet(), u"Harbour Post"_s);
        QCOMPARE(first.published().toIsoAsGiven(), u"2021-09-28T23:12:00+02:00"_s);
        QCOMPARE(first.url(), u"https://post.example/ferry"_s);
        QCOMPARE(first.language(), u"en-gb"_s);
        QVERIFY(first.text().endsWith(u"The ferry ran aground.\nNobody was hurt."_s));
        QVERIFY(first.warnings().isEmpty());
        const Article &second = *outcome.articles[1];
        QCOMPARE(second.authors(), QStringList{u"Bo Ek"_s});
        QCOMPARE(second.source().part, u"https://post.example/short"_s);
        QCOMPARE(second.warnings().size(), 1);
        QCOMPARE(outcome.failures.size(), 1u);
        QVERIFY(outcome.failures[0].error.message.contains(u"Nothing inside"));
    }

    void atom_xhtmlAndTextAreRead()
    {
        const ImportOutcome outcome = importBytes(
            rawFile(
                "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"de\"><title>Sundbote</title>\n"
                "<entry><id>urn:a</id><title>Eins</title><link rel=\"self\" "
                "href=\"https://x.example/self\"/><link href=\"https://x.example/1\"/>\n"
                "<author><name>Ute "
                "Kahl</name><email>u@x.example</email></author><published>2024-05-01T10:00:00Z</published>\n"
                "<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>Ein <em>Satz</em> "
                "&lt; zwei.</p></div></content></entry>\n"
                "<entry><id>urn:b</id><title>Zwei</title><content type=\"text\">1 &lt; 2 und &lt;b&gt; "
                "bleibt.</content></entry></feed>"),
            {});
        QVERIFY(outcome.failures.empty());
        QCOMPARE(outcome.articles.size(), 2u);
        QCOMPARE(outcome.articles[0]->url(), u"https://x.example/1"_s);
        QCOMPARE(outcome.articles[0]->authors(), QStringList{u"Ute Kahl"_s});
        QVERIFY(outcome.articles[0]->text().endsWith(u"Ein Satz < zwei."_s));
        QCOMPARE(spansOf(*outcome.articles[0]), QStringList{u"em(Satz)"_s});
        QVERIFY(outcome.articles[1]->text().endsWith(u"1 < 2 und <b> bleibt."_s));
    }

    void brokenFeed_keepsWhatStandsBeforeTheError()
    {
        const ImportOutcome outcome = importBytes(rawFile("<rss><channel><title>T</title><item><title>One</"
                                                          "title><description>Words.</description></item>"
                                                          "<item><title>Two</title><description>More"),
                                                  {});
        QCOMPARE(outcome.articles.size(), 1u);
        QCOMPARE(outcome.failures.size(), 1u);
        QCOMPARE(outcome.failures[0].error.kind, ErrorKind::Malformed);
        QVERIFY(outcome.failures[0].error.message.contains(u"line 1"));
    }

    void entityBomb_isRefused()
    {
        const QByteArray bomb =
            "<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaaaaaaaaaaaaaaaa\"><!ENTITY b "
            "\"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d "
            "\"&c;&c;&c;&c;&c;&c;&c;&c;\">]><rss><channel><item><title>x</title><description>&d;"
            "</description></item></channel></rss>";
        const ImportOutcome outcome = importBytes(rawFile(bomb), {});
        QVERIFY(outcome.articles.empty());
        QCOMPARE(outcome.failures.size(), 1u);
    }

    void deepElements_endWithWords()
    {
        QByteArray deep = "<rss><channel><item><title>x</title><description>";
        deep += QByteArray("<b>").repeated(100'000);
        const ImportOutcome outcome = importBytes(rawFile(deep), {});
        QVERIFY(outcome.articles.empty());
        QCOMPARE(outcome.failures.size(), 1u);
    }

    void opml_listsItsFeeds()
    {
        const ArticlePtr article = readOne(
            "<opml version=\"2.0\"><head><title>My feeds</title></head><body><outline text=\"News\">\n"
            "<outline text=\"Harbour Post\" xmlUrl=\"https://post.example/feed\" "
            "htmlUrl=\"https://post.example/\"/></outline></body></opml>",
            QString());
        QVERIFY(article);
        QCOMPARE(article->title(), u"My feeds"_s);
        QVERIFY(blocksOf(*article).contains(u"list1: News"_s) ||
                blocksOf(*article).join(u'|').contains(u"News"));
        QCOMPARE(spansOf(*article), QStringList{u"link(Harbour Post -> https://post.example/)"_s});
    }

    void jsonFeed_itemsAreArticles()
    {
        const ImportOutcome outcome = importBytes(
            rawFile("{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"My "
                    "Feed\",\"language\":\"en\",\"items\":[\n"
                    "{\"id\":\"1\",\"title\":\"One\",\"content_html\":\"<p>Hello <b>world</b> of "
                    "feeds.</p>\",\"date_published\":\"2020-01-02\",\n"
                    "\"authors\":[{\"name\":\"Ada Lund\"}]},{\"id\":\"2\",\"content_text\":\"Plain words "
                    "here.\",\"summary\":\"S\"},\n"
                    "{\"id\":\"3\",\"title\":\"Three\",\"summary\":\"Only this.\"}]}"),
            {});
        QCOMPARE(outcome.articles.size(), 3u);
        QCOMPARE(outcome.articles[0]->outlet(), u"My Feed"_s);
        QCOMPARE(outcome.articles[0]->authors(), QStringList{u"Ada Lund"_s});
        QCOMPARE(outcome.articles[0]->published().toIso(), u"2020-01-02"_s);
        QCOMPARE(outcome.articles[1]->text(), u"Plain words here."_s);
        QVERIFY(outcome.articles[2]->text().endsWith(u"Only this."_s));
    }

    void table_rowsAreArticles_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("commas") << QByteArray(
            "id,Title,Date,Author,Text\r\n1,\"Ferry, aground\",2021-09-28,Ada Lund,\"He said "
            "\"\"no\"\".\nSecond line.\"\r\n2,Empty,2021-09-29,,\r\n");
        QTest::newRow("semicolons, a mark, bare line feeds") << QByteArray(
            "\xEF\xBB\xBFid;Title;Date;Author;Text\n1;Ferry, aground;2021-09-28;Ada Lund;\"He said "
            "\"\"no\"\".\nSecond line.\"\n2;Empty;2021-09-29;;\n");
        QTest::newRow("tabs") << QByteArray(
            "id\tTitle\tDate\tAuthor\tText\n1\tFerry, aground\t2021-09-28\tAda "
            "Lund\t\"He said \"\"no\"\".\nSecond line.\"\n2\tEmpty\t2021-09-29\t\t\n");
    }

    void table_rowsAreArticles()
    {
        QFETCH(QByteArray, bytes);
        const ImportOutcome outcome = importBytes(rawFile(bytes, u"/texts/table.csv"_s), {});
        QCOMPARE(outcome.articles.size(), 1u);
        const Article &article = *outcome.articles[0];
        QCOMPARE(article.source().format, u"csv"_s);
        QCOMPARE(article.source().part, u"1"_s);
        QCOMPARE(article.title(), u"Ferry, aground"_s);
        QCOMPARE(article.published().toIso(), u"2021-09-28"_s);
        QVERIFY(article.text().contains(u"He said \"no\"."_s));
        QCOMPARE(outcome.failures.size(), 1u);
        QVERIFY(outcome.failures[0].error.message.contains(u"Row 3"));
    }

    void table_withoutWords_isText()
    {
        const ArticlePtr article = readOne("name,number\nferry,7\n", QString(), u"/texts/a.csv"_s);
        QVERIFY(article);
        QCOMPARE(article->source().format, u"text"_s);
    }

    void table_cutOff_saysSo()
    {
        const ImportOutcome outcome =
            importBytes(rawFile("title,text\nOne,Some words.\nTwo,\"More words", u"/texts/a.csv"_s), {});
        QCOMPARE(outcome.articles.size(), 2u);
        QCOMPARE(outcome.failures.size(), 1u);
        QVERIFY(outcome.failures[0].error.message.contains(u"quotation mark"));
    }
};

QTEST_GUILESS_MAIN(TestFeeds)
#include "tst_feeds.moc"
