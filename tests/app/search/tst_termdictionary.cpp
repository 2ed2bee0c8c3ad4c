#include "app/search/randompostings.h"
#include "search/termdictionary.h"
#include "search/termsequence.h"
#include "support/seed.h"

#include <QTest>

#include <algorithm>

using namespace Lectern;

static_assert(TermSequence<TermCursor>);

/// Dictionaries against the sorted list of what was written.
class TestTermDictionary : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void termKey_ordersAsTheBytesDo_data();
    void termKey_ordersAsTheBytesDo();
    void emptyDictionary_hasNothing();
    void next_walksAllTermsInOrder_data();
    void next_walksAllTermsInOrder();
    void seek_goesToTheFirstTermThatIsNotBefore_data();
    void seek_goesToTheFirstTermThatIsNotBefore();
    void seekTerm_goesToAnyNumberFromAnywhere_data();
    void seekTerm_goesToAnyNumberFromAnywhere();
    void findTerm_findsWhatWasWrittenAndNothingElse_data();
    void findTerm_findsWhatWasWrittenAndNothingElse();
    void info_saysHowOftenATermStands();
    void damagedArrays_areWalkedToAnEnd();

private:
    quint32 m_seed = 0;
};

namespace {

constexpr quint32 docs = 400;

struct Dictionary
{
    std::vector<std::string> terms;
    std::vector<quint32> docCounts;
    std::vector<quint32> totals;
    FieldStorage storage;

    size_t lowerBound(std::string_view term) const
    {
        return size_t(std::lower_bound(terms.begin(), terms.end(), term, std::less<>()) - terms.begin());
    }
};

Dictionary write(std::vector<std::string> terms, RandomPostings &random, quint32 mostDocs = 3)
{
    std::sort(terms.begin(), terms.end());
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
    Dictionary dictionary;
    const std::vector<quint8> lengths(docs, 40);
    const Weighting weighting(10);
    FieldWriter writer(lengths, weighting, FieldWriter::Positions::Kept);
    for (const std::string &term : terms) {
        const KnownPostings postings = random.postings(1 + random.below(mostDocs), docs, 3);
        dictionary.docCounts.push_back(quint32(postings.size()));
        dictionary.totals.push_back(0);
        for (const KnownPosting &posting : postings)
            dictionary.totals.back() += quint32(posting.positions.size());
        writer.add(term, gathered(postings));
    }
    dictionary.terms = std::move(terms);
    dictionary.storage = writer.take();
    return dictionary;
}

enum class Kind { Mixed, Long, SharedStart, SharedKeys, AtTheBorders };

std::vector<std::string> drawTerms(Kind kind, size_t count, RandomPostings &random)
{
    std::vector<std::string> terms;
    while (terms.size() < count) {
        switch (kind) {
        case Kind::Mixed:
            terms.push_back(random.term(12));
            break;
        case Kind::Long: { // up to the longest: 255 units of three bytes each
            QString term(qsizetype(1 + random.below(255)), QChar(0x6771));
            term[qsizetype(random.below(quint32(term.size())))] = QChar(0x6771 + random.below(3));
            terms.push_back(term.toStdString());
            break;
        }
        case Kind::SharedStart:
            terms.push_back("international" + random.term(3));
            break;
        case Kind::SharedKeys: // a few first bytes for many blocks
            terms.push_back(std::string("same").append(4, char('a' + random.below(3))) + random.term(4));
            break;
        case Kind::AtTheBorders: // some are exactly eight bytes, or nine
            terms.push_back(std::string(7 + random.below(3), 'a') +
                            (random.below(2) == 0 ? "" : random.term(1)));
            break;
        }
    }
    return terms;
}

/// Something to look for: a term, nearly one, or anything.
std::string wanted(const Dictionary &dictionary, RandomPostings &random)
{
    if (dictionary.terms.empty() || random.below(5) == 0)
        return random.below(10) == 0 ? std::string() : random.term(6);
    std::string term = dictionary.terms[random.below(quint32(dictionary.terms.size()))];
    switch (random.below(5)) {
    case 0:
        term.resize(random.below(quint32(term.size()) + 1));
        break;
    case 1:
        term += char(random.below(256));
        break;
    case 2:
        term.back() = char(term.back() + 1);
        break;
    default:
        break;
    }
    return term;
}

void addDictionaries()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("count");
    for (const int count : {1, 2, 15, 16, 17, 32, 33, 1000}) {
        QTest::addRow("%d mixed", count) << int(Kind::Mixed) << count;
        QTest::addRow("%d long", count) << int(Kind::Long) << count;
        QTest::addRow("%d that begin alike", count) << int(Kind::SharedStart) << count;
        QTest::addRow("%d of few first eight bytes", count) << int(Kind::SharedKeys) << count;
        QTest::addRow("%d of about eight bytes", count) << int(Kind::AtTheBorders) << count;
    }
}

