#include "app/search/randompostings.h"
#include "search/bits.h"
#include "search/fieldwriter.h"
#include "support/seed.h"

#include <QTest>

#include <algorithm>

using namespace Lectern;

/// The arrays that are written, whole and damaged. How they are walked through is tst_postingcursor's.
class TestFieldWriter : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void termWithoutDocuments_leavesNoTrace();
    void onePlaceAtTheBeginningOfEach_takesNoBytes_data();
    void onePlaceAtTheBeginningOfEach_takesNoBytes();
    void denseTerms_haveBitsets_data();
    void denseTerms_haveBitsets();
    void take_leavesAnEmptyField();
    void damagedArrays_showNothingBeyondTheSegment();

private:
    quint32 m_seed = 0;
};

namespace {

const Weighting weighting(20);

} // namespace

void TestFieldWriter::initTestCase()
{
    m_seed = testSeed();
}

void TestFieldWriter::termWithoutDocuments_leavesNoTrace()
{
    const std::vector<quint8> lengths(3, 50);
    FieldWriter writer(lengths, weighting, FieldWriter::Positions::Kept);
    writer.add("a", {});
    writer.add("b", {{1}, {postingCode(1, TitleZone)}, {4}});
    writer.add("c", {});
    const FieldStorage storage = writer.take();
    const FieldArrays arrays = storage.arrays();
    QCOMPARE(arrays.termCount, 1U);
    QVERIFY(!findTerm(arrays, "a"));
    QVERIFY(!findTerm(arrays, "c"));
    const KnownPostings expected = {{1, postingCode(1, TitleZone), {4}}};
    QVERIFY(readPostings(arrays, *findTerm(arrays, "b")) == expected);
}

void TestFieldWriter::onePlaceAtTheBeginningOfEach_takesNoBytes_data()
{
    QTest::addColumn<quint32>("count");
    for (const quint32 count : {1U, 127U, 128U, 129U, 256U, 300U, 1000U})
        QTest::addRow("%u", count) << count;
}

/// As with the format of articles that all have the same: nothing but zeros is to be packed.
void TestFieldWriter::onePlaceAtTheBeginningOfEach_takesNoBytes()
{
    QFETCH(const quint32, count);
    KnownPostings known;
    for (quint32 doc = 0; doc < count; ++doc)
        known.push_back({doc, postingCode(1, BodyZone), {0}});
    const std::vector<quint8> lengths(count, 50);
    FieldWriter writer(lengths, weighting, FieldWriter::Positions::Kept);
    writer.add("text", gathered(known));
    const FieldStorage storage = writer.take();
    QVERIFY(storage.packed.empty());
    const FieldArrays arrays = storage.arrays();
    const TermInfo info = *findTerm(arrays, "text");
    QVERIFY(readPostings(arrays, info) == known);
    std::vector<quint64> bits(Bits::wordsFor(count));
    addDocuments(arrays, info, bits.data());
    QCOMPARE(Bits::count(bits.data(), bits.size()), count);
}

void TestFieldWriter::denseTerms_haveBitsets_data()
{
    QTest::addColumn<quint32>("docCount");
    QTest::addColumn<quint32>("count");
    QTest::addColumn<bool>("isDense");
    QTest::newRow("an eighth") << 1024U << 128U << false;
    QTest::newRow("more than an eighth") << 1024U << 129U << true;
    QTest::newRow("every document") << 2000U << 2000U << true;
    QTest::newRow("every document of a small segment") << 1023U << 1023U << false;
}

