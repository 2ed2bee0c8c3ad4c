#include "app/import/reading.h"
#include "import/htmlguard.h"

using namespace Lectern;
using namespace Qt::StringLiterals;

namespace {

const QByteArray sentence = "The harbour master said on Monday that the ferry would sail again, weather "
                            "permitting, before the end of the week. ";
const QByteArray body =
    "<p>" + sentence + sentence + "</p><p>" + sentence + sentence + "</p><p>" + sentence + "</p>";

ArticlePtr readPage(const QByteArray &page, const QString &baseUrl = {})
{
    ImportOptions options;
    options.format = u"html"_s;
    options.baseUrl = baseUrl;
    const ImportOutcome outcome = importBytes(rawFile(page), options);
    return outcome.articles.size() == 1 ? outcome.articles.front() : nullptr;
}

} // namespace

class TestHtmlImporter : public QObject
{
    Q_OBJECT

private slots:
    void metadata_isRead_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::newRow("JSON-LD") << QByteArray(
            "<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@graph\":["
            "{\"@type\":\"Person\",\"@id\":\"#ann\",\"name\":\"Ann "
            "Lee\"},{\"@type\":\"NewsArticle\",\"headline\":\"The ferry sails &amp; "
            "sings\",\"author\":[{\"@id\":\"#ann\"},{\"name\":\"Tom Hart\"}],"
            "\"datePublished\":\"2021-09-28T10:04:00+02:00\",\"dateModified\":\"2021-09-29\",\"publisher\":{"
            "\"@type\":\"Organization\",\"name\":\"Harbour "
            "Post\"},\"url\":\"https://example.org/ferry\"}]}</script>");
        QTest::newRow("Open Graph") << QByteArray(
            "<meta property=\"og:title\" content=\"The ferry sails &amp; sings\"><meta "
            "property=\"og:site_name\" content=\"Harbour Post\">"
            "<meta name=\"author\" content=\"Ann Lee, Tom Hart\"><meta property=\"article:published_time\" "
            "content=\"2021-09-28T08:04:00Z\">"
            "<meta property=\"article:modified_time\" content=\"2021-09-29\"><link rel=\"canonical\" "
            "href=\"https://example.org/ferry\">");
        QTest::newRow("citation") << QByteArray(
            "<title>The ferry sails &amp; sings | Harbour Post</title><meta name=\"citation_author\" "
            "content=\"Ann Lee\"><meta name=\"citation_author\" content=\"Tom Hart\">"
            "<meta name=\"citation_journal_title\" content=\"Harbour Post\"><meta "
            "name=\"citation_publication_date\" content=\"2021-09-28T08:04:00Z\"><meta "
            "name=\"last-modified\" content=\"29 Sept 2021\">"
            "<meta property=\"og:url\" content=\"https://example.org/ferry\">");
    }

    void metadata_isRead()
    {
        QFETCH(QByteArray, head);
        const ArticlePtr article = readPage("<!doctype html><html lang=en-GB><head>" + head +
                                            "</head><body><nav><a href=/>Home</a></nav><article>" + body +
                                            "</article></body></html>");
        QVERIFY(article);
        QCOMPARE(article->title(), u"The ferry sails & sings"_s);
        QCOMPARE(article->authors(), (QStringList{u"Ann Lee"_s, u"Tom Hart"_s}));
        QCOMPARE(article->outlet(), u"Harbour Post"_s);
        QCOMPARE(article->published().toIso(), u"2021-09-28T08:04:00Z"_s);
        QCOMPARE(article->modified().toIso(), u"2021-09-29"_s);
        QCOMPARE(article->url(), u"https://example.org/ferry"_s);
        QCOMPARE(article->language(), u"en-GB"_s);
    }

    void metadata_thatIsNotThere_isNotGuessed()
    {
        const ArticlePtr article = readPage("<html><body>" + body + "</body></html>");
        QVERIFY(article);
        QVERIFY(article->isTitleDerived());
        QVERIFY(article->authors().isEmpty());
        QVERIFY(article->published().isNull());
        QVERIFY(article->url().isEmpty());
    }

    void blocks_areRead()
    {
        const ArticlePtr article =
            readPage("<html><body><h1>Ferry</h1><p>One<br>two<p>Three <br> <br> "
                     "four<ul><li>a<ul><li>b</ul><li><p>c</ul><ol><li>d</ol><blockquote><p>q</p></blockquote>"
                     "<pre>x\n  y</pre><table><tr><th>h<td>i</table><figure><img "
                     "src=a><figcaption>cap</figcaption></figure><hr><h2>End</h2><div>loose <p>tight</p> "
                     "tail</div></body></html>");
        QVERIFY(article);
        QCOMPARE(blocksOf(*article),
                 (QStringList{u"heading1: Ferry"_s, u"paragraph: One two"_s, u"paragraph: Three"_s,
                              u"paragraph: four"_s, u"listitem1: a"_s, u"listitem2: b"_s, u"listitem1: c"_s,
                              u"listitem1: d"_s, u"quote1: q"_s, u"pre: x\n  y"_s, u"cell: h"_s, u"cell: i"_s,
                              u"caption: cap"_s, u"rule: \uFFFC"_s, u"heading2: End"_s, u"paragraph: loose"_s,
                              u"paragraph: tight"_s, u"paragraph: tail"_s}));
        QCOMPARE(article->title(), u"Ferry"_s);
    }

    void spans_areRead()
    {
        const ArticlePtr article = readPage(
            "<p>Some <em>soft</em>, <b>loud <i>both</i></b>, <code>code</code>, x<sup>2</sup>, <a "
            "href='/a?x=1'>link</a>, <a href='javascript:alert(1)'>bad</a>, <a href='#n'>note</a></p>",
            u"https://example.org/dir/page"_s);
        QVERIFY(article);
        QCOMPARE(spansOf(*article),
                 (QStringList{u"em(soft)"_s, u"strong(loud both)"_s, u"em(both)"_s, u"code(code)"_s,
                              u"sup(2)"_s, u"link(link -> https://example.org/a?x=1)"_s}));
        QVERIFY(article->text().endsWith(u"bad, note"));
    }

    void headline_insideTheArticle_isNotRepeated()
    {
        const ArticlePtr article =
            readPage("<html><head><title>The ferry sails again - Harbour Post</title></head><body><div "
                     "class=top><span>News</span></div><article><h1>The ferry sails again</h1>" +
                     body + "</article></body></html>");
        QVERIFY(article);
        QCOMPARE(article->title(), u"The ferry sails again"_s);
        QCOMPARE(article->text().count(u"The ferry sails again"), 1);
        QCOMPARE(article->blocks().front().kind, BlockKind::Heading);
    }

    void encoding_thatIsDeclared_isUsed()
    {
        const ArticlePtr article =
            readPage("<html><head><meta charset=koi8-r></head><body><p>\xF0\xD2\xC9\xD7\xC5\xD4, "
                     "\xCD\xC9\xD2 \xC9 \xF7\xC9</p>");
        QVERIFY(article);
        QCOMPARE(article->text(), u"Привет, мир и Ви"_s);
        QCOMPARE(article->source().encoding, u"KOI8-R"_s);
        QVERIFY(!article->source().encodingGuessed);
    }

    void hostile_keepsItsWords_data()
    {
        QTest::addColumn<QByteArray>("page");
        QTest::addColumn<bool>("simplified");
        const QByteArray tail = body;
        QByteArray attributes = "<p";
        for (int i = 0; i < 50'000; ++i)
            attributes += " a" + QByteArray::number(i) + "=1";
        QByteArray fonts;
        for (int i = 0; i < 10'000; ++i)
            fonts += "<font a=" + QByteArray::number(i) + "><p>";
        QTest::newRow("100,000 div") << QByteArray("<div>").repeated(100'000) + tail << true;
        QTest::newRow("100,000 b") << "<p>" + QByteArray("<b>").repeated(100'000) + tail << true;
        QTest::newRow("50,000 attributes") << attributes + ">" + tail << true;
        QTest::newRow("10,000 font") << fonts + tail << true;
        QTest::newRow("nested tables") << QByteArray("<table>x").repeated(5'000) + tail << true;
        QTest::newRow("500 div") << QByteArray("<div>").repeated(500) + tail << false;
        QTest::newRow("many siblings") << QByteArray("<p>a<li>b<td>c").repeated(5'000) + tail << false;
        QTest::newRow("unclosed tag") << tail + "<a href='" << false;
        QTest::newRow("data URL") << tail + "<img src='data:image/png;base64," + QByteArray(3'000'000, 'A') +
                                         "'>"
                                  << false;
        QTest::newRow("10,000 dates")
            << "<h1>Ferry</h1>" + QByteArray("<div>").repeated(400) +
                   QByteArray("<span class=date>28.09.2021</span><br>").repeated(10'000) +
                   QByteArray("</div>").repeated(400) + tail
            << false;
        QTest::newRow("10,000 authors")
            << "<h1>Ferry</h1>" + QByteArray("<a rel=author>Ann Lee</a>").repeated(10'000) + tail << false;
        QTest::newRow("zeros") << "<p>a" + QByteArray(5, '\0') + "b</p>" + tail << false;
    }

    void hostile_keepsItsWords()
    {
        QFETCH(QByteArray, page);
        QFETCH(bool, simplified);
        const ArticlePtr article = readPage(page);
        QVERIFY(article);
        QVERIFY(article->text().contains(u"The harbour master said on Monday"));
        QCOMPARE(!article->warnings().filter(u"simplified"_s).isEmpty(), simplified);
    }

    void numberReferences_beyondUnicode_areReplaced()
    {
        const ArticlePtr article =
            readPage("<p>a&#4294967361;b&#x110000;c&#xD800;d&#0;e&#x80;f&#65;g&amp;#4294967361;</p>");
        QVERIFY(article);
        QCOMPARE(article->text(), u"a\uFFFDb\uFFFDc\uFFFDd\uFFFDe€fAg&#4294967361;"_s);
    }

    void scripts_areNeverText()
    {
        const ArticlePtr article = readPage(
            "<html><body><script>var "
            "SECRET=1</script><style>p{SECRET}</style><noscript>SECRET</noscript><template>SECRET</"
            "template><p hidden>SECRET</p>"
            "<div style='display: none'>SECRET</div><iframe>SECRET</iframe><textarea>SECRET</textarea>" +
            body + "</body></html>");
        QVERIFY(article);
        QVERIFY(!article->text().contains(u"SECRET"));
    }

    void pageWithoutWords_isEmpty()
    {
        ImportOptions options;
        const ImportOutcome outcome =
            importBytes(rawFile("<!doctype html><html><head><title>App</title></head><body><div "
                                "id=root></div><script>go()</script></body></html>"),
                        options);
        QVERIFY(outcome.articles.empty());
        QCOMPARE(outcome.failures.size(), 1u);
        QCOMPARE(outcome.failures.front().error.kind, ErrorKind::Empty);
    }

    void leanHtml_leavesOutWhatNobodyReads_data()
    {
        QTest::addColumn<QByteArray>("page");
        QTest::addColumn<QByteArray>("lean");
        const auto row = [](const char *name, const QByteArray &page, const QByteArray &lean) {
            QTest::newRow(name) << page << lean;
        };
        row("script", "<p>a<script>b < c</script>d", "<p>a<script></script>d");
        row("style", "<STYLE>p{}</STYLE>a", "<STYLE></STYLE>a");
        row("comment", "a<!-- b -->c", "ac");
        row("JSON-LD stays", "<script type='application/ld+json'>{}</script>",
            "<script type='application/ld+json'>{}</script>");
        row("publication stays", "<script>{\"publishedAt\":1}</script>",
            "<script>{\"publishedAt\":1}</script>");
        row("title stays", "<title>a</title>", "<title>a</title>");
        row("doubtful comment stays", "a<!-->b-->c", "a<!-->b-->c");
        row("open comment stays", "a<!-- b", "a<!-- b");
        row("open script", "a<script>b", "a<script>");
    }

    void leanHtml_leavesOutWhatNobodyReads()
    {
        QFETCH(QByteArray, page);
        QTEST(leanHtml(page), "lean");
    }

    void isTreeSafe_countsWhatStaysOpen_data()
    {
        QTest::addColumn<QByteArray>("page");
        QTest::addColumn<bool>("safe");
        QTest::newRow("closed") << QByteArray("<div></div>").repeated(2000) << true;
        QTest::newRow("implied ends") << QByteArray("<p>a<br><img><li>").repeated(2000) << true;
        QTest::newRow("closed by an outer end")
            << QByteArray("<div><span><span></div>").repeated(2000) << true;
        QTest::newRow("links close links") << QByteArray("<a href=x>y").repeated(2000) << true;
        QTest::newRow("self-closed in svg")
            << "<svg>" + QByteArray("<path/>").repeated(2000) + "</svg>" << true;
        QTest::newRow("tags in scripts")
            << "<script>" + QByteArray("<div>").repeated(2000) + "</script>" << true;
        QTest::newRow("tags in comments") << "<!--" + QByteArray("<div>").repeated(2000) + "-->" << true;
        QTest::newRow("512") << QByteArray("<div>").repeated(512) << true;
        QTest::newRow("513") << QByteArray("<div>").repeated(513) << false;
        QTest::newRow("formatting opens again") << QByteArray("<div><b></div>").repeated(2000) << false;
    }

    void isTreeSafe_countsWhatStaysOpen()
    {
        QFETCH(QByteArray, page);
        QTEST(isTreeSafe(page), "safe");
    }
};

QTEST_GUILESS_MAIN(TestHtmlImporter)
#include "tst_htmlimporter.moc"