Dictionary fetchedDictionary(RandomPostings &random)
{
    QFETCH(const int, kind);
    QFETCH(const int, count);
    return write(drawTerms(Kind(kind), size_t(count), random), random);
}

} // namespace

void TestTermDictionary::initTestCase()
{
    m_seed = testSeed();
}

void TestTermDictionary::termKey_ordersAsTheBytesDo_data()
{
    QTest::addColumn<QByteArray>("term");
    QTest::addColumn<quint64>("key");
    QTest::newRow("empty") << QByteArray() << quint64(0);
    QTest::newRow("one letter") << QByteArray("a") << quint64(0x6100000000000000);
    QTest::newRow("eight letters") << QByteArray("abcdefgh") << quint64(0x6162636465666768);
    QTest::newRow("nine letters") << QByteArray("abcdefghi") << quint64(0x6162636465666768);
    QTest::newRow("bytes above 127") << QByteArray("\xf0\x9f\x98\x80") << quint64(0xf09f988000000000);
}

void TestTermDictionary::termKey_ordersAsTheBytesDo()
{
    QFETCH(const QByteArray, term);
    QTEST(termKey({term.constData(), size_t(term.size())}), "key");
}

void TestTermDictionary::emptyDictionary_hasNothing()
{
    const FieldStorage storage;
    const FieldArrays arrays = storage.arrays();
    TermCursor cursor(arrays);
    QVERIFY(!cursor.next());
    QVERIFY(!cursor.seek({}));
    QVERIFY(!cursor.seek("a"));
    QVERIFY(!cursor.seekTerm(0));
    QVERIFY(!cursor.next());
    QVERIFY(!findTerm(arrays, "a"));
    QVERIFY(!findTerm(arrays, {}));
}

void TestTermDictionary::next_walksAllTermsInOrder_data()
{
    addDictionaries();
}

void TestTermDictionary::next_walksAllTermsInOrder()
{
    RandomPostings random(m_seed);
    const Dictionary dictionary = fetchedDictionary(random);
    const FieldArrays arrays = dictionary.storage.arrays();
    QCOMPARE(size_t(arrays.termCount), dictionary.terms.size());
    TermCursor cursor(arrays);
    for (size_t i = 0; i < dictionary.terms.size(); ++i) {
        QVERIFY(cursor.next());
        QVERIFY(cursor.term() == dictionary.terms[i]);
        QCOMPARE(size_t(cursor.id()), i);
        QCOMPARE(cursor.info().docCount, dictionary.docCounts[i]);
        QCOMPARE(cursor.info().total, dictionary.totals[i]);
    }
    QVERIFY(!cursor.next());
    QVERIFY(!cursor.next());
}

void TestTermDictionary::seek_goesToTheFirstTermThatIsNotBefore_data()
{
    addDictionaries();
}

void TestTermDictionary::seek_goesToTheFirstTermThatIsNotBefore()
{
    RandomPostings random(m_seed);
    const Dictionary dictionary = fetchedDictionary(random);
    const FieldArrays arrays = dictionary.storage.arrays();
    TermCursor cursor(arrays);
    for (int round = 0; round < 500; ++round) {
        const std::string from = wanted(dictionary, random);
        size_t expected = dictionary.lowerBound(from);
        QCOMPARE(cursor.seek(from), expected < dictionary.terms.size());
        for (quint32 steps = random.below(20); expected < dictionary.terms.size() && steps > 0;
             --steps, ++expected) {
            QVERIFY(cursor.term() == dictionary.terms[expected]);
            QCOMPARE(size_t(cursor.id()), expected);
            QCOMPARE(cursor.info().docCount, dictionary.docCounts[expected]);
            QCOMPARE(cursor.next(), expected + 1 < dictionary.terms.size());
        }
    }
}

void TestTermDictionary::seekTerm_goesToAnyNumberFromAnywhere_data()
{
    addDictionaries();
}

