#include "search/varint.h"
#include "support/seed.h"

#include <QByteArray>
#include <QTest>

#include <memory>

using namespace Lectern;

class TestVarint : public QObject
{
    Q_OBJECT

private slots:
    void putVarint_writesTheLowestSevenBitsFirst_data();
    void putVarint_writesTheLowestSevenBitsFirst();
    void takeVarint_anyNumbers_givesThemBack();
    void takeVarint_damagedBytes_staysWithin_data();
    void takeVarint_damagedBytes_staysWithin();
};

namespace {

quint32 randomNumber(std::mt19937 &random)
{
    return quint32(random()) >> (random() % 32);
}

/// The bytes alone in their piece of memory, so that a sanitizer sees every step beyond.
std::unique_ptr<quint8[]> alone(const QByteArray &bytes)
{
    auto copy = std::make_unique<quint8[]>(size_t(bytes.size()));
    std::copy(bytes.begin(), bytes.end(), copy.get());
    return copy;
}

} // namespace

void TestVarint::putVarint_writesTheLowestSevenBitsFirst_data()
{
    QTest::addColumn<quint32>("number");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("0") << 0U << QByteArray::fromHex("00");
    QTest::newRow("1") << 1U << QByteArray::fromHex("01");
    QTest::newRow("greatest of one byte") << 0x7fU << QByteArray::fromHex("7f");
    QTest::newRow("least of two bytes") << 0x80U << QByteArray::fromHex("8001");
    QTest::newRow("300") << 300U << QByteArray::fromHex("ac02");
    QTest::newRow("greatest of two bytes") << 0x3fffU << QByteArray::fromHex("ff7f");
    QTest::newRow("least of three bytes") << 0x4000U << QByteArray::fromHex("808001");
    QTest::newRow("greatest of four bytes") << 0x0fffffffU << QByteArray::fromHex("ffffff7f");
    QTest::newRow("least of five bytes") << 0x10000000U << QByteArray::fromHex("8080808001");
    QTest::newRow("greatest") << 0xffffffffU << QByteArray::fromHex("ffffffff0f");
}

void TestVarint::putVarint_writesTheLowestSevenBitsFirst()
{
    QFETCH(const quint32, number);
    QFETCH(const QByteArray, bytes);
    std::vector<quint8> out;
    putVarint(out, number);
    QCOMPARE(QByteArray(reinterpret_cast<const char *>(out.data()), qsizetype(out.size())), bytes);
    const auto copy = alone(bytes);
    const quint8 *at = copy.get();
    const quint8 *const end = at + bytes.size();
    QCOMPARE(takeVarint(at, end), number);
    QVERIFY(at == end);
}

void TestVarint::takeVarint_anyNumbers_givesThemBack()
{
    std::mt19937 random(testSeed());
    for (int round = 0; round < 300; ++round) {
        std::vector<quint32> numbers(random() % 100);
        std::vector<quint8> bytes;
        for (quint32 &number : numbers)
            putVarint(bytes, number = randomNumber(random));
        const quint8 *at = bytes.data();
        const quint8 *const end = at + bytes.size();
        for (const quint32 number : numbers)
            QCOMPARE(takeVarint(at, end), number);
        QVERIFY(at == end);
    }
}

void TestVarint::takeVarint_damagedBytes_staysWithin_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<quint32>("number");
    QTest::addColumn<int>("taken");
    QTest::newRow("nothing") << QByteArray() << 0U << 0;
    QTest::newRow("more should follow") << QByteArray::fromHex("81") << 1U << 1;
    QTest::newRow("cut in the middle") << QByteArray::fromHex("ff80ff") << 0x1fc07fU << 3;
    QTest::newRow("too great") << QByteArray::fromHex("ffffffff7f") << 0xffffffffU << 5;
    QTest::newRow("six bytes") << QByteArray::fromHex("8080808080017f") << 0U << 5;
    QTest::newRow("needlessly long") << QByteArray::fromHex("85808000") << 5U << 4;
    QTest::newRow("endless") << QByteArray(40, '\xff') << 0xffffffffU << 5;
}

void TestVarint::takeVarint_damagedBytes_staysWithin()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const quint32, number);
    QFETCH(const int, taken);
    const auto copy = alone(bytes);
    const quint8 *at = copy.get();
    QCOMPARE(takeVarint(at, copy.get() + bytes.size()), number);
    QCOMPARE(int(at - copy.get()), taken);
}

QTEST_GUILESS_MAIN(TestVarint)
#include "tst_varint.moc"
