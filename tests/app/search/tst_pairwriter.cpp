#include "app/search/randompostings.h"
#include "search/pairwriter.h"
#include "support/seed.h"

#include <QTest>

#include <algorithm>
#include <map>

using namespace Lectern;

/// The pairs of common words against those that are found place by place.
class TestPairWriter : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void smallSegment_hasNone();
    void pairs_areThoseSideBySide_data();
    void pairs_areThoseSideBySide();
    void pairs_ofWordsAndTheirParts_areAll();

private:
    quint32 m_seed = 0;
};

namespace {

/// Words at each position of each document; several at one position are a word and its parts.
using Text = std::vector<std::vector<std::string>>;

struct Texts
{
    std::vector<Text> docs;
    std::vector<DocZones> zones;
    std::vector<quint8> lengths;
};

using TermMap = std::map<std::string, KnownPostings>;

void add(TermMap *terms, const std::string &term, quint32 doc, quint32 position, const DocZones &zones)
{
    KnownPostings &postings = (*terms)[term];
    if (postings.empty() || postings.back().doc != doc)
        postings.push_back({doc, 0, {}});
    KnownPosting &posting = postings.back();
    posting.positions.push_back(position);
    const quint32 inZones = zones.zonesAt(position) & zones.zonesAt(position + 1);
    posting.code = postingCode(quint32(posting.positions.size()), (posting.code & 3) | inZones);
}

TermMap wordsOf(const Texts &texts)
{
    TermMap words;
    for (quint32 doc = 0; doc < texts.docs.size(); ++doc)
        for (quint32 position = 0; position < texts.docs[doc].size(); ++position)
            for (const std::string &word : texts.docs[doc][position])
                add(&words, word, doc, position, texts.zones[doc]);
    return words;
}

/// Of the words in more than an eighth of the documents the 64 that stand most often.
std::vector<std::string> commonest(const TermMap &words, size_t docs)
{
    std::vector<std::pair<qint64, std::string>> common;
    for (const auto &[word, postings] : words) {
        qint64 total = 0;
        for (const KnownPosting &posting : postings)
            total += qint64(posting.positions.size());
        if (postings.size() > docs / 8)
            common.emplace_back(-total, word);
    }
    std::sort(common.begin(), common.end());
    common.resize(std::min(common.size(), CommonPairs::mostWords));
    std::vector<std::string> result;
    for (const auto &[total, word] : common)
        result.push_back(word);
    std::sort(result.begin(), result.end());
    return result;
}

TermMap pairsOf(const Texts &texts, const std::vector<std::string> &words)
{
    const auto isCommon = [&words](const std::string &word) {
        return std::binary_search(words.begin(), words.end(), word);
    };
    TermMap pairs;
    for (quint32 doc = 0; doc < texts.docs.size(); ++doc) {
        const Text &text = texts.docs[doc];
        for (quint32 position = 0; position + 1 < text.size(); ++position)
            for (const std::string &first : text[position])
                for (const std::string &second : text[position + 1])
                    if (isCommon(first) && isCommon(second))
                        add(&pairs, pairTerm(first, second), doc, position, texts.zones[doc]);
    }
    for (auto &[pair, postings] : pairs)
        for (KnownPosting &posting : postings)
            posting.positions.clear(); // pairs are kept without
    return pairs;
}

Texts draw(RandomPostings &random, quint32 docs, quint32 vocabulary, quint32 mostWords)
{
    Texts texts;
    for (quint32 doc = 0; doc < docs; ++doc) {
        Text text(random.below(mostWords + 1));
        for (std::vector<std::string> &words : text) {
            for (quint32 count = random.below(6) == 0 ? 1 + random.below(3) : 1; count > 0; --count) {
                const quint32 word = random.below(1 + random.below(vocabulary));
                words.push_back(std::to_string(word) + "w");
            }
            std::sort(words.begin(), words.end());
            words.erase(std::unique(words.begin(), words.end()), words.end());
        }
        const auto zone = [&] { return random.below(mostWords + 1); };
        texts.zones.push_back({0, zone() / 2, zone(), zone()});
        texts.lengths.push_back(Weighting::lengthCode(quint32(text.size())));
        texts.docs.push_back(std::move(text));
    }
    return texts;
}

CommonPairs find(const Texts &texts, const TermMap &words)
{
    const Weighting weighting(10);
    FieldWriter writer(texts.lengths, weighting, FieldWriter::Positions::Kept);
    for (const auto &[word, postings] : words)
        writer.add(word, gathered(postings));
    const FieldStorage field = writer.take();
    return findPairs(FieldIndex(field.arrays()), texts.zones, texts.lengths, weighting);
}

TermMap readAll(const FieldStorage &storage)
{
    const FieldArrays arrays = storage.arrays();
    TermMap terms;
    TermCursor cursor(arrays);
    while (cursor.next())
        terms[std::string(cursor.term())] = readPostings(arrays, cursor.info());
    return terms;
}

} // namespace

