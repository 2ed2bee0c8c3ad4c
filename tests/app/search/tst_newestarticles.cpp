#include "search/newestarticles.h"
#include "search/segmentbuilder.h"
#include "support/articles.h"
#include "support/seed.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Lectern;

class TestNewestArticles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void randomCorpus_beginsAsTheWholeAnswer();
    void noCorpus_hasNone();
};

void TestNewestArticles::randomCorpus_beginsAsTheWholeAnswer()
{
    QRandomGenerator random(testSeed());
    for (int round = 0; round < 60; ++round) {
        CorpusPtr corpus = std::make_shared<const Corpus>();
        for (int segment = random.bounded(5); segment > 0; --segment) {
            SegmentBuilder builder;
            for (int i = random.bounded(1, 12); i > 0; --i) {
                const QString published = random.bounded(5) == 0
                    ? QString()
                    : QStringLiteral("2021-09-0%1").arg(random.bounded(1, 6));
                const int number = random.bounded(100); // some articles are there twice
                builder.add(Testing::makeArticle(QStringLiteral("Title"), QString::number(number), {}, published));
            }
            corpus = corpus->with(builder.build());
        }
        std::vector<DocNumber> deleted;
        for (DocNumber doc = 0; doc < corpus->docLimit(); ++doc)
            if (random.bounded(4) == 0)
                deleted.push_back(doc);
        corpus = corpus->without(deleted);
        const Answer all = Searcher::search(corpus, {}, Order::DateNewest);
        for (const size_t count : {size_t(0), size_t(1), size_t(7), size_t(1000)}) {
            const Answer newest = newestArticles(corpus, {}, count);
            QCOMPARE(newest.total(), all.total());
            QCOMPARE(newest.docs->size(), std::min(count, all.docs->size()));
            QVERIFY(std::equal(newest.docs->begin(), newest.docs->end(), all.docs->begin()));
            QCOMPARE(newest.corpus, corpus);
        }
    }
}

void TestNewestArticles::noCorpus_hasNone()
{
    const Answer answer = newestArticles(nullptr, {}, 5);
    QCOMPARE(answer.total(), 0);
    QVERIFY(answer.isComplete());
}

QTEST_GUILESS_MAIN(TestNewestArticles)
#include "tst_newestarticles.moc"
