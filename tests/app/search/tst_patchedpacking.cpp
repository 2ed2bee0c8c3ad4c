#include "search/bitpacking.h"
#include "search/patchedpacking.h"
#include "support/seed.h"

#include <QTest>

#include <array>
#include <memory>

using namespace Lectern;

namespace {

using Numbers = std::array<quint32, BitPacking::blockSize>;

/// Numbers of up to `low` bits, `great` of them of up to `high`.
Numbers numbersOf(int low, int high, int great, std::mt19937 &random)
{
    const auto below = [&random](int bits) { return bits == 0 ? 0 : quint32(random()) >> (32 - bits); };
    Numbers numbers;
    for (quint32 &number : numbers)
        number = below(low);
    for (int i = 0; i < great; ++i)
        numbers[random() % numbers.size()] = below(high);
    return numbers;
}

} // namespace

class TestPatchedPacking : public QObject
{
    Q_OBJECT

private slots:
    void unpack_givesBackWhatWasAppended_data();
    void unpack_givesBackWhatWasAppended();
    void append_aFewGreatNumbers_takesLessThanTheirWidth();
    void append_neverTakesMoreThanTheGreatestNeeds();
    void unpack_damagedBytes_staysWithin();
};

void TestPatchedPacking::unpack_givesBackWhatWasAppended_data()
{
    QTest::addColumn<int>("low");
    QTest::addColumn<int>("high");
    QTest::addColumn<int>("great");
    QTest::newRow("zeros") << 0 << 0 << 0;
    QTest::newRow("zeros and one great") << 0 << 32 << 1;
    QTest::newRow("zeros and some ones") << 0 << 1 << 6;
    QTest::newRow("all alike") << 9 << 9 << 0;
    QTest::newRow("some greater") << 5 << 9 << 12;
    QTest::newRow("many greater") << 5 << 20 << 90;
    QTest::newRow("wide and wider") << 29 << 32 << 1;
    QTest::newRow("too wide for patches") << 31 << 32 << 1;
    QTest::newRow("widest") << 32 << 32 << 0;
}

void TestPatchedPacking::unpack_givesBackWhatWasAppended()
{
    QFETCH(const int, low);
    QFETCH(const int, high);
    QFETCH(const int, great);
    std::mt19937 random(testSeed());
    for (int round = 0; round < 200; ++round) {
        const Numbers numbers = numbersOf(low, high, great, random);
        std::vector<quint8> bytes(4, 0xff); // something before it
        const quint32 form = PatchedPacking::append(numbers.data(), &bytes);
        QVERIFY(form < 64);
        QCOMPARE(bytes.size() % PatchedPacking::unit, size_t(0));
        bytes.insert(bytes.end(), 4, 0xff); // and behind
        Numbers read;
        QVERIFY(PatchedPacking::unpack(std::span(bytes).subspan(4), form, read.data()));
        QVERIFY(read == numbers);
    }
}

void TestPatchedPacking::append_aFewGreatNumbers_takesLessThanTheirWidth()
{
    Numbers numbers;
    numbers.fill(1);
    numbers[17] = numbers[90] = 1000;
    std::vector<quint8> bytes;
    QCOMPARE(PatchedPacking::append(numbers.data(), &bytes), 33U + 1);
    // A bit each, two bytes of head, two places and two numbers of nine bits.
    QCOMPARE(bytes.size(), size_t(16 + 8));
}

void TestPatchedPacking::append_neverTakesMoreThanTheGreatestNeeds()
{
    std::mt19937 random(testSeed());
    for (int round = 0; round < 2000; ++round) {
        const Numbers numbers =
            numbersOf(int(random() % 33), int(random() % 33), int(random() % 100), random);
        std::vector<quint8> bytes;
        PatchedPacking::append(numbers.data(), &bytes);
        QVERIFY(bytes.size() <= BitPacking::packedBytes(BitPacking::widthOf(numbers.data(), numbers.size())));
    }
}

/// The bytes are alone in their piece of memory, so that a sanitizer sees every step beyond.
void TestPatchedPacking::unpack_damagedBytes_staysWithin()
{
    std::mt19937 random(testSeed());
    for (int round = 0; round < 5000; ++round) {
        const size_t size = random() % 200;
        const auto bytes = std::make_unique<quint8[]>(size);
        for (size_t i = 0; i < size; ++i)
            bytes[i] = quint8(random());
        Numbers read;
        const auto form = quint32(random() % 64);
        const bool reaches = PatchedPacking::unpack({bytes.get(), size}, form, read.data());
        const int width = int(form < 33 ? form : form - 33);
        QVERIFY(!reaches || BitPacking::packedBytes(width) <= size);
    }
}

QTEST_GUILESS_MAIN(TestPatchedPacking)
#include "tst_patchedpacking.moc"
