#include "acceptance/desk.h"
#include "dialogs/colournamesdialog.h"
#include "passages/traypane.h"
#include "passages/trayview.h"
#include "reading/notecard.h"
#include "reading/readingpane.h"
#include "style/noteeditor.h"
#include "style/tagpicker.h"

#include <QClipboard>
#include <QLineEdit>

using namespace Lectern;

/// Marks and passages in a real window with a real store, on the keyboard: kept, changed, joined, undone.
class TestMarkJourney final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_room = std::make_unique<DeskRoom>();
        QVERIFY(m_room->isValid());
        open();
    }

    void cleanup()
    {
        m_desk.reset();
        m_room.reset();
    }

    void colourKeys_keepAndRecolour_data()
    {
        QTest::addColumn<Qt::Key>("key");
        QTest::addColumn<MarkColour>("colour");
        QTest::newRow("1") << Qt::Key_1 << MarkColour::Yellow;
        QTest::newRow("5") << Qt::Key_5 << MarkColour::Orange;
        QTest::newRow("6") << Qt::Key_6 << MarkColour::Violet;
    }

    void colourKeys_keepAndRecolour()
    {
        QFETCH(const Qt::Key, key);
        QFETCH(const MarkColour, colour);
        keep(paragraph(1), key);
        QCOMPARE(only().colour, colour);
        const QString id = only().id;
        press(Qt::Key_2); // the passage that was just kept
        QCOMPARE(only().colour, MarkColour::Green);
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(only().colour, colour);
        QCOMPARE(only().id, id);
        press(Qt::Key_H); // keeps words, and none are selected
        QCOMPARE(only().colour, colour);
        QCOMPARE(all().size(), size_t(1));
    }

    void star_isSetAndUndone()
    {
        keep(paragraph(1));
        press(Qt::Key_S, Qt::ShiftModifier);
        QVERIFY(only().starred);
        press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!only().starred);
        press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(only().starred);
    }

    void ends_severalSteps_areOneUndo_everythingElseStays()
    {
        keep(word(2, 1));
        press(Qt::Key_5);
        press(Qt::Key_S, Qt::ShiftModifier);
        const Passage before = only();
        const Qt::KeyboardModifiers altShift = Qt::AltModifier | Qt::ShiftModifier;
        for (const Qt::Key key : {Qt::Key_Right, Qt::Key_Right, Qt::Key_Up})
            QTest::keyPress(QApplication::focusWidget(), key, altShift);
        QCOMPARE(only().range, before.range); // only a preview yet
        QTest::keyRelease(QApplication::focusWidget(), Qt::Key_Up, altShift);
        const Passage after = only();
        QVERIFY(after.range.start < before.range.start && after.range.end > before.range.end);
        QCOMPARE(after.quote, text().mid(after.range.start, after.range.length()));
        QVERIFY(after.quote.contains(before.quote));
        QCOMPARE(after.id, before.id);
        QCOMPARE(after.created, before.created);
        QCOMPARE(after.colour, before.colour);
        QVERIFY(after.starred);
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(only(), before);
    }

    void moreWords_joinThePassage()
    {
        keep(word(2, 1));
        const Passage before = only();
        select(word(2, 4));
        press(Qt::Key_H, Qt::ShiftModifier);
        const Passage joined = only();
        QCOMPARE(joined.range, TextRange({word(2, 1).start, word(2, 4).end}));
        QCOMPARE(joined.omitted.size(), size_t(1));
        QCOMPARE(joined.shownQuote(), words(word(2, 1)) + QStringLiteral(" […] ") + words(word(2, 4)));
        QCOMPARE(joined.id, before.id);
        QVERIFY(reader().selection().isEmpty());
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(only(), before);
    }

    void moreWords_withoutASelectedMark_joinTheLastKept()
    {
        keep(word(2, 1));
        keep(word(3, 1));
        reader().selectMark({});
        select(word(3, 4));
        press(Qt::Key_H, Qt::ShiftModifier);
        QCOMPARE(all().size(), size_t(2));
        QCOMPARE(all()[1].pieces().size(), size_t(2));
        QCOMPARE(reader().selectedMark(), all()[1].id);
    }

    void selectedPassage_isCopied()
    {
        keep(word(2, 1));
        select(word(2, 4));
        press(Qt::Key_H, Qt::ShiftModifier);
        press(Qt::Key_C, Qt::ControlModifier);
        QTRY_COMPARE(QApplication::clipboard()->text(), only().shownQuote());
        press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(QApplication::clipboard()->text().contains(QChar(0x2014)));
    }

    void wordsInside_areLeftOut_butNeverAll()
    {
        keep({word(2, 0).start, word(2, 4).end});
        const Passage before = only();
        select(word(2, 2));
        press(Qt::Key_X);
        QCOMPARE(only().pieces().size(), size_t(2));
        QVERIFY(!only().shownQuote().contains(words(word(2, 2))));
        QCOMPARE(only().quote, before.quote);
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(only(), before);
        select(before.range);
        press(Qt::Key_X);
        QCOMPARE(only(), before);
    }

    void note_isWrittenBesideTheWords()
    {
        keep(paragraph(1));
        press(Qt::Key_N);
        auto *editor = qobject_cast<NoteEditor *>(QApplication::focusWidget());
        QVERIFY(editor && m_desk->find<NoteCard>()->isAncestorOf(editor));
        QTest::keyClicks(editor, QStringLiteral("hn 1X")); // keys of the article are letters here
        QVERIFY(only().note.isEmpty());
        QTest::keyClick(editor, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(only().note, QStringLiteral("hn 1X"));
        press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(only().note.isEmpty());
    }

    void note_isKeptWhenTheWindowCloses()
    {
        keep(paragraph(1));
        press(Qt::Key_N);
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("half a thought"));
        open();
        QCOMPARE(only().note, QStringLiteral("half a thought"));
    }

    void tags_ofSeveral_areOneStep()
    {
        keep(paragraph(1));
        keep(paragraph(2));
        auto *tray = m_desk->find<TrayView>();
        tray->setFocus();
        QTest::keyClick(tray, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(tray, Qt::Key_T);
        auto *picker = m_desk->find<TagPicker>();
        QTRY_VERIFY(picker->isVisible());
        QTest::keyClicks(picker->field(), QStringLiteral("ferry"));
        QTest::keyClick(picker->field(), Qt::Key_Return);
        for (const Passage &passage : all())
            QCOMPARE(passage.tags, QStringList{QStringLiteral("ferry")});
        QTest::keyClick(picker->field(), Qt::Key_Return); // it is set on both: now it is taken away
        for (const Passage &passage : all())
            QVERIFY(passage.tags.isEmpty());
        QTest::keyClick(picker->field(), Qt::Key_Escape);
        QVERIFY(tray->hasFocus());
        press(Qt::Key_Z, Qt::ControlModifier);
        for (const Passage &passage : all())
            QCOMPARE(passage.tags.size(), 1);
    }

    void del_actsOnlyWhereTheFocusIs()
    {
        keep(paragraph(1));
        keep(paragraph(2));
        const QString shown = reader().selectedMark();
        auto *tray = m_desk->find<TrayView>();
        tray->select(all().front().id);
        m_desk->find<FlatList>()->setFocus();
        press(Qt::Key_Delete);
        DeskRoom::type(*m_desk, QStringLiteral("x"));
        press(Qt::Key_Delete);
        QCOMPARE(all().size(), size_t(2));
        reader().setFocus();
        press(Qt::Key_Delete); // the mark that is selected in the text, not the card
        QCOMPARE(all().size(), size_t(1));
        QVERIFY(only().id != shown);
        reader().selectMark({});
        press(Qt::Key_Delete); // nothing is selected in the text
        QCOMPARE(all().size(), size_t(1));
        tray->setFocus();
        press(Qt::Key_Delete);
        QVERIFY(all().empty());
        press(Qt::Key_Z, Qt::ControlModifier);
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(all().size(), size_t(2));
    }

    void p_stepsThroughTheMarks_theTrayFollows()
    {
        keep(paragraph(1));
        keep(paragraph(3));
        reader().selectMark({});
        reader().setFocus();
        press(Qt::Key_P);
        QCOMPARE(reader().selectedMark(), all()[0].id);
        QCOMPARE(m_desk->find<TrayPane>()->selectedIds(), QStringList{all()[0].id});
        press(Qt::Key_P);
        QCOMPARE(reader().selectedMark(), all()[1].id);
        press(Qt::Key_P, Qt::ShiftModifier);
        QCOMPARE(reader().selectedMark(), all()[0].id);
        press(Qt::Key_M, Qt::ShiftModifier);
        QCOMPARE(reader().selectedMark(), QString());
        press(Qt::Key_P);
        QVERIFY(!reader().markRect(reader().selectedMark()).isEmpty());
    }

    void viewWithoutMarks_isRemembered_keepingShowsThem()
    {
        keep(paragraph(1));
        const QString id = only().id;
        press(Qt::Key_M, Qt::ShiftModifier);
        QVERIFY(reader().markRect(id).isEmpty());
        open();
        QTRY_COMPARE(reader().article()->text(), m_text);
        QVERIFY(reader().markRect(id).isEmpty());
        keep(paragraph(2));
        QTRY_VERIFY(!reader().markRect(all()[1].id).isEmpty());
        QCOMPARE(reader().markRect(id).isEmpty(), false);
    }

    void colours_areCalledWhatTheUserCallsThem()
    {
        const auto actionNamed = [this](const QString &text) {
            const QList<QAction *> actions = m_desk->window->actions() + reader().actions();
            const auto found = std::find_if(actions.begin(), actions.end(),
                                            [&](const QAction *action) { return action->text() == text; });
            return found == actions.end() ? nullptr : *found;
        };
        QVERIFY(actionNamed(QStringLiteral("Keep in: Pink")));
        actionNamed(QStringLiteral("Names of the Colours…"))->trigger();
        auto *dialog = m_desk->find<ColourNamesDialog>();
        QVERIFY(dialog);
        QTest::keyClicks(dialog->findChildren<QLineEdit *>()[int(MarkColour::Pink)],
                         QStringLiteral("Claims"));
        dialog->accept();
        QCOMPARE(m_desk->store->colourName(MarkColour::Pink), QStringLiteral("Claims"));
        QVERIFY(actionNamed(QStringLiteral("Keep in: Claims")));
        open();
        QVERIFY(actionNamed(QStringLiteral("Keep in: Claims")));
        QVERIFY(actionNamed(QStringLiteral("Keep in: Blue")));
    }

    void rows_showHowManyAndInWhichColours()
    {
        keep(paragraph(1));
        keep(paragraph(2), Qt::Key_6);
        const QAbstractItemModel *model = m_desk->find<FlatList>()->model();
        int rows = 0;
        for (int row = 0; row < model->rowCount(); ++row) {
            const QModelIndex index = model->index(row, 0);
            if (index.data(ArticleListModel::PassageCountRole).toInt() == 0)
                continue;
            ++rows;
            QCOMPARE(index.data(ArticleListModel::PassageCountRole).toInt(), 2);
            QCOMPARE(index.data(ArticleListModel::PassageColoursRole).toInt(), 0b100001);
            QVERIFY(index.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("2 passages")));
        }
        QCOMPARE(rows, 1);
    }

