#include "app/search/randompostings.h"
#include "search/bits.h"
#include "search/postingcursor.h"
#include "support/seed.h"

#include <QTest>

#include <algorithm>

using namespace Lectern;

/// What a FieldWriter has written, walked through in every way, against the postings that went in.
class TestPostingCursor : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void next_showsAllThatWasWritten_data();
    void next_showsAllThatWasWritten();
    void advance_goesToTheFirstThatIsNotBefore_data();
    void advance_goesToTheFirstThatIsNotBefore();
    void startBefore_goesToAnyDocumentFirst_data();
    void startBefore_goesToAnyDocumentFirst();
    void skip_goesOnWithinTheBlock_data();
    void skip_goesOnWithinTheBlock();
    void moves_mixed_staySynchronous_data();
    void moves_mixed_staySynchronous();
    void forBestBlocks_missesNoDocumentThatIsGoodEnough_data();
    void forBestBlocks_missesNoDocumentThatIsGoodEnough();
    void bestAround_isNeverTooLow_data();
    void bestAround_isNeverTooLow();
    void addDocuments_setsTheBitOfEach_data();
    void addDocuments_setsTheBitOfEach();

private:
    quint32 m_seed = 0;
};

namespace {

const Weighting weighting(20);

/// A field of three terms of one kind, so that none but the first begins where the arrays do.
struct Field
{
    std::vector<quint8> lengths;
    std::vector<KnownPostings> terms;
    FieldStorage storage;

    float part(const KnownPosting &posting) const
    {
        return weighting.part(Weighting::frequency(posting.code), lengths[posting.doc]);
    }
    /// The first posting from `index` on that is not before `doc`.
    static size_t indexOf(const KnownPostings &known, size_t index, quint32 doc)
    {
        while (index < known.size() && known[index].doc < doc)
            ++index;
        return index;
    }
};

Field write(RandomPostings &random, quint32 count, quint32 docLimit, quint32 mostPlaces)
{
    Field field;
    field.lengths.resize(docLimit);
    for (quint8 &length : field.lengths)
        length = Weighting::lengthCode(1 + random.below(300));
    FieldWriter writer(field.lengths, weighting, FieldWriter::Positions::Kept);
    for (const char *name : {"a", "b", "c"}) {
        field.terms.push_back(random.postings(count, docLimit, mostPlaces));
        writer.add(name, gathered(field.terms.back()));
    }
    field.storage = writer.take();
    return field;
}

void addFields()
{
    QTest::addColumn<quint32>("count");
    QTest::addColumn<quint32>("docLimit");
    QTest::addColumn<quint32>("mostPlaces");
    for (const quint32 count : {1U, 2U, 17U, 127U, 128U, 129U, 255U, 256U, 257U, 384U, 1000U}) {
        QTest::addRow("%u, every document", count) << count << count << 1U;
        QTest::addRow("%u, every other, several places", count) << count << count * 2 << 5U;
        QTest::addRow("%u far apart", count) << count << 20000U << 2U;
        QTest::addRow("%u with very many places", count) << count << count + 50 << 40U;
    }
}

Field fetchedField(RandomPostings &random)
{
    QFETCH(const quint32, count);
    QFETCH(const quint32, docLimit);
    QFETCH(const quint32, mostPlaces);
    return write(random, count, docLimit, mostPlaces);
}

/// Whether the cursor stands where it should and knows all of that document.
bool isAt(PostingCursor &cursor, const KnownPostings &known, size_t index)
{
    if (index >= known.size())
        return cursor.doc() == PostingCursor::end;
    if (cursor.doc() != known[index].doc || cursor.code() != known[index].code)
        return false;
    std::vector<quint32> positions;
    cursor.positions(&positions);
    return positions == known[index].positions;
}

template <typename Check>
void forEachTerm(const Field &field, Check check)
{
    const FieldArrays arrays = field.storage.arrays();
    TermCursor terms(arrays);
    for (const KnownPostings &known : field.terms) {
        QVERIFY(terms.next());
        check(arrays, terms.info(), known);
        if (QTest::currentTestFailed())
            return;
    }
}

} // namespace

void TestPostingCursor::initTestCase()
{
    m_seed = testSeed();
}

void TestPostingCursor::next_showsAllThatWasWritten_data()
{
    addFields();
}

