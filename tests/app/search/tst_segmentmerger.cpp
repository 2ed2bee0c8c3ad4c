#include "app/search/randompostings.h"
#include "app/search/randomsearch.h"
#include "search/bits.h"
#include "search/segment.h"
#include "search/segmentbuilder.h"
#include "search/segmentmerger.h"
#include "support/seed.h"

#include <QTest>

#include <algorithm>
#include <array>

using namespace Lectern;

/// What is merged is what would have been built at once.
class TestSegmentMerger : public QObject
{
    Q_OBJECT

private slots:
    void merge_isAsBuiltAtOnce_data();
    void merge_isAsBuiltAtOnce();
    void merge_ofNothing_isEmpty();
    void merge_ofWhatIsGone_isEmpty();
    void merge_ofMerged_isAsBuiltAtOnce();

private:
    SegmentPtr build(const std::vector<ArticlePtr> &articles);
    SegmentSlice randomSlice(RandomSearch &random, const std::vector<ArticlePtr> &articles,
                             std::vector<ArticlePtr> *live);
    static void compareFields(const FieldIndex &merged, const FieldIndex &built);
    static void compare(const Segment &merged, const Segment &built);

    SegmentBuilder m_builder;
};

namespace {

constexpr std::array fields = {QueryField::Text, QueryField::Title,  QueryField::Outlet,   QueryField::Author,
                               QueryField::File, QueryField::Format, QueryField::Language, QueryField::Tag};

std::vector<ArticlePtr> drawArticles(RandomSearch &random, int count, int mostWords)
{
    std::vector<ArticlePtr> articles;
    for (int i = 0; i < count; ++i)
        articles.push_back(random.article(mostWords));
    return articles;
}

bool operator==(const DocZones &a, const DocZones &b)
{
    return a.titleFirst == b.titleFirst && a.titleEnd == b.titleEnd && a.ledeFirst == b.ledeFirst &&
           a.ledeEnd == b.ledeEnd;
}

bool operator==(const ArticleColumns::Days &a, const ArticleColumns::Days &b)
{
    return a.first == b.first && a.last == b.last;
}

template <typename Column>
bool areEqual(const Column &a, const Column &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const auto &one, const auto &other) { return one == other; });
}

std::vector<quint32> docsOf(const quint64 *bits, quint32 docCount)
{
    std::vector<quint32> docs;
    if (bits)
        Bits::forEach(bits, Bits::wordsFor(docCount), [&docs](quint32 doc) { docs.push_back(doc); });
    return docs;
}

} // namespace

SegmentPtr TestSegmentMerger::build(const std::vector<ArticlePtr> &articles)
{
    for (const ArticlePtr &article : articles)
        m_builder.add(article);
    return m_builder.build();
}

/// A segment of these articles some of which are gone; the others are appended to `live`.
SegmentSlice TestSegmentMerger::randomSlice(RandomSearch &random, const std::vector<ArticlePtr> &articles,
                                            std::vector<ArticlePtr> *live)
{
    SegmentSlice slice{build(articles), nullptr};
    if (random.oneIn(3)) {
        live->insert(live->end(), articles.begin(), articles.end());
        return slice;
    }
    const int every = 1 + random.upTo(6);
    auto deleted = std::make_shared<std::vector<bool>>(articles.size());
    for (size_t doc = 0; doc < articles.size(); ++doc) {
        if (random.oneIn(every))
            (*deleted)[doc] = true;
        else
            live->push_back(articles[doc]);
    }
    slice.deleted = deleted;
    return slice;
}

void TestSegmentMerger::compareFields(const FieldIndex &merged, const FieldIndex &built)
{
    const FieldArrays &arrays = built.arrays();
    QCOMPARE(merged.termCount(), arrays.termCount);
    QCOMPARE(merged.arrays().docCount, arrays.docCount);
    QCOMPARE(merged.arrays().hasPositions, arrays.hasPositions);
    TermCursor one = merged.terms();
    TermCursor other = built.terms();
    while (other.next()) {
        QVERIFY(one.next());
        QVERIFY(one.term() == other.term());
        QCOMPARE(one.info().docCount, other.info().docCount);
        QCOMPARE(one.info().total, other.info().total);
        QVERIFY(readPostings(merged.arrays(), one.info()) == readPostings(arrays, other.info()));
        QVERIFY(docsOf(merged.bitset(one.info()), arrays.docCount) ==
                docsOf(built.bitset(other.info()), arrays.docCount));
    }
    QCOMPARE(merged.arrays().prefixes.size(), arrays.prefixes.size());
    for (size_t i = 0; i < arrays.prefixes.size(); ++i) {
        const PrefixSet &mine = merged.arrays().prefixes[i];
        const PrefixSet &its = arrays.prefixes[i];
        QCOMPARE(mine.letters, its.letters);
        QCOMPARE(mine.postings, its.postings);
        QCOMPARE(mine.docs, its.docs);
        QVERIFY(docsOf(merged.bitsetAt(mine.bitset), arrays.docCount) ==
                docsOf(built.bitsetAt(its.bitset), arrays.docCount));
    }
}

