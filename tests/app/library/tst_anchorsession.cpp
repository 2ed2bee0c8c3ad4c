#include "library/anchorsession.h"
#include "library/reviewsession.h"
#include "passages/anchorfinder.h"
#include "search/segmentbuilder.h"
#include "support/articles.h"
#include "support/seed.h"

#include <QSignalSpy>
#include <QTest>

#include <random>

using namespace Lectern;
using namespace Lectern::Testing;

namespace {

const QString words =
    QStringLiteral("The council said that nine boats were lost in the storm on Friday night.");
const QString newWords =
    QStringLiteral("The council said that eleven boats were lost in the storm on Friday night.");

/// An article of that file.
ArticlePtr articleAt(const QString &path, const QString &title, const QString &body)
{
    ArticleDraft draft = makeArticle(title, body)->draft();
    draft.source.path = path;
    return Article::make(std::move(draft));
}

ArticlePtr harbour(const QString &sentence, const QString &path = QStringLiteral("/articles/harbour.txt"))
{
    return articleAt(path, QStringLiteral("Storm in the harbour"),
                     QStringLiteral("Many people watched.\nNobody was hurt. %1 Divers look for them today.\n"
                                    "The harbour opens again on Sunday.\nFiled as %2.")
                         .arg(sentence, path)); // no two files have the same content
}

CorpusPtr corpusOf(const std::vector<ArticlePtr> &articles)
{
    SegmentBuilder builder;
    for (const ArticlePtr &each : articles)
        builder.add(each);
    return Corpus().with(builder.build());
}

PassageSequence::Kept keep(const ArticlePtr &article, const QString &quote, const QString &id)
{
    const qsizetype at = article->text().indexOf(quote);
    Passage passage = Passage::cut(*article, {at, at + quote.size()});
    passage.id = id;
    return std::make_shared<const Passage>(std::move(passage));
}

PassageSequence sequence(const std::vector<PassageSequence::Kept> &passages)
{
    PassageSequence all;
    for (const PassageSequence::Kept &each : passages)
        all.push_back(each);
    return all;
}

PassageSequence::Kept edited(const PassageSequence::Kept &passage, const std::function<void(Passage &)> &edit)
{
    Passage copy = *passage;
    edit(copy);
    return std::make_shared<const Passage>(std::move(copy));
}

} // namespace

