#include "app/passages/passagefixture.h"
#include "export/exporter.h"

#include <QLocale>
#include <QTest>

using namespace Lectern;

class TestCitation : public QObject
{
    Q_OBJECT

private slots:
    void citation_leavesOutWhatIsNotKnown_data();
    void citation_leavesOutWhatIsNotKnown();
    void citedQuote_addsMarksOnlyWhereThereAreNone_data();
    void citedQuote_addsMarksOnlyWhereThereAreNone();
    void citedQuoteHtml_isEscaped();
};

void TestCitation::citation_leavesOutWhatIsNotKnown_data()
{
    QTest::addColumn<Passage>("passage");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &expected, auto change) {
        Passage passage = passageOf(QStringLiteral("words"));
        change(passage);
        QTest::newRow(name) << passage << expected;
    };
    const QString url = QStringLiteral("https://courier.example/ferry_1, ¶ 7.");
    row("everything",
        "Ada Lund and Bo Ek. “Ferry runs aground.” North Shore Courier, 28 September 2021. " + url,
        [](Passage &) {});
    row("one author", "Ada Lund. “Ferry runs aground.” North Shore Courier, 28 September 2021. " + url,
        [](Passage &p) { p.authors = {"Ada Lund"}; });
    row("three authors", "A, B and C. “Ferry runs aground.” North Shore Courier, 28 September 2021. " + url,
        [](Passage &p) {
            p.authors = {"A", "B", "C"};
        });
    row("author with a full stop",
        "Sammy Davis Jr. “Ferry runs aground.” North Shore Courier, 28 September 2021. " + url,
        [](Passage &p) { p.authors = {"Sammy Davis Jr."}; });
    row("no author", "“Ferry runs aground.” North Shore Courier, 28 September 2021. " + url,
        [](Passage &p) { p.authors.clear(); });
    row("no outlet", "Ada Lund and Bo Ek. “Ferry runs aground.” 28 September 2021. " + url,
        [](Passage &p) { p.outlet.clear(); });
    row("no date", "Ada Lund and Bo Ek. “Ferry runs aground.” North Shore Courier. " + url,
        [](Passage &p) { p.published = {}; });
    row("month only", "“Ferry runs aground.” September 2021. " + url, [](Passage &p) {
        p.authors.clear();
        p.outlet.clear();
        p.published = PartialDate::fromIso(u"2021-09");
    });
    row("an instant is cited by its day, as given", "“Ferry runs aground.” 29 September 2021. " + url,
        [](Passage &p) {
            p.authors.clear();
            p.outlet.clear();
            p.published = PartialDate::fromIso(u"2021-09-29T01:12:00+02:00");
        });
    row("no address", "“Ferry runs aground.” 2021. ferry.txt, ¶ 7.", [](Passage &p) {
        p.authors.clear();
        p.outlet.clear();
        p.published = PartialDate::fromIso(u"2021");
        p.url.clear();
    });
    row("record of a collection", "“Ferry runs aground.” 2021. ferry.txt, a12, ¶ 7.", [](Passage &p) {
        p.authors.clear();
        p.outlet.clear();
        p.published = PartialDate::fromIso(u"2021");
        p.url.clear();
        p.source.part = "a12";
    });
    row("in the title", "“Ferry runs aground.” https://courier.example/ferry_1.", [](Passage &p) {
        p.authors.clear();
        p.outlet.clear();
        p.published = {};
        p.paragraph = 0;
    });
    row("title is a question", "“Who sank the ferry?” ferry.txt, ¶ 7.", [](Passage &p) {
        p = passageOf("words");
        p.authors.clear();
        p.outlet.clear();
        p.published = {};
        p.url.clear();
        p.title = "Who sank the ferry?";
    });
    row("title ends with a quotation", "“Captain: “It was the fog.”” ferry.txt, ¶ 7.", [](Passage &p) {
        p.authors.clear();
        p.outlet.clear();
        p.published = {};
        p.url.clear();
        p.title = "Captain: “It was the fog.”";
    });
    row("untitled, words cut", "“A ferry with forty people on board…” (untitled). ferry.txt, ¶ 7.",
        [](Passage &p) {
            p.authors.clear();
            p.outlet.clear();
            p.published = {};
            p.url.clear();
            p.title = "A ferry with forty people on board";
            p.titleDerived = true;
        });
    row("untitled, a whole sentence", "“A ferry sank.” (untitled). ferry.txt, ¶ 7.", [](Passage &p) {
        p.authors.clear();
        p.outlet.clear();
        p.published = {};
        p.url.clear();
        p.title = "A ferry sank.";
        p.titleDerived = true;
    });
    row("nothing", "", [](Passage &p) {
        p = Passage();
        p.quote = "words";
    });
}

void TestCitation::citation_leavesOutWhatIsNotKnown()
{
    QFETCH(Passage, passage);
    QFETCH(QString, expected);
    QCOMPARE(citation(passage), expected);
    QLocale::setDefault(QLocale(QLocale::German));
    QCOMPARE(citation(passage), expected);
    QLocale::setDefault(QLocale::c());
}

void TestCitation::citedQuote_addsMarksOnlyWhereThereAreNone_data()
{
    QTest::addColumn<QString>("quote");
    QTest::addColumn<QString>("expected");
    QTest::newRow("none") << "It was the fog"
                          << "“It was the fog”";
    QTest::newRow("curly") << "“It was the fog,” he said"
                           << "“It was the fog,” he said";
    QTest::newRow("straight") << "\"It was\" he"
                              << "\"It was\" he";
    QTest::newRow("guillemets") << "« C’était »"
                                << "« C’était »";
    QTest::newRow("low") << "„Es war“"
                         << "„Es war“";
    QTest::newRow("Japanese") << "「霧だった」"
                              << "「霧だった」";
    QTest::newRow("marks inside") << "He said “fog” twice"
                                  << "“He said “fog” twice”";
    QTest::newRow("lines and spaces stay")
        << QStringLiteral(" a\u00a0b\n\nc ") << QStringLiteral("“ a\u00a0b\n\nc ”");
}

void TestCitation::citedQuote_addsMarksOnlyWhereThereAreNone()
{
    QFETCH(QString, quote);
    QFETCH(QString, expected);
    Passage passage = passageOf(quote);
    passage.omitted.clear();
    QCOMPARE(citedQuote(passage).text, expected + "\n— " + citation(passage));
    Passage unknown;
    unknown.quote = quote;
    QCOMPARE(citedQuote(unknown).text, expected);
}

void TestCitation::citedQuoteHtml_isEscaped()
{
    Passage passage = passageOf(QStringLiteral("a < b & \"c\"\nd"));
    passage.omitted.clear();
    passage.authors = {"<script>"};
    passage.title.clear();
    passage.outlet.clear();
    passage.published = {};
    passage.url = "https://x.example/?a=\"1\"&b=2";
    passage.paragraph = 0;
    QCOMPARE(citedQuote(passage).html,
             "<blockquote cite=\"https://x.example/?a=&quot;1&quot;&amp;b=2\" lang=\"en\" dir=\"ltr\">"
             "<p>a &lt; b &amp; &quot;c&quot;</p><p>d</p></blockquote>\n"
             "<p>— <cite>&lt;script&gt;. https://x.example/?a=&quot;1&quot;&amp;b=2.</cite></p>\n");
    passage.url = "javascript:alert(1)";
    QVERIFY(!citedQuote(passage).html.contains(" cite="));
}

QTEST_GUILESS_MAIN(TestCitation)
#include "tst_citation.moc"
