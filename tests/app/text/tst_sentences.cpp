#include "text/sentences.h"

#include "text/article.h"
#include "text/canonicaltext.h"

#include "app/text/randomtext.h"

#include <QtTest>

#include <ctime>

using namespace Lectern;
using namespace LecternTest;

class SentencesTest : public QObject
{
    Q_OBJECT

private slots:
    void sentences_areThese_data();
    void sentences_areThese();
    void sentences_standWhereTheyStand();
    void sentences_randomTexts_areTrimmedAndInOrder();
    void sentences_hugeLine_isQuick_data();
    void sentences_hugeLine_isQuick();
    void sentenceAt_findsTheSentenceOfTheOffset();
};

void SentencesTest::sentences_areThese_data()
{
    QTest::addColumn<QString>("text"); // sentences parted by |, with what stands between them in front of it
    const auto row = [](const char *name, const QString &text) { QTest::newRow(name) << text; };
    row("plain", "The tram stopped. |Nobody got out. |Why?");
    row("exclamations", "Stop!! |Who goes there?! |A friend.");
    row("line break ends", "A heading without an end\n|The first line\n|goes on here.");
    row("titles", "Mr. Oduya met Dr. Hale and Mrs. Quill on St. Ann's Lane. |They left.");
    row("rank and office", "Gen. Ward and Sen. Pike agreed. |Gov. Lund did not.");
    row("initials", "The poet J. K. Marsh read to W. Ames. |It rained.");
    row("I at the end", "There were only the sea and I. |Did it see Edwin I. Cole?");
    row("plan B", "There is no plan B. |The council has said so.");
    row("company goes on", "Brandt & Co. at the harbour closed; so did Ives Inc. in May.");
    row("company ends", "He sold his shares in Brandt & Co. |They fell the next day.");
    row("junior", "It was Sam Field Jr.'s boat.");
    row("initialism goes on", "The U.S. Senate and the U.K. Treasury met in the U.S.A. last week.");
    row("initialism ends", "She moved to the U.S. |She has not been back.");
    row("initialism ends before a quotation", "She moved to the U.S. |“It was time,” she said.");
    row("e.g. and i.e.", "Bring tools, e.g. Pliers, i.e. The small ones.");
    row("versus", "It was Dale vs. Harrow again. |Harrow won.");
    row("months", "From Sept. 28 to Jan. 3 it was shut. |In Feb. it opened.");
    row("month ends", "It shut in Dec. |The owner moved.");
    row("numbered", "See No. 5 on p. 12 and Fig. 3. |It shows more.");
    row("no as an answer", "He said no. |Then he left.");
    row("et cetera", "Ropes, nails, etc. were left. |Ropes, nails, etc. |They were left.");
    row("time of day", "It began at 5 a.m. Monday and ended at 6 p.m. |The hall was empty.");
    row("degree", "Ann Moss, Ph.D., spoke. |So did Al Roe, M.D. |They agreed.");
    row("decimals and money", "It cost $3.50 or 2.80 euros. |That is 1.4 percent more.");
    row("address of the net",
        "Write to Jane.Roe@example.com or see www.example.org/Index.Html today. |Thanks.");
    row("host name with capitals", "They booked at Example.Com and left.");
    row("missing space", "It was late.|Nobody came.|Then 300.|The end.");
    row("quotation goes on", "“We are here.” she said, “and we stay!” he added.");
    row("quotation with question goes on", "“Why now?” asked the clerk. |Nobody knew.");
    row("quotation ends", "“We are here.” |She sat down.");
    row("single quotation ends", "He said: ‘We are here.’ |She sat down.");
    row("next begins with a quotation", "It ended. |“At last,” he said.");
    row("brackets inside", "The mayor (He was new then.) agreed.");
    row("brackets alone", "The mayor agreed. |(He was new then.) |Others did not.");
    row("name with a mark", "She works for Hooray! in the north.");
    row("three dots go on", "Well ... it was ... I mean... it was late.");
    row("three dots end", "It was late... |Nobody came.");
    row("four dots end", "I never saw it.... |She did.");
    row("spaced dots", "It was weak . . . and late. . . . |The end came.");
    row("ellipsis character ends", "It was late… |Nobody came… and then some did.");
    row("ellipsis in quotation", "“So it was…” |He stopped.");
    row("left out", "“He [...] went home [...]” (Moss 12).");
    row("footnote marks", "The bridge fell.[1] |It was rebuilt.[2][3] |It stands.");
    row("numbered lines", "1. The first point.\n|2. The second point.");
    row("numbered in a line", "1. The first point 2. The second point");
    row("lettered in a line", "a) One thing b) Another thing");
    row("small brand name", "She likes it. |Apple sells it.");
    row("German", "Am 3. Oktober kam Dr. Weiß, z. B. mit dem Zug. |Er blieb bis 2021. |Das war lang.");
    row("French", "M. Roche et Mme. Petit sont là. |« Enfin ! » dit-elle. |Il rit.");
    row("Spanish", "¿Qué pasa? |¡Nada! |La Sra. Ruiz lo sabe.");
    row("Russian", "Приехал А. С. Волков. |Он устал.");
    row("Japanese", "雨が降った。|「行こう。」と言った。|誰もいない。");
    row("Chinese", "他来了。|你好吗？|很好！");
    row("Hindi", "वह आया। |वह गया।");
    row("Arabic", "هل جاء؟ |نعم. |ثم ذهب.");
    row("Greek question mark", "Ναι. |Όχι.");
    row("dash goes on", "Who was it? — nobody asked.");
    row("only white space", " \n \t\n");
    row("no words", "...");
}