void TestPairWriter::initTestCase()
{
    m_seed = testSeed();
}

void TestPairWriter::smallSegment_hasNone()
{
    RandomPostings random(m_seed);
    const Texts texts = draw(random, FieldArrays::fewestForBitsets - 1, 5, 10);
    const CommonPairs pairs = find(texts, wordsOf(texts));
    QVERIFY(pairs.words.empty());
    QCOMPARE(pairs.index.termCount, 0U);
}

void TestPairWriter::pairs_areThoseSideBySide_data()
{
    QTest::addColumn<quint32>("docs");
    QTest::addColumn<quint32>("vocabulary");
    QTest::addColumn<quint32>("mostWords");
    QTest::newRow("one word") << 1024U << 1U << 6U;
    QTest::newRow("a few words") << 1100U << 6U << 12U;
    QTest::newRow("many words, few of them common") << 1300U << 300U << 30U;
    QTest::newRow("more common words than are kept") << 1024U << 110U << 130U;
    QTest::newRow("no common word") << 1024U << 5000U << 3U;
}

void TestPairWriter::pairs_areThoseSideBySide()
{
    QFETCH(const quint32, docs);
    QFETCH(const quint32, vocabulary);
    QFETCH(const quint32, mostWords);
    RandomPostings random(m_seed);
    const Texts texts = draw(random, docs, vocabulary, mostWords);
    const TermMap words = wordsOf(texts);
    const CommonPairs pairs = find(texts, words);
    QVERIFY(pairs.words == commonest(words, docs));
    QVERIFY(!pairs.index.hasPositions);
    QVERIFY(readAll(pairs.index) == pairsOf(texts, pairs.words));
}

/// `state's` is found as itself and as its parts, whatever stands before and behind it.
void TestPairWriter::pairs_ofWordsAndTheirParts_areAll()
{
    Texts texts;
    for (quint32 doc = 0; doc < 1024; ++doc) {
        texts.docs.push_back({{"the"}, {"s", "state", "state's"}, {"s", "state", "state's"}});
        texts.zones.push_back({0, 2, 0, 0});
        texts.lengths.push_back(Weighting::lengthCode(3));
    }
    const TermMap words = wordsOf(texts);
    const CommonPairs pairs = find(texts, words);
    const TermMap found = readAll(pairs.index);
    QVERIFY(found == pairsOf(texts, pairs.words));
    QCOMPARE(found.size(), size_t(3 + 9));
    const KnownPostings &inTitle = found.at("the state's");
    QCOMPARE(inTitle.size(), size_t(1024));
    QCOMPARE(inTitle.front().code, postingCode(1, TitleZone));
    QCOMPARE(found.at("s state").front().code, postingCode(1, BodyZone)); // only its first word is in the title
}

QTEST_GUILESS_MAIN(TestPairWriter)
#include "tst_pairwriter.moc"
