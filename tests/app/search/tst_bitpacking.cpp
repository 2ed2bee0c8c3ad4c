#include "search/bitpacking.h"
#include "support/seed.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <vector>

using namespace Lectern;

class TestBitPacking : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void widthOf_isTheBitsOfTheGreatest_data();
    void widthOf_isTheBitsOfTheGreatest();
    void pack_anyWidth_interleavesFourLanes_data();
    void pack_anyWidth_interleavesFourLanes();
    void unpack_anyWidth_givesTheNumbersBack_data();
    void unpack_anyWidth_givesTheNumbersBack();
    void unpackAscending_addsUpTheGaps_data();
    void unpackAscending_addsUpTheGaps();

private:
    using Numbers = std::array<quint32, BitPacking::blockSize>;

    Numbers randomNumbers(int width);
    std::mt19937 m_random;
};

namespace {

constexpr int rounds = 50;
constexpr std::array bothPaths = {BitPacking::Path::Vector, BitPacking::Path::Scalar};

void addWidths()
{
    QTest::addColumn<int>("width");
    for (int width = 0; width <= 32; ++width)
        QTest::addRow("%d bits", width) << width;
}

quint32 greatestOf(int width)
{
    return width == 0 ? 0 : 0xffffffffU >> (32 - width);
}

/// Packed numbers alone in their piece of memory, at an odd address, so that a sanitizer sees every step
/// beyond.
class Packed
{
public:
    Packed(const quint32 *numbers, int width, BitPacking::Path path)
        : m_bytes(1 + BitPacking::packedBytes(width))
    {
        BitPacking::pack(numbers, width, m_bytes.data() + 1, path);
    }
    const std::byte *data() const { return m_bytes.data() + 1; }
    bool operator==(const Packed &) const = default;

private:
    std::vector<std::byte> m_bytes;
};

} // namespace

void TestBitPacking::initTestCase()
{
    m_random.seed(testSeed());
}

TestBitPacking::Numbers TestBitPacking::randomNumbers(int width)
{
    Numbers numbers;
    for (quint32 &number : numbers)
        number = m_random() % 8 == 0 ? greatestOf(width) : quint32(m_random()) & greatestOf(width);
    return numbers;
}

void TestBitPacking::widthOf_isTheBitsOfTheGreatest_data()
{
    addWidths();
}

void TestBitPacking::widthOf_isTheBitsOfTheGreatest()
{
    QFETCH(const int, width);
    for (int round = 0; round < rounds; ++round) {
        std::vector<quint32> numbers(1 + m_random() % 130);
        for (quint32 &number : numbers)
            number = quint32(m_random()) & greatestOf(width);
        quint32 &one = numbers[m_random() % numbers.size()];
        one |= width == 0 ? 0 : 1U << (width - 1);
        QCOMPARE(BitPacking::widthOf(numbers.data(), numbers.size()), width);
    }
    QCOMPARE(BitPacking::widthOf(nullptr, 0), 0);
}

void TestBitPacking::pack_anyWidth_interleavesFourLanes_data()
{
    addWidths();
}

/// Bit by bit: number i is the (i / 4)th of lane i % 4, whose words stand at every fourth place.
void TestBitPacking::pack_anyWidth_interleavesFourLanes()
{
    QFETCH(const int, width);
    for (int round = 0; round < rounds; ++round) {
        const Numbers numbers = randomNumbers(width);
        std::vector<std::byte> expected(BitPacking::packedBytes(width));
        for (size_t i = 0; i < numbers.size(); ++i) {
            for (size_t bit = 0; bit < size_t(width); ++bit) {
                const size_t inLane = i / 4 * size_t(width) + bit;
                const size_t byte = (inLane / 32 * 4 + i % 4) * 4 + inLane % 32 / 8;
                expected[byte] |= std::byte((numbers[i] >> bit & 1) << inLane % 8);
            }
        }
        for (const BitPacking::Path path : bothPaths) {
            const Packed packed(numbers.data(), width, path);
            QVERIFY(std::equal(expected.begin(), expected.end(), packed.data()));
        }
    }
}

void TestBitPacking::unpack_anyWidth_givesTheNumbersBack_data()
{
    addWidths();
}

void TestBitPacking::unpack_anyWidth_givesTheNumbersBack()
{
    QFETCH(const int, width);
    for (int round = 0; round < rounds; ++round) {
        const Numbers numbers = randomNumbers(width);
        for (const BitPacking::Path packing : bothPaths) {
            const Packed packed(numbers.data(), width, packing);
            for (const BitPacking::Path path : bothPaths) {
                Numbers unpacked;
                BitPacking::unpack(packed.data(), width, unpacked.data(), path);
                QVERIFY(unpacked == numbers);
            }
        }
    }
}

void TestBitPacking::unpackAscending_addsUpTheGaps_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<quint32>("before");
    for (int width = 0; width <= 32; ++width) {
        QTest::addRow("%d bits, nothing before", width) << width << 0xffffffffU;
        QTest::addRow("%d bits, behind 0", width) << width << 0U;
        QTest::addRow("%d bits, behind many", width) << width << 123456789U;
        QTest::addRow("%d bits, over the greatest number", width) << width << 0xffffffffU - 100;
    }
}

void TestBitPacking::unpackAscending_addsUpTheGaps()
{
    QFETCH(const int, width);
    QFETCH(const quint32, before);
    for (int round = 0; round < rounds; ++round) {
        const Numbers gaps = randomNumbers(width);
        Numbers expected;
        quint32 sum = before;
        for (size_t i = 0; i < gaps.size(); ++i)
            expected[i] = sum += gaps[i] + 1;
        const Packed packed(gaps.data(), width, BitPacking::Path::Vector);
        for (const BitPacking::Path path : bothPaths) {
            Numbers sums;
            BitPacking::unpackAscending(packed.data(), width, before, sums.data(), path);
            QVERIFY(sums == expected);
        }
    }
}

QTEST_GUILESS_MAIN(TestBitPacking)
#include "tst_bitpacking.moc"
