#include "library/searchsession.h"
#include "search/segmentbuilder.h"
#include "support/articles.h"

#include <QSignalSpy>
#include <QTest>

using namespace Lectern;

class TestSearchSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void ask_answersWithItsQuestion();
    void ask_manyKeys_onlyTheNewestIsGivenOut();
    void ask_typing_readsTheLastWordAsABeginning();
    void destroy_whileAsked_endsCleanly();

private:
    CorpusPtr m_corpus;
};

void TestSearchSession::initTestCase()
{
    SegmentBuilder builder;
    builder.add(Testing::makeArticle(QStringLiteral("A lighthouse"), QStringLiteral("Jonas kept the lamp.")));
    builder.add(Testing::makeArticle(QStringLiteral("A bridge"), QStringLiteral("The bridge was closed.")));
    m_corpus = Corpus().with(builder.build());
}

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
