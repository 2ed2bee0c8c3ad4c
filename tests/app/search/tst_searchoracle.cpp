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
    void oracle_knowsWhatQueriesMean_data();
    void oracle_knowsWhatQueriesMean();
    void search_agreesWithOracle_data();
    void search_agreesWithOracle();
    void hits_agreeWithOracle();

private:
    using Oracles = std::map<const Article *, Oracle>;

    void addOracle(const ArticlePtr &article, Oracles *oracles);
    CorpusPtr randomCorpus(int articles, int mostWords, Oracles *oracles);
    CorpusPtr changed(const CorpusPtr &corpus, Oracles *oracles);

    quint32 m_seed = 0;
    RandomSearch m_random{0};
    ReaderFacts m_facts; ///< of all articles
    WordBreaker m_breaker;
    SegmentBuilder m_builder;
};

void TestSearchOracle::initTestCase()
{
    m_seed = testSeed();
}

void TestSearchOracle::oracle_knowsWhatQueriesMean_data()
{
    QTest::addColumn<bool>("matches");
    const auto yes = [](const char *query) { QTest::newRow(query) << true; };
    const auto no = [](const char *query) { QTest::newRow(query) << false; };
    yes("strikes");
    yes("end");
    no("End");
    no("=end");
    yes("=Dockers");
    yes("=Harbour");
    no("==dockers");
    yes("=\"Dockers’ strike\"");
    yes("h?rb*");
    no("h?b*");
    yes("habrour~1");
    no("habrou~1");
    yes("habrou~2");
    yes("/STRIKE\\s+ended/");
    no("/(?-i)STRIKE/");
    yes("title:/^dock/");
    yes("^dockers");
    yes("^the");
    no("^harbour");
    yes("lede:^the");
    no("lede:again");
    yes("\"ended dockers\"~1");
    no("\"ended dockers\"~0");
    yes("dockers BEFORE/1 ended");
    no("ended BEFORE/1 dockers");
    yes("(cranes OR harbour) NEAR/1 quiet");
    no("\"harbour harbour harbour\"~9");
    yes("harbour count:2");
    no("harbour count:3");
    yes("harbour strike count:4");
    yes("(harbour OR strike) count:>3");
    no("harbour -again count:2");
    yes("tag:\"old town\" tag:keep");
    no("tag:\"town keep\"");
    yes("note:^ask");
    no("note:town");
    yes("is:read has:passage has:note has:tag");
    no("is:unread");
    yes("lang:en-US format:text file:articles");
    no("lang:de");
    no("count:3 -date:2021");
    yes("date:2021 -before:2021-05");
}

void TestSearchOracle::oracle_knowsWhatQueriesMean()
{
    QFETCH(const bool, matches);
    ArticleParts parts;
    parts.title = QStringLiteral("Dockers’ strike ended");
    parts.body = QStringLiteral("The harbour is quiet no more.\nHarbour cranes move again after the strike.");
    parts.date = QStringLiteral("2021-05-01");
    parts.language = QStringLiteral("en-GB");
    parts.tags = QStringList(QStringLiteral("old town"));
    const Oracle oracle(makeArticle(parts), m_breaker,
                        {true, true, {QStringLiteral("keep")}, {QStringLiteral("Ask the crane driver")}});
    QCOMPARE(oracle.matches(Query::parse(QString::fromUtf8(QTest::currentDataTag()))), matches);
}

void TestSearchOracle::addOracle(const ArticlePtr &article, Oracles *oracles)
{
    const ArticleFacts facts = m_random.facts();
    oracles->try_emplace(article.get(), article, m_breaker, facts);
    if (facts.isRead)
        m_facts.read.insert(article->id());
    if (facts.isStarred)
        m_facts.starred.insert(article->id());
    if (facts.isArchived)
        m_facts.archived.insert(article->id());
    if (!facts.ownTags.isEmpty())
        m_facts.tags.insert(article->id(), facts.ownTags);
    if (facts.hasPassage)
        m_facts.kept.insert(article->id(), {facts.passageTags, facts.notes});
}

CorpusPtr TestSearchOracle::randomCorpus(int articles, int mostWords, Oracles *oracles)
{
    CorpusPtr corpus = std::make_shared<const Corpus>();
    const int mostInSegment = 1 + m_random.upTo(articles);
    for (int i = 0; i < articles; ++i) {
        const ArticlePtr article = m_random.article(mostWords);
        addOracle(article, oracles);
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
        addOracle(article, oracles);
        m_builder.add(article);
        result = result->with(m_builder.build());
    }
    return m_random.oneIn(3) ? result->merged() : result;
}

/// Whether the first answer tells the same as the whole one, as far as it goes.
bool isBeginning(const Answer &first, const Answer &whole, size_t count)
{
    const size_t shown = std::min(count, whole.docs->size());
    return first.total() == whole.total() && first.docs->size() == shown &&
           std::equal(first.docs->begin(), first.docs->end(), whole.docs->begin()) &&
           std::equal(first.scores.begin(), first.scores.end(), whole.scores.begin());
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
    QTest::newRow("bitsets, pairs and prefixes") << 4 << 2500 << 6 << 60;
    QTest::newRow("more than a window") << 1 << 12000 << 3 << 60;
}

void TestSearchOracle::search_agreesWithOracle()
{
    QFETCH(const int, sets);
    QFETCH(const int, articles);
    QFETCH(const int, mostWords);
    QFETCH(const int, queries);
    m_random = RandomSearch(m_seed, RandomSearch::Grammar::Whole);
    const int allSets = sets * testFactor();
    int matched = 0;
    for (int set = 0; set < allSets; ++set) {
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
            const Answer answer = Searcher::search(corpus, query, Order(m_random.upTo(4)), {}, &m_facts);
            const auto count = size_t(m_random.upTo(30));
            const Answer first = Searcher::first(corpus, query, answer.order, count, {}, &m_facts);
            QVERIFY2(isBeginning(first, answer, count), qPrintable(text + QLatin1String(" read as ") + query.toString()));
            std::vector<DocNumber> found = *answer.docs;
            std::sort(found.begin(), found.end());
            matched += found.empty() ? 0 : 1;
            QVERIFY2(found == expected, qPrintable(QStringLiteral("%1 read as %2: found %3 of %4")
                                                       .arg(text, query.toString())
                                                       .arg(found.size())
                                                       .arg(expected.size())));
        }
    }
    QVERIFY2(matched > allSets * queries / 4, "hardly any query found anything: the test has become blunt");
    qInfo("%d pairs of texts and a query agreed, %d of which found something", allSets * queries, matched);
}

void TestSearchOracle::hits_agreeWithOracle()
{
    m_random = RandomSearch(m_seed, RandomSearch::Grammar::Whole);
    std::vector<Oracle> oracles;
    for (int i = 0; i < 40; ++i)
        oracles.emplace_back(m_random.article(), m_breaker, m_random.facts());
    qsizetype total = 0;
    const int queries = 1500 * testFactor();
    for (int i = 0; i < queries; ++i) {
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
    qInfo("%d queries marked the same in %zu texts", queries, oracles.size());
}

QTEST_GUILESS_MAIN(TestSearchOracle)
#include "tst_searchoracle.moc"