void TestPostingCursor::next_showsAllThatWasWritten()
{
    RandomPostings random(m_seed);
    const Field field = fetchedField(random);
    forEachTerm(field, [](const FieldArrays &arrays, const TermInfo &info, const KnownPostings &known) {
        QCOMPARE(size_t(info.docCount), known.size());
        QVERIFY(readPostings(arrays, info) == known);
        // The same without looking at every document.
        for (const size_t step : {2U, 7U, 130U}) {
            PostingCursor cursor(arrays, info);
            for (size_t i = 0; i < known.size(); ++i, cursor.next())
                QVERIFY(i % step != 0 || isAt(cursor, known, i));
            QCOMPARE(cursor.doc(), PostingCursor::end);
            QCOMPARE(cursor.next(), PostingCursor::end);
        }
    });
}

void TestPostingCursor::advance_goesToTheFirstThatIsNotBefore_data()
{
    addFields();
}

void TestPostingCursor::advance_goesToTheFirstThatIsNotBefore()
{
    RandomPostings random(m_seed);
    const Field field = fetchedField(random);
    forEachTerm(field, [&](const FieldArrays &arrays, const TermInfo &info, const KnownPostings &known) {
        for (int round = 0; round < 20; ++round) {
            PostingCursor cursor(arrays, info);
            const quint32 furthest = 1 + random.below(1U << random.below(15));
            size_t index = 0;
            while (index < known.size()) {
                const quint32 target = known[index].doc + random.below(furthest + 1);
                index = Field::indexOf(known, index, target);
                QCOMPARE(cursor.advance(target),
                         index < known.size() ? known[index].doc : PostingCursor::end);
                QVERIFY(random.below(2) == 0 || isAt(cursor, known, index));
                QCOMPARE(cursor.advance(0), cursor.doc());
            }
            QCOMPARE(cursor.advance(PostingCursor::end - 1), PostingCursor::end);
        }
    });
}

void TestPostingCursor::startBefore_goesToAnyDocumentFirst_data()
{
    addFields();
}

void TestPostingCursor::startBefore_goesToAnyDocumentFirst()
{
    RandomPostings random(m_seed);
    const Field field = fetchedField(random);
    forEachTerm(field, [&](const FieldArrays &arrays, const TermInfo &info, const KnownPostings &known) {
        for (int round = 0; round < 100; ++round) {
            PostingCursor cursor(arrays, info, PostingCursor::Start::Before);
            QCOMPARE(cursor.doc(), PostingCursor::end);
            const quint32 target = random.below(known.back().doc + 3);
            const size_t index = Field::indexOf(known, 0, target);
            cursor.advance(target);
            QVERIFY(isAt(cursor, known, index));
            cursor.next();
            QVERIFY(isAt(cursor, known, index + 1));
        }
        PostingCursor cursor(arrays, info, PostingCursor::Start::Before);
        cursor.next();
        QVERIFY(isAt(cursor, known, 0));
    });
}

void TestPostingCursor::skip_goesOnWithinTheBlock_data()
{
    addFields();
}

void TestPostingCursor::skip_goesOnWithinTheBlock()
{
    RandomPostings random(m_seed);
    const Field field = fetchedField(random);
    forEachTerm(field, [&](const FieldArrays &arrays, const TermInfo &info, const KnownPostings &known) {
        PostingCursor cursor(arrays, info);
        for (size_t index = 0; index < known.size();) {
            const std::span<const quint32> docs = cursor.blockDocs();
            const std::span<const quint32> codes = cursor.blockCodes();
            QCOMPARE(docs.size(), std::min(known.size(), (index / 128 + 1) * 128) - index);
            QCOMPARE(codes.size(), docs.size());
            for (size_t i = 0; i < docs.size(); ++i) {
                QCOMPARE(docs[i], known[index + i].doc);
                QCOMPARE(codes[i], known[index + i].code);
            }
            const quint32 count = 1 + random.below(quint32(docs.size()));
            cursor.skip(count);
            index += count;
            QVERIFY(isAt(cursor, known, index));
        }
    });
}

void TestPostingCursor::moves_mixed_staySynchronous_data()
{
    addFields();
}

