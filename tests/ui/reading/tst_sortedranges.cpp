#include "reading/sortedranges.h"
#include "support/seed.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Lectern;

class TestSortedRanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ranges_areInReadingOrder()
    {
        const SortedRanges ranges({{9, 12}, {1, 4}, {1, 2}});
        QCOMPARE(ranges.count(), 3);
        QCOMPARE(ranges.at(0).end, qsizetype(2));
        QCOMPARE(ranges.at(2).start, qsizetype(9));
    }

    void near_withoutRanges_isEmpty()
    {
        const auto [first, last] = SortedRanges().near({0, 100});
        QCOMPARE(first, last);
    }

    void near_holdsEveryIntersectingRange()
    {
        const quint32 seed = testSeed();
        QRandomGenerator random(seed);
        for (int round = 0; round < 300; ++round) {
            std::vector<TextRange> some;
            for (int i = 0; i < 20; ++i) {
                const qsizetype start = random.bounded(200);
                some.push_back({start, start + random.bounded(40)});
            }
            const SortedRanges ranges(some);
            const qsizetype start = random.bounded(200);
            const TextRange asked{start, start + 1 + random.bounded(30)};
            const auto [first, last] = ranges.near(asked);
            for (int i = 0; i < ranges.count(); ++i) {
                const TextRange range = ranges.at(i);
                const bool isInside = i >= first && i < last;
                QVERIFY2(isInside || range.isEmpty() || !range.intersects(asked),
                         qPrintable(QString::number(seed)));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestSortedRanges)
#include "tst_sortedranges.moc"
