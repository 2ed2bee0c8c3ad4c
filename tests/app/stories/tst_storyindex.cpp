#include "stories/storyindex.h"
#include "support/accounts.h"
#include "support/articles.h"
#include "support/seed.h"

#include <QtTest>

#include <random>
#include <set>

using namespace Lectern;
using namespace Lectern::Testing;

namespace {

using Groups = std::set<std::set<QString>>;

Groups groupsOf(const StoryIndex &index)
{
    Groups groups;
    for (const auto &[number, story] : index.stories()) {
        std::set<QString> ids;
        for (const int article : story)
            ids.insert(index.id(article));
        groups.insert(ids);
    }
    return groups;
}

/// A word that few others are like.
QString madeWord(std::mt19937 &random)
{
    static const QStringList syllables{QStringLiteral("ka"), QStringLiteral("lor"), QStringLiteral("mi"),
                                       QStringLiteral("ven"), QStringLiteral("tu")};
    QString word;
    for (int i = 0; i < 4; ++i)
        word += syllables.at(int(random() % uint(syllables.size())));
    return word;
}

/// Accounts of some events, of which neighbouring ones are told in partly the same words: each account has
/// most of its event's sentences, and all end in the same boiler-plate.
std::vector<StoryArticle> library(std::mt19937 &random, int events)
{
    std::vector<StoryArticle> articles;
    QStringList sentences;
    for (int event = 0; event < events; ++event) {
        sentences = sentences.mid(0, 3); // some of the last event's
        while (sentences.size() < 9) {
            QString sentence = QStringLiteral("In ") + madeWord(random).replace(0, 1, u'K');
            for (int i = 0; i < 7; ++i)
                sentence += u' ' + madeWord(random);
            sentences.prepend(sentence + QStringLiteral(" they said."));
        }
        const int accounts = 1 + int(random() % 4);
        for (int account = 0; account < accounts; ++account) {
            QString text;
            for (const QString &sentence : std::as_const(sentences))
                if (random() % 3 > 0)
                    text += sentence + u' ';
            text += QStringLiteral("Account %1. Subscribe to our letter for more news like this.")
                        .arg(random() % 100000);
            const QString day = QStringLiteral("2026-03-%1").arg(1 + event % 28, 2, 10, QLatin1Char('0'));
            const ArticlePtr article = makeArticle({}, text, {}, day);
            articles.push_back({article->id(), storyKey(article->text()), StoryTerms::of(*article)});
        }
    }
    return articles;
}

QString keyOf(const QString &text)
{
    return storyKey(makeArticle({}, text)->text());
}

StoryArticle storyArticle(const QString &text, const QString &id)
{
    const ArticlePtr article = makeArticle({}, text);
    return {id, storyKey(article->text()), StoryTerms::of(*article)};
}

} // namespace

class StoryIndexTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneByOne_isAsAllAtOnce();
    void leaving_isAsNeverHavingCome();
    void sameLock_tiesWhatIsUnlike();
    void apartLock_partsWhatIsAlike();
    void locks_goAgain();
    void locks_newestHolds();
    void locks_waitForTheirArticles();
    void copies_areFound();
    void centre_isLikestToTheOthers();
    void stop_endsSoon();
};

void StoryIndexTest::oneByOne_isAsAllAtOnce()
{
    std::mt19937 random(testSeed());
    std::vector<StoryArticle> articles = library(random, 40);
    StoryIndex whole;
    whole.change({}, articles);
    const Groups expected = groupsOf(whole);
    QVERIFY(expected.size() > 10);
    QVERIFY(expected.size() < articles.size());
    for (int round = 0; round < 2; ++round) {
        std::shuffle(articles.begin(), articles.end(), random);
        StoryIndex grown;
        for (const StoryArticle &article : articles)
            grown.change({}, {article});
        QVERIFY(groupsOf(grown) == expected);
    }
}

void StoryIndexTest::leaving_isAsNeverHavingCome()
{
    std::mt19937 random(testSeed());
    std::vector<StoryArticle> articles = library(random, 40);
    std::shuffle(articles.begin(), articles.end(), random);
    const std::vector<StoryArticle> staying(articles.begin(),
                                            articles.begin() + std::ptrdiff_t(articles.size() / 2));
    StoryIndex without;
    without.change({}, staying);
    StoryIndex index;
    index.change({}, articles);
    QStringList gone;
    for (size_t i = staying.size(); i < articles.size(); ++i)
        gone += articles[i].id;
    const QStringList first = gone.mid(0, gone.size() / 2);
    index.change(first, {});
    for (const QString &id : gone.mid(first.size()))
        index.change({id}, {});
    QCOMPARE(index.count(), without.count());
    QVERIFY(groupsOf(index) == groupsOf(without));
    // Numbers are used again.
    index.change({}, articles);
    StoryIndex whole;
    whole.change({}, articles);
    QVERIFY(groupsOf(index) == groupsOf(whole));
}

