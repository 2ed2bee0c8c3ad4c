#include "app/search/randomsearch.h"
#include "search/segmentbuilder.h"
#include "search/topdocs.h"
#include "support/seed.h"

#include <QTest>

#include <algorithm>
#include <numeric>

using namespace Lectern;

/// The best of a search against sorting everything.
class TestTopDocs : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void take_isTheBeginningOfAllSorted_data();
    void take_isTheBeginningOfAllSorted();
    void offer_saysWhetherItIsAmongThem();
    void threshold_isTheScoreOfTheWorst();
    void take_leavesNothing();

private:
    struct Offer
    {
        float score = 0;
        DocNumber number = 0; ///< in the corpus
    };

    bool isBetter(const Offer &a, const Offer &b) const;
    static std::vector<DocNumber> numbersOf(const std::vector<TopDocs::Entry> &entries);
    bool offer(TopDocs *top, const Offer &offered) const;

    quint32 m_seed = 0;
    CorpusPtr m_corpus;
};

void TestTopDocs::initTestCase()
{
    m_seed = testSeed();
    RandomSearch random(m_seed);
    SegmentBuilder builder;
    std::vector<ArticlePtr> articles;
    for (int i = 0; i < 60; ++i)
        articles.push_back(random.article(3));
    // The same articles in two segments: nothing but their numbers tells them apart.
    m_corpus = std::make_shared<const Corpus>();
    for (int segment = 0; segment < 3; ++segment) {
        for (int i = 0; i < 60; ++i)
            builder.add(segment == 2 ? random.article(3) : articles[size_t(i)]);
        m_corpus = m_corpus->with(builder.build());
    }
}

/// Better scores, then later dates, then smaller ids, then smaller numbers.
bool TestTopDocs::isBetter(const Offer &a, const Offer &b) const
{
    if (a.score != b.score)
        return a.score > b.score;
    const Article &one = *m_corpus->article(a.number);
    const Article &other = *m_corpus->article(b.number);
    if (one.published().isNull() != other.published().isNull())
        return other.published().isNull();
    if (one.published().sortKey() != other.published().sortKey())
        return one.published().sortKey() > other.published().sortKey();
    if (one.id() != other.id())
        return one.id() < other.id();
    return a.number < b.number;
}

std::vector<DocNumber> TestTopDocs::numbersOf(const std::vector<TopDocs::Entry> &entries)
{
    std::vector<DocNumber> numbers;
    for (const TopDocs::Entry &entry : entries)
        numbers.push_back(entry.part->base + entry.doc);
    return numbers;
}

bool TestTopDocs::offer(TopDocs *top, const Offer &offered) const
{
    const auto part =
        std::find_if(m_corpus->parts().begin(), m_corpus->parts().end(),
                     [&](const Corpus::Part &p) { return offered.number < p.base + p.segment->size(); });
    return top->offer(offered.score, offered.number - part->base, *part);
}

void TestTopDocs::take_isTheBeginningOfAllSorted_data()
{
    QTest::addColumn<size_t>("count");
    QTest::addColumn<quint32>("scores");
    for (const size_t count : {0, 1, 2, 10, 179, 180, 181, 1000}) {
        QTest::addRow("%zu of one score", count) << count << 1U;
        QTest::addRow("%zu of few scores", count) << count << 5U;
        QTest::addRow("%zu of many scores", count) << count << 1000000U;
    }
}

void TestTopDocs::take_isTheBeginningOfAllSorted()
{
    QFETCH(const size_t, count);
    QFETCH(const quint32, scores);
    std::mt19937 random(m_seed);
    for (int round = 0; round < 30; ++round) {
        std::vector<Offer> offers(m_corpus->docLimit());
        for (DocNumber number = 0; number < offers.size(); ++number)
            offers[number] = {float(random() % scores) - 2.0F, number};
        std::shuffle(offers.begin(), offers.end(), random);
        offers.resize(random() % (offers.size() + 1));
        TopDocs top(count);
        for (const Offer &each : offers)
            offer(&top, each);
        QCOMPARE(top.isFull(), offers.size() >= count);
        std::sort(offers.begin(), offers.end(),
                  [this](const Offer &a, const Offer &b) { return isBetter(a, b); });
        offers.resize(std::min(offers.size(), count));
        std::vector<DocNumber> expected;
        for (const Offer &each : offers)
            expected.push_back(each.number);
        QVERIFY(numbersOf(top.take()) == expected);
    }
}

void TestTopDocs::offer_saysWhetherItIsAmongThem()
{
    std::mt19937 random(m_seed);
    for (const size_t count : {size_t(1), size_t(7), size_t(50)}) {
        TopDocs top(count);
        std::vector<Offer> known;
        for (DocNumber number = 0; number < m_corpus->docLimit(); ++number) {
            const Offer offered{float(random() % 4), number};
            known.push_back(offered);
            std::sort(known.begin(), known.end(),
                      [this](const Offer &a, const Offer &b) { return isBetter(a, b); });
            known.resize(std::min(known.size(), count));
            const bool isAmongThem = std::any_of(known.begin(), known.end(), [&offered](const Offer &each) {
                return each.number == offered.number;
            });
            QCOMPARE(offer(&top, offered), isAmongThem);
        }
    }
}

void TestTopDocs::threshold_isTheScoreOfTheWorst()
{
    TopDocs top(3);
    const float nothing = top.threshold();
    QVERIFY(nothing < std::numeric_limits<float>::lowest());
    offer(&top, {5, 0});
    offer(&top, {7, 1});
    QVERIFY(!top.isFull());
    QCOMPARE(top.threshold(), nothing);
    offer(&top, {1, 2});
    QVERIFY(top.isFull());
    QCOMPARE(top.threshold(), 1.0F);
    offer(&top, {6, 3});
    QCOMPARE(top.threshold(), 5.0F);
    QVERIFY(!offer(&top, {4, 4}));
    QCOMPARE(top.threshold(), 5.0F);
}

void TestTopDocs::take_leavesNothing()
{
    TopDocs top(2);
    offer(&top, {1, 0});
    offer(&top, {2, 1});
    QCOMPARE(top.take().size(), size_t(2));
    QVERIFY(top.take().empty());
    QVERIFY(!top.isFull());
    QVERIFY(offer(&top, {-100, 5}));
    QVERIFY(numbersOf(top.take()) == std::vector<DocNumber>{5});
}

QTEST_GUILESS_MAIN(TestTopDocs)
#include "tst_topdocs.moc"
