#include "passages/traykeys.h"

#include <QKeyEvent>
#include <QtTest>

using namespace Lectern;

class TestTrayKeys final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void trayCommand_readsKeys_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("modifiers");
        QTest::addColumn<int>("command");
        const auto row = [](const char *name, int key, Qt::KeyboardModifiers modifiers, TrayCommand command) {
            QTest::newRow(name) << key << int(modifiers) << int(command);
        };
        const Qt::KeyboardModifiers controlShift = Qt::ControlModifier | Qt::ShiftModifier;
        row("N", Qt::Key_N, Qt::NoModifier, TrayCommand::EditNote);
        row("Ctrl+N is the window's", Qt::Key_N, Qt::ControlModifier, TrayCommand::None);
        row("T", Qt::Key_T, Qt::NoModifier, TrayCommand::EditTags);
        row("1", Qt::Key_1, Qt::NoModifier, TrayCommand::Yellow);
        row("4 on the keypad", Qt::Key_4, Qt::KeypadModifier, TrayCommand::Pink);
        row("5", Qt::Key_5, Qt::NoModifier, TrayCommand::Orange);
        row("6", Qt::Key_6, Qt::NoModifier, TrayCommand::Violet);
        row("7", Qt::Key_7, Qt::NoModifier, TrayCommand::None);
        row("S", Qt::Key_S, Qt::NoModifier, TrayCommand::Star);
        row("Y", Qt::Key_Y, Qt::NoModifier, TrayCommand::Take);
        row("Ctrl+Y is the window's", Qt::Key_Y, Qt::ControlModifier, TrayCommand::None);
        row("K", Qt::Key_K, Qt::NoModifier, TrayCommand::Keep);
        row("Ctrl+1 is the window's", Qt::Key_1, Qt::ControlModifier, TrayCommand::None);
        row("Del", Qt::Key_Delete, Qt::NoModifier, TrayCommand::Remove);
        row("Shift+Del", Qt::Key_Delete, Qt::ShiftModifier, TrayCommand::None);
        row("Enter", Qt::Key_Return, Qt::NoModifier, TrayCommand::Activate);
        row("Enter on the keypad", Qt::Key_Enter, Qt::KeypadModifier, TrayCommand::Activate);
        row("Up", Qt::Key_Up, Qt::NoModifier, TrayCommand::Up);
        row("Shift+Up", Qt::Key_Up, Qt::ShiftModifier, TrayCommand::Up);
        row("Alt+Up", Qt::Key_Up, Qt::AltModifier, TrayCommand::MoveUp);
        row("Alt+Down", Qt::Key_Down, Qt::AltModifier, TrayCommand::MoveDown);
        row("Page Down", Qt::Key_PageDown, Qt::NoModifier, TrayCommand::PageDown);
        row("Ctrl+C", Qt::Key_C, Qt::ControlModifier, TrayCommand::Copy);
        row("Ctrl+Shift+C", Qt::Key_C, controlShift, TrayCommand::Copy);
        row("Ctrl+Shift+A", Qt::Key_A, controlShift, TrayCommand::None);
        row("Ctrl+A", Qt::Key_A, Qt::ControlModifier, TrayCommand::SelectAll);
        row("Esc", Qt::Key_Escape, Qt::NoModifier, TrayCommand::Deselect);
        row("H is the window's", Qt::Key_H, Qt::NoModifier, TrayCommand::None);
    }

    void trayCommand_readsKeys()
    {
        QFETCH(const int, key);
        QFETCH(const int, modifiers);
        QFETCH(const int, command);
        const QKeyEvent event(QEvent::KeyPress, key, Qt::KeyboardModifiers(modifiers));
        QCOMPARE(int(trayCommand(event)), command);
    }
};

QTEST_GUILESS_MAIN(TestTrayKeys)
#include "tst_traykeys.moc"
