#include "app/search/randomsearch.h"
#include "search/searcher.h"
#include "search/segmentbuilder.h"
#include "support/seed.h"

#include <QTest>

#include <algorithm>
#include <numeric>

using namespace Lectern;

class TestSearcher : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void search_finds_data();
    void search_finds();
    void search_answerCarriesItsQuestion();
    void search_stopped_isCancelled();
    void order_isAsAsked_data();
    void order_isAsAsked();
    void order_ofThousands_isSorted();
    void relevance_titleBeforeText();
    void relevance_moreOftenBeforeOnce();
    void relevance_rareWordsWeighMore();
    void relevance_doesNotDependOnSegments();
    void order_byLongTitlesThatBeginAlike_isByTheirEnds();

private:
    static CorpusPtr corpusOf(const std::vector<ArticlePtr> &articles, int inSegment = 1000);
    static QString foundIn(const CorpusPtr &corpus, const QString &query, Order order);

    CorpusPtr m_news;
};

namespace {

ArticlePtr body(const QString &text)
{
    return makeArticle({{}, text, {}, {}, {}});
}

} // namespace

CorpusPtr TestSearcher::corpusOf(const std::vector<ArticlePtr> &articles, int inSegment)
{
    CorpusPtr corpus = std::make_shared<const Corpus>();
    SegmentBuilder builder;
    for (const ArticlePtr &article : articles) {
        builder.add(article);
        if (builder.size() == inSegment)
            corpus = corpus->with(builder.build());
    }
    return corpus->with(builder.build());
}

/// The letters of the articles found, in order: article 0 is a.
QString TestSearcher::foundIn(const CorpusPtr &corpus, const QString &query, Order order)
{
    const Answer answer = Searcher::search(corpus, Query::parse(query), order);
    QString letters;
    for (const DocNumber doc : *answer.docs)
        letters += QChar(u'a' + char16_t(doc));
    return letters;
}

void TestSearcher::initTestCase()
{
    m_news = corpusOf(
        {
            makeArticle({QStringLiteral("10 ships at the Café"),
                         QStringLiteral("The captain couldn’t see the state’s flag."),
                         QStringLiteral("The Harbour Post"),
                         {QStringLiteral("Ann Lee"), QStringLiteral("Bo Marsh")},
                         QStringLiteral("2021-09-28")}),
            makeArticle({QStringLiteral("“Éclair” wins 2 prizes"),
                         QStringLiteral("“We won,” she said. The flag flew."),
                         QStringLiteral("evening star"),
                         {QStringLiteral("Lee Ann Bo")},
                         QStringLiteral("2021-09")}),
            makeArticle({QStringLiteral("2 ships lost"),
                         QStringLiteral("東京 and 京都: the captain’s log"),
                         {},
                         {},
                         {}}),
            makeArticle({{},
                         QStringLiteral("No title, no flag of any state."),
                         QStringLiteral("Évening Star"),
                         {QStringLiteral("Bo O’Neil")},
                         QStringLiteral("2020")}),
        },
        2);
}

void TestSearcher::search_finds_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("found");
    const auto row = [](const char *query, const char *found) {
        QTest::newRow(query) << QString::fromUtf8(query) << QString::fromUtf8(found);
    };
    row("", "abcd");
    row("flag", "abd");
    row("FLAG captain", "a");
    row("couldn't", "a");
    row("couldn’t", "a");
    row("couldn", "a");
    row("state", "ad");
    row("state's", "a");
    row("captain", "ac");
    row("\"the captain\"", "ac");
    row("\"captain the\"", "");
    row("\"captain's log\"", "c");
    row("\"the capt*\"", "ac");
    row("\"ships lo*\"", "c");
    row("cafe", "a");
    row("ship*", "ac");
    row("zebra*", "");
    row("flag -captain", "bd");
    row("-flag", "c");
    row("-flag OR éclair", "bc");
    row("NOT (flag OR ships)", "");
    row("-zebra", "abcd");
    row("東京", "c");
    row("京東", "");
    row("京", "c");
    row("title:ships", "ac");
    row("title:flag", "d");
    row("title:\"2 ships\"", "c");
    row("title:ship*", "ac");
    row("title:title", "d");
    row("outlet:star", "bd");
    row("outlet:\"evening star\"", "bd");
    row("outlet:neil", "");
    row("author:lee", "ab");
    row("author:\"ann lee\"", "a");
    row("author:\"lee bo\"", "");
    row("author:\"lee b*\"", "");
    row("author:\"ann b*\"", "b");
    row("author:o'neil", "d");
    row("author:neil", "d");
    row("lee", "");
    row("date:2021", "ab");
    row("date:2021-09-01", "b");
    row("date:2020-05", "d");
    row("date:2020..2021", "abd");
    row("before:2021-09-28", "bd");
    row("after:2021-09-28", "b");
    row("date:..2020 flag", "d");
    row("-date:2021", "cd");
    row("flag (title:ships OR outlet:star) -author:bo", "");
    row("flag (title:ships OR outlet:star) -author:lee", "d");
}

