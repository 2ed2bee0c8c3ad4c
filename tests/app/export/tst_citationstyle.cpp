#include "app/passages/passagefixture.h"
#include "export/citation.h"
#include "export/wikitext.h"

#include <QTest>

using namespace Lectern;

namespace {

const QDate today(2026, 11, 25);

/// A derived title, an agency, a month, no address.
Passage untitled()
{
    Passage passage = passageOf(QStringLiteral("words"));
    passage.title = QStringLiteral("A ferry with forty people on board");
    passage.titleDerived = true;
    passage.authors = {QStringLiteral("Associated Press")};
    passage.outlet.clear();
    passage.published = PartialDate::fromIso(u"2021-09");
    passage.url.clear();
    return passage;
}

} // namespace

class TestCitationStyle : public QObject
{
    Q_OBJECT

private slots:
    void style_isNamedAndFound();
    void citation_followsItsStyle_data();
    void citation_followsItsStyle();
    void citation_namesOnlyWhatIsKnown();
    void accessed_isNamedOnRequest_data();
    void accessed_isNamedOnRequest();
    void outlet_isItalicInHtml();
    void citedQuote_followsItsStyle();
    void wikitext_isNoMarkup_data();
    void wikitext_isNoMarkup();
};

void TestCitationStyle::style_isNamedAndFound()
{
    for (int i = 0; i < citationStyleCount; ++i) {
        const auto style = CitationStyle(i);
        QCOMPARE(citationStyleNamed(name(style)), style);
        QVERIFY(!label(style).isEmpty());
    }
    QVERIFY(!citationStyleNamed(u"harvard"));
}

void TestCitationStyle::citation_followsItsStyle_data()
{
    QTest::addColumn<CitationStyle>("style");
    QTest::addColumn<QString>("full");
    QTest::addColumn<QString>("sparse");
    QTest::newRow("plain") << CitationStyle::Plain
                           << "Ada Lund and Bo Ek. “Ferry runs aground.” North Shore Courier, 28 September "
                              "2021. https://courier.example/ferry_1, ¶ 7."
                           << "Associated Press. “A ferry with forty people on board…” (untitled). September "
                              "2021. ferry.txt, ¶ 7.";
    QTest::newRow("chicago") << CitationStyle::Chicago
                             << "Lund, Ada, and Bo Ek. “Ferry runs aground.” North Shore Courier, September "
                                "28, 2021. https://courier.example/ferry_1."
                             << "Associated Press. “A ferry with forty people on board…” (untitled). "
                                "September 2021. ferry.txt.";
    QTest::newRow("apa") << CitationStyle::Apa
                         << "Lund, A., & Ek, B. (2021, September 28). Ferry runs aground. North Shore "
                            "Courier. https://courier.example/ferry_1"
                         << "Associated Press. (2021, September). “A ferry with forty people on board…” "
                            "(untitled). ferry.txt";
    QTest::newRow("mla") << CitationStyle::Mla
                         << "Lund, Ada, and Bo Ek. “Ferry runs aground.” North Shore Courier, 28 Sept. 2021, "
                            "https://courier.example/ferry_1."
                         << "Associated Press. “A ferry with forty people on board…” (untitled). Sept. 2021, "
                            "ferry.txt.";
    QTest::newRow("markdown")
        << CitationStyle::Markdown
        << "Ada Lund and Bo Ek, [Ferry runs aground](<https://courier.example/ferry_1>), "
           "*North Shore Courier*, 28 September 2021, ¶ 7"
        << "Associated Press, “A ferry with forty people on board…” (untitled), "
           "September 2021, ferry.txt, ¶ 7";
    QTest::newRow("wikipedia")
        << CitationStyle::Wikipedia
        << "{{cite news |last1=Lund |first1=Ada |last2=Ek |first2=Bo |title=Ferry runs aground "
           "|url=https://courier.example/ferry_1 |work=North Shore Courier |date=28 September 2021}}"
        << "{{cite news |author1=Associated Press |title=A ferry with forty people on board… (untitled) "
           "|date=September 2021}}";
}

void TestCitationStyle::citation_followsItsStyle()
{
    QFETCH(CitationStyle, style);
    QFETCH(QString, full);
    QFETCH(QString, sparse);
    QCOMPARE(citation(passageOf(QStringLiteral("words")), style), full);
    QCOMPARE(citation(untitled(), style), sparse);
}

