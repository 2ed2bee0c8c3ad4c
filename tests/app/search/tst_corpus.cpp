#include "app/search/randomsearch.h"
#include "search/searcher.h"
#include "search/segmentbuilder.h"

#include <QTest>

using namespace Lectern;

class TestCorpus : public QObject
{
    Q_OBJECT

private slots:
    void empty_hasNothing();
    void with_appendsAndLeavesTheOldAlone();
    void without_deletesAndLeavesTheOldAlone();
    void without_deletedTwice_countsOnce();
    void merged_keepsTheOrderAndDropsTheDeleted();
    void merged_nothingToDo_isTheSame();
    void merged_manySmall_areFew();
    void merged_aQuarterDeleted_isCleaned();
    void textUnits_areThoseOfLiveTexts();
    void builder_isEmptyAfterBuild();

private:
    SegmentPtr segment(const QStringList &bodies);
    static QStringList liveTexts(const Corpus &corpus);
    static qsizetype count(const CorpusPtr &corpus, QStringView query);

    SegmentBuilder m_builder;
};

SegmentPtr TestCorpus::segment(const QStringList &bodies)
{
    for (const QString &body : bodies)
        m_builder.add(makeArticle({{}, body, {}, {}, {}}));
    return m_builder.build();
}

QStringList TestCorpus::liveTexts(const Corpus &corpus)
{
    QStringList texts;
    for (DocNumber doc = 0; doc < corpus.docLimit(); ++doc) {
        if (corpus.isLive(doc))
            texts.append(corpus.article(doc)->text());
    }
    return texts;
}

qsizetype TestCorpus::count(const CorpusPtr &corpus, QStringView query)
{
    return Searcher::search(corpus, Query::parse(query), Order::Relevance).total();
}

void TestCorpus::empty_hasNothing()
{
    const auto corpus = std::make_shared<const Corpus>();
    QCOMPARE(corpus->size(), 0);
    QCOMPARE(corpus->docLimit(), 0U);
    QVERIFY(!corpus->isLive(0));
    QCOMPARE(count(corpus, u"a"), 0);
    QCOMPARE(count(corpus, u""), 0);
    QCOMPARE(corpus->with(m_builder.build())->size(), 0);
    QCOMPARE(corpus->merged(), corpus);
    QCOMPARE(Searcher::search({}, Query::parse(u"a"), Order::Title).total(), 0);
}

void TestCorpus::with_appendsAndLeavesTheOldAlone()
{
    const auto empty = std::make_shared<const Corpus>();
    const CorpusPtr one = empty->with(segment({QStringLiteral("one fish"), QStringLiteral("two")}));
    const CorpusPtr two = one->with(segment({QStringLiteral("red fish")}));
    QCOMPARE(empty->size(), 0);
    QCOMPARE(one->size(), 2);
    QCOMPARE(two->size(), 3);
    QCOMPARE(two->docLimit(), 3U);
    QCOMPARE(two->article(2)->text(), QStringLiteral("red fish"));
    QCOMPARE(count(one, u"fish"), 1);
    QCOMPARE(count(two, u"fish"), 2);
    QCOMPARE(two->segments().size(), size_t(2));
    QVERIFY(two->indexBytes() > 0);
}

void TestCorpus::without_deletesAndLeavesTheOldAlone()
{
    const CorpusPtr all = std::make_shared<const Corpus>()
                              ->with(segment({QStringLiteral("a"), QStringLiteral("a b")}))
                              ->with(segment({QStringLiteral("a c")}));
    const CorpusPtr fewer = all->without({2, 0});
    QCOMPARE(all->size(), 3);
    QCOMPARE(fewer->size(), 1);
    QCOMPARE(fewer->docLimit(), 3U);
    QVERIFY(!fewer->isLive(0));
    QVERIFY(fewer->isLive(1));
    QCOMPARE(count(all, u"a"), 3);
    QCOMPARE(count(fewer, u"a"), 1);
    QCOMPARE(count(fewer, u"-b"), 0);
    QCOMPARE(count(fewer, u""), 1);
}

