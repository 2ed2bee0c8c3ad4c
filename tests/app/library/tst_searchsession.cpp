#include "library/searchsession.h"
#include "search/segmentbuilder.h"
#include "support/articles.h"
#include "support/seed.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <utility>

using namespace Lectern;

class TestSearchSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void ask_answersWithItsQuestion();
    void ask_manyKeys_onlyTheNewestIsGivenOut();
    void ask_typing_readsTheLastWordAsABeginning();
    void ask_options_areThoseOfTheQuestion();
    void stages_firstRowsThenAll_data();
    void stages_firstRowsThenAll();
    void stages_smallAnswer_isCompleteAtOnce();
    void stages_newerQuestion_silencesAllOfTheOlder();
    void stages_randomKeys_endWithTheNewestWhole();
    void suggested_afterFewResults();
    void destroy_whileAsked_endsCleanly();

private:
    CorpusPtr m_corpus;
    CorpusPtr m_large; ///< of more articles than come first
};

void TestSearchSession::initTestCase()
{
    SegmentBuilder builder;
    builder.add(Testing::makeArticle(QStringLiteral("A lighthouse"), QStringLiteral("Jonas kept the lamp.")));
    builder.add(Testing::makeArticle(QStringLiteral("A bridge"), QStringLiteral("The bridge was closed.")));
    m_corpus = Corpus().with(builder.build());
    SegmentBuilder many;
    for (int i = 0; i < 700; ++i)
        many.add(Testing::makeArticle(QStringLiteral("Title %1").arg(i % 37),
                                      QStringLiteral("The lamp of number %1%2.")
                                          .arg(i)
                                          .arg(QStringLiteral(" and a lamp").repeated(i % 5)),
                                      QStringLiteral("Outlet"),
                                      QStringLiteral("2021-%1").arg(i % 12 + 1, 2, 10, QLatin1Char('0'))));
    m_large = Corpus().with(many.build());
}

/// Everything that a session says, in words: "answered lamp 200/700".
class Listener : public QObject
{
public:
    explicit Listener(SearchSession &session)
    {
        connect(&session, &SearchSession::answered, this,
                [this](const Answer &answer) { take(QStringLiteral("answered"), answer); });
        connect(&session, &SearchSession::completed, this,
                [this](const Answer &answer) { take(QStringLiteral("completed"), answer); });
        connect(&session, &SearchSession::suggested, this, [this](const QStringList &queries) {
            heard += QStringLiteral("suggested %1").arg(queries.join(u'|'));
        });
    }

    QStringList heard;
    std::vector<Answer> answers;

private:
    void take(const QString &signal, const Answer &answer)
    {
        heard += QStringLiteral("%1 %2 %3/%4")
                     .arg(signal, answer.query.source())
                     .arg(answer.docs->size())
                     .arg(answer.total());
        answers.push_back(answer);
    }
};

void TestSearchSession::ask_answersWithItsQuestion()
{
    SearchSession session;
    QSignalSpy spy(&session, &SearchSession::answered);
    Answer last;
    connect(&session, &SearchSession::answered, this, [&last](const Answer &answer) { last = answer; });
    session.ask(m_corpus, QStringLiteral("jonas lamp"), QueryReading::Settled, Order::Relevance);
    QTRY_COMPARE(spy.count(), 1);
    QCOMPARE(last.query.source(), QStringLiteral("jonas lamp"));
    QCOMPARE(last.total(), 1);
    QCOMPARE(last.corpus, m_corpus);
}

void TestSearchSession::ask_manyKeys_onlyTheNewestIsGivenOut()
{
    SearchSession session;
    QStringList answered;
    connect(&session, &SearchSession::answered, this,
            [&answered](const Answer &answer) { answered += answer.query.source(); });
    const QString typed = QStringLiteral("bridge closed");
    for (int round = 0; round < 50; ++round)
        for (qsizetype i = 1; i <= typed.size(); ++i)
            session.ask(m_corpus, typed.left(i), QueryReading::Typing, Order::Relevance);
    // No event was handled while it was asked, so whatever was answered before the last question is stale.
    QTRY_VERIFY(!answered.isEmpty());
    QCOMPARE(answered, QStringList(typed));
}

void TestSearchSession::ask_typing_readsTheLastWordAsABeginning()
{
    SearchSession session;
    qsizetype total = -1;
    connect(&session, &SearchSession::answered, this,
            [&total](const Answer &answer) { total = answer.total(); });
    session.ask(m_corpus, QStringLiteral("light"), QueryReading::Typing, Order::Relevance);
    QTRY_COMPARE(total, 1);
    session.ask(m_corpus, QStringLiteral("light"), QueryReading::Settled, Order::Relevance);
    QTRY_COMPARE(total, 0);
}

