#include "search/loosepacking.h"
#include "support/seed.h"

#include <QTest>

#include <memory>

using namespace Lectern;

class TestLoosePacking : public QObject
{
    Q_OBJECT

private slots:
    void numberAt_givesBackEach_data();
    void numberAt_givesBackEach();
    void numberAt_behindTheBytes_isZero();
    void append_ofZeros_takesNoBytes();
};

void TestLoosePacking::numberAt_givesBackEach_data()
{
    QTest::addColumn<size_t>("count");
    for (const size_t count : {1, 2, 3, 7, 8, 9, 64, 127, 1000})
        QTest::addRow("%zu numbers", count) << count;
}

/// With every width, and with other bytes before and behind.
void TestLoosePacking::numberAt_givesBackEach()
{
    QFETCH(const size_t, count);
    std::mt19937 random(testSeed());
    for (int width = 1; width <= 32; ++width) {
        std::vector<quint32> numbers;
        for (size_t i = 0; i < count; ++i)
            numbers.push_back(quint32(random()) >> (32 - width));
        numbers[random() % count] |= 1U << (width - 1);
        std::vector<quint8> bytes = {0xff};
        LoosePacking::append(numbers, &bytes);
        QCOMPARE(bytes.size() - 1, LoosePacking::bytesFor(count, width));
        // Alone in their piece of memory, so that a sanitizer sees every step beyond.
        const size_t size = bytes.size() - 1;
        const auto alone = std::make_unique<quint8[]>(size);
        std::copy(bytes.begin() + 1, bytes.end(), alone.get());
        const int found = LoosePacking::widthIn(size, count);
        QVERIFY(found >= width);
        for (size_t i = 0; i < count; ++i)
            QCOMPARE(LoosePacking::numberAt({alone.get(), size}, found, i), numbers[i]);
    }
}

void TestLoosePacking::numberAt_behindTheBytes_isZero()
{
    const std::vector<quint8> bytes = {0xff, 0xff};
    QCOMPARE(LoosePacking::numberAt(bytes, 5, 3), 1U); // one bit of it is there
    QCOMPARE(LoosePacking::numberAt(bytes, 5, 4), 0U);
    QCOMPARE(LoosePacking::numberAt(bytes, 32, 1000000), 0U);
    QCOMPARE(LoosePacking::numberAt({}, 7, 0), 0U);
    QCOMPARE(LoosePacking::widthIn(1000, 3), 32);
    QCOMPARE(LoosePacking::widthIn(1, 9), 0);
    QCOMPARE(LoosePacking::widthIn(1, 0), 0);
}

void TestLoosePacking::append_ofZeros_takesNoBytes()
{
    std::vector<quint8> bytes;
    LoosePacking::append({}, &bytes);
    LoosePacking::append(std::vector<quint32>(50), &bytes);
    QVERIFY(bytes.empty());
    QCOMPARE(LoosePacking::numberAt(bytes, LoosePacking::widthIn(0, 50), 49), 0U);
}

QTEST_GUILESS_MAIN(TestLoosePacking)
#include "tst_loosepacking.moc"