void StoryIndexTest::sameLock_tiesWhatIsUnlike()
{
    StoryIndex index;
    index.change({},
                 {storyArticle(bridge, QStringLiteral("1")), storyArticle(bridgeAgain, QStringLiteral("2")),
                  storyArticle(lighthouse, QStringLiteral("3"))});
    QCOMPARE(groupsOf(index), (Groups{{QStringLiteral("1"), QStringLiteral("2")}, {QStringLiteral("3")}}));
    index.setLocks({{keyOf(bridge), keyOf(lighthouse), true}});
    QVERIFY(index.story(index.number(QStringLiteral("1"))) == index.story(index.number(QStringLiteral("3"))));
}

void StoryIndexTest::apartLock_partsWhatIsAlike()
{
    StoryIndex index;
    index.setLocks({{keyOf(bridgeAgain), keyOf(bridge), false}});
    index.change({},
                 {storyArticle(bridge, QStringLiteral("1")), storyArticle(bridgeAgain, QStringLiteral("2"))});
    QCOMPARE(index.stories().size(), size_t(2));
}

void StoryIndexTest::locks_goAgain()
{
    StoryIndex index;
    index.change({},
                 {storyArticle(bridge, QStringLiteral("1")), storyArticle(bridgeAgain, QStringLiteral("2")),
                  storyArticle(lighthouse, QStringLiteral("3"))});
    const Groups before = groupsOf(index);
    index.setLocks({{keyOf(bridge), keyOf(bridgeAgain), false}, {keyOf(bridge), keyOf(lighthouse), true}});
    QVERIFY(groupsOf(index) != before);
    index.setLocks({});
    QVERIFY(groupsOf(index) == before);
}

void StoryIndexTest::locks_newestHolds()
{
    const StoryLock same{keyOf(bridge), keyOf(lighthouse), true};
    const StoryLock chain{keyOf(lighthouse), keyOf(bridgeAgain), true};
    const StoryLock apart{keyOf(bridge), keyOf(bridgeAgain), false};
    StoryIndex index;
    index.change({},
                 {storyArticle(bridge, QStringLiteral("1")), storyArticle(bridgeAgain, QStringLiteral("2")),
                  storyArticle(lighthouse, QStringLiteral("3"))});
    index.setLocks({same, chain, apart});
    QVERIFY(groupsOf(index) == (Groups{{QStringLiteral("1")}, {QStringLiteral("2"), QStringLiteral("3")}}));
    index.setLocks({apart, same, chain});
    QVERIFY(groupsOf(index) == (Groups{{QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3")}}));
}

void StoryIndexTest::locks_waitForTheirArticles()
{
    StoryIndex index;
    index.setLocks({{keyOf(bridge), keyOf(lighthouse), true}});
    index.change({}, {storyArticle(bridge, QStringLiteral("1"))});
    QCOMPARE(index.stories().size(), size_t(1));
    index.change({}, {storyArticle(lighthouse, QStringLiteral("3"))});
    QCOMPARE(index.stories().size(), size_t(1));
    index.change({QStringLiteral("1")}, {});
    QVERIFY(groupsOf(index) == (Groups{{QStringLiteral("3")}}));
}

void StoryIndexTest::copies_areFound()
{
    const QString more = bridge + u' ' + lighthouse +
                         QStringLiteral(" Nobody else was on the pier that night, and the lamp had to be "
                                        "turned by hand until morning came.");
    StoryIndex index;
    index.change({}, {storyArticle(more, QStringLiteral("long")),
                      storyArticle(lighthouse, QStringLiteral("part")),
                      storyArticle(bridgeAgain, QStringLiteral("other"))});
    const std::vector<StoryCopy> copies = index.pairs().copies(index.number(QStringLiteral("long")));
    QCOMPARE(copies.size(), size_t(1));
    QCOMPARE(index.id(copies.front().article), QStringLiteral("part"));
    QVERIFY(copies.front().contained > 0.9);
    QVERIFY(index.pairs().copies(index.number(QStringLiteral("other"))).empty());
}

void StoryIndexTest::centre_isLikestToTheOthers()
{
    StoryIndex index;
    index.change({}, {storyArticle(bridge, QStringLiteral("1")),
                      storyArticle(bridge + u' ' + bridgeAgain, QStringLiteral("2")),
                      storyArticle(bridgeAgain, QStringLiteral("3"))});
    const Story &story = index.story(index.number(QStringLiteral("1")));
    QCOMPARE(story.size(), size_t(3));
    QCOMPARE(index.id(index.centre(story)), QStringLiteral("2"));
}

void StoryIndexTest::stop_endsSoon()
{
    std::mt19937 random(testSeed());
    std::stop_source stop;
    stop.request_stop();
    StoryIndex index;
    index.change({}, library(random, 5), stop.get_token());
    QVERIFY(index.stories().empty());
}

QTEST_GUILESS_MAIN(StoryIndexTest)
#include "tst_storyindex.moc"
