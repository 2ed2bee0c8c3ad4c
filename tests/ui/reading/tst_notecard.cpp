#include "reading/notecard.h"

#include "reading/articleview.h"
#include "reading/hitmap.h"
#include "reading/notetext.h"
#include "reading/readingpane.h"
#include "style/noteeditor.h"
#include "style/theme.h"
#include "ui/reading/samplearticles.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Lectern;

/// The note beside the words, in a real reading pane.
class TestNoteCard final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
        m_article = longArticle();
        m_words = rangeOf(*m_article, QStringLiteral("walked along the old quay"));
        m_pane = std::make_unique<ReadingPane>(m_theme);
        m_pane->resize(700, 600);
        m_pane->setArticle(m_article);
        m_view = m_pane->findChild<ArticleView *>();
        m_card = m_pane->findChild<NoteCard *>();
        setNote(QStringLiteral("**Ask** her\nagain"));
        m_pane->show();
        m_pane->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
        m_view->setFocus();
    }

    void cleanup() { m_pane.reset(); }

    void sign_click_showsTheNoteAsItIsMeant()
    {
        const QPoint sign(m_view->columnRect().right() + 22, m_view->caretRect(m_words.start).center().y());
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, sign);
        QVERIFY(m_card->isVisible());
        QCOMPARE(m_pane->selectedMark(), QStringLiteral("p"));
        QCOMPARE(text()->toPlainText(), QStringLiteral("Ask her\nagain"));
        QVERIFY(m_view->hasFocus());
    }

    void card_doesNotCoverTheWords_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<QString>("words");
        QTest::newRow("below the words") << 700 << "walked along the old quay";
        QTest::newRow("above the last words in sight") << 700 << "";
        QTest::newRow("in the margin") << 1300 << "walked along the old quay";
        QTest::newRow("narrow") << 340 << "walked along";
    }

    void card_doesNotCoverTheWords()
    {
        QFETCH(const int, width);
        QFETCH(const QString, words);
        m_pane->resize(width, 600);
        if (words.isEmpty())
            m_words =
                m_article->blocks()[size_t(m_article->blockAt(m_view->offsetAt({m_view->width() / 2, 520})))]
                    .range;
        else
            m_words = rangeOf(*m_article, words);
        setNote(QStringLiteral("A note"));
        m_pane->showNote(QStringLiteral("p"));
        QVERIFY(m_card->isVisible());
        const QRect card = m_card->cardRect();
        for (const QRectF &box : m_view->boxes(m_words))
            QVERIFY(!card.intersects(box.toAlignedRect()));
        QVERIFY(card.left() >= 0 && card.right() < m_pane->width());
        QCOMPARE(card.left() > m_view->columnRect().right(), width == 1300);
    }

    void html_isShownAsTyped_picturesAreNotLoaded()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("red.png"));
        QImage red(40, 40, QImage::Format_RGB32);
        red.fill(Qt::red);
        QVERIFY(red.save(path));
        setNote(QStringLiteral("<b>bold</b> ![x](%1) ![y](file://%1) <script>1</script>").arg(path));
        m_pane->showNote(QStringLiteral("p"));
        QVERIFY(text()->toPlainText().contains(QStringLiteral("<b>bold</b>")));
        const QImage shown = m_card->grab().toImage();
        for (int y = 0; y < shown.height(); ++y)
            for (int x = 0; x < shown.width(); ++x)
                QVERIFY(shown.pixelColor(x, y) != QColor(Qt::red));
    }

    void edit_controlEnter_keepsTheNote()
    {
        keepWhatIsEdited();
        QSignalSpy edited(m_pane.get(), &ReadingPane::noteEdited);
        m_pane->editNote(QStringLiteral("p"));
        QVERIFY(editor() && editor()->hasFocus());
        QCOMPARE(editor()->note(), QStringLiteral("**Ask** her\nagain"));
        QTest::keyClicks(editor(), QStringLiteral(" soon"));
        QTest::keyClick(editor(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(edited,
                 (QList<QList<QVariant>>{{QStringLiteral("p"), QStringLiteral("**Ask** her\nagain soon")}}));
        QVERIFY(!m_pane->isEditingNote());
        QVERIFY(m_card->isVisible());
        QVERIFY(text()->toPlainText().endsWith(QStringLiteral("soon")));
        QVERIFY(m_view->hasFocus());
    }

    void edit_escape_takesItBack()
    {
        QSignalSpy edited(m_pane.get(), &ReadingPane::noteEdited);
        m_pane->editNote(QStringLiteral("p"));
        QTest::keyClicks(editor(), QStringLiteral("wrong"));
        QTest::keyClick(editor(), Qt::Key_Escape);
        QCOMPARE(edited.size(), 0);
        QVERIFY(!m_pane->isEditingNote());
        QTest::keyClick(m_view, Qt::Key_Escape);
        QVERIFY(!m_card->isVisible());
    }

    void edit_leaving_keeps()
    {
        keepWhatIsEdited();
        QSignalSpy edited(m_pane.get(), &ReadingPane::noteEdited);
        m_pane->editNote(QStringLiteral("p"));
        QTest::keyClicks(editor(), QStringLiteral("!"));
        m_view->setFocus();
        QCOMPARE(edited.size(), 1);
        QVERIFY(!m_pane->isEditingNote());
    }

    void edit_refused_staysOpenWithWhatWasWritten()
    {
        m_pane->editNote(QStringLiteral("p"));
        QTest::keyClicks(editor(), QStringLiteral("!"));
        QTest::keyClick(editor(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(m_pane->isEditingNote());
        QVERIFY(editor()->note().endsWith(QLatin1Char('!')));
    }

    void anotherNote_keepsTheOneThatIsWritten()
    {
        Mark first;
        first.passageId = QStringLiteral("first");
        first.range = m_words;
        Mark second = first;
        second.passageId = QStringLiteral("second");
        second.range = rangeOf(*m_article, QStringLiteral("boats"));
        second.note = QStringLiteral("second note");
        connect(m_pane.get(), &ReadingPane::noteEdited, m_pane.get(),
                [&](const QString &id, const QString &note) {
                    QCOMPARE(id, first.passageId);
                    first.note = note;
                    m_pane->setMarks({second, first});
                });
        m_pane->setMarks({first, second});
        m_pane->editNote(first.passageId);
        QTest::keyClicks(editor(), QStringLiteral("one"));
        m_pane->showNote(second.passageId);
        QCOMPARE(first.note, QStringLiteral("one"));
        QCOMPARE(m_card->passageId(), second.passageId);
        QVERIFY(!m_pane->isEditingNote());
        QCOMPARE(text()->toPlainText(), QStringLiteral("second note"));
    }

    void emptyNote_opensTheEditor_andClosesWhenItStaysEmpty()
    {
        setNote({});
        m_pane->showNote(QStringLiteral("p"));
        QVERIFY(m_pane->isEditingNote());
        QTest::keyClick(editor(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!m_card->isVisible());
    }

    void click_onTheNote_editsIt()
    {
        m_pane->showNote(QStringLiteral("p"));
        QTest::mouseClick(text()->viewport(), Qt::LeftButton, {}, {5, 5});
        QVERIFY(m_pane->isEditingNote());
    }

    void noteOutOfSight_isShownWithItsWords()
    {
        m_words = rangeOf(*m_article, QStringLiteral("Paragraph 30 tells"));
        setNote(QStringLiteral("far"));
        m_pane->editNote(QStringLiteral("p"));
        QVERIFY(m_pane->isEditingNote());
        QVERIFY(!m_pane->markRect(QStringLiteral("p")).isEmpty());
        QVERIFY(m_pane->rect().contains(m_card->cardRect()));
        QCOMPARE(m_card->passageId(), QStringLiteral("p"));
    }

    void wordsThatFillThePane_leaveTheCardInSight()
    {
        m_words = {0, m_article->text().size()};
        setNote(QStringLiteral("all of it"));
        m_pane->showNote(QStringLiteral("p"));
        QVERIFY(m_card->isVisible());
        QVERIFY(m_pane->rect().contains(m_card->cardRect()));
    }

    void scrollingAway_closesTheCard()
    {
        m_pane->showNote(QStringLiteral("p"));
        m_pane->reveal(rangeOf(*m_article, QStringLiteral("Paragraph 30")));
        QTRY_VERIFY(!m_card->isVisible());
    }

    void marksHidden_closesTheCardAndTakesTheTicksAway()
    {
        m_pane->showNote(QStringLiteral("p"));
        QCOMPARE(m_view->hitMap().ticks().size(), size_t(1));
        m_pane->setMarksShown(false);
        QVERIFY(!m_card->isVisible());
        QVERIFY(m_view->hitMap().ticks().empty());
        QVERIFY(m_pane->markRect(QStringLiteral("p")).isEmpty());
        setNote(QStringLiteral("other"));
        QVERIFY(m_view->hitMap().ticks().empty());
        m_pane->setMarksShown(true);
        QCOMPARE(m_view->hitMap().ticks().size(), size_t(1));
    }

private:
    void setNote(const QString &note)
    {
        Mark mark;
        mark.passageId = QStringLiteral("p");
        mark.range = m_words;
        mark.note = note;
        m_pane->setMarks({mark});
    }
    void keepWhatIsEdited()
    {
        connect(m_pane.get(), &ReadingPane::noteEdited, m_pane.get(),
                [this](const QString &, const QString &note) { setNote(note); });
    }
    NoteText *text() const { return m_card->findChild<NoteText *>(); }
    NoteEditor *editor() const { return m_card->findChild<NoteEditor *>(); }

    Theme m_theme;
    ArticlePtr m_article;
    TextRange m_words;
    std::unique_ptr<ReadingPane> m_pane;
    ArticleView *m_view = nullptr;
    NoteCard *m_card = nullptr;
};

QTEST_MAIN(TestNoteCard)
#include "tst_notecard.moc"