void TestTermDictionary::seekTerm_goesToAnyNumberFromAnywhere()
{
    RandomPostings random(m_seed);
    const Dictionary dictionary = fetchedDictionary(random);
    const FieldArrays arrays = dictionary.storage.arrays();
    const auto count = quint32(dictionary.terms.size());
    TermCursor cursor(arrays);
    for (int round = 0; round < 500; ++round) {
        switch (random.below(6)) {
        case 0:
            cursor.seek(wanted(dictionary, random));
            break;
        case 1:
            for (quint32 steps = random.below(20); steps > 0; --steps)
                cursor.next();
            break;
        case 2:
            QVERIFY(!cursor.seekTerm(count + random.below(40)));
            break;
        default:
            break;
        }
        const quint32 id = random.below(4) == 0 ? count - 1 : random.below(count);
        QVERIFY(cursor.seekTerm(id));
        QVERIFY(cursor.term() == dictionary.terms[id]);
        QCOMPARE(cursor.id(), id);
        QCOMPARE(cursor.info().docCount, dictionary.docCounts[id]);
    }
}

void TestTermDictionary::findTerm_findsWhatWasWrittenAndNothingElse_data()
{
    addDictionaries();
}

void TestTermDictionary::findTerm_findsWhatWasWrittenAndNothingElse()
{
    RandomPostings random(m_seed);
    const Dictionary dictionary = fetchedDictionary(random);
    const FieldArrays arrays = dictionary.storage.arrays();
    for (size_t i = 0; i < dictionary.terms.size(); ++i) {
        const std::optional<TermInfo> info = findTerm(arrays, dictionary.terms[i]);
        QVERIFY(info);
        QCOMPARE(size_t(info->id), i);
        QCOMPARE(info->docCount, dictionary.docCounts[i]);
    }
    for (int round = 0; round < 300; ++round) {
        const std::string term = wanted(dictionary, random);
        const bool isThere = std::binary_search(dictionary.terms.begin(), dictionary.terms.end(), term);
        QCOMPARE(findTerm(arrays, term).has_value(), isThere);
    }
}

/// However a term is reached, its postings are its own, also behind such as have whole blocks.
void TestTermDictionary::info_saysHowOftenATermStands()
{
    RandomPostings random(m_seed);
    const Dictionary dictionary = write(drawTerms(Kind::Mixed, 300, random), random, docs);
    const FieldArrays arrays = dictionary.storage.arrays();
    TermCursor walking(arrays);
    for (size_t i = 0; i < dictionary.terms.size(); ++i) {
        QVERIFY(walking.next());
        const std::optional<TermInfo> found = findTerm(arrays, dictionary.terms[i]);
        QVERIFY(found);
        QCOMPARE(found->docCount, dictionary.docCounts[i]);
        QCOMPARE(found->total, dictionary.totals[i]);
        const KnownPostings postings = readPostings(arrays, *found);
        QCOMPARE(postings.size(), size_t(dictionary.docCounts[i]));
        QVERIFY(postings == readPostings(arrays, walking.info()));
    }
}

void TestTermDictionary::damagedArrays_areWalkedToAnEnd()
{
    RandomPostings random(m_seed);
    for (int round = 0; round < 300; ++round) {
        Dictionary dictionary = write(drawTerms(Kind(random.below(5)), 40, random), random);
        FieldStorage &storage = dictionary.storage;
        for (quint32 i = 1 + random.below(4); i > 0; --i)
            storage.names[random.below(quint32(storage.names.size()))] = quint8(random.below(256));
        if (random.below(4) == 0)
            storage.names.resize(random.below(quint32(storage.names.size())));
        if (random.below(4) == 0)
            storage.termBlocks[random.below(quint32(storage.termBlocks.size()))].names =
                quint32(random.generator()());
        storage.squeeze();
        const FieldArrays arrays = storage.arrays();
        TermCursor cursor(arrays);
        quint32 terms = 0;
        while (cursor.next()) {
            QVERIFY(cursor.term().size() <= TermCursor::longestTerm);
            ++terms;
        }
        QCOMPARE(terms, arrays.termCount);
        for (int i = 0; i < 20; ++i)
            cursor.seek(wanted(dictionary, random));
    }
}

QTEST_GUILESS_MAIN(TestTermDictionary)
#include "tst_termdictionary.moc"
