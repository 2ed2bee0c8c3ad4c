#include "app/search/oracle.h"
#include "app/search/randomsearch.h"
#include "search/highlighter.h"
#include "search/searcher.h"
#include "search/segmentbuilder.h"
#include "support/seed.h"

#include <QTest>

#include <algorithm>
#include <map>

using namespace Lectern;

/// The index, the highlighter and the oracle must agree on any texts and any queries.
class TestSearchOracle : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void search_agreesWithOracle_data();
    void search_agreesWithOracle();
    void hits_agreeWithOracle();

private:
    using Oracles = std::map<const Article *, Oracle>;

    CorpusPtr randomCorpus(int articles, int mostWords, Oracles *oracles);
    CorpusPtr changed(const CorpusPtr &corpus, Oracles *oracles);

    quint32 m_seed = 0;
    RandomSearch m_random{0};
    WordBreaker m_breaker;
    SegmentBuilder m_builder;
};

void TestSearchOracle::initTestCase()
{
    m_seed = testSeed();
}

CorpusPtr TestSearchOracle::randomCorpus(int articles, int mostWords, Oracles *oracles)
{
    CorpusPtr corpus = std::make_shared<const Corpus>();
    const int mostInSegment = 1 + m_random.upTo(articles);
    for (int i = 0; i < articles; ++i) {
        const ArticlePtr article = m_random.article(mostWords);
        oracles->try_emplace(article.get(), article, m_breaker);
        m_builder.add(article);
        if (m_builder.size() == mostInSegment)
            corpus = corpus->with(m_builder.build());
    }
    return corpus->with(m_builder.build());
}

/// Some articles fewer, some more, and perhaps merged.
CorpusPtr TestSearchOracle::changed(const CorpusPtr &corpus, Oracles *oracles)
{
    std::vector<DocNumber> gone;
    for (int i = m_random.upTo(3); i > 0 && corpus->docLimit() > 0; --i)
        gone.push_back(DocNumber(m_random.upTo(int(corpus->docLimit()) - 1)));
    CorpusPtr result = corpus->without(gone);
    if (m_random.oneIn(2)) {
        const ArticlePtr article = m_random.article();
        oracles->try_emplace(article.get(), article, m_breaker);
        m_builder.add(article);
        result = result->with(m_builder.build());
    }
    return m_random.oneIn(3) ? result->merged() : result;
}

void TestSearchOracle::search_agreesWithOracle_data()
{
    QTest::addColumn<int>("sets");
    QTest::addColumn<int>("articles");
    QTest::addColumn<int>("mostWords");
    QTest::addColumn<int>("queries");
    QTest::newRow("a few articles") << 1000 << 10 << 16 << 20;
    QTest::newRow("more than a block of postings") << 4 << 700 << 5 << 40;
    QTest::newRow("many small segments") << 10 << 60 << 3 << 40;
}

void TestSearchOracle::search_agreesWithOracle()
{
    QFETCH(const int, sets);
    QFETCH(const int, articles);
    QFETCH(const int, mostWords);
    QFETCH(const int, queries);
    m_random = RandomSearch(m_seed);
    int matched = 0;
    for (int set = 0; set < sets; ++set) {
        Oracles oracles;
        CorpusPtr corpus = randomCorpus(articles, mostWords, &oracles);
        for (int i = 0; i < queries; ++i) {
            if (i % 5 == 4)
                corpus = changed(corpus, &oracles);
            const QString text = m_random.query();
            const Query query = Query::parse(text);
            std::vector<DocNumber> expected;
            for (DocNumber doc = 0; doc < corpus->docLimit(); ++doc) {
                if (corpus->isLive(doc) && oracles.at(corpus->article(doc).get()).matches(query))
                    expected.push_back(doc);
            }
            const Answer answer = Searcher::search(corpus, query, Order(m_random.upTo(4)));
            std::vector<DocNumber> found = *answer.docs;
            std::sort(found.begin(), found.end());
            matched += found.empty() ? 0 : 1;
            QVERIFY2(found == expected, qPrintable(QStringLiteral("%1 read as %2: found %3 of %4")
                                                       .arg(text, query.toString())
                                                       .arg(found.size())
                                                       .arg(expected.size())));
        }
    }
    QVERIFY2(matched > sets * queries / 4, "hardly any query found anything: the test has become blunt");
}

void TestSearchOracle::hits_agreeWithOracle()
{
    m_random = RandomSearch(m_seed);
    std::vector<Oracle> oracles;
    for (int i = 0; i < 40; ++i)
        oracles.emplace_back(m_random.article(), m_breaker);
    qsizetype total = 0;
    for (int i = 0; i < 500; ++i) {
        const QString text = m_random.query();
        const Query query = Query::parse(text);
        Highlighter highlighter(query);
        for (const Oracle &oracle : oracles) {
            const std::vector<TextRange> hits = highlighter.hits(*oracle.article());
            QVERIFY2(hits == oracle.hits(query),
                     qPrintable(QStringLiteral("%1 in %2").arg(query.toString(), oracle.article()->text())));
            total += qsizetype(hits.size());
        }
    }
    QVERIFY(total > 1000);
}

QTEST_GUILESS_MAIN(TestSearchOracle)
#include "tst_searchoracle.moc"
