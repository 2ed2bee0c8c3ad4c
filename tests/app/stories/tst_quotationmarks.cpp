#include "stories/quotationmarks.h"

#include <QtTest>

using namespace Lectern;

class QuotationMarksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spans_areFound_data();
    void spans_areFound();
    void unclosed_endsWithItsParagraph();
    void unclosed_continuesWhereTheNextBeginsWithAMark();
    void nested_haveTheirDepth();
    void shapes_doNotMatter();
    void megabyteWithoutClosing_isLinear();
};

void QuotationMarksTest::spans_areFound_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("inner");
    const auto row = [](const char *name, const char *text, const QStringList &inner) {
        QTest::newRow(name) << QString::fromUtf8(text) << inner;
    };
    row("straight", "\"Yes,\" she said. \"No.\"", {"Yes,", "No."});
    row("curly", "“Yes,” she said. “No.”", {"Yes,", "No."});
    row("mixed", "“Yes,\" she said. \"No.”", {"Yes,", "No."});
    row("wrongly curled", "”Yes,“ she said.", {"Yes,"});
    row("TeX", "``Yes,'' she said.", {"Yes,"});
    row("two apostrophes", "''Yes,'' she said.", {"Yes,"});
    row("French", "Il a dit : « Oui, bien sûr », puis « Non ».", {" Oui, bien sûr ", " Non "});
    row("German", "„Ja“, sagte sie. „Nein.“", {"Ja", "Nein."});
    row("German angled", "»Ja«, sagte sie. »Nein.«", {"Ja", "Nein."});
    row("Swedish", "”Ja”, sade hon. ”Nej.”", {"Ja", "Nej."});
    row("corner brackets", "彼女は「はい」と言った。『本』", {"はい", "本"});
    row("British", "'Yes,' she said. 'It's mine.'", {"Yes,", "It's mine."});
    row("British, curly", "‘Yes,’ she said. ‘It’s mine.’", {"Yes,", "It’s mine."});
    row("apostrophes", "The '90s weren't the parents' best years.", {});
    row("apostrophes beside double marks", "\"It's the parents' house,\" he said.",
        {"It's the parents' house,"});
    row("scare quotes", "the so-called \"tree of life\" stands", {"tree of life"});
    row("behind a dash", "She said—\"Never\"—and left.", {"Never"});
    row("in brackets", "It was big (\"huge\").", {"huge"});
    row("nothing", "Nobody said a word.", {});
    row("stray closing", "He left.\" And came back.", {});
    row("empty text", "", {});
}

void QuotationMarksTest::spans_areFound()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, inner);
    QStringList found;
    for (const MarkedSpan &span : markedSpans(text)) {
        found += text.mid(span.inner.start, span.inner.length());
        QVERIFY(span.isClosed);
        QVERIFY(span.outer.contains(span.inner));
    }
    QCOMPARE(found, inner);
}

void QuotationMarksTest::unclosed_endsWithItsParagraph()
{
    const QString text = QStringLiteral("He said, \"I will go.\nShe stayed.");
    const std::vector<MarkedSpan> spans = markedSpans(text);
    QCOMPARE(spans.size(), 1u);
    QVERIFY(!spans[0].isClosed);
    QVERIFY(!spans[0].continues);
    QCOMPARE(text.mid(spans[0].inner.start, spans[0].inner.length()), QStringLiteral("I will go."));
}

void QuotationMarksTest::unclosed_continuesWhereTheNextBeginsWithAMark()
{
    const std::vector<MarkedSpan> spans =
        markedSpans(QStringLiteral("He said, “I will go.\n“And I shall be back,” he added."));
    QCOMPARE(spans.size(), 2u);
    QVERIFY(!spans[0].isClosed);
    QVERIFY(spans[0].continues);
    QVERIFY(spans[1].isClosed);
}

void QuotationMarksTest::nested_haveTheirDepth()
{
    const QString text = QStringLiteral("“She told me “go away” twice,” he said.");
    const std::vector<MarkedSpan> spans = markedSpans(text);
    QCOMPARE(spans.size(), 2u);
    QCOMPARE(spans[0].depth, 0);
    QCOMPARE(text.mid(spans[0].inner.start, spans[0].inner.length()),
             QStringLiteral("She told me “go away” twice,"));
    QCOMPARE(spans[1].depth, 1);
    QCOMPARE(text.mid(spans[1].inner.start, spans[1].inner.length()), QStringLiteral("go away"));
}

/// The same text with straight, curly, wrongly curled and mixed marks has the same spans.
void QuotationMarksTest::shapes_doNotMatter()
{
    const QString text =
        QStringLiteral("“Yes,” she said, “we can.” He smiled (“of course”).\n“No,” said Ann.");
    const std::vector<MarkedSpan> expected = markedSpans(text);
    QCOMPARE(expected.size(), 4u);
    for (const QString &marks : {QStringLiteral("\"\""), QStringLiteral("””"), QStringLiteral("””"),
                                 QStringLiteral("“\""), QStringLiteral("\"”")}) {
        QString other = text;
        other.replace(u'“', marks[0]).replace(u'”', marks[1]);
        QVERIFY2(markedSpans(other) == expected, qPrintable(marks));
    }
}

void QuotationMarksTest::megabyteWithoutClosing_isLinear()
{
    const QString text = QStringLiteral("\"word ").repeated(200000);
    const std::vector<MarkedSpan> spans = markedSpans(text);
    QCOMPARE(spans.size(), 200000u);
    QVERIFY(!spans.back().isClosed);
}

QTEST_GUILESS_MAIN(QuotationMarksTest)
#include "tst_quotationmarks.moc"