void TestSearcher::search_finds()
{
    QFETCH(const QString, query);
    QFETCH(const QString, found);
    for (int order = 0; order <= int(Order::Outlet); ++order) {
        QString letters = foundIn(m_news, query, Order(order));
        std::sort(letters.begin(), letters.end());
        QCOMPARE(letters, found);
    }
}

void TestSearcher::search_answerCarriesItsQuestion()
{
    const Query query = Query::parse(u"flag");
    const Answer byRelevance = Searcher::search(m_news, query, Order::Relevance);
    QVERIFY(byRelevance.query == query);
    QCOMPARE(byRelevance.corpus, m_news);
    QCOMPARE(byRelevance.order, Order::Relevance);
    QCOMPARE(byRelevance.total(), 3);
    QCOMPARE(byRelevance.scores.size(), size_t(3));
    QVERIFY(byRelevance.scores.front() > 0);
    QVERIFY(std::is_sorted(byRelevance.scores.rbegin(), byRelevance.scores.rend()));
    QVERIFY(!byRelevance.cancelled);
    QVERIFY(Searcher::search(m_news, query, Order::Title).scores.empty());
}

void TestSearcher::search_stopped_isCancelled()
{
    std::stop_source source;
    source.request_stop();
    const Answer answer =
        Searcher::search(m_news, Query::parse(u"flag"), Order::Relevance, source.get_token());
    QVERIFY(answer.cancelled);
    QCOMPARE(answer.total(), 0);
}

void TestSearcher::order_isAsAsked_data()
{
    QTest::addColumn<Order>("order");
    QTest::addColumn<QString>("found");
    QTest::newRow("newest first, undated last") << Order::DateNewest << "abdc";
    QTest::newRow("oldest first, undated last") << Order::DateOldest << "dbac";
    QTest::newRow("title, by letters and numbers") << Order::Title << "cabd";
    QTest::newRow("outlet, accents after letters, none last") << Order::Outlet << "bdac";
    QTest::newRow("relevance of nothing asked is the newest first") << Order::Relevance << "abdc";
}

void TestSearcher::order_isAsAsked()
{
    QFETCH(const Order, order);
    QFETCH(const QString, found);
    QCOMPARE(foundIn(m_news, {}, order), found);
}

void TestSearcher::order_ofThousands_isSorted()
{
    std::vector<ArticlePtr> articles;
    for (int i = 0; i < 9001; ++i) {
        const QDate day = QDate(2000, 1, 1).addDays(i * 7919 % 4001);
        articles.push_back(makeArticle({{}, QStringLiteral("x"), {}, {}, day.toString(Qt::ISODate)}));
    }
    const CorpusPtr corpus = corpusOf(articles);
    std::vector<DocNumber> expected(articles.size());
    std::iota(expected.begin(), expected.end(), 0);
    std::stable_sort(expected.begin(), expected.end(), [&](DocNumber a, DocNumber b) {
        const qint64 dateOfA = articles[a]->published().sortKey();
        const qint64 dateOfB = articles[b]->published().sortKey();
        return dateOfA != dateOfB ? dateOfA > dateOfB : articles[a]->id() < articles[b]->id();
    });
    QCOMPARE(*Searcher::search(corpus, Query::parse(u"x"), Order::DateNewest).docs, expected);
    QCOMPARE(*Searcher::search(corpus, Query::parse(u"x"), Order::Relevance).docs,
             expected); // all scores alike
}