void TestCitationStyle::citation_namesOnlyWhatIsKnown()
{
    Passage unknown;
    unknown.quote = QStringLiteral("words");
    Passage titled = unknown;
    titled.title = QStringLiteral("Fog");
    for (int i = 0; i < citationStyleCount; ++i) {
        const auto style = CitationStyle(i);
        const bool isTemplate = style == CitationStyle::Wikipedia;
        QCOMPARE(citation(unknown, style, today), isTemplate ? QStringLiteral("{{cite news}}") : QString());
        const QString words = citation(titled, style, today);
        QVERIFY2(words.contains(QStringLiteral("Fog")) && !words.contains(QStringLiteral("2026")),
                 qPrintable(words));
        QVERIFY2(!words.contains(QStringLiteral("  ")) && !words.startsWith(u' '), qPrintable(words));
    }
    Passage three = passageOf(QStringLiteral("words"));
    three.authors = {QStringLiteral("Ada Lund"), QStringLiteral("Reuters"), QStringLiteral("Bo Ek")};
    QVERIFY(citation(three, CitationStyle::Mla).startsWith(QStringLiteral("Lund, Ada, et al. “")));
    QVERIFY(citation(three, CitationStyle::Chicago)
                .startsWith(QStringLiteral("Lund, Ada, Reuters, and Bo Ek. “")));
    QVERIFY(
        citation(three, CitationStyle::Apa).startsWith(QStringLiteral("Lund, A., Reuters, & Ek, B. (2021")));
}

void TestCitationStyle::accessed_isNamedOnRequest_data()
{
    QTest::addColumn<CitationStyle>("style");
    QTest::addColumn<QString>("words");
    QTest::newRow("plain") << CitationStyle::Plain << "ferry_1 (accessed 25 November 2026), ¶ 7.";
    QTest::newRow("chicago") << CitationStyle::Chicago << "Accessed November 25, 2026. https://";
    QTest::newRow("apa") << CitationStyle::Apa << "Courier. Retrieved November 25, 2026, from https://";
    QTest::newRow("mla") << CitationStyle::Mla << "ferry_1. Accessed 25 Nov. 2026.";
    QTest::newRow("wikipedia") << CitationStyle::Wikipedia << " |access-date=25 November 2026}}";
}

void TestCitationStyle::accessed_isNamedOnRequest()
{
    QFETCH(CitationStyle, style);
    QFETCH(QString, words);
    const Passage passage = passageOf(QStringLiteral("words"));
    QVERIFY2(citation(passage, style, today).contains(words), qPrintable(citation(passage, style, today)));
    QVERIFY(!citation(untitled(), style, today).contains(QStringLiteral("2026")));
}

void TestCitationStyle::outlet_isItalicInHtml()
{
    Passage passage = passageOf(QStringLiteral("words"));
    passage.outlet = QStringLiteral("Fish & Chips");
    QVERIFY(citationHtml(passage, CitationStyle::Mla, {})
                .contains(QStringLiteral("<i>Fish &amp; Chips</i>, 28")));
    QVERIFY(!citationHtml(passage, CitationStyle::Plain, {}).contains(QStringLiteral("<i>")));
}

void TestCitationStyle::citedQuote_followsItsStyle()
{
    Passage passage = passageOf(QStringLiteral("one *word* | two"));
    passage.omitted.clear();
    QCOMPARE(citedQuote(passage, CitationStyle::Mla).text,
             QStringLiteral("“one *word* | two”\n— ") + citation(passage, CitationStyle::Mla));
    QCOMPARE(citedQuote(passage, CitationStyle::Markdown).text,
             QStringLiteral("> one \\*word\\* \\| two\n>\n> — ") +
                 citation(passage, CitationStyle::Markdown));
    const QString reference = citedQuote(passage, CitationStyle::Wikipedia).text;
    QVERIFY2(reference.startsWith(QStringLiteral("<ref>{{cite news |")) &&
                 reference.endsWith(QStringLiteral(" |quote=one *word* &#124; two}}</ref>")),
             qPrintable(reference));
    QVERIFY(citedQuote(passage, CitationStyle::Wikipedia)
                .html.contains(QStringLiteral("<cite>Ada Lund and Bo Ek.")));
}

void TestCitationStyle::wikitext_isNoMarkup_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("template") << "a {{b}} | c"
                              << "a &#123;&#123;b&#125;&#125; &#124; c";
    QTest::newRow("link") << "[[a]] [b]"
                          << "&#91;&#91;a&#93;&#93; &#91;b&#93;";
    QTest::newRow("italics") << "it''s ''' don't"
                             << "it&#39;&#39;s &#39;&#39;&#39; don't";
    QTest::newRow("tags") << "<b>&amp;"
                          << "&#60;b&#62;&#38;amp;";
    QTest::newRow("list") << "* a * b"
                          << "&#42; a * b";
    QTest::newRow("signature") << "~~~~"
                               << "&#126;&#126;&#126;&#126;";
    QTest::newRow("word") << "__TOC__ a_b"
                          << "&#95;_TOC&#95;_ a_b";
    QTest::newRow("lines") << "a\n\nb"
                           << "a b";
    QTest::newRow("plain") << "“curly”, 日本 = 5 – 7"
                           << "“curly”, 日本 = 5 – 7";
}

void TestCitationStyle::wikitext_isNoMarkup()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(escapedWikitext(text), expected);
}

QTEST_GUILESS_MAIN(TestCitationStyle)
#include "tst_citationstyle.moc"
