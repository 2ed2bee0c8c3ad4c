#include "ui/passages/trayfixture.h"

#include <QSignalSpy>

using namespace Lectern;

class TestTrayView final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
        m_tray = std::make_unique<TrayFixture>();
        QVERIFY(m_tray->view->hasFocus());
    }

    void cleanup() { m_tray.reset(); }

    void click_selectsAndGoesToTheWords()
    {
        QSignalSpy activated(m_tray->view, &TrayView::passageActivated);
        m_tray->click("p2");
        QCOMPARE(activated, QList<QList<QVariant>>{{id("p2")}});
        QCOMPARE(m_tray->view->selectedIds(), ids("p2"));
    }

    void controlAndShiftClick_selectSeveralWithoutGoing()
    {
        QSignalSpy activated(m_tray->view, &TrayView::passageActivated);
        m_tray->click("p1", Qt::ControlModifier);
        m_tray->click("p3", Qt::ControlModifier);
        QCOMPARE(m_tray->view->selectedIds(), ids("p1 p3"));
        m_tray->click("p1", Qt::ControlModifier);
        QCOMPARE(m_tray->view->selectedIds(), ids("p3"));
        m_tray->click("p3", Qt::ControlModifier);
        m_tray->click("p2", Qt::ControlModifier);
        m_tray->click("p4", Qt::ShiftModifier);
        QCOMPARE(m_tray->view->selectedIds(), ids("p2 p3 p4"));
        QCOMPARE(activated.count(), 0);
    }

    void clickBesideCards_deselects()
    {
        m_tray->click("p2");
        QTest::mouseClick(m_tray->view->viewport(), Qt::LeftButton, {}, QPoint(4, 20));
        QVERIFY(m_tray->view->selectedIds().isEmpty());
    }

    void arrows_walkAndExtend()
    {
        m_tray->key(Qt::Key_Home);
        QCOMPARE(m_tray->view->selectedIds(), ids("p1"));
        m_tray->key(Qt::Key_Down);
        m_tray->key(Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(m_tray->view->selectedIds(), ids("p2 p3"));
        m_tray->key(Qt::Key_End);
        QCOMPARE(m_tray->view->selectedIds(), ids("p4"));
        m_tray->key(Qt::Key_Down);
        QCOMPARE(m_tray->view->selectedIds(), ids("p4"));
        m_tray->key(Qt::Key_Home, Qt::ShiftModifier);
        QCOMPARE(m_tray->view->selectedIds(), ids("p1 p2 p3 p4"));
        m_tray->key(Qt::Key_Up);
        QCOMPARE(m_tray->view->selectedIds(), ids("p1"));
    }

    void controlA_selectsAll_escapeDeselects()
    {
        m_tray->key(Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(m_tray->view->selectedIds().size(), 4);
        m_tray->key(Qt::Key_Escape);
        QVERIFY(m_tray->view->selectedIds().isEmpty());
    }

    void enter_goesToTheWords()
    {
        QSignalSpy activated(m_tray->view, &TrayView::passageActivated);
        m_tray->view->select(id("p3"));
        QCOMPARE(activated.count(), 0);
        m_tray->key(Qt::Key_Return);
        QCOMPARE(activated, QList<QList<QVariant>>{{id("p3")}});
    }

    void delete_asksForRemovalOfTheSelected()
    {
        QSignalSpy remove(m_tray->view, &TrayView::removeRequested);
        m_tray->click("p1", Qt::ControlModifier);
        m_tray->click("p3", Qt::ControlModifier);
        m_tray->key(Qt::Key_Delete);
        QCOMPARE(remove, QList<QList<QVariant>>{{ids("p1 p3")}});
    }

    void delete_withTheKeyboardElsewhere_removesNothing()
    {
        QSignalSpy remove(m_tray->view, &TrayView::removeRequested);
        m_tray->view->select(id("p1"));
        m_tray->other->setFocus();
        QTest::keyClick(m_tray->window->focusWidget(), Qt::Key_Delete);
        m_tray->view->editNote(id("p1"));
        QTest::keyClick(m_tray->view->openEditor(), Qt::Key_Delete);
        QCOMPARE(remove.count(), 0);
    }

    void t_and_s_meanAllSelected()
    {
        QSignalSpy tags(m_tray->view, &TrayView::tagsRequested);
        QSignalSpy star(m_tray->view, &TrayView::starPicked);
        m_tray->click("p1");
        m_tray->click("p2", Qt::ControlModifier);
        m_tray->key(Qt::Key_T);
        m_tray->key(Qt::Key_S);
        QCOMPARE(tags, (QList<QList<QVariant>>{{ids("p1 p2")}}));
        QCOMPARE(star, (QList<QList<QVariant>>{{ids("p1 p2"), true}}));
    }

    void s_takesTheStarAway_whenAllHaveIt()
    {
        std::vector<TrayItem> items = sampleCards(4);
        items[0].passage.starred = items[1].passage.starred = true;
        m_tray->view->setItems(items);
        QSignalSpy star(m_tray->view, &TrayView::starPicked);
        m_tray->click("p1");
        m_tray->click("p2", Qt::ControlModifier);
        m_tray->key(Qt::Key_S);
        m_tray->click("p3", Qt::ControlModifier);
        m_tray->key(Qt::Key_S);
        QCOMPARE(star.at(0).at(1).toBool(), false);
        QCOMPARE(star.at(1).at(1).toBool(), true);
        QVERIFY(m_tray->view->accessibleDescription().contains(QStringLiteral("selected")));
        m_tray->click("p1");
        QVERIFY(m_tray->view->accessibleDescription().contains(QStringLiteral("starred")));
    }

    void delete_withoutCards_orCurrent_asksNothing()
    {
        QSignalSpy remove(m_tray->view, &TrayView::removeRequested);
        m_tray->view->setItems({});
        m_tray->key(Qt::Key_Delete);
        QCOMPARE(remove.count(), 0);
    }

    void digits_setTheColourOfEverySelected()
    {
        QSignalSpy colour(m_tray->view, &TrayView::colourPicked);
        m_tray->click("p1", Qt::ControlModifier);
        m_tray->click("p2", Qt::ControlModifier);
        m_tray->key(Qt::Key_3);
        QCOMPARE(colour.count(), 1);
        QCOMPARE(colour.at(0).at(0).toStringList(), ids("p1 p2"));
        QCOMPARE(colour.at(0).at(1).value<MarkColour>(), MarkColour::Blue);
    }

    void controlC_copiesTheCurrent()
    {
        QSignalSpy copy(m_tray->view, &TrayView::copyRequested);
        m_tray->view->select(id("p2"));
        m_tray->key(Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(copy, QList<QList<QVariant>>{{id("p2")}});
    }

    void altArrows_askToMove()
    {
        QSignalSpy move(m_tray->view, &TrayView::moveRequested);
        m_tray->view->select(id("p2"));
        m_tray->key(Qt::Key_Down, Qt::AltModifier);
        m_tray->key(Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(move, (QList<QList<QVariant>>{{id("p2"), 2}, {id("p2"), 0}}));
        m_tray->view->select(id("p1"));
        m_tray->key(Qt::Key_Up, Qt::AltModifier);
        m_tray->view->select(id("p4"));
        m_tray->key(Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(move.count(), 2);
    }

    void drag_toAnotherPlace_asksToMove_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("onto");
        QTest::addColumn<bool>("lowerHalf");
        QTest::addColumn<int>("to"); // -1: nothing asked
        QTest::newRow("down, above p4") << id("p1") << id("p4") << false << 2;
        QTest::newRow("down, below p4") << id("p1") << id("p4") << true << 3;
        QTest::newRow("up, above p1") << id("p4") << id("p1") << false << 0;
        QTest::newRow("up, below p1") << id("p4") << id("p1") << true << 1;
        QTest::newRow("onto the gap before itself") << id("p2") << id("p1") << true << -1;
        QTest::newRow("onto the gap after itself") << id("p2") << id("p3") << false << -1;
    }

    void drag_toAnotherPlace_asksToMove()
    {
        QFETCH(const QString, from);
        QFETCH(const QString, onto);
        QFETCH(const bool, lowerHalf);
        QFETCH(const int, to);
        QSignalSpy move(m_tray->view, &TrayView::moveRequested);
        QSignalSpy activated(m_tray->view, &TrayView::passageActivated);
        const QRect target = m_tray->view->cardRect(onto);
        const QPoint drop(target.center().x(), lowerHalf ? target.bottom() - 3 : target.top() + 3);
        m_tray->press(m_tray->view->cardRect(from).center());
        m_tray->dragTo(drop);
        m_tray->view->grab();
        m_tray->release(drop);
        QCOMPARE(activated.count(), 0);
        if (to < 0)
            QCOMPARE(move.count(), 0);
        else
            QCOMPARE(move, (QList<QList<QVariant>>{{from, to}}));
    }

    void drag_escape_takesItBack()
    {
        QSignalSpy move(m_tray->view, &TrayView::moveRequested);
        const QPoint drop = m_tray->view->cardRect(id("p4")).center();
        m_tray->press(m_tray->view->cardRect(id("p1")).center());
        m_tray->dragTo(drop);
        m_tray->key(Qt::Key_Escape);
        m_tray->release(drop);
        QCOMPARE(move.count(), 0);
    }

    void drag_outOfTheView_carriesOutTheSelectedOrThePressed()
    {
        QSignalSpy out(m_tray->view, &TrayView::draggedOut);
        m_tray->press(m_tray->view->cardRect(id("p1")).center());
        m_tray->dragTo({-60, 100});
        QCOMPARE(out.takeFirst().first().toStringList(), ids("p1"));
        m_tray->release({-60, 100});
        m_tray->click("p2", Qt::ControlModifier);
        m_tray->click("p3", Qt::ControlModifier);
        m_tray->press(m_tray->view->cardRect(id("p3")).center());
        m_tray->dragTo({-60, 100});
        QCOMPARE(out.takeFirst().first().toStringList(), ids("p2 p3"));
    }

    void tab_makesACardCurrentSoThatKeysHaveAnObject()
    {
        m_tray->other->setFocus();
        m_tray->view->setFocus(Qt::TabFocusReason);
        QCOMPARE(m_tray->view->currentId(), id("p1"));
        QVERIFY(m_tray->view->selectedIds().isEmpty());
    }

    void shortcutsOfTheWindow_yieldWhileTheTrayHasTheKeyboard()
    {
        m_tray->view->select(id("p1"));
        for (const int yielding : {Qt::Key_N, Qt::Key_T, Qt::Key_1, Qt::Key_Delete}) {
            QKeyEvent event(QEvent::ShortcutOverride, yielding, Qt::NoModifier);
            event.ignore();
            QCoreApplication::sendEvent(m_tray->view, &event);
            QVERIFY(event.isAccepted());
        }
        QKeyEvent search(QEvent::ShortcutOverride, Qt::Key_K, Qt::ControlModifier);
        search.ignore();
        QCoreApplication::sendEvent(m_tray->view, &search);
        QVERIFY(!search.isAccepted());
    }

    void currentCard_isDescribedForScreenReaders()
    {
        m_tray->view->select(id("p2"));
        const QString described = m_tray->view->accessibleDescription();
        QVERIFY(described.startsWith(QStringLiteral("2 of 4")));
        QVERIFY(described.contains(QStringLiteral("The harbour froze on the second night.")));
        QVERIFY(described.endsWith(QStringLiteral("selected")));
        m_tray->key(Qt::Key_Escape);
        QVERIFY(m_tray->view->accessibleDescription().isEmpty());
    }

    void rightClick_selectsTheCardAndAsksForTheMenu()
    {
        QSignalSpy menu(m_tray->view, &TrayView::menuRequested);
        const QPoint at = m_tray->view->cardRect(id("p2")).center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, m_tray->view->viewport()->mapToGlobal(at));
        QCoreApplication::sendEvent(m_tray->view->viewport(), &event);
        QCOMPARE(menu.count(), 1);
        QCOMPARE(m_tray->view->selectedIds(), ids("p2"));
    }

private:
    static QString id(const char *name) { return TrayFixture::id(name); }
    static QStringList ids(const char *names) { return TrayFixture::ids(names); }

    std::unique_ptr<TrayFixture> m_tray;
};

QTEST_MAIN(TestTrayView)
#include "tst_trayview.moc"
