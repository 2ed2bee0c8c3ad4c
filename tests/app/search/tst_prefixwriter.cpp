#include "app/search/randompostings.h"
#include "search/bits.h"
#include "search/prefixwriter.h"
#include "support/seed.h"

#include <QTest>

#include <map>
#include <set>

using namespace Lectern;

/// The prepared beginnings against those that are counted term by term.
class TestPrefixWriter : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void smallSegment_hasNone();
    void prefixes_areThoseOfManyPostings_data();
    void prefixes_areThoseOfManyPostings();
    void prefixSet_ofWhatIsNone_isNull();

private:
    quint32 m_seed = 0;
};

namespace {

/// What is expected of one beginning.
struct Known
{
    quint64 postings = 0;
    std::set<quint32> docs;
};

/// The beginnings of one to four letters that take at most eight bytes.
std::vector<std::string> beginningsOf(const std::string &term)
{
    const std::u32string letters = QString::fromStdString(term).toStdU32String();
    std::vector<std::string> beginnings;
    for (size_t count = 1; count <= std::min<size_t>(4, letters.size()); ++count) {
        const std::string beginning = QString::fromStdU32String(letters.substr(0, count)).toStdString();
        if (beginning.size() <= 8)
            beginnings.push_back(beginning);
    }
    return beginnings;
}

FieldStorage write(RandomPostings &random, const std::set<std::string> &terms, quint32 docCount,
                   quint32 mostDocs, std::map<std::string, Known> *known)
{
    const std::vector<quint8> lengths(docCount, 50);
    const Weighting weighting(20);
    FieldWriter writer(lengths, weighting, FieldWriter::Positions::Kept);
    for (const std::string &term : terms) {
        // A few are common, and dense enough for a bitset of their own.
        const quint32 most = random.below(40) == 0 ? docCount / 2 : mostDocs;
        const KnownPostings postings = random.postings(1 + random.below(most), docCount, 1);
        for (const std::string &beginning : beginningsOf(term)) {
            Known &its = (*known)[beginning];
            its.postings += postings.size();
            for (const KnownPosting &posting : postings)
                its.docs.insert(posting.doc);
        }
        writer.add(term, gathered(postings));
    }
    writer.addPrefixes();
    return writer.take();
}

std::set<std::string> drawTerms(RandomPostings &random, size_t count)
{
    std::set<std::string> terms;
    while (terms.size() < count)
        terms.insert(random.term(7));
    return terms;
}

} // namespace

void TestPrefixWriter::initTestCase()
{
    m_seed = testSeed();
}

void TestPrefixWriter::smallSegment_hasNone()
{
    RandomPostings random(m_seed);
    std::map<std::string, Known> known;
    const FieldStorage field =
        write(random, drawTerms(random, 300), FieldArrays::fewestForBitsets - 1, 100, &known);
    QVERIFY(field.prefixes.empty());
    QVERIFY(field.bitsets.empty());
    const FieldStorage empty = write(random, {}, 2000, 1, &known);
    QVERIFY(empty.prefixes.empty());
}

void TestPrefixWriter::prefixes_areThoseOfManyPostings_data()
{
    QTest::addColumn<quint32>("docCount");
    QTest::addColumn<int>("terms");
    QTest::addColumn<quint32>("mostDocs");
    QTest::newRow("as few documents as can be") << FieldArrays::fewestForBitsets << 500 << 20U;
    QTest::newRow("a few common terms") << 1500U << 40 << 700U;
    QTest::newRow("many rare terms") << 3001U << 4000 << 8U;
    QTest::newRow("nothing is common") << 5000U << 200 << 3U;
}

void TestPrefixWriter::prefixes_areThoseOfManyPostings()
{
    QFETCH(const quint32, docCount);
    QFETCH(const int, terms);
    QFETCH(const quint32, mostDocs);
    RandomPostings random(m_seed);
    for (int round = 0; round < 3; ++round) {
        std::map<std::string, Known> known;
        const FieldStorage storage =
            write(random, drawTerms(random, size_t(terms)), docCount, mostDocs, &known);
        const FieldIndex index(storage.arrays());
        size_t expected = 0;
        for (const auto &[beginning, its] : known) {
            const PrefixSet *set = index.prefixSet(beginning);
            QCOMPARE(set != nullptr, its.postings > docCount / 2);
            if (!set)
                continue;
            ++expected;
            QCOMPARE(set->postings, its.postings);
            QCOMPARE(size_t(set->docs), its.docs.size());
            std::set<quint32> docs;
            Bits::forEach(index.bitsetAt(set->bitset), Bits::wordsFor(docCount),
                          [&docs](quint32 doc) { docs.insert(doc); });
            QVERIFY(docs == its.docs);
        }
        QCOMPARE(storage.prefixes.size(), expected);
        // The bitsets of the terms themselves are still where they were.
        TermCursor cursor = index.terms();
        while (cursor.next()) {
            const quint64 *own = index.bitset(cursor.info());
            QCOMPARE(own != nullptr, cursor.info().docCount > docCount / 8);
            if (own)
                QCOMPARE(Bits::count(own, Bits::wordsFor(docCount)), cursor.info().docCount);
        }
    }
}

void TestPrefixWriter::prefixSet_ofWhatIsNone_isNull()
{
    RandomPostings random(m_seed);
    std::map<std::string, Known> known;
    const FieldStorage storage = write(random, {"abcdefghij", "abcdx"}, 1024, 1, &known);
    FieldStorage common = storage;
    common.prefixes = {{termKey("abcd"), 2, 2, 0}};
    common.bitsets.resize(16);
    const FieldIndex index(common.arrays());
    QVERIFY(index.prefixSet("abcd"));
    for (const char *none : {"", "a", "abc", "abcde", "abcdefghi"})
        QVERIFY(!index.prefixSet(none));
    common.prefixes.front().bitset = 1; // beyond the bitsets that there are
    QVERIFY(!FieldIndex(common.arrays()).prefixSet("abcd"));
}

QTEST_GUILESS_MAIN(TestPrefixWriter)
#include "tst_prefixwriter.moc"
