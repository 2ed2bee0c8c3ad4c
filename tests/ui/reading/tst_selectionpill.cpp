#include "reading/pillbutton.h"
#include "reading/selectionpill.h"
#include "style/theme.h"

#include <QSignalSpy>
#include <QTest>

using namespace Lectern;

class TestSelectionPill : public QObject
{
    Q_OBJECT

private:
    static PillButton *button(const SelectionPill &pill, const QString &name)
    {
        for (PillButton *candidate : pill.findChildren<PillButton *>())
            if (candidate->accessibleName() == name)
                return candidate;
        return nullptr;
    }

    const Theme m_theme;
    const QRect m_area{0, 0, 640, 480};

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    void showAt_standsTenPixelsAboveTheSelection()
    {
        QWidget pane;
        pane.resize(640, 480);
        SelectionPill pill(m_theme, &pane);
        pane.show();
        pill.showAt({200, 300, 100, 29}, m_area);
        QVERIFY(pill.isVisible());
        QCOMPARE(pill.barRect().bottom() + 1, 290);
        QCOMPARE(pill.barRect().height(), 42);
        QVERIFY(qAbs(pill.barRect().center().x() - 250) <= 1);
    }

    void showAt_withoutRoomAbove_standsBelow()
    {
        QWidget pane;
        SelectionPill pill(m_theme, &pane);
        pill.showAt({200, 20, 100, 29}, m_area);
        QVERIFY(pill.barRect().top() >= 49);
    }

    void showAt_staysInsideTheArea_data()
    {
        QTest::addColumn<QRect>("selection");
        QTest::newRow("left edge") << QRect(0, 300, 4, 29);
        QTest::newRow("right edge") << QRect(636, 300, 4, 29);
        QTest::newRow("all of it") << QRect(0, 0, 640, 480);
    }

    void showAt_staysInsideTheArea()
    {
        QFETCH(QRect, selection);
        QWidget pane;
        SelectionPill pill(m_theme, &pane);
        pill.showAt(selection, m_area);
        QVERIFY(m_area.contains(pill.barRect()));
    }

    void colourButtons_askForTheirColour_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<MarkColour>("colour");
        QTest::newRow("yellow") << "Mark in: Yellow" << MarkColour::Yellow;
        QTest::newRow("green") << "Mark in: Green" << MarkColour::Green;
        QTest::newRow("blue") << "Mark in: Blue" << MarkColour::Blue;
        QTest::newRow("pink") << "Mark in: Pink" << MarkColour::Pink;
        QTest::newRow("orange") << "Mark in: Orange" << MarkColour::Orange;
        QTest::newRow("violet") << "Mark in: Violet" << MarkColour::Violet;
        QTest::newRow("tray") << "Add to tray" << MarkColour::Yellow;
    }

    void colourButtons_askForTheirColour()
    {
        QFETCH(QString, name);
        QFETCH(MarkColour, colour);
        SelectionPill pill(m_theme, nullptr);
        QSignalSpy spy(&pill, &SelectionPill::markRequested);
        button(pill, name)->click();
        QCOMPARE(spy.size(), 1);
        QCOMPARE(spy.first().first().value<MarkColour>(), colour);
    }

    void otherButtons_askForTheirThing()
    {
        SelectionPill pill(m_theme, nullptr);
        QSignalSpy note(&pill, &SelectionPill::noteRequested);
        QSignalSpy copy(&pill, &SelectionPill::copyRequested);
        QSignalSpy cite(&pill, &SelectionPill::citeRequested);
        button(pill, QStringLiteral("Keep with a note"))->click();
        button(pill, QStringLiteral("Copy"))->click();
        button(pill, QStringLiteral("Copy with citation"))->click();
        QCOMPARE(note.size(), 1);
        QCOMPARE(copy.size(), 1);
        QCOMPARE(cite.size(), 1);
    }

    void keys_goThroughTheButtonsAndLeave()
    {
        QWidget pane;
        pane.resize(640, 480);
        SelectionPill pill(m_theme, &pane);
        pane.show();
        pane.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&pane));
        pill.showAt({200, 300, 100, 29}, m_area);
        PillButton *yellow = button(pill, QStringLiteral("Mark in: Yellow"));
        PillButton *tray = button(pill, QStringLiteral("Add to tray"));
        yellow->setFocus();
        QTest::keyClick(yellow, Qt::Key_Right);
        QVERIFY(button(pill, QStringLiteral("Mark in: Green"))->hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left);
        QTest::keyClick(yellow, Qt::Key_Left);
        QVERIFY(tray->hasFocus());
        QSignalSpy left(&pill, &SelectionPill::left);
        QTest::keyClick(tray, Qt::Key_Escape);
        QVERIFY(!pill.isVisible());
        QCOMPARE(left.size(), 1);
    }

    void offers_areShownOnlyWhenTheyMakeSense()
    {
        QWidget window;
        window.resize(900, 300);
        SelectionPill pill(m_theme, &window);
        QSignalSpy joined(&pill, &SelectionPill::joinRequested);
        QSignalSpy leftOut(&pill, &SelectionPill::leaveOutRequested);
        window.show();
        pill.showAt({400, 100, 80, 20}, window.rect());
        QVERIFY(button(pill, QStringLiteral("Add to the passage"))->isHidden());
        const int plain = pill.width();
        pill.showAt({400, 100, 80, 20}, window.rect(), {true, true});
        QVERIFY(pill.width() > plain);
        QTest::mouseClick(button(pill, QStringLiteral("Add to the passage")), Qt::LeftButton);
        QTest::mouseClick(button(pill, QStringLiteral("Leave out of the passage")), Qt::LeftButton);
        QCOMPARE(joined.size(), 1);
        QCOMPARE(leftOut.size(), 1);
    }

    void narrowPane_getsABarThatFits()
    {
        QWidget window;
        window.resize(304, 300); // the narrowest reading pane beside its scroll bar
        SelectionPill pill(m_theme, &window);
        window.show();
        pill.showAt({100, 100, 80, 20}, window.rect(), {true, true});
        QVERIFY(window.rect().contains(pill.barRect()));
        for (int i = 0; i < markColourCount; ++i)
            QVERIFY(
                button(pill, QStringLiteral("Mark in: ") + m_theme.colourName(MarkColour(i)))->isVisible());
    }

    void colourNames_areTheUsers()
    {
        QWidget window;
        Theme theme;
        SelectionPill pill(theme, &window);
        std::array<QString, markColourCount> names;
        names[size_t(MarkColour::Pink)] = QStringLiteral("Claims");
        theme.setColourNames(names);
        QVERIFY(button(pill, QStringLiteral("Mark in: Claims")));
        QVERIFY(button(pill, QStringLiteral("Mark in: Green")));
    }
};

QTEST_MAIN(TestSelectionPill)
#include "tst_selectionpill.moc"
