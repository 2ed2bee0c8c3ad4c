#include "library/storiessession.h"
#include "library/storysections.h"
#include "search/segmentbuilder.h"
#include "support/accounts.h"
#include "support/articles.h"

#include <QSignalSpy>
#include <QtTest>

using namespace Lectern;
using namespace Lectern::Testing;

namespace {

CorpusPtr corpusOf(const std::vector<ArticlePtr> &articles)
{
    SegmentBuilder builder;
    for (const ArticlePtr &article : articles)
        builder.add(article);
    return Corpus().with(builder.build());
}

const ArticlePtr post = makeArticle(QStringLiteral("Bridge closed"), bridge, QStringLiteral("Harbour Post"),
                                    QStringLiteral("2026-03-03"));
const ArticlePtr courier = makeArticle(QStringLiteral("No way across"), bridgeAgain,
                                       QStringLiteral("Courier"), QStringLiteral("2026-03-05"));
const ArticlePtr keeper =
    makeArticle(QStringLiteral("The keeper"), lighthouse, QStringLiteral("Harbour Post"));

} // namespace

class StoriesSessionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accounts_areOneStory();
    void newArticle_joins();
    void goneArticle_leaves();
    void locks_areObeyed();
    void details_sayWhy();
    void copy_isTold();
    void destruction_whileWorking_isQuick();
};

void StoriesSessionTest::accounts_areOneStory()
{
    StoriesSession session;
    session.setCorpus(corpusOf({courier, keeper, post}));
    QTRY_COMPARE(session.stories()->stories.size(), size_t(1));
    const StoryMap::Story *story = session.stories()->find(post->id());
    QVERIFY(story);
    QCOMPARE(story->accounts, (std::vector<ArticleId>{post->id(), courier->id()}));
    QCOMPARE(story->outlets, (QStringList{QStringLiteral("Harbour Post"), QStringLiteral("Courier")}));
    QCOMPARE(story->first, QDate(2026, 3, 3));
    QCOMPARE(story->last, QDate(2026, 3, 5));
    QVERIFY(
        storyLine(*story).startsWith(QStringLiteral("2 accounts · 3–5 Mar 2026 · Harbour Post, Courier")));
    QCOMPARE(session.stories()->find(courier->id()), story);
    QVERIFY(!session.stories()->find(keeper->id()));
    QTRY_VERIFY(!session.isWorking());
    QCOMPARE(session.done(), 3);
}

void StoriesSessionTest::newArticle_joins()
{
    StoriesSession session;
    session.setCorpus(corpusOf({post, keeper}));
    QTRY_COMPARE(session.done(), 2);
    QVERIFY(session.stories()->stories.empty());
    session.setCorpus(corpusOf({post, keeper, courier}));
    QTRY_VERIFY(session.stories()->find(courier->id()));
}

void StoriesSessionTest::goneArticle_leaves()
{
    StoriesSession session;
    session.setCorpus(corpusOf({post, keeper, courier}));
    QTRY_VERIFY(session.stories()->find(courier->id()));
    session.setCorpus(corpusOf({post, keeper}));
    QTRY_VERIFY(session.stories()->stories.empty());
}

void StoriesSessionTest::locks_areObeyed()
{
    StoriesSession session;
    session.setLocks({{storyKey(post->text()), storyKey(courier->text()), false},
                      {storyKey(post->text()), storyKey(keeper->text()), true}});
    session.setCorpus(corpusOf({post, keeper, courier}));
    QTRY_VERIFY(session.stories()->find(keeper->id()));
    QVERIFY(!session.stories()->find(courier->id()));
    session.setLocks({});
    QTRY_VERIFY(session.stories()->find(courier->id()));
    QVERIFY(!session.stories()->find(keeper->id()));
}

void StoriesSessionTest::details_sayWhy()
{
    StoriesSession session;
    StoryDetails details;
    connect(&session, &StoriesSession::described, this, [&details](const StoryDetails &of) { details = of; });
    session.setCorpus(corpusOf({post, keeper, courier}));
    QTRY_VERIFY(session.stories()->find(post->id()));
    session.describe(courier->id());
    QTRY_COMPARE(details.accounts.size(), size_t(2));
    QVERIFY(inWords(details.reasons).startsWith(QStringLiteral("1 shared quotation, ")));
    QVERIFY(inWords(details.reasons).contains(QStringLiteral("within 2 days")));
    QVERIFY(details.accounts[0].onlyHere > 0);
    QCOMPARE(details.accounts[0].article->id(), post->id());
    QVERIFY(!details.isSaid);
    // An article that stands alone has nothing to tell.
    details.accounts.clear();
    session.describe(keeper->id());
    session.describe(post->id());
    QTRY_COMPARE(details.accounts.size(), size_t(2));
}

void StoriesSessionTest::copy_isTold()
{
    const ArticlePtr longer =
        makeArticle(QStringLiteral("The keeper"), lighthouse + u' ' + bridge, QStringLiteral("Ledger"));
    StoriesSession session;
    session.setCorpus(corpusOf({post, longer}));
    QTRY_VERIFY(session.stories()->copies.contains(post->id()));
    const StoryMap::Copy copy = session.stories()->copies.value(post->id());
    QCOMPARE(copy.of, longer->id());
    QCOMPARE(copy.outlet, QStringLiteral("Ledger"));
    QVERIFY(copy.isWhole());
    QVERIFY(!session.stories()->copies.contains(longer->id()));
    session.setCorpus(corpusOf({post}));
    QTRY_VERIFY(session.stories()->copies.isEmpty());
}

void StoriesSessionTest::destruction_whileWorking_isQuick()
{
    std::vector<ArticlePtr> many;
    for (int i = 0; i < 500; ++i)
        many.push_back(makeArticle({}, bridge + QString::number(i)));
    QElapsedTimer timer;
    {
        StoriesSession session;
        session.setCorpus(corpusOf(many));
        timer.start();
    }
    QVERIFY(timer.elapsed() < 3000);
}

QTEST_GUILESS_MAIN(StoriesSessionTest)
#include "tst_storiessession.moc"
