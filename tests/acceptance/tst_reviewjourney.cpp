#include "acceptance/reviewdesk.h"

using namespace Lectern;

/// What happens to kept passages whose files change, in a real window with real files and a real store: in
/// the tray and beside the article.
class TestReviewJourney final : public ReviewDesk
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void changed_isShownWithItsDifferences_andTakenByKey()
    {
        change(changedHarbour());
        QTRY_COMPARE(standing(m_id).state, AnchorState::Changed);
        QVERIFY(standing(m_id).isWaiting);
        QCOMPARE(standing(m_id).found->words, changedWords());
        QVERIFY(!standing(m_id).found->differences.empty());
        tray()->select(m_id);
        tray()->setFocus();
        QVERIFY(tray()->accessibleDescription().contains(QStringLiteral("Y takes the new words")));
        QTest::keyClick(tray(), Qt::Key_Y);
        const Passage taken = *m_desk->store->find(m_id);
        QCOMPARE(taken.quote, changedWords());
        QCOMPARE(taken.earlier.size(), size_t(1));
        QCOMPARE(taken.earlier.front().quote, words());
        QCOMPARE(taken.note, QStringLiteral("check this"));
        QCOMPARE(standing(m_id).state, AnchorState::Exact);
        QVERIFY(!standing(m_id).isWaiting);
        show(QStringLiteral("harbour.md"));
        m_desk->find<ReadingPane>()->selectMark(m_id);
        QCOMPARE(m_desk->find<ReadingPane>()->selectedMark(), m_id);
    }

    void taken_isUndoneAndRedone()
    {
        change(changedHarbour());
        QTRY_COMPARE(standing(m_id).state, AnchorState::Changed);
        answer(Qt::Key_Y);
        m_desk->find<KeepJourney>()->undo();
        QCOMPARE(m_desk->store->find(m_id)->quote, words());
        QVERIFY(m_desk->store->find(m_id)->earlier.empty());
        QCOMPARE(standing(m_id).state, AnchorState::Changed); // known at once
        QVERIFY(standing(m_id).isWaiting);
        m_desk->find<KeepJourney>()->redo();
        QCOMPARE(m_desk->store->find(m_id)->quote, changedWords());
        QCOMPARE(standing(m_id).state, AnchorState::Exact);
    }

    void kept_staysAsItWas_untilTheFileChangesAgain()
    {
        change(changedHarbour());
        QTRY_COMPARE(standing(m_id).state, AnchorState::Changed);
        answer(Qt::Key_K);
        QCOMPARE(m_desk->store->find(m_id)->quote, words());
        QVERIFY(!standing(m_id).isWaiting);
        QTRY_VERIFY(!looking());
        QCOMPARE(standing(m_id).state, AnchorState::Orphan);
        QVERIFY(!standing(m_id).isWaiting);
        m_desk->find<KeepJourney>()->undo();
        QVERIFY(standing(m_id).isWaiting);
        m_desk->find<KeepJourney>()->redo();
        QVERIFY(!standing(m_id).isWaiting);
        change(changedHarbour() + QStringLiteral("\n\nA late word."));
        QTRY_COMPARE(standing(m_id).state, AnchorState::Changed);
        QVERIFY(standing(m_id).isWaiting);
        change(harbour());
        QTRY_COMPARE(standing(m_id).state, AnchorState::Exact);
    }

    void answers_surviveARestart()
    {
        change(changedHarbour());
        QTRY_COMPARE(standing(m_id).state, AnchorState::Changed);
        answer(Qt::Key_Y);
        m_desk.reset();
        open();
        QVERIFY(DeskRoom::reads(*m_desk));
        QTRY_VERIFY(!looking());
        QCOMPARE(m_desk->store->find(m_id)->earlier.front().quote, words());
        QCOMPARE(standing(m_id).state, AnchorState::Exact);
        m_desk->find<KeepJourney>()->undo(); // nothing: the history begins with the window
        QCOMPARE(m_desk->store->find(m_id)->quote, changedWords());
    }

    void besideTheArticle_theQuestionIsAsked_andAnswered()
    {
        change(changedHarbour());
        QTRY_COMPARE(standing(m_id).state, AnchorState::Changed);
        m_desk->find<KeepJourney>()->goTo(m_id);
        ReviewPane *pane = shownPane();
        QVERIFY(pane);
        QCOMPARE(m_desk->find<ReadingPane>()->article()->id(), article(QStringLiteral("harbour.md"))->id());
        TextButton *take = button(pane, QStringLiteral("Take the new words"));
        QVERIFY(take);
        QVERIFY(take->accessibleDescription().contains(QStringLiteral("“nine” is now “eleven”")));
        take->click();
        QCOMPARE(m_desk->store->find(m_id)->quote, changedWords());
        QVERIFY(!pane->isVisible());
        QCOMPARE(m_desk->find<ReadingPane>()->selectedMark(), m_id);
        m_desk->find<KeepJourney>()->undo();
        QVERIFY(!pane->isVisible());
        QVERIFY(standing(m_id).isWaiting);
    }

    void besideTheArticle_escapeLeavesTheQuestion_anotherArticleTakesItAway()
    {
        change(changedHarbour());
        QTRY_COMPARE(standing(m_id).state, AnchorState::Changed);
        m_desk->find<KeepJourney>()->goTo(m_id);
        QVERIFY(shownPane());
        shownPane()->enter();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!shownPane());
        QVERIFY(standing(m_id).isWaiting);
        m_desk->find<KeepJourney>()->goTo(m_id);
        QVERIFY(shownPane());
        show(QStringLiteral("bridge.md"));
        QVERIFY(!shownPane());
    }

    void goneArticle_isFoundUnderItsHeadline()
    {
        QVERIFY(QFile::remove(m_place->path(QStringLiteral("articles/harbour.md"))));
        write(QStringLiteral("again.md"), changedHarbour());
        m_desk->library.rescan(false);
        QTRY_COMPARE(standing(m_id).state, AnchorState::Orphan);
        answer(Qt::Key_Y); // the keyboard goes to the places as soon as they are there
        QTRY_VERIFY(shownPane() && shownPane()->review());
        QTRY_VERIFY(shownPane()->isAncestorOf(QApplication::focusWidget()));
        const PassageReviewPtr review = shownPane()->review();
        QVERIFY(!review->article);
        QCOMPARE(review->means, ArticleMeans::Title);
        QVERIFY(!review->places.empty());
        QCOMPARE(review->places.front().words, changedWords());
        PlaceRow *row = shownPane()->findChild<PlaceRow *>();
        QVERIFY(row);
        row->showButton()->click();
        QCOMPARE(m_desk->find<ReadingPane>()->article()->id(), article(QStringLiteral("again.md"))->id());
        QVERIFY(shownPane());
        shownPane()->findChild<PlaceRow *>()->takeButton()->click();
        QCOMPARE(m_desk->store->find(m_id)->article, article(QStringLiteral("again.md"))->id());
        QCOMPARE(standing(m_id).state, AnchorState::Exact);
    }

    void goneArticle_canBeLeft()
    {
        QVERIFY(QFile::remove(m_place->path(QStringLiteral("articles/harbour.md"))));
        m_desk->library.rescan(false);
        QTRY_VERIFY(standing(m_id).isWaiting);
        QCOMPARE(m_desk->find<KeepJourney>()->anchors().waiting(), 1);
        answer(Qt::Key_K);
        QVERIFY(!standing(m_id).isWaiting);
        QTRY_VERIFY(!looking());
        QCOMPARE(standing(m_id).state, AnchorState::Orphan);
        QCOMPARE(m_desk->find<KeepJourney>()->anchors().waiting(), 0);
        write(QStringLiteral("harbour.md"), harbour());
        m_desk->library.rescan(false);
        QTRY_COMPARE(standing(m_id).state, AnchorState::Exact);
    }

    void moved_isToldQuietly()
    {
        change(
            harbour().replace(QLatin1String("# Storm"), QLatin1String("# Storm\n\nA new first paragraph.")));
        QTRY_COMPARE(standing(m_id).state, AnchorState::Moved);
        QVERIFY(!standing(m_id).isWaiting);
        m_desk->find<KeepJourney>()->goTo(m_id);
        QCOMPARE(m_desk->find<ReadingPane>()->selectedMark(), m_id);
        QVERIFY(!shownPane());
    }

    void card_isAnsweredByTheMouse()
    {
        change(changedHarbour());
        QTRY_COMPARE(standing(m_id).state, AnchorState::Changed);
        tray()->select(m_id);
        const int index = tray()->cards().indexOf(m_id);
        const QRect card = tray()->cardRect(m_id);
        const CardLayout layout(tray()->cards().item(index), card.width());
        const QRect take = layout.answerRect(CardAnswer::Take).translated(card.topLeft());
        QVERIFY(tray()->viewport()->rect().contains(take));
        QTest::mouseClick(tray()->viewport(), Qt::LeftButton, {}, take.center());
        QCOMPARE(m_desk->store->find(m_id)->quote, changedWords());
    }
};

QTEST_MAIN(TestReviewJourney)
#include "tst_reviewjourney.moc"
