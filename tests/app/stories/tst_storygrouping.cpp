#include "stories/backgroundfrequencies.h"
#include "stories/storyindex.h"
#include "support/accounts.h"
#include "support/articles.h"
#include "support/seed.h"
#include "text/stemming.h"

#include <QtTest>

#include <random>
#include <set>

using namespace Lectern;
using namespace Lectern::Testing;

namespace {

const QString otherBridge = QStringLiteral(
    "The Salter Bridge in Ellwick was closed for the marathon. Runners crossed it on Sunday morning.\n"
    "David Hale of the road office said it would open again at noon, and that buses would go round by the "
    "mill.");
/// Groups the articles that have these texts; returns the story of each.
std::vector<int> storiesOf(const std::vector<ArticlePtr> &articles)
{
    std::vector<StoryArticle> added;
    for (const ArticlePtr &article : articles)
        added.push_back({QString::number(added.size()), article->id(), StoryTerms::of(*article)});
    StoryIndex index;
    index.change({}, std::move(added));
    std::vector<int> stories(articles.size(), -1);
    for (const auto &[number, story] : index.stories())
        for (const int article : story)
            stories[index.id(article).toULongLong()] = number;
    return stories;
}

} // namespace

class StoryGroupingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameEvent_isOneStory();
    void strangers_changeNothing();
    void order_doesNotMatter();
    void farDays_partLookalikes();
    void copies_areOneStory();
    void nothing_isNoStory();
    void features_areSymmetric();
    void background_knowsWhatIsRare();
};

void StoryGroupingTest::sameEvent_isOneStory()
{
    const std::vector<int> stories = storiesOf({makeArticle({}, bridge), makeArticle({}, lighthouse),
                                                makeArticle({}, bridgeAgain), makeArticle({}, otherBridge)});
    QCOMPARE(stories[0], stories[2]);
    QCOMPARE((std::set<int>(stories.begin(), stories.end()).size()), size_t(3));
}

void StoryGroupingTest::strangers_changeNothing()
{
    std::mt19937 random(testSeed());
    std::vector<ArticlePtr> articles{makeArticle({}, bridge), makeArticle({}, bridgeAgain)};
    const QStringList words = (lighthouse + u' ' + otherBridge)
                                  .split(QRegularExpression(QStringLiteral("\\W+")), Qt::SkipEmptyParts);
    for (int i = 0; i < 100; ++i) {
        QStringList text;
        for (int n = 0; n < 60; ++n)
            text += words.at(int(random() % uint(words.size())));
        articles.push_back(makeArticle({}, text.join(u' ')));
    }
    const std::vector<int> stories = storiesOf(articles);
    QCOMPARE(stories[0], stories[1]);
    QVERIFY(std::count(stories.begin(), stories.end(), stories[0]) == 2);
}

void StoryGroupingTest::order_doesNotMatter()
{
    std::mt19937 random(testSeed());
    std::vector<ArticlePtr> articles{
        makeArticle(QStringLiteral("Bridge closed"), bridge, {}, QStringLiteral("2026-03-03")),
        makeArticle(QStringLiteral("No way across"), bridgeAgain, {}, QStringLiteral("2026-03-04")),
        makeArticle(QStringLiteral("Marathon"), otherBridge, {}, QStringLiteral("2026-03-04")),
        makeArticle(QStringLiteral("The keeper"), lighthouse, {}, QStringLiteral("2026-03-04")),
        makeArticle(QStringLiteral("A boy"), lighthouse + bridge, {}, QStringLiteral("2026-03-05"))};
    const auto grouping = [](const std::vector<ArticlePtr> &of) {
        const std::vector<int> stories = storiesOf(of);
        std::map<int, std::set<QString>> groups;
        for (size_t i = 0; i < of.size(); ++i)
            groups[stories[i]].insert(of[i]->id());
        std::set<std::set<QString>> result;
        for (const auto &[number, group] : groups)
            result.insert(group);
        return result;
    };
    const auto expected = grouping(articles);
    for (int round = 0; round < 10; ++round) {
        std::shuffle(articles.begin(), articles.end(), random);
        QVERIFY(grouping(articles) == expected);
    }
}

void StoryGroupingTest::farDays_partLookalikes()
{
    const auto together = [](const QString &first, const QString &second) {
        std::vector<StoryTerms> terms{StoryTerms::of(*makeArticle({}, bridge, {}, first)),
                                      StoryTerms::of(*makeArticle({}, bridgeAgain, {}, second))};
        const StoryPairs pairs(terms);
        return StoryPairs::logOdds(pairs.compare(0, 1));
    };
    QVERIFY(together(QStringLiteral("2026-03-03"), QStringLiteral("2026-03-04")) >
            together(QStringLiteral("2026-03-03"), QStringLiteral("2026-03-20")));
    QVERIFY(together(QStringLiteral("2026-03-03"), QStringLiteral("2026-03-20")) >
            together(QStringLiteral("2026-03-03"), QStringLiteral("2027-03-20")));
    // A month is no day: it tells nothing about days.
    QCOMPARE(together(QStringLiteral("2026-03"), QStringLiteral("2027-03-20")), together({}, {}));
}

void StoryGroupingTest::copies_areOneStory()
{
    const std::vector<int> stories =
        storiesOf({makeArticle({}, lighthouse), makeArticle(QStringLiteral("Again"), lighthouse),
                   makeArticle({}, bridge)});
    QCOMPARE(stories[0], stories[1]);
    QVERIFY(stories[2] != stories[0]);
}

void StoryGroupingTest::nothing_isNoStory()
{
    QVERIFY(storiesOf({}).empty());
    QCOMPARE(storiesOf({makeArticle({}, QStringLiteral("…"))}).size(), size_t(1));
    const std::vector<int> empty =
        storiesOf({makeArticle({}, QStringLiteral("…")), makeArticle({}, QStringLiteral("—"))});
    QVERIFY(empty[0] != empty[1]);
}

void StoryGroupingTest::features_areSymmetric()
{
    const StoryPairs pairs({StoryTerms::of(*makeArticle(QStringLiteral("Closed"), bridge)),
                            StoryTerms::of(*makeArticle({}, bridgeAgain))});
    QVERIFY(pairs.compare(0, 1).values == pairs.compare(1, 0).values);
    QCOMPARE(pairs.candidates(0), std::vector<int>{1});
    QCOMPARE(pairs.candidates(1), std::vector<int>{0});
}

void StoryGroupingTest::background_knowsWhatIsRare()
{
    const BackgroundFrequencies &background = BackgroundFrequencies::english();
    QVERIFY(background.textCount() > 10000);
    const Stemmer stemmer(QStringLiteral("en"));
    const auto frequency = [&](const char *word) {
        return background.frequency(termHash(stemmer.stem(QString::fromLatin1(word))));
    };
    QVERIFY(frequency("year") > frequency("bridge"));
    QVERIFY(frequency("bridge") > frequency("lighthouse"));
    QVERIFY(frequency("lighthouse") > 0);
    QCOMPARE(frequency("xyzzyish"), 0);
}

QTEST_GUILESS_MAIN(StoryGroupingTest)
#include "tst_storygrouping.moc"