void TestCorpus::without_deletedTwice_countsOnce()
{
    const CorpusPtr all =
        std::make_shared<const Corpus>()->with(segment({QStringLiteral("a"), QStringLiteral("b")}));
    const CorpusPtr fewer = all->without({1, 1})->without({1})->without({77});
    QCOMPARE(fewer->size(), 1);
    QCOMPARE(fewer->textUnits(), 1);
}

void TestCorpus::merged_keepsTheOrderAndDropsTheDeleted()
{
    CorpusPtr corpus = std::make_shared<const Corpus>();
    for (int i = 0; i < 40; ++i)
        corpus =
            corpus->with(segment({QStringLiteral("word%1 x").arg(i), QStringLiteral("more%1 x y").arg(i)}));
    corpus = corpus->without({0, 3, 40, 79});
    const QStringList before = liveTexts(*corpus);
    const CorpusPtr merged = corpus->merged();
    QCOMPARE(liveTexts(*merged), before);
    QCOMPARE(merged->size(), corpus->size());
    QCOMPARE(merged->textUnits(), corpus->textUnits());
    QCOMPARE(merged->docLimit(), DocNumber(merged->size()));
    QCOMPARE(count(merged, u"x"), 76);
    QCOMPARE(count(merged, u"\"x y\""), count(corpus, u"\"x y\""));
    QCOMPARE(count(merged, u"word0"), 0);
    QCOMPARE(count(merged, u"word1"), 1);
    QCOMPARE(corpus->size(), 76); // a published corpus never changes
    QCOMPARE(corpus->docLimit(), 80U);
}

void TestCorpus::merged_nothingToDo_isTheSame()
{
    CorpusPtr corpus = std::make_shared<const Corpus>();
    for (int i = 0; i < 3; ++i)
        corpus = corpus->with(segment({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"),
                                       QStringLiteral("d"), QStringLiteral("e")}));
    corpus = corpus->without({0});
    QCOMPARE(corpus->merged(), corpus);
}

void TestCorpus::merged_manySmall_areFew()
{
    CorpusPtr corpus = std::make_shared<const Corpus>();
    for (int i = 0; i < 500; ++i) {
        corpus = corpus->with(segment({QStringLiteral("article number %1").arg(i)}));
        if (i % 10 == 0)
            corpus = corpus->merged();
    }
    corpus = corpus->merged();
    QVERIFY(corpus->segments().size() < 16);
    QCOMPARE(corpus->size(), 500);
    QCOMPARE(count(corpus, u"\"article number\""), 500);
    QCOMPARE(corpus->article(123)->text(), QStringLiteral("article number 123"));
}

void TestCorpus::merged_aQuarterDeleted_isCleaned()
{
    const CorpusPtr corpus =
        std::make_shared<const Corpus>()
            ->with(segment({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}))
            ->with(segment({QStringLiteral("d")}))
            ->without({1, 3})
            ->merged();
    QCOMPARE(corpus->docLimit(), 2U);
    QCOMPARE(liveTexts(*corpus), (QStringList{QStringLiteral("a"), QStringLiteral("c")}));
    QCOMPARE(corpus->segments().size(), size_t(1));
}

void TestCorpus::textUnits_areThoseOfLiveTexts()
{
    const CorpusPtr corpus =
        std::make_shared<const Corpus>()->with(segment({QStringLiteral("four"), QStringLiteral("sixsix")}));
    QCOMPARE(corpus->textUnits(), 10);
    QCOMPARE(corpus->without({0})->textUnits(), 6);
    QCOMPARE(corpus->without({0})->with(segment({QStringLiteral("x")}))->textUnits(), 7);
}

void TestCorpus::builder_isEmptyAfterBuild()
{
    m_builder.add(makeArticle({QStringLiteral("T"), QStringLiteral("b"), {}, {}, {}}));
    QCOMPARE(m_builder.size(), 1);
    const CorpusPtr first = std::make_shared<const Corpus>()->with(m_builder.build());
    QCOMPARE(m_builder.size(), 0);
    const CorpusPtr second = std::make_shared<const Corpus>()->with(segment({QStringLiteral("c")}));
    QCOMPARE(count(first, u"title:t b"), 1);
    QCOMPARE(count(second, u"b OR t"), 0);
}

QTEST_GUILESS_MAIN(TestCorpus)
#include "tst_corpus.moc"
