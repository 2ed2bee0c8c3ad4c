#include "passages/cardlayout.h"

#include "style/tokens.h"
#include "ui/passages/samplecards.h"

#include <QImage>
#include <QPainter>
#include <QtTest>

using namespace Lectern;

namespace {

constexpr int width = 300;
constexpr int lineHeight = 22;

TrayItem changedCard(AnchorState state, bool isWaiting)
{
    TrayItem item = sampleCard(1);
    item.standing = {.state = state, .isWaiting = isWaiting};
    const QString now = QStringLiteral("The harbour froze on the third night.");
    if (state == AnchorState::Changed)
        item.standing.found = std::make_shared<const FoundWords>(
            FoundWords{{0, now.size()}, now, wordDifferences(item.passage.quote, now)});
    return item;
}

QImage painted(const CardLayout &layout, const Tokens &tokens, CardLook look = {})
{
    QImage image(width, layout.height(), QImage::Format_ARGB32_Premultiplied);
    image.fill(tokens.list);
    QPainter painter(&image);
    layout.paint(painter, QPoint(0, 0), tokens, look);
    return image;
}

} // namespace

class TestCardLayout final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    void longQuote_isCutAfterSixLines()
    {
        const CardLayout six(sampleCard(1, QStringLiteral("1\n2\n3\n4\n5\n6")), width);
        QVERIFY(!six.isQuoteCut());
        const CardLayout seven(sampleCard(1, QStringLiteral("1\n2\n3\n4\n5\n6\n7")), width);
        QVERIFY(seven.isQuoteCut());
        QCOMPARE(seven.height(), six.height());
        const CardLayout one(sampleCard(1, QStringLiteral("1")), width);
        QCOMPARE(six.height() - one.height(), 5 * lineHeight);
    }

    void hugeQuote_isLaidOutQuickly()
    {
        const CardLayout layout(sampleCard(1, QStringLiteral("word ").repeated(1'000'000)), width);
        QVERIFY(layout.isQuoteCut());
        QVERIFY(layout.height() < 300);
    }

    void anyQuote_hasASoundLayout_data()
    {
        QTest::addColumn<QString>("quote");
        QTest::newRow("empty") << QString();
        QTest::newRow("one word longer than a line") << QStringLiteral("w").repeated(5000);
        QTest::newRow("emoji at the cut") << QStringLiteral("x") + QString::fromUtf8("😀").repeated(2000);
        QTest::newRow("Arabic") << QString::fromUtf8("تجمد الميناء في الليلة الثانية. ").repeated(20);
        QTest::newRow("Japanese") << QString::fromUtf8("港は二日目の夜に凍りついた。").repeated(20);
        QTest::newRow("only line breaks") << QStringLiteral("\n").repeated(50);
        QTest::newRow("NUL and U+2028") << QStringLiteral("a%1b%2c").arg(QChar(0), QChar(0x2028));
    }

    void anyQuote_hasASoundLayout()
    {
        QFETCH(const QString, quote);
        for (const int narrow : {248, 300, 40}) {
            const CardLayout layout(sampleCard(1, quote), narrow);
            QVERIFY(layout.height() > 40 && layout.height() < 400);
            painted(layout, Tokens::light());
        }
    }

    void noteTagsAndState_makeTheCardHigher()
    {
        TrayItem item = sampleCard(1);
        int before = CardLayout(item, width).height();
        const auto grows = [&] { return std::exchange(before, CardLayout(item, width).height()) < before; };
        item.passage.note = QStringLiteral("Compare.");
        QVERIFY(grows());
        item.passage.tags = {QStringLiteral("ice")};
        QVERIFY(grows());
        item.passage.tags += QStringList(12, QStringLiteral("a longer tag"));
        QVERIFY(grows());
        item.standing.state = AnchorState::Moved;
        QVERIFY(grows());
        item.standing = {.state = AnchorState::Orphan, .isWaiting = true};
        QVERIFY(grows());
    }

    void estimatedHeight_isNear()
    {
        TrayItem item = sampleCard(
            1, QStringLiteral("The harbour froze on the second night, and nobody slept. ").repeated(2));
        item.passage.note = QStringLiteral("Same words in the other report.");
        const int height = CardLayout(item, width).height();
        QVERIFY(qAbs(CardLayout::estimatedHeight(item, width) - height) <= 2 * lineHeight);
    }

    void locatorText_namesParagraphAndRange_data()
    {
        QTest::addColumn<int>("paragraph");
        QTest::addColumn<QString>("expected");
        QTest::newRow("paragraph") << 4 << QString::fromUtf8("¶ 4 · 71–175");
        QTest::newRow("title") << 0 << QString::fromUtf8("title · 71–175");
    }

    void locatorText_namesParagraphAndRange()
    {
        QFETCH(const int, paragraph);
        QFETCH(const QString, expected);
        Passage passage = sampleCard(1).passage;
        passage.paragraph = paragraph;
        QCOMPARE(CardLayout::locatorText(passage), expected);
    }

    void sourceText_isTheOutletElseTheFile()
    {
        Passage passage = sampleCard(1).passage;
        QCOMPARE(CardLayout::sourceText(passage), QStringLiteral("Northern Courier"));
        passage.outlet.clear();
        QCOMPARE(CardLayout::sourceText(passage), QStringLiteral("winter.txt"));
    }

    void answers_areOfferedWhileThePassageWaits_data()
    {
        QTest::addColumn<AnchorState>("state");
        QTest::addColumn<bool>("isWaiting");
        QTest::addColumn<int>("cardWidth");
        QTest::newRow("exact") << AnchorState::Exact << false << width;
        QTest::newRow("moved") << AnchorState::Moved << false << width;
        QTest::newRow("changed") << AnchorState::Changed << true << width;
        QTest::newRow("orphan") << AnchorState::Orphan << true << width;
        QTest::newRow("left orphan") << AnchorState::Orphan << false << width;
        QTest::newRow("changed, narrow") << AnchorState::Changed << true << 180;
    }

    void answers_areOfferedWhileThePassageWaits()
    {
        QFETCH(const AnchorState, state);
        QFETCH(const bool, isWaiting);
        QFETCH(const int, cardWidth);
        const CardLayout layout(changedCard(state, isWaiting), cardWidth);
        for (const CardAnswer answer : {CardAnswer::Take, CardAnswer::Keep}) {
            const QRect rect = layout.answerRect(answer);
            QCOMPARE(!rect.isEmpty(), isWaiting);
            if (!isWaiting)
                continue;
            QVERIFY(QRect(0, 0, cardWidth, layout.height()).contains(rect));
            QCOMPARE(layout.answerAt(rect.center()), answer);
        }
        QVERIFY(!layout.answerRect(CardAnswer::Take).intersects(layout.answerRect(CardAnswer::Keep)));
        QCOMPARE(layout.answerAt({1, 1}), CardAnswer::None);
        painted(layout, Tokens::light());
    }

    void changedCard_showsOldAndNewWords_notByColourAlone()
    {
        TrayItem item = changedCard(AnchorState::Changed, true);
        // The same with one colour for grounds and words apart from the lines.
        Tokens plain = Tokens::light();
        plain.difference = plain.card;
        plain.danger = plain.ink;
        const QImage withLines = painted(CardLayout(item, width), plain);
        auto unmarked = std::make_shared<FoundWords>(*item.standing.found);
        for (WordDifference &difference : unmarked->differences)
            difference.kind = DifferenceKind::Typographic; // dots below instead
        item.standing.found = unmarked;
        QVERIFY(withLines != painted(CardLayout(item, width), plain));
    }

    void description_tellsWhereTheWordsStand()
    {
        const TrayItem item = changedCard(AnchorState::Changed, true);
        QVERIFY(CardLayout::description(item, false).contains(QStringLiteral("The words have changed")));
        QVERIFY(CardLayout::description(item, false).contains(QStringLiteral("Y takes the new words")));
        QVERIFY(CardLayout::description(sampleCard(1), true).endsWith(QStringLiteral("selected")));
    }

    void toolTip_holdsTheWholeQuoteOfACutCard_escaped()
    {
        const TrayItem item = sampleCard(1, QStringLiteral("a < b\n").repeated(9));
        const QString tip = CardLayout(item, width).toolTip(item.passage);
        QVERIFY(tip.contains(QStringLiteral("A winter in the harbour")));
        QCOMPARE(tip.count(QStringLiteral("a &lt; b")), 9);
    }

    void pieces_areShownWithWhatIsLeftOut()
    {
        TrayItem item = sampleCard(1, QStringLiteral("The harbour froze on the second night."));
        item.passage.omitted = {{12, 28}};
        QVERIFY(CardLayout(item, 300).toolTip(item.passage).contains(item.passage.title));
        QCOMPARE(item.passage.shownQuote(), QStringLiteral("The harbour […] ond night."));
        TrayItem plain = sampleCard(1, item.passage.shownQuote());
        QCOMPARE(painted(CardLayout(item, width), Tokens::light()),
                 painted(CardLayout(plain, width), Tokens::light()));
    }

    void star_isShownBesideTheSource()
    {
        TrayItem item = sampleCard(1);
        const CardLayout plain(item, 300);
        item.passage.starred = true;
        const CardLayout starred(item, 300);
        QCOMPARE(starred.height(), plain.height());
        QVERIFY(painted(starred, Tokens::light()) != painted(plain, Tokens::light()));
    }

    void paint_showsBarInTheColourOfTheMark()
    {
        for (const Tokens &tokens : {Tokens::light(), Tokens::sepia(), Tokens::dark()})
            for (const MarkColour colour :
                 {MarkColour::Yellow, MarkColour::Green, MarkColour::Blue, MarkColour::Pink}) {
                TrayItem item = sampleCard(1);
                item.passage.colour = colour;
                QCOMPARE(painted(CardLayout(item, width), tokens).pixelColor(10, 30),
                         tokens.markEdgeOf(colour));
            }
    }

    void paint_showsSelectionAndKeyboard()
    {
        const Tokens tokens = Tokens::light();
        const CardLayout layout(sampleCard(1), width);
        QCOMPARE(painted(layout, tokens).pixelColor(16, 30), tokens.card);
        CardLook look;
        look.selected = true;
        QCOMPARE(painted(layout, tokens, look).pixelColor(16, 30), tokens.tint);
        look.current = true;
        QCOMPARE(painted(layout, tokens, look).pixelColor(0, 30).blue(), tokens.accent.blue());
    }
};

QTEST_MAIN(TestCardLayout)
#include "tst_cardlayout.moc"