void SentencesTest::sentences_areThese()
{
    QFETCH(QString, text);
    // Items of lists in a line are marked where they begin.
    if (QByteArray(QTest::currentDataTag()).contains("in a line"))
        text.replace(" 2.", " |2.").replace(" b)", " |b)");
    QStringList expected;
    for (const QString &sentence : text.split(u'|'))
        if (!sentence.trimmed().isEmpty())
            expected << sentence.trimmed();
    const QString plain = QString(text).remove(u'|');
    QStringList found;
    for (const TextRange range : sentences(plain))
        found << plain.mid(range.start, range.length());
    QCOMPARE(found.join(u'|'), expected.join(u'|'));
}

void SentencesTest::sentences_standWhereTheyStand()
{
    const std::vector<TextRange> expected{{1, 4}, {6, 9}, {11, 14}};
    QCOMPARE(sentences(u" Ah.  Oh! \nUh. "), expected);
    QCOMPARE(sentences(u""), std::vector<TextRange>());
}

void SentencesTest::sentences_randomTexts_areTrimmedAndInOrder()
{
    RandomText random;
    for (int i = 0; i < 3'000; ++i) {
        const QString text = random.text(30);
        qsizetype end = 0;
        QString between;
        for (const TextRange range : sentences(text)) {
            QVERIFY2(range.start >= end && !range.isEmpty() && range.end <= text.size(), shown(text));
            const QString sentence = text.mid(range.start, range.length());
            QVERIFY2(!sentence.front().isSpace() && !sentence.back().isSpace() && !sentence.contains(u'\n'),
                     shown(text));
            between += text.mid(end, range.start - end);
            end = range.end;
        }
        between += text.mid(end);
        QVERIFY2(between.trimmed().isEmpty(), shown(text));
    }
}

void SentencesTest::sentences_hugeLine_isQuick_data()
{
    QTest::addColumn<QString>("piece");
    QTest::newRow("no spaces") << "aa.Aaa";
    QTest::newRow("dots") << ". ";
    QTest::newRow("quotation marks") << "\"";
    QTest::newRow("abbreviations") << "Mr. ";
    QTest::newRow("footnotes") << "[1]";
    QTest::newRow("ellipses") << "…";
    QTest::newRow("items") << "1. A ";
    QTest::newRow("brackets after stops") << ".) ";
}

void SentencesTest::sentences_hugeLine_isQuick()
{
    QFETCH(QString, piece);
    const std::clock_t before = std::clock(); // of the processor, not of the wall
    QVERIFY(sentences(piece.repeated(200'000 / piece.size())).size() <= 200'000u);
    QVERIFY2((std::clock() - before) / CLOCKS_PER_SEC < 5, "not in proportion to the length");
}

void SentencesTest::sentenceAt_findsTheSentenceOfTheOffset()
{
    CanonicalTextBuilder builder;
    builder.addBlock(BlockKind::Heading, u"A title", 1);
    builder.addBlock(BlockKind::Paragraph, u"One is here. Two is there.");
    CanonicalText canonical = builder.take();
    ArticleDraft draft;
    draft.text = canonical.text;
    draft.blocks = canonical.blocks;
    draft.title = QStringLiteral("A title");
    const ArticlePtr article = Article::make(draft);
    const auto at = [&](qsizetype offset) {
        const TextRange range = sentenceAt(*article, offset);
        return article->text().mid(range.start, range.length());
    };
    QCOMPARE(at(0), QStringLiteral("A title"));
    QCOMPARE(at(8), QStringLiteral("One is here."));
    QCOMPARE(at(19), QStringLiteral("One is here."));
    QCOMPARE(at(20), QStringLiteral("One is here. Two is there.")); // the space between: the block
    QCOMPARE(at(21), QStringLiteral("Two is there."));
    QCOMPARE(sentenceAt(*Article::make({}), 0), TextRange());
}

QTEST_GUILESS_MAIN(SentencesTest)
#include "tst_sentences.moc"
