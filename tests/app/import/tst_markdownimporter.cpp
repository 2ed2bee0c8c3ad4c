#include "app/import/reading.h"

using namespace Lectern;
using namespace Qt::StringLiterals;

class TestMarkdownImporter : public QObject
{
    Q_OBJECT

private slots:
    void blocks_areRead_data()
    {
        QTest::addColumn<QByteArray>("markdown");
        QTest::addColumn<QStringList>("blocks");
        QTest::newRow("headings and paragraphs")
            << QByteArray("# Ferry\n\nIt sails\nagain.\n\n## Why\n\nBecause.")
            << QStringList{u"heading1: Ferry"_s, u"paragraph: It sails again."_s, u"heading2: Why"_s,
                           u"paragraph: Because."_s};
        QTest::newRow("underlined") << QByteArray("Ferry\n=====\n\nIt sails.")
                                    << QStringList{u"heading1: Ferry"_s, u"paragraph: It sails."_s};
        QTest::newRow("lists") << QByteArray("- one\n  - deep\n- two\n\n1. first\n2. second")
                               << QStringList{u"listitem1: one"_s, u"listitem2: deep"_s, u"listitem1: two"_s,
                                              u"listitem1: first"_s, u"listitem1: second"_s};
        QTest::newRow("loose list") << QByteArray("- one\n\n- two\n")
                                    << QStringList{u"listitem1: one"_s, u"listitem1: two"_s};
        QTest::newRow("tasks") << QByteArray("- [ ] open\n- [x] done\n")
                               << QStringList{u"listitem1: ☐ open"_s, u"listitem1: ☑ done"_s};
        QTest::newRow("quotes") << QByteArray("> one\n>\n>> two\n")
                                << QStringList{u"quote1: one"_s, u"quote2: two"_s};
        QTest::newRow("code") << QByteArray("    a  b\n\n```\nc\n  d\n```\n")
                              << QStringList{u"pre: a  b"_s, u"pre: c\n  d"_s};
        QTest::newRow("rule") << QByteArray("one\n\n---\n\ntwo")
                              << QStringList{u"paragraph: one"_s, u"rule: \uFFFC"_s, u"paragraph: two"_s};
        QTest::newRow("table") << QByteArray("| a | b |\n|---|---|\n| c | d |\n")
                               << QStringList{u"cell: a"_s, u"cell: b"_s, u"cell: c"_s, u"cell: d"_s};
        QTest::newRow("image alone") << QByteArray("![The ferry](f.jpg)\n\nText.")
                                     << QStringList{u"caption: The ferry"_s, u"paragraph: Text."_s};
        QTest::newRow("image in text")
            << QByteArray("See ![it](f.jpg) here.") << QStringList{u"paragraph: See it here."_s};
        QTest::newRow("references") << QByteArray("a &amp; b &eacute; &#8212; \\*c\\* &unknown;")
                                    << QStringList{u"paragraph: a & b é — *c* &unknown;"_s};
        QTest::newRow("raw HTML")
            << QByteArray("<div>\n<p>Some <b>words</b></p>\n<script>alert(1)</script>\n</div>\n\nand <br> "
                          "more <span onclick=x>text</span>.")
            << QStringList{u"paragraph: Some words"_s, u"paragraph: and more text."_s};
    }

    void blocks_areRead()
    {
        QFETCH(QByteArray, markdown);
        const ArticlePtr article = readOne(markdown, u"markdown"_s);
        QVERIFY(article);
        QTEST(blocksOf(*article), "blocks");
    }

    void spans_areRead()
    {
        const ArticlePtr article = readOne("Some *soft*, **loud**, ~~old~~ and `code` words, [a "
                                           "*link*](https://example.org/a), <https://example.org/b>.",
                                           u"markdown"_s);
        QVERIFY(article);
        QCOMPARE(article->text(), u"Some soft, loud, old and code words, a link, https://example.org/b."_s);
        QCOMPARE(spansOf(*article),
                 (QStringList{u"em(soft)"_s, u"strong(loud)"_s, u"strike(old)"_s, u"code(code)"_s,
                              u"link(a link -> https://example.org/a)"_s, u"em(link)"_s,
                              u"link(https://example.org/b -> https://example.org/b)"_s}));
    }

    void title_isTheFirstHeading()
    {
        const ArticlePtr article = readOne("# The *ferry* sails\n\nText.", u"markdown"_s);
        QVERIFY(article);
        QCOMPARE(article->title(), u"The ferry sails"_s);
        QVERIFY(!article->isTitleDerived());
        QCOMPARE(article->blocks().size(), 2u);
    }

    void title_isDerivedWithoutHeading()
    {
        const ArticlePtr article = readOne("Just *words* here. And more.", u"markdown"_s);
        QVERIFY(article);
        QVERIFY(article->isTitleDerived());
    }

    void frontMatter_isMetadata()
    {
        const ArticlePtr article =
            readOne("---\r\ntitle: The ferry sails\r\nauthor: Ann Lee\r\ndate: 2021-09-28\r\ntags: [sea, "
                    "boats]\r\nlang: en\r\n---\r\n# The ferry sails\r\n\r\nText.",
                    u"markdown"_s);
        QVERIFY(article);
        QCOMPARE(article->title(), u"The ferry sails"_s);
        QCOMPARE(article->authors(), QStringList{u"Ann Lee"_s});
        QCOMPARE(article->published().toIso(), u"2021-09-28"_s);
        QCOMPARE(article->tags(), (QStringList{u"sea"_s, u"boats"_s}));
        QCOMPARE(article->text(), u"The ferry sails\nText."_s);
    }

    void hostile_endsWithItsWords_data()
    {
        QTest::addColumn<QByteArray>("markdown");
        const QByteArray tail = "\n\nThe ferry sails.";
        QTest::newRow("brackets") << QByteArray("[").repeated(50'000) + tail;
        QTest::newRow("images") << QByteArray("![[]()").repeated(20'000) + tail;
        QTest::newRow("emphasis") << QByteArray("*a **b ").repeated(20'000) + tail;
        QTest::newRow("quotes") << QByteArray(">").repeated(5'000) + " a" + tail;
        QTest::newRow("broken front matter") << "---\na: &a [" + QByteArray("*a,").repeated(10) +
                                                    "]\nb: " + QByteArray("[").repeated(5000) + "\n---" +
                                                    tail;
        QTest::newRow("open front matter") << "---\ntitle: x" + tail;
    }

    void hostile_endsWithItsWords()
    {
        QFETCH(QByteArray, markdown);
        const ArticlePtr article = readOne(markdown, u"markdown"_s);
        QVERIFY(article);
        QVERIFY(article->text().endsWith(u"The ferry sails."));
    }
};

QTEST_GUILESS_MAIN(TestMarkdownImporter)
#include "tst_markdownimporter.moc"
