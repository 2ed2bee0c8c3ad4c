#include "stories/storytokens.h"

#include <QtTest>

using namespace Lectern;

class StoryTokensTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void text_isCut_data();
    void text_isCut();
    void tokens_knowTheirSentenceAndQuotation();
    void typography_foldsAlike();
};

void StoryTokensTest::text_isCut_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("tokens");
    const auto row = [](const char *name, const char *text, const char *tokens) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(tokens);
    };
    row("words", "The fire, she said.", "The|fire|,|she|said|.");
    row("abbreviations", "the U.S. Navy, e.g. No. 3", "the|U.S|.|Navy|,|e.g|.|No|.|3");
    row("numbers", "$4.4 or 1,000,000 or 40% by 10:30", "$4.4|or|1,000,000|or|40%|by|10:30");
    row("spans of years", "2009-2010 and 2011–12", "2009-2010|and|2011–12");
    row("hyphens", "5-year-old Luna", "5-year-old|Luna");
    row("apostrophes", "don't, l’amour, parents'", "don't|,|l’amour|,|parents|'");
    row("dashes", "No -- never—ever", "No|--|never|—|ever");
    row("ellipses", "so ... much… more", "so|...|much|…|more");
    row("no space behind the stop", "show me.I could", "show|me|.|I|could");
    row("AT&T", "AT&T and/or", "AT&T|and|/|or");
    row("Japanese", "東京で火事", "東|京|で|火|事");
    row("accents", "café naïve", "café|naïve");
    row("nothing", " \n ", "");
}

void StoryTokensTest::text_isCut()
{
    QFETCH(const QString, text);
    QFETCH(const QString, tokens);
    const StoryTokens cut(text, QStringLiteral("en"));
    QStringList found;
    for (const StoryToken &token : cut.tokens())
        found += text.mid(token.range.start, token.range.length());
    QCOMPARE(found.join(u'|'), tokens);
}

void StoryTokensTest::tokens_knowTheirSentenceAndQuotation()
{
    const QString text = QStringLiteral("“Go home,” Ann said. Nobody went.");
    const StoryTokens cut(text, QStringLiteral("en"));
    QCOMPARE(cut.wordCount(), 6);
    QCOMPARE(cut.word(0).span, 1u);
    QCOMPARE(cut.word(1).span, 1u);
    QCOMPARE(cut.word(2).span, 0u);
    QCOMPARE(cut.word(3).sentence, 0u);
    QCOMPARE(cut.word(4).sentence, 1u);
    QVERIFY(cut.word(0).isOpening);
    QVERIFY(!cut.word(1).isOpening);
    QVERIFY(cut.word(2).isOpening);
    QVERIFY(cut.word(2).isCapital);
    QVERIFY(!cut.word(3).isFrequent);
}

void StoryTokensTest::typography_foldsAlike()
{
    const QString one = QStringLiteral("“It’s late—go,” he said…");
    const QString other = QStringLiteral("\"IT'S late-go,\" he said...");
    const StoryTokens a(one, {});
    const StoryTokens b(QString(other).replace(QStringLiteral("late-go"), QStringLiteral("late - go")), {});
    QCOMPARE(a.tokens().size(), b.tokens().size());
    for (size_t i = 0; i < a.tokens().size(); ++i) {
        QCOMPARE(a.tokens()[i].fold, b.tokens()[i].fold);
        QCOMPARE(a.tokens()[i].kind, b.tokens()[i].kind);
    }
    QVERIFY(a.word(0).exact != b.word(0).exact);
}

QTEST_GUILESS_MAIN(StoryTokensTest)
#include "tst_storytokens.moc"