/// Where kept passages stand, as the window learns it, and what the user is asked about them.
class TestAnchorSession final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void standings_areFound_data()
    {
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<bool>("isThere");
        QTest::addColumn<AnchorState>("state");
        QTest::addColumn<bool>("isWaiting");
        QTest::newRow("exact") << words << true << AnchorState::Exact << false;
        QTest::newRow("moved") << QStringLiteral("A sentence before. ") + words << true << AnchorState::Moved
                               << false;
        QTest::newRow("changed") << newWords << true << AnchorState::Changed << true;
        QTest::newRow("orphan") << QStringLiteral("It rained.") << true << AnchorState::Orphan << true;
        QTest::newRow("gone") << words << false << AnchorState::Orphan << true;
    }

    void standings_areFound()
    {
        QFETCH(const QString, sentence);
        QFETCH(const bool, isThere);
        const PassageSequence::Kept passage = keep(harbour(words), words, QStringLiteral("p1"));
        AnchorSession session;
        session.follow(sequence({passage}),
                       corpusOf(isThere ? std::vector{harbour(sentence)} : std::vector<ArticlePtr>()), false);
        QVERIFY(session.isLooking());
        QCOMPARE(session.standing(QStringLiteral("p1")).state, AnchorState::Exact); // presumed
        QVERIFY(!session.standing(QStringLiteral("p1")).isKnown);
        QTRY_VERIFY(!session.isLooking());
        const PassageStanding standing = session.standing(QStringLiteral("p1"));
        QVERIFY(standing.isKnown);
        QTEST(standing.state, "state");
        QTEST(standing.isWaiting, "isWaiting");
        QCOMPARE(session.waiting(), int(standing.isWaiting));
        QCOMPARE(standing.found != nullptr, standing.state == AnchorState::Changed);
        if (standing.found)
            QCOMPARE(standing.found->words, newWords);
        QCOMPARE(standing.article, isThere ? harbour(sentence)->id() : ArticleId());
    }

    void whileArticlesAreRead_oneThatIsNotThereIsAwaited()
    {
        AnchorSession session;
        const PassageSequence passages = sequence({keep(harbour(words), words, QStringLiteral("p1"))});
        session.follow(passages, corpusOf({}), true);
        QTRY_VERIFY(!session.isLooking());
        QCOMPARE(session.standing(QStringLiteral("p1")).state, AnchorState::Exact);
        QVERIFY(!session.standing(QStringLiteral("p1")).isKnown);
        session.follow(passages, corpusOf({}), false);
        QTRY_COMPARE(session.standing(QStringLiteral("p1")).state, AnchorState::Orphan);
    }

    void answers_areKnownAtOnce_andSoIsTheirUndoing()
    {
        const ArticlePtr today = harbour(newWords);
        const CorpusPtr corpus = corpusOf({today});
        const PassageSequence::Kept before = keep(harbour(words), words, QStringLiteral("p1"));
        AnchorSession session;
        session.follow(sequence({before}), corpus, false);
        QTRY_VERIFY(session.standing(QStringLiteral("p1")).isWaiting);
        const TextRange range = session.standing(QStringLiteral("p1")).range;

        const auto taken = std::make_shared<const Passage>(
            accepted(*before, *today, range, QDateTime::currentDateTimeUtc()));
        session.follow(sequence({taken}), corpus, false);
        QCOMPARE(session.standing(QStringLiteral("p1")).state, AnchorState::Exact);
        QCOMPARE(session.waiting(), 0);
        session.follow(sequence({before}), corpus, false); // undone
        QCOMPARE(session.standing(QStringLiteral("p1")).state, AnchorState::Changed);
        QCOMPARE(session.waiting(), 1);
        session.follow(sequence({std::make_shared<const Passage>(declined(*before, *today))}), corpus, false);
        QCOMPARE(session.standing(QStringLiteral("p1")).state, AnchorState::Orphan);
        QCOMPARE(session.waiting(), 0);
        QTRY_VERIFY(!session.isLooking()); // and it was right
        QCOMPARE(session.standing(QStringLiteral("p1")).state, AnchorState::Orphan);
        QCOMPARE(session.waiting(), 0);
    }

    void notes_areNothingToLookFor()
    {
        const CorpusPtr corpus = corpusOf({harbour(newWords)});
        const PassageSequence::Kept before = keep(harbour(words), words, QStringLiteral("p1"));
        AnchorSession session;
        session.follow(sequence({before}), corpus, false);
        QTRY_VERIFY(!session.isLooking());
        QSignalSpy found(&session, &AnchorSession::found);
        session.follow(sequence({edited(before, [](Passage &each) { each.note = QStringLiteral("new"); })}),
                       corpus, false);
        QCOMPARE(session.standing(QStringLiteral("p1")).state, AnchorState::Changed);
        QTRY_VERIFY(!session.isLooking());
        QCOMPARE(found.size(), 0);
    }

    void lookedForAgain_onlyWhatChanged()
    {
        StandingRun run;
        std::vector<PassageSequence::Kept> passages;
        std::vector<ArticlePtr> articles;
        for (int i = 0; i < 20; ++i) {
            const QString path = QStringLiteral("/articles/%1.txt").arg(i);
            passages.push_back(keep(harbour(words, path), words, QString::number(i)));
            articles.push_back(harbour(i % 2 == 0 ? words : newWords, path));
        }
        const auto states = [&](const CorpusPtr &corpus) {
            QHash<QString, std::shared_ptr<const FoundWords>> found;
            run.run(corpus, passages, false, {}, [&](const std::vector<StandingRun::Found> &batch) {
                for (const StandingRun::Found &each : batch)
                    found.insert(each.passage->id, each.standing.found);
            });
            return found;
        };
        const auto before = states(corpusOf(articles));
        QCOMPARE(before.size(), qsizetype(20));
        articles[3] = harbour(QString(newWords).replace(QLatin1String("eleven"), QLatin1String("twelve")),
                              QStringLiteral("/articles/3.txt"));
        const auto after = states(corpusOf(articles));
        for (auto each = before.cbegin(); each != before.cend();
             ++each) // the very same finding is given again
            QCOMPARE(after.value(each.key()) == *each, each.key() != QLatin1String("3"));
    }

    void manyPassages_stateAsOneByOne()
    {
        std::mt19937 random(testSeed());
        for (int round = 0; round < 20; ++round) {
            std::vector<ArticlePtr> articles;
            std::vector<PassageSequence::Kept> passages;
            QHash<QString, AnchorState> expected;
            for (int i = 0; i < 8; ++i) {
                const QString path = QStringLiteral("/articles/%1.txt").arg(i);
                const ArticlePtr old = harbour(words, path);
                const QStringList sentences{words, newWords, QStringLiteral("Nothing."), words + u' ' + words,
                                            QStringLiteral("Before. ") + words};
                const ArticlePtr today = harbour(sentences[qsizetype(random() % 5)], path);
                const bool isThere = random() % 6 != 0;
                if (isThere)
                    articles.push_back(today);
                for (const QString &quote :
                     {words, QStringLiteral("Nobody was hurt."), QStringLiteral("Many people watched.")}) {
                    const QString id = path + quote;
                    passages.push_back(keep(old, quote, id));
                    expected.insert(id, anchorIn(*passages.back(), isThere ? today.get() : nullptr).state);
                }
            }
            AnchorSession session;
            session.follow(sequence(passages), corpusOf(articles), false);
            QTRY_VERIFY(!session.isLooking());
            for (auto each = expected.cbegin(); each != expected.cend(); ++each)
                QCOMPARE(session.standing(each.key()).state, *each);
        }
    }

    void anchorIn_isKeptForTheArticle()
    {
        AnchorSession session;
        const ArticlePtr today = harbour(newWords);
        const PassageSequence::Kept passage = keep(harbour(words), words, QStringLiteral("p1"));
        for (int i = 0; i < 2; ++i)
            QCOMPARE(session.anchorIn(*passage, today).state, AnchorState::Changed);
        QCOMPARE(session.anchorIn(*passage, harbour(words)).state, AnchorState::Exact);
        QCOMPARE(session.anchorIn(*passage, today).range, anchorIn(*passage, today.get()).range);
    }

    void review_listsPlaces_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<AnchorState>("state");
        QTest::addColumn<ArticleMeans>("means");
        QTest::addColumn<int>("places");
        const QString here = QStringLiteral("/articles/harbour.txt");
        QTest::newRow("changed") << here << newWords << AnchorState::Changed << ArticleMeans::None << 1;
        QTest::newRow("twins") << here
                               << newWords + u' ' +
                                      QString(newWords).replace(QLatin1String("eleven"),
                                                                QLatin1String("twelve"))
                               << AnchorState::Orphan << ArticleMeans::None << 2;
        QTest::newRow("gone, same headline") << QStringLiteral("/articles/again.txt") << newWords
                                             << AnchorState::Orphan << ArticleMeans::Title << 1;
    }

    void review_listsPlaces()
    {
        QFETCH(const QString, path);
        QFETCH(const QString, sentence);
        QFETCH(const int, places);
        const PassageSequence::Kept passage = keep(harbour(words), words, QStringLiteral("p1"));
        const PassageReview review = reviewOf(*passage, corpusOf({harbour(sentence, path)}));
        QTEST(review.state, "state");
        QTEST(review.means, "means");
        QVERIFY(review.isWaiting);
        QVERIFY(int(review.places.size()) >= places);
        for (const ReviewPlace &place : review.places) {
            QCOMPARE(place.words, place.article->text().mid(place.range.start, place.range.length()));
            QCOMPARE(place.differences, wordDifferences(passage->quote, place.words));
        }
        QVERIFY(
            !reviewOf(declinedAsGone(declined(*passage, *harbour(sentence, path))), corpusOf({})).isWaiting);
    }

    void review_findsTheWordsInAnotherArticle_whenTheirOwnHasNone()
    {
        const PassageSequence::Kept passage = keep(harbour(words), words, QStringLiteral("p1"));
        const ArticlePtr other =
            articleAt(QStringLiteral("/articles/other.txt"), QStringLiteral("Another report"),
                      QStringLiteral("Late news. ") + words);
        const PassageReview review =
            reviewOf(*passage, corpusOf({articleAt(QStringLiteral("/articles/harbour.txt"),
                                                   QStringLiteral("Weather"), QStringLiteral("Sun.")),
                                         other}));
        QCOMPARE(review.state, AnchorState::Orphan);
        QVERIFY(review.article);
        QCOMPARE(review.means, ArticleMeans::Words);
        QCOMPARE(review.places.size(), size_t(1));
        QCOMPARE(review.places.front().words, words);
        QCOMPARE(review.places.front().article->id(), other->id());
    }

    void reviewSession_answersTheNewestQuestion()
    {
        ReviewSession session;
        QSignalSpy reviewed(&session, &ReviewSession::reviewed);
        const CorpusPtr corpus = corpusOf({harbour(newWords)});
        for (int i = 0; i < 5; ++i)
            session.ask(*keep(harbour(words), words, QString::number(i)), corpus);
        QTRY_COMPARE(reviewed.size(), 1);
        QCOMPARE(reviewed.front().front().value<PassageReviewPtr>()->passage.id, QStringLiteral("4"));
        session.ask(*keep(harbour(words), words, QStringLiteral("cancelled")), corpus);
        session.cancel();
        session.ask(*keep(harbour(words), words, QStringLiteral("last")), corpus);
        QTRY_COMPARE(reviewed.size(), 2);
        QCOMPARE(reviewed.back().front().value<PassageReviewPtr>()->passage.id, QStringLiteral("last"));
    }
};

QTEST_GUILESS_MAIN(TestAnchorSession)
#include "tst_anchorsession.moc"