void TestPostingCursor::moves_mixed_staySynchronous()
{
    RandomPostings random(m_seed);
    const Field field = fetchedField(random);
    forEachTerm(field, [&](const FieldArrays &arrays, const TermInfo &info, const KnownPostings &known) {
        for (int round = 0; round < 10; ++round) {
            PostingCursor cursor(arrays, info);
            for (size_t index = 0; index < known.size();) {
                switch (random.below(3)) {
                case 0:
                    cursor.next();
                    ++index;
                    break;
                case 1: {
                    const quint32 target = known[index].doc + random.below(1U << random.below(14));
                    cursor.advance(target);
                    index = Field::indexOf(known, index, target);
                    break;
                }
                default: {
                    const quint32 count = random.below(quint32(cursor.blockDocs().size())) + 1;
                    cursor.skip(count);
                    index += count;
                }
                }
                QVERIFY(random.below(3) != 0
                            ? cursor.doc() == (index < known.size() ? known[index].doc : PostingCursor::end)
                            : isAt(cursor, known, index));
            }
        }
    });
}

void TestPostingCursor::forBestBlocks_missesNoDocumentThatIsGoodEnough_data()
{
    addFields();
}

void TestPostingCursor::forBestBlocks_missesNoDocumentThatIsGoodEnough()
{
    RandomPostings random(m_seed);
    const Field field = fetchedField(random);
    forEachTerm(field, [&](const FieldArrays &arrays, const TermInfo &info, const KnownPostings &known) {
        for (const float best : {0.0F, 0.1F, 0.3F, 0.5F, 0.7F, 0.9F, 0.99F, 1.0F}) {
            std::vector<bool> shown(field.lengths.size());
            size_t blocks = 0;
            size_t blocksBefore = 9;
            bool isTwice = false;
            PostingCursor cursor(arrays, info, PostingCursor::Start::Before);
            if (random.below(2) == 0)
                cursor.advance(random.below(quint32(field.lengths.size())));
            cursor.forBestBlocks([best](float part) { return part >= best; },
                                 [&] {
                                     ++blocks;
                                     for (const quint32 doc : cursor.blockDocs()) {
                                         isTwice = isTwice || shown[doc];
                                         shown[doc] = true;
                                     }
                                 },
                                 [&] { blocksBefore = blocks; });
            QVERIFY(!isTwice);
            QVERIFY(blocksBefore <= 8);
            for (const KnownPosting &posting : known)
                QVERIFY(shown[posting.doc] || field.part(posting) < best);
            QVERIFY(blocks <= (known.size() + 127) / 128);
            QVERIFY(best > 0 || blocks == (known.size() + 127) / 128);
        }
    });
}

void TestPostingCursor::bestAround_isNeverTooLow_data()
{
    addFields();
}

void TestPostingCursor::bestAround_isNeverTooLow()
{
    RandomPostings random(m_seed);
    const Field field = fetchedField(random);
    forEachTerm(field, [&](const FieldArrays &arrays, const TermInfo &info, const KnownPostings &known) {
        PostingCursor cursor(arrays, info);
        const quint32 furthest = 1 + random.below(300);
        for (quint32 doc = 0; doc < field.lengths.size(); doc += 1 + random.below(furthest)) {
            quint32 upTo = 0;
            const float best = cursor.bestAround(doc, &upTo);
            QVERIFY(upTo >= doc);
            QVERIFY(best <= 1.0F);
            for (size_t i = Field::indexOf(known, 0, doc); i < known.size() && known[i].doc <= upTo; ++i)
                QVERIFY(field.part(known[i]) <= best);
        }
        QVERIFY(isAt(cursor, known, 0));
    });
}

void TestPostingCursor::addDocuments_setsTheBitOfEach_data()
{
    addFields();
}

void TestPostingCursor::addDocuments_setsTheBitOfEach()
{
    RandomPostings random(m_seed);
    const Field field = fetchedField(random);
    forEachTerm(field, [&](const FieldArrays &arrays, const TermInfo &info, const KnownPostings &known) {
        std::vector<quint64> bits(Bits::wordsFor(arrays.docCount));
        Bits::set(bits.data(), 0); // what is there already stays
        std::vector<quint64> expected = bits;
        for (const KnownPosting &posting : known)
            Bits::set(expected.data(), posting.doc);
        addDocuments(arrays, info, bits.data());
        QVERIFY(bits == expected);
    });
}

QTEST_GUILESS_MAIN(TestPostingCursor)
#include "tst_postingcursor.moc"