void TestSegmentMerger::compare(const Segment &merged, const Segment &built)
{
    const ArticleColumns &mine = merged.columns();
    const ArticleColumns &its = built.columns();
    QVERIFY(std::ranges::equal(mine.lengthCodes, its.lengthCodes));
    QVERIFY(areEqual(mine.zones, its.zones));
    QVERIFY(areEqual(mine.days, its.days));
    QVERIFY(std::ranges::equal(mine.dateKeys, its.dateKeys));
    QVERIFY(std::ranges::equal(mine.idKeys, its.idKeys));
    QVERIFY(std::ranges::equal(mine.byDate, its.byDate));
    QCOMPARE(mine.wordCount, its.wordCount);
    for (quint32 doc = 0; doc < its.size(); ++doc) {
        QCOMPARE(merged.articles()->article(doc), built.articles()->article(doc));
        QVERIFY(mine.titleKeys[doc] == its.titleKeys[doc]);
        QVERIFY(mine.outletKeys.at(doc) == its.outletKeys.at(doc));
    }
    QCOMPARE(merged.averageWords(), built.averageWords());
    QCOMPARE(merged.textUnits(), built.textUnits());
    for (const QueryField field : fields) {
        compareFields(merged.field(field), built.field(field));
        if (QTest::currentTestFailed())
            return;
    }
    compareFields(merged.pairs(), built.pairs());
    TermCursor words = built.field(QueryField::Text).terms();
    while (words.next())
        QCOMPARE(merged.hasPairsOf(words.term()), built.hasPairsOf(words.term()));
    QVERIFY(std::equal(merged.stems().begin(), merged.stems().end(), built.stems().begin(),
                       built.stems().end(), [](const StemArrays &a, const StemArrays &b) {
                           return a.language == b.language && std::ranges::equal(a.classes, b.classes);
                       }));
    QCOMPARE(merged.indexBytes(), built.indexBytes());
}

void TestSegmentMerger::merge_isAsBuiltAtOnce_data()
{
    QTest::addColumn<int>("rounds");
    QTest::addColumn<int>("segments");
    QTest::addColumn<int>("articles");
    QTest::addColumn<int>("mostWords");
    QTest::newRow("one segment") << 20 << 1 << 40 << 20;
    QTest::newRow("many small segments") << 20 << 12 << 5 << 10;
    QTest::newRow("blocks of postings") << 3 << 4 << 300 << 12;
    QTest::newRow("small ones that need bitsets together") << 1 << 5 << 500 << 8;
    QTest::newRow("bitsets, pairs and prefixes") << 1 << 2 << 1800 << 10;
}

void TestSegmentMerger::merge_isAsBuiltAtOnce()
{
    QFETCH(const int, rounds);
    QFETCH(const int, segments);
    QFETCH(const int, articles);
    QFETCH(const int, mostWords);
    RandomSearch random(testSeed(), RandomSearch::Grammar::Whole);
    for (int round = 0; round < rounds; ++round) {
        std::vector<SegmentSlice> slices;
        std::vector<ArticlePtr> live;
        for (int i = 0; i < segments; ++i) {
            const int count = std::max(1, articles - random.upTo(articles / 3));
            slices.push_back(randomSlice(random, drawArticles(random, count, mostWords), &live));
        }
        const SegmentPtr merged = mergeSegments(slices);
        const SegmentPtr built = build(live);
        compare(*merged, *built);
        if (QTest::currentTestFailed())
            return;
    }
}

void TestSegmentMerger::merge_ofNothing_isEmpty()
{
    const SegmentPtr merged = mergeSegments({});
    QCOMPARE(merged->size(), 0U);
    QCOMPARE(merged->field(QueryField::Text).termCount(), 0U);
}

void TestSegmentMerger::merge_ofWhatIsGone_isEmpty()
{
    RandomSearch random(testSeed());
    const SegmentPtr segment = build(drawArticles(random, 30, 10));
    const SegmentPtr merged = mergeSegments({{segment, std::make_shared<std::vector<bool>>(30, true)}});
    compare(*merged, *build({}));
}

void TestSegmentMerger::merge_ofMerged_isAsBuiltAtOnce()
{
    RandomSearch random(testSeed(), RandomSearch::Grammar::Whole);
    std::vector<ArticlePtr> articles;
    SegmentPtr merged = build({});
    for (int i = 0; i < 10; ++i) {
        const std::vector<ArticlePtr> more = drawArticles(random, 1 + random.upTo(40), 12);
        articles.insert(articles.end(), more.begin(), more.end());
        merged = mergeSegments({{merged, nullptr}, {build(more), nullptr}});
    }
    compare(*merged, *build(articles));
}

QTEST_GUILESS_MAIN(TestSegmentMerger)
#include "tst_segmentmerger.moc"