void TestFieldWriter::denseTerms_haveBitsets()
{
    QFETCH(const quint32, docCount);
    QFETCH(const quint32, count);
    QFETCH(const bool, isDense);
    RandomPostings random(m_seed);
    const std::vector<quint8> lengths(docCount, 50);
    for (const FieldWriter::Positions positions :
         {FieldWriter::Positions::Kept, FieldWriter::Positions::Left}) {
        FieldWriter writer(lengths, weighting, positions);
        std::vector<KnownPostings> known;
        for (const char *name : {"a", "b", "c"}) {
            known.push_back(random.postings(count, docCount, 1));
            TermPostings postings = gathered(known.back());
            if (positions == FieldWriter::Positions::Left)
                postings.positions.clear();
            writer.add(name, postings);
        }
        const FieldStorage storage = writer.take();
        const FieldIndex index(storage.arrays());
        TermCursor terms = index.terms();
        for (const KnownPostings &its : known) {
            QVERIFY(terms.next());
            const quint64 *bits = index.bitset(terms.info());
            QCOMPARE(bits != nullptr, isDense && positions == FieldWriter::Positions::Kept);
            if (!bits)
                continue;
            QCOMPARE(Bits::count(bits, Bits::wordsFor(docCount)), count);
            for (const KnownPosting &posting : its)
                QVERIFY(Bits::test(bits, posting.doc));
        }
    }
}

void TestFieldWriter::take_leavesAnEmptyField()
{
    const std::vector<quint8> lengths(2, 50);
    FieldWriter writer(lengths, weighting, FieldWriter::Positions::Kept);
    writer.add("a", {{0}, {0}, {0}});
    QCOMPARE(writer.storage().termCount, 1U);
    QCOMPARE(writer.take().termCount, 1U);
    QCOMPARE(writer.storage().termCount, 0U);
    QVERIFY(writer.storage().names.empty());
}

void TestFieldWriter::damagedArrays_showNothingBeyondTheSegment()
{
    constexpr quint32 docCount = 600;
    RandomPostings random(m_seed);
    const auto damage = [&random](std::vector<quint8> *bytes) {
        for (quint32 i = random.below(6); i > 0 && !bytes->empty(); --i)
            (*bytes)[random.below(quint32(bytes->size()))] = quint8(random.below(256));
        if (random.below(6) == 0)
            bytes->resize(random.below(quint32(bytes->size()) + 1));
    };
    const auto damageNumber = [&random](auto *number, quint32 other) {
        if (random.below(4) == 0)
            *number = std::remove_pointer_t<decltype(number)>(other);
    };
    const std::vector<quint8> lengths(docCount, 50);
    for (int round = 0; round < 400; ++round) {
        FieldWriter writer(lengths, weighting, FieldWriter::Positions::Kept);
        for (const char *name : {"a", "b", "c"})
            writer.add(name, gathered(random.postings(1 + random.below(500), docCount, 3)));
        FieldStorage storage = writer.take();
        TermInfo info = *findTerm(storage.arrays(), "b");
        damage(&storage.packed);
        damage(&storage.tails);
        for (PostingBlock &block : storage.postingBlocks) {
            damageNumber(&block.last, quint32(random.generator()()));
            damageNumber(&block.at, quint32(random.generator()()));
            damageNumber(&block.positions, random.below(5000));
            damageNumber(&block.docBits, random.below(256));
            damageNumber(&block.codeBits, random.below(256));
        }
        for (quint32 *fact : {&info.docCount, &info.total, &info.packed, &info.postingBlocks,
                              &info.positionBlocks, &info.tail, &info.tailBytes})
            damageNumber(fact,
                         random.below(2) == 0 ? random.below(2000) : quint32(random.generator()()) >> 12);
        storage.squeeze();
        const FieldArrays arrays = storage.arrays();
        std::vector<quint32> positions;
        quint32 shown = 0;
        for (PostingCursor cursor(arrays, info); cursor.doc() != PostingCursor::end; cursor.next()) {
            QVERIFY(cursor.doc() < arrays.docCount);
            positions.clear();
            cursor.positions(&positions);
            QVERIFY(positions.size() <= info.total);
            QVERIFY(++shown <= info.docCount);
        }
        std::vector<quint64> bits(Bits::wordsFor(arrays.docCount));
        addDocuments(arrays, info, bits.data());
    }
}

QTEST_GUILESS_MAIN(TestFieldWriter)
#include "tst_fieldwriter.moc"