void TestSearchSession::ask_options_areThoseOfTheQuestion()
{
    SearchSession session;
    Listener listener(session);
    QueryOptions strict;
    strict.strict = true;
    session.ask(m_corpus, QStringLiteral("Lamp"), QueryReading::Settled, Order::Relevance, strict);
    QTRY_COMPARE(listener.answers.size(), size_t(1));
    QCOMPARE(listener.answers.front().query, Query::parse(QStringLiteral("Lamp"), strict));
    QVERIFY(listener.answers.front().query != Query::parse(QStringLiteral("Lamp")));
    QueryOptions plain;
    plain.stemming = false;
    session.ask(m_corpus, QStringLiteral("bridges"), QueryReading::Settled, Order::Relevance, plain);
    QTRY_COMPARE(listener.answers.size(), size_t(2));
    QCOMPARE(listener.answers.back().query, Query::parse(QStringLiteral("bridges"), plain));
    QCOMPARE(listener.answers.back().total(), 0);
}

void TestSearchSession::stages_firstRowsThenAll_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<Order>("order");
    QTest::addColumn<bool>("isStaged");
    QTest::newRow("relevance") << QStringLiteral("lamp") << Order::Relevance << true;
    QTest::newRow("newest") << QStringLiteral("lamp") << Order::DateNewest << true;
    QTest::newRow("oldest") << QStringLiteral("lamp") << Order::DateOldest << false;
    QTest::newRow("title") << QStringLiteral("lamp") << Order::Title << false;
    QTest::newRow("everything, newest") << QString() << Order::DateNewest << true;
    QTest::newRow("everything, oldest") << QString() << Order::DateOldest << false;
}

void TestSearchSession::stages_firstRowsThenAll()
{
    QFETCH(QString, query);
    QFETCH(Order, order);
    QFETCH(bool, isStaged);
    SearchSession session;
    Listener listener(session);
    session.ask(m_large, query, QueryReading::Settled, order);
    QTRY_COMPARE(listener.answers.size(), size_t(isStaged ? 2 : 1));
    const Answer &first = listener.answers.front();
    const Answer &all = listener.answers.back();
    QCOMPARE(first.total(), 700);
    QCOMPARE(first.isComplete(), !isStaged);
    QVERIFY(all.isComplete());
    QCOMPARE(all.docs->size(), size_t(700));
    QVERIFY(std::equal(first.docs->begin(), first.docs->end(), all.docs->begin()));
}

void TestSearchSession::stages_smallAnswer_isCompleteAtOnce()
{
    SearchSession session;
    Listener listener(session);
    session.ask(m_large, QStringLiteral("title:12"), QueryReading::Settled, Order::Relevance);
    session.ask(m_corpus, QStringLiteral("bridge"), QueryReading::Settled, Order::Relevance);
    QTRY_COMPARE(listener.heard, QStringList(QStringLiteral("answered bridge 1/1")));
    QVERIFY(listener.answers.front().isComplete());
}

void TestSearchSession::stages_newerQuestion_silencesAllOfTheOlder()
{
    SearchSession session;
    Listener listener(session);
    // Asked anew from within the first stage, so that the second of the older question never comes.
    bool isFirst = true;
    connect(&session, &SearchSession::answered, this, [&] {
        if (std::exchange(isFirst, false))
            session.ask(m_large, QStringLiteral("number"), QueryReading::Settled, Order::Relevance);
    });
    session.ask(m_large, QStringLiteral("lamp"), QueryReading::Settled, Order::Relevance);
    QTRY_COMPARE(listener.heard.size(), 3);
    QCOMPARE(listener.heard, QStringList({QStringLiteral("answered lamp 200/700"),
                                          QStringLiteral("answered number 200/700"),
                                          QStringLiteral("completed number 700/700")}));
}

void TestSearchSession::stages_randomKeys_endWithTheNewestWhole()
{
    QRandomGenerator random(testSeed());
    const QStringList texts{QStringLiteral("lamp"), QStringLiteral("number"), QStringLiteral("l"), QString(),
                            QStringLiteral("nothing"), QStringLiteral("title:3 OR lamp")};
    SearchSession session;
    Listener listener(session);
    QString newest;
    for (int key = 0; key < 200; ++key) {
        newest = texts[random.bounded(int(texts.size()))];
        session.ask(m_large, newest, QueryReading::Typing,
                    random.bounded(2) ? Order::Relevance : Order::DateNewest);
        listener.heard.clear();
        if (random.bounded(3) == 0)
            QCoreApplication::processEvents();
        for (const QString &words : std::as_const(listener.heard))
            QVERIFY2(words.section(u' ', 1).startsWith(newest) || words.startsWith(u's'), qPrintable(words));
    }
    QTRY_VERIFY(!listener.answers.empty() && listener.answers.back().isComplete() &&
                listener.answers.back().query.source() == newest);
}

void TestSearchSession::suggested_afterFewResults()
{
    SearchSession session;
    Listener listener(session);
    session.ask(m_large, QStringLiteral("nubmer"), QueryReading::Typing, Order::Relevance);
    QTRY_COMPARE(listener.heard, QStringList({QStringLiteral("answered nubmer 0/0"),
                                              QStringLiteral("suggested number")}));
}

void TestSearchSession::destroy_whileAsked_endsCleanly()
{
    for (int i = 0; i < 50; ++i) {
        SearchSession session;
        session.ask(m_corpus, QStringLiteral("bridge"), QueryReading::Settled, Order::Relevance);
    }
    QCoreApplication::processEvents();
}

QTEST_GUILESS_MAIN(TestSearchSession)
#include "tst_searchsession.moc"