private:
    void open()
    {
        const bool isFirst = !m_desk;
        m_desk.reset();
        m_desk = m_room->open();
        QVERIFY(m_desk);
        if (isFirst)
            m_desk->window->request({DeskRoom::samples()}, QStringLiteral("ferrow bridge"));
        QVERIFY(DeskRoom::reads(*m_desk));
        QTRY_VERIFY(DeskRoom::shown(*m_desk) > 0);
        if (isFirst)
            QTest::keyClick(m_desk->window, Qt::Key_F3);
        QTRY_VERIFY(reader().article());
        m_text = reader().article()->text();
    }

    ReadingPane &reader() const { return *m_desk->find<ReadingPane>(); }
    std::vector<Passage> all() const { return m_desk->store->passages(); }
    Passage only() const { return all().empty() ? Passage() : all().front(); }
    QString text() const { return reader().article()->text(); }
    QString words(TextRange range) const { return text().mid(range.start, range.length()); }
    TextRange paragraph(size_t number) const { return reader().article()->blocks()[number].range; }

    /// A word of a paragraph, both counted from 0.
    TextRange word(size_t number, int index) const
    {
        const TextRange block = paragraph(number);
        qsizetype start = block.start;
        for (int i = 0; i < index; ++i)
            start = text().indexOf(QLatin1Char(' '), start) + 1;
        return {start, text().indexOf(QLatin1Char(' '), start)};
    }

    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }

    void select(TextRange range)
    {
        reader().setFocus();
        reader().setSelection(range);
    }

    void keep(TextRange range, Qt::Key key = Qt::Key_H)
    {
        const size_t before = all().size();
        select(range);
        press(key);
        QTRY_COMPARE(all().size(), before + 1);
    }

    std::unique_ptr<DeskRoom> m_room;
    std::unique_ptr<Desk> m_desk;
    QString m_text;
};

QTEST_MAIN(TestMarkJourney)
#include "tst_markjourney.moc"
