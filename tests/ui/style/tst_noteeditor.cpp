#include "style/noteeditor.h"

#include "style/theme.h"

#include <QMimeData>
#include <QSignalSpy>
#include <QtTest>

using namespace Lectern;

class TestNoteEditor final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    void note_isTheTextUnmangled_data()
    {
        QTest::addColumn<QString>("note");
        QTest::newRow("empty") << QString();
        QTest::newRow("lines") << QStringLiteral("one\n\ntwo\n");
        QTest::newRow("no-break space") << QStringLiteral("10%1km").arg(QChar(0x00A0));
        QTest::newRow("emoji and combining") << QString::fromUtf8("é 😀 e\u0301");
    }

    void note_isTheTextUnmangled()
    {
        QFETCH(const QString, note);
        QCOMPARE(NoteEditor(m_theme, note, nullptr).note(), note);
    }

    void enter_isALineBreak_controlEnterFinishes_escapeCancels()
    {
        NoteEditor editor(m_theme, QString(), nullptr);
        QSignalSpy finish(&editor, &NoteEditor::finishRequested);
        QSignalSpy cancel(&editor, &NoteEditor::cancelRequested);
        QTest::keyClicks(&editor, QStringLiteral("a"));
        QTest::keyClick(&editor, Qt::Key_Return);
        QTest::keyClicks(&editor, QStringLiteral("b"));
        QTest::keyClick(&editor, Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClicks(&editor, QStringLiteral("c"));
        QCOMPARE(editor.note(), QStringLiteral("a\nb\nc"));
        QCOMPARE(finish.count(), 0);
        QTest::keyClick(&editor, Qt::Key_Enter, Qt::ControlModifier);
        QCOMPARE(finish.count(), 1);
        QTest::keyClick(&editor, Qt::Key_Escape);
        QCOMPARE(cancel.count(), 1);
    }

    void focusOut_finishesUnlessOnlyTheWindowLostIt()
    {
        NoteEditor editor(m_theme, QString(), nullptr);
        QSignalSpy finish(&editor, &NoteEditor::finishRequested);
        QSignalSpy store(&editor, &NoteEditor::storeRequested);
        const auto leave = [&editor](Qt::FocusReason reason) {
            QFocusEvent event(QEvent::FocusOut, reason);
            QCoreApplication::sendEvent(&editor, &event);
        };
        leave(Qt::PopupFocusReason);
        QCOMPARE(finish.count() + store.count(), 0);
        leave(Qt::ActiveWindowFocusReason);
        QCOMPARE(store.count(), 1);
        QCOMPARE(finish.count(), 0);
        leave(Qt::MouseFocusReason);
        QCOMPARE(finish.count(), 1);
    }

    void wantedHeight_growsWithTheTextWithinBounds()
    {
        NoteEditor editor(m_theme, QString(), nullptr);
        editor.resize(240, 60);
        editor.show();
        QSignalSpy wanted(&editor, &NoteEditor::heightWanted);
        const int small = editor.wantedHeight();
        editor.setPlainText(QStringLiteral("line\n").repeated(6));
        QVERIFY(wanted.count() > 0);
        const int medium = editor.wantedHeight();
        QVERIFY(medium > small);
        editor.setPlainText(QStringLiteral("line\n").repeated(500));
        QVERIFY(editor.wantedHeight() > medium);
        QVERIFY(editor.wantedHeight() < 300);
    }

private:
    Theme m_theme;
};

QTEST_MAIN(TestNoteEditor)
#include "tst_noteeditor.moc"
