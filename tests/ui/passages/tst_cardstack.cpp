#include "passages/cardstack.h"

#include "ui/passages/samplecards.h"

#include <QtTest>

using namespace Lectern;

namespace {

constexpr int width = 300;
constexpr int page = 600;

std::vector<TrayItem> mixedCards(int count)
{
    std::vector<TrayItem> items = sampleCards(count);
    for (int i = 0; i < count; ++i) {
        items[size_t(i)].passage.quote = QStringLiteral("wide WORDS and ill ones ").repeated(1 + i % 11);
        if (i % 3 == 0)
            items[size_t(i)].passage.note =
                QStringLiteral("A note that is longer than one line of the box. ").repeated(1 + i % 4);
        if (i % 5 == 0)
            items[size_t(i)].passage.tags = {QStringLiteral("tag"), QStringLiteral("another")};
    }
    return items;
}

} // namespace

class TestCardStack final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    void empty_hasNothingAnywhere()
    {
        CardStack stack;
        QCOMPARE(stack.totalHeight(), 0);
        QCOMPARE(stack.nearest(10), -1);
        QCOMPARE(stack.at(10), -1);
        QCOMPARE(stack.gapAt(10), 0);
        QCOMPARE(stack.settle(0, page), 0);
    }

    void cards_standUnderEachOther()
    {
        CardStack stack;
        stack.setWidth(width);
        stack.setItems(mixedCards(40));
        for (int i = 0; i < 40; ++i)
            stack.layout(i);
        for (int i = 1; i < 40; ++i)
            QCOMPARE(stack.top(i), stack.top(i - 1) + stack.height(i - 1) + CardStack::gap);
        for (int i = 0; i < 40; ++i) {
            QCOMPARE(stack.at(stack.top(i)), i);
            QCOMPARE(stack.at(stack.top(i) + stack.height(i) - 1), i);
            QCOMPARE(stack.at(stack.top(i) + stack.height(i)), -1);
            QCOMPARE(stack.nearest(stack.top(i) + stack.height(i)), i);
            QCOMPARE(stack.gapAt(stack.top(i) + 1), i);
            QCOMPARE(stack.gapAt(stack.top(i) + stack.height(i) - 1), i + 1);
        }
        QCOMPARE(stack.nearest(-50), 0);
        QCOMPARE(stack.nearest(1'000'000), 39);
    }

    void settle_measuresOnlyWhatShows()
    {
        CardStack stack;
        stack.setWidth(width);
        stack.setItems(mixedCards(10'000));
        const int scroll = stack.settle(stack.totalHeight() / 2, page);
        int measured = 0;
        for (int i = 0; i < stack.count(); ++i) {
            const bool shows = stack.top(i) + stack.height(i) > scroll && stack.top(i) < scroll + page;
            QVERIFY(!shows || stack.isMeasured(i));
            measured += stack.isMeasured(i);
        }
        QVERIFY2(measured < 30, qPrintable(QString::number(measured)));
    }

    void settle_keepsWhatWasMeasuredInPlace()
    {
        CardStack stack;
        stack.setWidth(width);
        stack.setItems(mixedCards(500));
        int scroll = stack.settle(stack.totalHeight() / 2, page);
        // Going up, cards above come into view and turn out higher or lower than estimated.
        for (int step = 0; step < 100; ++step) {
            const int anchor = stack.nearest(scroll + page / 3);
            const int before = stack.top(anchor) - scroll;
            scroll = stack.settle(scroll - 50, page);
            QCOMPARE(stack.top(anchor) - scroll, before + 50);
        }
    }

    void setItems_keepsMeasuresOfUnchangedCards()
    {
        CardStack stack;
        stack.setWidth(width);
        std::vector<TrayItem> items = mixedCards(5);
        stack.setItems(items);
        for (int i = 0; i < 5; ++i)
            stack.layout(i);
        std::swap(items[0], items[4]);
        items[2].passage.note = QStringLiteral("new");
        stack.setItems(items);
        QVERIFY(stack.isMeasured(0) && stack.isMeasured(1) && stack.isMeasured(3) && stack.isMeasured(4));
        QVERIFY(!stack.isMeasured(2));
        QCOMPARE(stack.indexOf(QStringLiteral("p5")), 0);
        QCOMPARE(stack.indexOf(QStringLiteral("p9")), -1);
    }

    void setEdit_makesRoomAndTakesItAway()
    {
        CardStack stack;
        stack.setWidth(width);
        stack.setItems(sampleCards(2));
        const int plain = stack.layout(0).height();
        stack.setEdit(QStringLiteral("p1"), {80});
        QVERIFY(stack.layout(0).height() >= plain + 80);
        QCOMPARE(stack.layout(0).editorRect().height(), 80);
        QVERIFY(stack.layout(1).editorRect().isNull());
        stack.setEdit({}, {});
        QCOMPARE(stack.layout(0).height(), plain);
    }

    void keepLayouts_keepsHeights()
    {
        CardStack stack;
        stack.setWidth(width);
        stack.setItems(mixedCards(20));
        for (int i = 0; i < 20; ++i)
            stack.layout(i);
        const int total = stack.totalHeight();
        stack.keepLayouts(5, 6);
        QCOMPARE(stack.totalHeight(), total);
        QVERIFY(stack.isMeasured(0));
        for (int i = 0; i < 20; ++i)
            stack.layout(i);
        QCOMPARE(stack.totalHeight(), total);
    }
};

QTEST_MAIN(TestCardStack)
#include "tst_cardstack.moc"
