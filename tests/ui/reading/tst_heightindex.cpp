#include "page/heightindex.h"
#include "support/seed.h"

#include <QRandomGenerator>
#include <QTest>

#include <numeric>

using namespace Lectern;

class TestHeightIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void empty_hasNoRowAndNoHeight()
    {
        const HeightIndex index;
        QCOMPARE(index.rowAt(0), -1);
        QCOMPARE(index.total(), qint64(0));
        QCOMPARE(index.top(0), qint64(0));
    }

    void rowAt_outside_isFirstOrLast()
    {
        HeightIndex index;
        index.assign({10, 20, 30});
        QCOMPARE(index.rowAt(-5), 0);
        QCOMPARE(index.rowAt(60), 2);
        QCOMPARE(index.rowAt(10), 1);
        QCOMPARE(index.rowAt(9), 0);
    }

    void sums_agreeWithPlainAddition()
    {
        const quint32 seed = testSeed();
        QRandomGenerator random(seed);
        for (const int count : {1, 2, 3, 7, 8, 100}) {
            std::vector<int> heights;
            for (int i = 0; i < count; ++i)
                heights.push_back(1 + random.bounded(50));
            HeightIndex index;
            index.assign(heights);
            for (int change = 0; change < 50; ++change) {
                const int row = random.bounded(count);
                heights[size_t(row)] = 1 + random.bounded(50);
                index.setHeight(row, heights[size_t(row)]);
                const int asked = random.bounded(count + 1);
                const qint64 top = std::accumulate(heights.begin(), heights.begin() + asked, qint64(0));
                QVERIFY2(index.top(asked) == top, qPrintable(QString::number(seed)));
                if (asked < count) {
                    QCOMPARE(index.rowAt(top), asked);
                    QCOMPARE(index.rowAt(top + heights[size_t(asked)] - 1), asked);
                }
            }
            QCOMPARE(index.total(), index.top(count));
        }
    }
};

QTEST_GUILESS_MAIN(TestHeightIndex)
#include "tst_heightindex.moc"
