#include "reading/articleview.h"
#include "reading/hitmap.h"
#include "page/motion.h"
#include "reading/pillbutton.h"
#include "reading/readingpane.h"
#include "reading/selectionpill.h"
#include "style/theme.h"
#include "ui/reading/samplearticles.h"

#include <QSignalSpy>
#include <QTest>

using namespace Lectern;

class TestReadingPane : public QObject
{
    Q_OBJECT

private:
    Theme m_theme;
    std::unique_ptr<ReadingPane> m_pane;
    ArticleView *m_view = nullptr;
    SelectionPill *m_pill = nullptr;
    ArticlePtr m_article;

    void selectByMouse(TextRange range)
    {
        const QPoint from = m_view->caretRect(range.start).center();
        const QPoint to = m_view->caretRect(range.end).center();
        QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, from);
        QTest::mouseMove(m_view->viewport(), from + QPoint(8, 0));
        QVERIFY(!m_pill->isVisible());
        QTest::mouseMove(m_view->viewport(), to);
        QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, to);
    }

    PillButton *button(const QString &name) const
    {
        for (PillButton *candidate : m_pill->findChildren<PillButton *>())
            if (candidate->accessibleName() == name)
                return candidate;
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase() { Motion::setReduced(true); }

    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
        m_article = longArticle();
        m_pane = std::make_unique<ReadingPane>(m_theme);
        m_pane->resize(640, 480);
        m_pane->setArticle(m_article);
        m_pane->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
        m_view = m_pane->findChild<ArticleView *>();
        m_pill = m_pane->findChild<SelectionPill *>();
    }

    void pill_appearsAboveTheSelectionAndHidesOnScroll()
    {
        const TextRange words = rangeOf(*m_article, QStringLiteral("old quay"));
        selectByMouse(words);
        QVERIFY(m_pill->isVisible());
        QCOMPARE(m_pill->barRect().bottom() + 1, m_view->caretRect(words.start).top() - 10);
        QVERIFY(m_pane->pageForward());
        QVERIFY(!m_pill->isVisible());
        QCOMPARE(m_pane->selection(), words);
    }

    void pill_asksForWhatIsSelected_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("signal");
        QTest::newRow("mark") << "Mark in: Green"
                              << QByteArray(SIGNAL(markRequested(Lectern::TextRange, Lectern::MarkColour)));
        QTest::newRow("note") << "Keep with a note" << QByteArray(SIGNAL(noteRequested(Lectern::TextRange)));
        QTest::newRow("copy") << "Copy" << QByteArray(SIGNAL(copyRequested(Lectern::TextRange)));
        QTest::newRow("cite") << "Copy with citation"
                              << QByteArray(SIGNAL(citeRequested(Lectern::TextRange)));
        QTest::newRow("tray") << "Add to tray"
                              << QByteArray(SIGNAL(markRequested(Lectern::TextRange, Lectern::MarkColour)));
    }

    void pill_asksForWhatIsSelected()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, signal);
        const TextRange words = rangeOf(*m_article, QStringLiteral("old quay"));
        selectByMouse(words);
        QSignalSpy spy(m_pane.get(), signal.constData());
        QTest::mouseClick(button(name), Qt::LeftButton);
        QCOMPARE(spy.size(), 1);
        QCOMPARE(spy.first().first().value<TextRange>(), words);
        QVERIFY(!m_pill->isVisible());
    }

    void escape_inThePill_givesTheKeysBackToTheText()
    {
        m_pane->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
        m_view->setFocus();
        selectByMouse(rangeOf(*m_article, QStringLiteral("old quay")));
        QTest::keyClick(m_view, Qt::Key_Tab);
        QVERIFY(m_pill->isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!m_pill->isVisible());
        QVERIFY(m_view->hasFocus());
        QTest::keyClick(m_view, Qt::Key_Escape);
        QVERIFY(m_pane->selection().isEmpty());
    }

    void currentHit_isBroughtIntoSight()
    {
        const TextRange far = rangeOf(*m_article, QStringLiteral("word33 "));
        m_pane->setHits({far, rangeOf(*m_article, QStringLiteral("master"))});
        QCOMPARE(m_pane->hitCount(), 2);
        QCOMPARE(m_pane->currentHit(), -1);
        QSignalSpy changed(m_pane.get(), &ReadingPane::currentHitChanged);

        m_pane->setCurrentHit(0);
        const int before = m_view->verticalScrollBar()->value();
        QCOMPARE(before, 0);
        m_pane->setCurrentHit(1);
        QVERIFY(qAbs(m_view->caretRect(far.start).top() - 480 / 3) <= 1);
        m_pane->setCurrentHit(7);
        QCOMPARE(m_pane->currentHit(), -1);
        QCOMPARE(changed.size(), 3);
    }

    void clickInHitMap_goesToTheHit()
    {
        const TextRange far = rangeOf(*m_article, QStringLiteral("word33 "));
        m_pane->setHits({far});
        HitMap &map = m_view->hitMap();
        QTRY_VERIFY(map.ticks().size() == 1 && map.ticks()[0].place > 0.7);
        QSignalSpy changed(m_pane.get(), &ReadingPane::currentHitChanged);
        QTest::mouseClick(&map, Qt::LeftButton, {}, {6, map.tickTop(map.ticks()[0]) + 1});
        QCOMPARE(m_pane->currentHit(), 0);
        QCOMPARE(changed.size(), 1);
        QVERIFY(qAbs(m_view->caretRect(far.start).top() - 480 / 3) <= 1);
    }

    void reveal_scrollsToAThird()
    {
        for (const int number : {30, 5, 20, 38, 12}) {
            const TextRange words = rangeOf(*m_article, QStringLiteral("word%1 ").arg(number));
            m_pane->reveal(words);
            QVERIFY(qAbs(m_view->caretRect(words.start).top() - 480 / 3) <= 1);
        }
    }

    void anotherArticle_clearsWhatBelongedToTheFirst()
    {
        m_pane->setHits({{0, 3}});
        m_pane->setMarks({{QStringLiteral("p"), {0, 3}, MarkColour::Green, QStringLiteral("note")}});
        m_pane->setSelection({4, 8});
        QSignalSpy selection(m_pane.get(), &ReadingPane::selectionChanged);
        m_pane->setArticle(titledArticle(QStringLiteral("Other"), {QStringLiteral("Words.")}));
        QCOMPARE(m_pane->hitCount(), 0);
        QVERIFY(m_pane->selection().isEmpty());
        QCOMPARE(selection.size(), 1);
        QVERIFY(m_view->hitMap().ticks().empty());
        m_pane->setArticle(nullptr);
        QVERIFY(!m_pane->article());
        m_pane->setHits({{0, 3}});
        QCOMPARE(m_pane->hitCount(), 0);
        m_pane->reveal({0, 3});
    }

    void contextMenu_knowsThePassage()
    {
        const TextRange words = rangeOf(*m_article, QStringLiteral("old quay"));
        m_pane->setMarks({{QStringLiteral("p"), words, MarkColour::Green}});
        QSignalSpy menu(m_pane.get(), &ReadingPane::contextMenuRequested);
        const QPoint at = m_view->boxes(words).front().center().toPoint();
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, m_view->viewport()->mapToGlobal(at));
        QCoreApplication::sendEvent(m_view->viewport(), &event);
        QCOMPARE(menu.size(), 1);
        QCOMPARE(menu.first()[2].toString(), QStringLiteral("p"));
    }

    void themes_changeTheGround_data()
    {
        QTest::addColumn<ThemeChoice>("choice");
        QTest::newRow("light") << ThemeChoice::Light;
        QTest::newRow("sepia") << ThemeChoice::Sepia;
        QTest::newRow("dark") << ThemeChoice::Dark;
    }

    void themes_changeTheGround()
    {
        QFETCH(ThemeChoice, choice);
        m_theme.setChoice(choice);
        QCOMPARE(m_pane->grab().toImage().pixelColor(10, 10), m_theme.tokens().paper);
        m_theme.setChoice(ThemeChoice::Light);
    }
};

QTEST_MAIN(TestReadingPane)
#include "tst_readingpane.moc"
