#include "search/bytestreams.h"
#include "search/varint.h"
#include "support/seed.h"

#include <QTest>

#include <array>

using namespace Lectern;

class TestByteStreams : public QObject
{
    Q_OBJECT

private slots:
    void read_givesBackWhatWasPut_data();
    void read_givesBackWhatWasPut();
    void read_ofManyThatGrowAtOnce_givesBackEach();
    void read_appends();
    void putVarint_writesAsPuttingIntoAVectorDoes();
    void putVarints_writesBothNumbersWhereverASliceEnds();
    void bytes_coverWhatIsHeld();
};

void TestByteStreams::read_givesBackWhatWasPut_data()
{
    QTest::addColumn<int>("length");
    // Slices of 12, 24 ... 1536 bytes, of which four lead to the next.
    int length = 0;
    QTest::newRow("empty") << 0;
    for (int slice = 12; slice <= 1536; slice *= 2) {
        length += slice - 4;
        for (const int more : {-1, 0, 1})
            QTest::addRow("%d bytes", length + more) << length + more;
    }
    QTest::newRow("several of the longest slices") << length + 3 * 1532 + 1;
    QTest::newRow("more than a chunk") << 70000;
    QTest::newRow("more than chunks are taken one by one") << 3000000;
}

void TestByteStreams::read_givesBackWhatWasPut()
{
    QFETCH(const int, length);
    std::mt19937 random(testSeed());
    ByteStreams streams;
    ByteStreams::Stream stream = streams.begin();
    std::vector<quint8> expected;
    for (int i = 0; i < length; ++i) {
        const auto byte = quint8(random() % 128);
        streams.putVarint(&stream, byte);
        expected.push_back(byte);
    }
    std::vector<quint8> read;
    streams.read(stream, &read);
    QVERIFY(read == expected);
}

void TestByteStreams::read_ofManyThatGrowAtOnce_givesBackEach()
{
    std::mt19937 random(testSeed());
    ByteStreams streams;
    std::vector<ByteStreams::Stream> open;
    std::vector<std::vector<quint8>> expected;
    for (int i = 0; i < 300000; ++i) {
        if (open.empty() || random() % 100 == 0) {
            open.push_back(streams.begin());
            expected.emplace_back();
        }
        // Early streams grow long, late ones stay short.
        const size_t which = std::min(random(), random()) % open.size();
        const quint32 number = quint32(random()) >> (random() % 32);
        streams.prefetch(open[which]);
        streams.putVarint(&open[which], number);
        putVarint(expected[which], number);
    }
    std::vector<quint8> read;
    for (size_t i = 0; i < open.size(); ++i) {
        read.clear();
        streams.read(open[i], &read);
        QVERIFY(read == expected[i]);
    }
}

void TestByteStreams::read_appends()
{
    ByteStreams streams;
    ByteStreams::Stream first = streams.begin();
    ByteStreams::Stream second = streams.begin();
    streams.putVarint(&second, 2);
    streams.putVarint(&first, 1);
    std::vector<quint8> read = {9};
    streams.read(first, &read);
    streams.read(second, &read);
    QVERIFY((read == std::vector<quint8>{9, 1, 2}));
}

void TestByteStreams::putVarint_writesAsPuttingIntoAVectorDoes()
{
    ByteStreams streams;
    ByteStreams::Stream stream = streams.begin();
    std::vector<quint8> expected;
    for (const quint32 number : {0U, 0x7fU, 0x80U, 0x3fffU, 0x4000U, 0x0fffffffU, 0x10000000U, 0xffffffffU}) {
        streams.putVarint(&stream, number);
        putVarint(expected, number);
    }
    std::vector<quint8> read;
    streams.read(stream, &read);
    QVERIFY(read == expected);
}

void TestByteStreams::putVarints_writesBothNumbersWhereverASliceEnds()
{
    std::mt19937 random(testSeed());
    constexpr std::array<quint32, 8> edges = {0, 127, 128, 16383, 16384, 2097151, 2097152, 0xffffffff};
    for (quint32 before = 0; before < 40; ++before) {
        ByteStreams streams;
        ByteStreams::Stream stream = streams.begin();
        std::vector<quint8> expected;
        const auto put = [&](quint32 first, quint32 second) {
            streams.putVarints(&stream, first, second);
            putVarint(expected, first);
            putVarint(expected, second);
        };
        for (quint32 i = 0; i < before; ++i) {
            streams.putVarint(&stream, 1);
            expected.push_back(1);
        }
        for (const quint32 first : edges)
            for (const quint32 second : edges)
                put(first, second);
        for (int i = 0; i < 1000; ++i)
            put(quint32(random()) >> (random() % 32), quint32(random()) >> (random() % 32));
        std::vector<quint8> read;
        streams.read(stream, &read);
        QVERIFY(read == expected);
    }
}

void TestByteStreams::bytes_coverWhatIsHeld()
{
    ByteStreams streams;
    QCOMPARE(streams.bytes(), size_t(0));
    ByteStreams::Stream stream = streams.begin();
    for (size_t i = 1; i <= 200000; ++i) {
        streams.putVarint(&stream, 1);
        QVERIFY(streams.bytes() >= i);
    }
    QVERIFY(streams.bytes() < 400000);
}

QTEST_GUILESS_MAIN(TestByteStreams)
#include "tst_bytestreams.moc"
