#include "app/import/reading.h"

using namespace Lectern;
using namespace Qt::StringLiterals;

namespace {

const QByteArray sentence = "The harbour master said on Monday that the ferry would sail again, weather "
                            "permitting, before the end of the week. ";
const QByteArray paragraph = "<p>" + sentence + sentence + "</p>";

ArticlePtr readPage(const QByteArray &head, const QByteArray &top, const QByteArray &bottom = {},
                    const QByteArray &language = "de")
{
    return readOne("<!doctype html><html lang=" + language + "><head><title>The ferry sails again</title>" +
                       head + "</head><body><nav>1 January 2001</nav><main><h1>The ferry sails again</h1>" +
                       top + paragraph.repeated(3) + "</main>" + bottom + "</body></html>",
                   u"html"_s);
}

} // namespace

/// What is known of a page and where it was found.
class TestPageMetadata : public QObject
{
    Q_OBJECT

private slots:
    void published_isFoundWhereThePageShowsIt_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("top");
        QTest::addColumn<QByteArray>("bottom");
        QTest::addColumn<QString>("iso");
        const auto row = [](const char *name, const QByteArray &head, const QByteArray &top,
                            const QByteArray &bottom, const char *iso) {
            QTest::newRow(name) << head << top << bottom << QString::fromLatin1(iso);
        };
        row("meta", "<meta name=pubdate content='2021-09-28'>", "", "", "2021-09-28");
        row("day in the URL", "<link rel=canonical href=https://example.org/2021/09/28/ferry>", "", "",
            "2021-09-28");
        row("joined day in the URL", "<link rel=canonical href=https://example.org/news/20210928-ferry>", "",
            "", "2021-09-28");
        row("time for machines", "", "<time datetime=2021-09-28>two days ago</time>", "", "2021-09-28");
        row("class", "", "<div class=entry-date>28. September 2021</div>", "", "2021-09-28");
        row("beside the author", "", "<div class=meta>Von Ann Lee | 28.09.2021 | 10:04 Uhr</div>", "",
            "2021-09-28");
        row("date of an entry", "", "<span class='entry-date updated'>28.09.2021</span>", "", "2021-09-28");
        row("short year", "", "<span>28.09.21</span>", "", "2021-09-28");
        row("bare line by the headline", "", "<div><small>28. September 2021</small></div>", "",
            "2021-09-28");
        row("day first where it is written so", "", "<div class=date>03/04/2021</div>", "", "2021-04-03");
        row("label in the footer", "", "", "<footer>Erschienen am: 28.09.2021</footer>", "2021-09-28");
        row("label before that of a change", "",
            "<p>Veröffentlicht am 28.09.2021</p><p>Aktualisiert am 29.09.2021</p>", "", "2021-09-28");
        row("data of scripts", "<script>var a = {\"publishedAt\":\"2021-09-28T10:04:00Z\"};</script>", "", "",
            "2021-09-28T10:04:00Z");
        row("the shown day of an instant in UTC",
            "<meta property=article:published_time content='2021-09-28T22:30:00Z'>",
            "<div class=date>29. September 2021</div>", "", "2021-09-29");
        row("the URL's day of an instant in UTC",
            "<link rel=canonical href=https://example.org/2021/09/29/ferry><meta "
            "property=article:published_time "
            "content='2021-09-28T22:30:00Z'>",
            "", "", "2021-09-29");
        row("meta before what is shown", "<meta name=date content='2021-09-28'>",
            "<div class=date>2. Mai 2019</div>", "", "2021-09-28");
    }

    void published_isFoundWhereThePageShowsIt()
    {
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, top);
        QFETCH(QByteArray, bottom);
        const ArticlePtr article = readPage(head, top, bottom);
        QVERIFY(article);
        QTEST(article->published().toIso(), "iso");
    }

    void published_isNeverGuessed_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("top");
        QTest::addColumn<QByteArray>("bottom");
        const QByteArray none;
        QTest::newRow("sentence")
            << none
            << QByteArray("<p>The bridge was opened by the mayor on 28 September 2021, and the "
                          "town came.</p>")
            << none;
        QTest::newRow("change only") << none << QByteArray("<p>Last updated: 28 September 2021</p>") << none;
        QTest::newRow("comment") << none << none
                                 << QByteArray(
                                        "<div class=comments><div class=date>28 September 2021</div></div>");
        QTest::newRow("other articles") << none << none
                                        << QByteArray("<div class=related><a href=/a>Another ferry</a> <span "
                                                      "class=date>28.09.2021</span></div>");
        QTest::newRow("month in the URL")
            << QByteArray("<link rel=canonical href=https://example.org/2021/09/ferry>") << none << none;
        QTest::newRow("several in scripts")
            << QByteArray("<script>[{\"publishedAt\":\"2021-09-28\"},{\"publishedAt\":"
                          "\"2021-09-27\"}]</script>")
            << none << none;
        QTest::newRow("far ahead") << none << QByteArray("<div class=date>28 September 2921</div>") << none;
        QTest::newRow("relative") << none << QByteArray("<div class=date>two days ago</div>") << none;
    }

    void published_isNeverGuessed()
    {
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, top);
        QFETCH(QByteArray, bottom);
        const ArticlePtr article = readPage(head, top, bottom);
        QVERIFY(article);
        QVERIFY2(article->published().isNull(), qPrintable(article->published().toIso()));
    }

    void published_inEnglishAloneMayMeanTwoDays()
    {
        const QByteArray top = "<div class=date>03/04/2021</div>";
        QVERIFY(readPage({}, top, {}, "en")->published().isNull());
        QCOMPARE(readPage({}, top, {}, "en-US")->published().toIso(), u"2021-03-04"_s);
        QCOMPARE(readPage({}, top, {}, "en-GB")->published().toIso(), u"2021-04-03"_s);
    }

    void modified_isThatOfTheLabel()
    {
        const ArticlePtr article = readPage({}, "<p>Stand: 29.09.2021</p>");
        QCOMPARE(article->modified().toIso(), u"2021-09-29"_s);
        QVERIFY(article->published().isNull());
    }

    void authors_areThoseOfTheArticle_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("top");
        QTest::addColumn<QByteArray>("bottom");
        QTest::addColumn<QStringList>("authors");
        const auto row = [](const char *name, const QByteArray &head, const QByteArray &top,
                            const QByteArray &bottom, const QStringList &authors) {
            QTest::newRow(name) << head << top << bottom << authors;
        };
        const QStringList ann{u"Ann Lee"_s};
        row("link", "", "<a rel=author href=/ann>Ann Lee</a>", "", ann);
        row("two links", "",
            "<p>By <a rel=author href=/a>Ann Lee</a> and <a rel=author href=/t>Tom Hart</a></p>", "",
            {u"Ann Lee"_s, u"Tom Hart"_s});
        row("class with more in it", "", "<div class=author>Von Ann Lee | 28.09.2021, 10:04 Uhr</div>", "",
            ann);
        row("label", "", "<div>Autorin: Ann Lee</div>", "", ann);
        row("bare byline", "", "<p>par Ann Lee</p>", "", ann);
        row("one word where it is sure", "", "<a rel=author href=/ann>harbourfan</a>", "", {u"harbourfan"_s});
        row("preview of links",
            "<meta name=twitter:label1 content='Written by'><meta name=twitter:data1 content='Ann Lee'>", "",
            "", ann);
        row("a person before a body", "<meta name=author content='Harbour Media GmbH'>",
            "<div class=byline>By Ann Lee</div>", "", ann);
        row("a body when nobody is named", "<meta name=author content='Harbour Media GmbH'>", "", "",
            {u"Harbour Media GmbH"_s});
        row("label of a form", "", "",
            "<form><p class=comment-form-author><label>Name *</label><input></p></form>", {});
        row("commenter", "", "", "<div id=comments><span class=author>Tom Hart</span></div>", {});
    }

    void authors_areThoseOfTheArticle()
    {
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, top);
        QFETCH(QByteArray, bottom);
        const ArticlePtr article = readPage(head, top, bottom);
        QVERIFY(article);
        QTEST(article->authors(), "authors");
    }

    void title_isTheHeadline_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("headings");
        QTest::addColumn<QString>("title");
        const QString ferry = u"The ferry sails again"_s;
        QTest::newRow("heading about something else")
            << QByteArray("<meta property=og:title content='The ferry sails again'>")
            << QByteArray("<h1>Welcome to our pages</h1>") << ferry;
        QTest::newRow("heading that shares words")
            << QByteArray("<title>Ferry sails: what you should know</title>")
            << QByteArray("<h1>The ferry sails again</h1>") << ferry;
        QTest::newRow("heading that is the site")
            << QByteArray("<title>The ferry sails again | Harbour Post</title>")
            << QByteArray("<h1>Harbour Post</h1><h2>The ferry sails again</h2>") << ferry;
        QTest::newRow("lower heading")
            << QByteArray("<title>Harbour Post - News - The ferry sails again</title>")
            << QByteArray("<h1>Harbour</h1><h3>The ferry sails again</h3>") << ferry;
        QTest::newRow("heading in navigation")
            << QByteArray("<title>The ferry sails again</title>")
            << QByteArray("<nav><h1>Ferry tickets, ferry times</h1></nav><h2>The ferry sails again</h2>")
            << ferry;
    }

    void title_isTheHeadline()
    {
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, headings);
        const ArticlePtr article =
            readOne("<!doctype html><html><head>" + head + "</head><body>" + headings + "<article>" +
                        paragraph.repeated(3) + "</article></body></html>",
                    u"html"_s);
        QVERIFY(article);
        QTEST(article->title(), "title");
    }
};

QTEST_GUILESS_MAIN(TestPageMetadata)
#include "tst_pagemetadata.moc"
