#include "search/bits.h"
#include "support/seed.h"

#include <QTest>

#include <algorithm>
#include <vector>

using namespace Lectern;

class TestBits : public QObject
{
    Q_OBJECT

private slots:
    void wordsFor_holdsAllBits_data();
    void wordsFor_holdsAllBits();
    void setAndClear_changeOneBit();
    void count_isTheBitsThatAreSet();
    void forEach_showsTheBitsAscending();
};

void TestBits::wordsFor_holdsAllBits_data()
{
    QTest::addColumn<quint32>("bits");
    QTest::addColumn<quint64>("words");
    QTest::newRow("none") << 0U << quint64(0);
    QTest::newRow("one") << 1U << quint64(1);
    QTest::newRow("a word") << 64U << quint64(1);
    QTest::newRow("one more") << 65U << quint64(2);
    QTest::newRow("as many as there are numbers") << 0xffffffffU << (quint64(1) << 26);
}

void TestBits::wordsFor_holdsAllBits()
{
    QFETCH(const quint32, bits);
    QTEST(quint64(Bits::wordsFor(bits)), "words");
}

void TestBits::setAndClear_changeOneBit()
{
    for (quint32 bit = 0; bit < 192; ++bit) {
        std::vector<quint64> words(3);
        Bits::set(words.data(), bit);
        for (quint32 other = 0; other < 192; ++other)
            QCOMPARE(Bits::test(words.data(), other), other == bit);
        QCOMPARE(Bits::count(words.data(), words.size()), 1U);
        words.assign(3, ~quint64(0));
        Bits::clear(words.data(), bit);
        for (quint32 other = 0; other < 192; ++other)
            QCOMPARE(Bits::test(words.data(), other), other != bit);
        QCOMPARE(Bits::count(words.data(), words.size()), 191U);
    }
}

void TestBits::count_isTheBitsThatAreSet()
{
    std::mt19937_64 random(testSeed());
    QCOMPARE(Bits::count(nullptr, 0), 0U);
    for (int round = 0; round < 200; ++round) {
        std::vector<quint64> words(random() % 70);
        quint32 expected = 0;
        for (quint64 &word : words) {
            word = random() & random();
            for (quint64 rest = word; rest != 0; rest >>= 1)
                expected += quint32(rest & 1);
        }
        QCOMPARE(Bits::count(words.data(), words.size()), expected);
    }
}

void TestBits::forEach_showsTheBitsAscending()
{
    std::mt19937 random(testSeed());
    for (int round = 0; round < 200; ++round) {
        std::vector<quint64> words(1 + random() % 20);
        std::vector<quint32> expected;
        for (int i = int(random() % 200); i > 0; --i) {
            expected.push_back(quint32(random() % (words.size() * 64)));
            Bits::set(words.data(), expected.back());
        }
        std::sort(expected.begin(), expected.end());
        expected.erase(std::unique(expected.begin(), expected.end()), expected.end());
        std::vector<quint32> shown;
        Bits::forEach(words.data(), words.size(), [&shown](quint32 bit) { shown.push_back(bit); });
        QVERIFY(shown == expected);
    }
}

QTEST_GUILESS_MAIN(TestBits)
#include "tst_bits.moc"
