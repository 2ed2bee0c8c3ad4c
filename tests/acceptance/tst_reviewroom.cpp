#include "acceptance/reviewdesk.h"

using namespace Lectern;

/// The same in the room Passages: what waits for the user is worked through there.
class TestReviewRoom final : public ReviewDesk
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void room_listsWhatWaits_andGoesOnAfterEachAnswer()
    {
        change(changedHarbour());
        write(QStringLiteral("bridge.md"),
              bridge().replace(QLatin1String("Monday morning"), QLatin1String("Tuesday morning")));
        m_desk->library.rescan(false);
        QTRY_COMPARE(standing(m_id).state, AnchorState::Changed);
        QTRY_COMPARE(standing(m_other).state, AnchorState::Changed);
        enterRoom();
        QCOMPARE(list()->model()->rowCount(), 2 + 2); // with a heading for each article
        QTRY_VERIFY(shownPane() && shownPane()->review());
        const QString first = list()->selectedIds().value(0);
        QVERIFY(!first.isEmpty());
        QVERIFY(list()
                    ->currentIndex()
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .contains(QStringLiteral("The words have changed")));
        QTest::keyClick(list(), Qt::Key_Y);
        QCOMPARE(m_desk->store->find(first)->earlier.size(), size_t(1));
        const QString second = list()->selectedIds().value(0);
        QVERIFY(!second.isEmpty() && second != first);
        QVERIFY(list()->hasFocus());
        QTest::keyClick(list(), Qt::Key_K);
        QCOMPARE(m_desk->store->find(second)->declined, standing(second).article);
        QCOMPARE(list()->model()->rowCount(), 0);
        QVERIFY(!shownPane());
        m_desk->find<KeepJourney>()->undo();
        QCOMPARE(list()->selectedIds(), QStringList());
        QCOMPARE(list()->model()->rowCount(), 2);
    }

    void room_goesOn_pastTheHeadingOfTheNextArticle()
    {
        const QString hope = QStringLiteral("The harbour opens again on Sunday, the master hopes.");
        const QString third = keep(QStringLiteral("harbour.md"), hope);
        m_desk->find<KeepJourney>()->refresh();
        write(QStringLiteral("bridge.md"),
              bridge().replace(QLatin1String("Monday morning"), QLatin1String("Tuesday morning")));
        change(changedHarbour().replace(QLatin1String("on Sunday"), QLatin1String("on Monday")));
        QTRY_COMPARE(m_desk->find<KeepJourney>()->anchors().waiting(), 3);
        enterRoom();
        list()->select(third); // the last of its article
        QTest::keyClick(list(), Qt::Key_Y);
        QCOMPARE(list()->selectedIds(), QStringList{m_other});
    }

    void orphan_isGivenTheChosenPlace()
    {
        // The sentence stands twice, changed in two ways: neither is clearly the one.
        change(harbour().replace(words(), QStringLiteral("%1 %2").arg(twinOne(), twinTwo())));
        QTRY_COMPARE(standing(m_id).state, AnchorState::Orphan);
        QVERIFY(standing(m_id).isWaiting);
        enterRoom();
        QTRY_VERIFY(shownPane() && shownPane()->review());
        QVERIFY(shownPane()->review()->places.size() >= 2);
        list()->select(m_id);
        QTest::keyClick(list(), Qt::Key_Y); // the keyboard goes to the places, nothing is chosen yet
        QVERIFY(m_desk->store->find(m_id)->earlier.empty());
        const QList<PlaceRow *> rows = shownPane()->findChildren<PlaceRow *>();
        QVERIFY(rows.size() >= 2);
        QVERIFY(rows[0]->takeButton()->hasFocus());
        QVERIFY(rows[0]->takeButton()->accessibleName().startsWith(QStringLiteral("This is the place: ¶ 2")));
        const QString chosen = shownPane()->review()->places[1].words;
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QVERIFY(rows[1]->takeButton()->hasFocus() || rows[1]->showButton()->hasFocus());
        rows[1]->takeButton()->click();
        QCOMPARE(m_desk->store->find(m_id)->quote, chosen);
        QCOMPARE(standing(m_id).state, AnchorState::Exact);
        QVERIFY(list()->hasFocus());
        m_desk->find<KeepJourney>()->undo();
        QCOMPARE(m_desk->store->find(m_id)->quote, words());
        QVERIFY(standing(m_id).isWaiting);
    }
};

QTEST_MAIN(TestReviewRoom)
#include "tst_reviewroom.moc"
