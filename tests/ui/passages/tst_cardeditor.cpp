#include "passages/cardeditor.h"

#include "style/noteeditor.h"
#include "ui/passages/trayfixture.h"

#include <QSignalSpy>

using namespace Lectern;

class TestCardEditor final : public QObject
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

    void n_editsTheNoteInsideTheCard_controlEnterSaves()
    {
        QSignalSpy edited(m_tray->view, &TrayView::noteEdited);
        m_tray->view->select(id("p2"));
        m_tray->key(Qt::Key_N);
        auto *editor = qobject_cast<NoteEditor *>(m_tray->view->openEditor());
        QVERIFY(editor && editor->isVisible() && editor->hasFocus());
        QVERIFY(m_tray->view->cardRect(id("p2")).contains(editor->geometry()));
        QTest::keyClicks(editor, QStringLiteral("n 1"));
        QTest::keyClick(editor, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(edited, (QList<QList<QVariant>>{{id("p2"), QStringLiteral("n 1")}}));
        QVERIFY(!m_tray->view->openEditor());
        QVERIFY(m_tray->view->hasFocus());
    }

    void note_escape_takesItBack()
    {
        QSignalSpy edited(m_tray->view, &TrayView::noteEdited);
        m_tray->view->editNote(id("p1"));
        QTest::keyClicks(m_tray->view->openEditor(), QStringLiteral("wrong"));
        QTest::keyClick(m_tray->view->openEditor(), Qt::Key_Escape);
        QVERIFY(!m_tray->view->openEditor());
        QCOMPARE(edited.count(), 0);
        QVERIFY(m_tray->view->hasFocus());
    }

    void note_leaving_saves()
    {
        QSignalSpy edited(m_tray->view, &TrayView::noteEdited);
        m_tray->view->editNote(id("p1"));
        QTest::keyClicks(m_tray->view->openEditor(), QStringLiteral("kept"));
        m_tray->other->setFocus();
        QCOMPARE(edited, (QList<QList<QVariant>>{{id("p1"), QStringLiteral("kept")}}));
        QVERIFY(!m_tray->view->openEditor());
        QVERIFY(m_tray->other->hasFocus());
    }

    void note_unchanged_saysNothing()
    {
        QSignalSpy edited(m_tray->view, &TrayView::noteEdited);
        m_tray->view->editNote(id("p1"));
        m_tray->view->finishEditing();
        QCOMPARE(edited.count(), 0);
        QVERIFY(!m_tray->view->openEditor());
    }

    void note_openingAnother_savesTheFirst()
    {
        QSignalSpy edited(m_tray->view, &TrayView::noteEdited);
        m_tray->view->editNote(id("p1"));
        QTest::keyClicks(m_tray->view->openEditor(), QStringLiteral("first"));
        m_tray->view->editNote(id("p2"));
        QCOMPARE(edited, (QList<QList<QVariant>>{{id("p1"), QStringLiteral("first")}}));
        QVERIFY(m_tray->view->openEditor());
    }

    void note_listenerThatSetsTheItemsAnew_isSafe()
    {
        connect(m_tray->view, &TrayView::noteEdited, m_tray->view,
                [this](const QString &, const QString &note) {
                    std::vector<TrayItem> items = sampleCards(4);
                    items[0].passage.note = note;
                    m_tray->view->setItems(items);
                });
        m_tray->view->editNote(id("p1"));
        QTest::keyClicks(m_tray->view->openEditor(), QStringLiteral("new"));
        m_tray->other->setFocus();
        QVERIFY(!m_tray->view->openEditor());
        QCOMPARE(m_tray->view->cards().item(0).passage.note, QStringLiteral("new"));
    }

    void setItems_keepsAnOpenEditorAndWhatIsWritten()
    {
        m_tray->view->editNote(id("p3"));
        QTest::keyClicks(m_tray->view->openEditor(), QStringLiteral("half a thou"));
        QWidget *editor = m_tray->view->openEditor();
        std::vector<TrayItem> items = sampleCards(4);
        items.erase(items.begin());
        m_tray->view->setItems(items);
        QCOMPARE(m_tray->view->openEditor(), editor);
        QCOMPARE(static_cast<NoteEditor *>(editor)->note(), QStringLiteral("half a thou"));
        QVERIFY(m_tray->view->cardRect(id("p3")).contains(editor->geometry()));
    }

    void setItems_withoutTheEditedPassage_closesItsEditor()
    {
        QSignalSpy edited(m_tray->view, &TrayView::noteEdited);
        m_tray->view->editNote(id("p4"));
        QTest::keyClicks(m_tray->view->openEditor(), QStringLiteral("x"));
        m_tray->view->setItems(sampleCards(3));
        QVERIFY(!m_tray->view->openEditor());
        QCOMPARE(edited.count(), 0);
    }

private:
    static QString id(const char *name) { return TrayFixture::id(name); }

    std::unique_ptr<TrayFixture> m_tray;
};

QTEST_MAIN(TestCardEditor)
#include "tst_cardeditor.moc"
