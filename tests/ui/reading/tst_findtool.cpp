#include "reading/articleview.h"
#include "reading/findtool.h"
#include "reading/readingpane.h"
#include "page/motion.h"
#include "style/theme.h"
#include "ui/reading/samplearticles.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Lectern;

/// The find bar in a reading pane, which finds at once what the window would find beside it.
class TestFindTool final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Motion::setReduced(true); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
        m_article = longArticle();
        m_pane = std::make_unique<ReadingPane>(m_theme);
        connect(m_pane.get(), &ReadingPane::findWanted, this,
                [this](const QString &text, const FindOptions &how) {
                    m_pane->setFound(TextFinder(m_pane->article()->text()).find(text, how));
                });
        m_pane->resize(700, 480);
        m_pane->setArticle(m_article);
        m_pane->show();
        QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
        m_view = m_pane->findChild<ArticleView *>();
        m_bar = m_pane->findChild<FindBar *>();
        m_hits = TextFinder(m_article->text()).find(QStringLiteral("the"), {}).ranges;
        QVERIFY(m_hits.size() > 3);
    }
    void cleanup() { m_pane.reset(); }

    void open_takesTheKeyboard_andTypingMarksAll()
    {
        m_pane->openFind();
        QVERIFY(m_bar->field()->hasFocus());
        QTest::keyClicks(m_bar->field(), QStringLiteral("the"));
        QCOMPARE(m_view->hitCount(), int(m_hits.size()));
        QCOMPARE(m_view->currentHit(), 0);
        QCOMPARE(m_bar->status(), QStringLiteral("1 of %1").arg(m_hits.size()));
    }

    void enter_stepsAround()
    {
        m_pane->openFind();
        QTest::keyClicks(m_bar->field(), QStringLiteral("the"));
        QTest::keyClick(m_bar->field(), Qt::Key_Return);
        QCOMPARE(m_view->currentHit(), 1);
        QTest::keyClick(m_bar->field(), Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClick(m_bar->field(), Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(m_view->currentHit(), int(m_hits.size()) - 1);
        m_pane->stepFound(+1);
        QCOMPARE(m_view->currentHit(), 0);
    }

    void letters_thatGoOn_stayAtTheSamePlace()
    {
        m_pane->openFind();
        QTest::keyClicks(m_bar->field(), QStringLiteral("t"));
        m_pane->stepFound(+1);
        m_pane->stepFound(+1);
        const qsizetype at = m_view->hit(m_view->currentHit()).start;
        QTest::keyClicks(m_bar->field(), QStringLiteral("h"));
        QVERIFY(m_view->hit(m_view->currentHit()).start >= at);
        QTest::keyClick(m_bar->field(), Qt::Key_Backspace);
        QVERIFY(m_view->hit(m_view->currentHit()).start >= at);
    }

    void escape_givesTheHitsOfTheSearchBack_data()
    {
        QTest::addColumn<bool>("inArticle");
        QTest::newRow("in the field") << false;
        QTest::newRow("in the article") << true;
    }

    void escape_givesTheHitsOfTheSearchBack()
    {
        QFETCH(const bool, inArticle);
        m_pane->setHits({{5, 9}, {20, 25}});
        m_pane->setCurrentHit(1, ReadingPane::Reveal::No);
        m_pane->openFind();
        QTest::keyClicks(m_bar->field(), QStringLiteral("the"));
        QCOMPARE(m_pane->hitCount(), 2); // of the search, whatever is shown
        QCOMPARE(m_pane->currentHit(), 1);
        QVERIFY(m_pane->isFinding());
        if (inArticle)
            m_view->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(m_bar->isHidden());
        QVERIFY(!m_pane->isFinding());
        QCOMPARE(m_view->hitCount(), 2);
        QCOMPARE(m_view->currentHit(), 1);
        QVERIFY(m_view->hasFocus());
    }

    void hitsThatComeMeanwhile_waitUntilTheBarIsClosed()
    {
        m_pane->openFind();
        QTest::keyClicks(m_bar->field(), QStringLiteral("the"));
        m_pane->setHits({{5, 9}});
        QCOMPARE(m_view->hitCount(), int(m_hits.size()));
        QTest::keyClick(m_bar->field(), Qt::Key_Escape);
        QCOMPARE(m_view->hitCount(), 1);
    }

    void anotherArticle_isSearchedForTheSame()
    {
        m_pane->openFind();
        QTest::keyClicks(m_bar->field(), QStringLiteral("the"));
        m_pane->setArticle(longArticle());
        QCOMPARE(m_view->hitCount(), int(m_hits.size()));
    }

    void selectedWords_areLookedFor()
    {
        m_pane->setSelection({0, 4});
        m_pane->openFind();
        QCOMPARE(m_bar->text(), m_article->text().left(4));
        QVERIFY(m_view->hitCount() > 0);
    }

    void nothingFound_andABadExpression_areSaid()
    {
        m_pane->openFind();
        QTest::keyClicks(m_bar->field(), QStringLiteral("qqqq"));
        QCOMPARE(m_bar->status(), QStringLiteral("Not found"));
        m_bar->findChildren<QAbstractButton *>()[2]->click();
        m_bar->setText(QStringLiteral("a("));
        QCOMPARE(m_bar->status(), QStringLiteral("Not valid"));
        QVERIFY(m_bar->field()->accessibleDescription().contains(QLatin1String("regular expression")));
    }

    void bar_staysInANarrowPane()
    {
        m_pane->resize(420, 480);
        m_pane->openFind();
        QVERIFY(m_pane->rect().contains(m_bar->geometry().adjusted(0, 4, 0, 0)));
        QVERIFY(m_bar->field()->width() > 60);
    }

private:
    Theme m_theme;
    ArticlePtr m_article;
    std::unique_ptr<ReadingPane> m_pane;
    ArticleView *m_view = nullptr;
    FindBar *m_bar = nullptr;
    std::vector<TextRange> m_hits;
};

QTEST_MAIN(TestFindTool)
#include "tst_findtool.moc"