void TestSearcher::relevance_titleBeforeText()
{
    const CorpusPtr corpus = corpusOf({
        makeArticle({QStringLiteral("Other news"), QStringLiteral("of the fox today"), {}, {}, {}}),
        makeArticle({QStringLiteral("Fox news"), QStringLiteral("of the other today"), {}, {}, {}}),
    });
    QCOMPARE(foundIn(corpus, QStringLiteral("fox"), Order::Relevance), QStringLiteral("ba"));
    QCOMPARE(foundIn(corpus, QStringLiteral("\"fox news\" OR fox"), Order::Relevance), QStringLiteral("ba"));
    QCOMPARE(foundIn(corpus, QStringLiteral("fo*"), Order::Relevance), QStringLiteral("ba"));
}

void TestSearcher::relevance_moreOftenBeforeOnce()
{
    const CorpusPtr corpus =
        corpusOf({body(QStringLiteral("a fox and a dog and a cat")),
                  body(QStringLiteral("a fox and a fox and a cat")), body(QStringLiteral("a cat"))});
    QCOMPARE(foundIn(corpus, QStringLiteral("fox"), Order::Relevance), QStringLiteral("ba"));
    QCOMPARE(foundIn(corpus, QStringLiteral("cat"), Order::Relevance),
             QStringLiteral("cab")); // the shortest first
}

void TestSearcher::relevance_rareWordsWeighMore()
{
    const CorpusPtr corpus =
        corpusOf({body(QStringLiteral("the common one")), body(QStringLiteral("the common two")),
                  body(QStringLiteral("the rare three")), body(QStringLiteral("the common four"))});
    QVERIFY(foundIn(corpus, QStringLiteral("common OR rare"), Order::Relevance).startsWith(QLatin1Char('c')));
}

void TestSearcher::relevance_doesNotDependOnSegments()
{
    RandomSearch random(testSeed());
    std::vector<ArticlePtr> articles;
    for (int i = 0; i < 200; ++i)
        articles.push_back(random.article());
    const CorpusPtr whole = corpusOf(articles);
    const CorpusPtr parts = corpusOf(articles, 7);
    const CorpusPtr merged = parts->merged();
    QVERIFY(merged != parts);
    for (int i = 0; i < 300; ++i) {
        const Query query = Query::parse(random.query());
        const Answer expected = Searcher::search(whole, query, Order::Relevance);
        for (const CorpusPtr &corpus : {parts, merged}) {
            const Answer answer = Searcher::search(corpus, query, Order::Relevance);
            QVERIFY2(*answer.docs == *expected.docs, qPrintable(query.toString()));
            QVERIFY2(answer.scores == expected.scores, qPrintable(query.toString()));
        }
    }
}

void TestSearcher::order_byLongTitlesThatBeginAlike_isByTheirEnds()
{
    const QString beginning = QStringLiteral("A title that begins as all the others do, part ");
    std::vector<ArticlePtr> articles;
    for (const char *end : {"10", "9", "zebra", "Äpfel", "apple", "9"}) {
        articles.push_back(makeArticle({beginning + QString::fromUtf8(end), QStringLiteral("x"), {}, {},
                                        QStringLiteral("20%1").arg(10 + articles.size())}));
    }
    articles.push_back(makeArticle({QStringLiteral("A title"), QStringLiteral("x"), {}, {}, {}}));
    articles.push_back(makeArticle({QStringLiteral("Zoo"), QStringLiteral("x"), {}, {}, {}}));
    for (const int inSegment : {1000, 3})
        QCOMPARE(foundIn(corpusOf(articles, inSegment), QStringLiteral("x"), Order::Title), QStringLiteral("gfbadech"));
}

QTEST_GUILESS_MAIN(TestSearcher)
#include "tst_searcher.moc"
