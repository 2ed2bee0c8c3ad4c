#include "reading/articleview.h"
#include "reading/hitmap.h"
#include "page/motion.h"
#include "style/theme.h"
#include "ui/reading/samplearticles.h"
#include "ui/reading/viewprobes.h"

#include <QSignalSpy>
#include <QWheelEvent>

using namespace Lectern;

/// Scrolling as the reader sees it: through an ArticleView.
class TestDocumentScroll : public QObject
{
    Q_OBJECT

private:
    Theme m_theme;

private Q_SLOTS:
    void initTestCase() { Motion::setReduced(true); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    void place_survivesResizeAndReopening()
    {
        const ArticlePtr article = longArticle();
        const auto view = shownView(m_theme, article);
        view->reveal(rangeOf(*article, QStringLiteral("word20 ")));
        const ReadingPlace place = view->place();
        const int top = view->caretRect(place.offset).top();
        QVERIFY(place.offset > 0);

        for (const int width : {500, 420, 900, 640}) {
            view->resize(width, 480);
            QCOMPARE(view->place(), place);
        }
        QCOMPARE(view->caretRect(place.offset).top(), top);

        const auto again = shownView(m_theme, article, place);
        QCOMPARE(again->place(), place);
        QCOMPARE(again->caretRect(place.offset).top(), top);
    }

    void place_survivesMeasuringOfTheRest()
    {
        const ArticlePtr article = longArticle();
        const auto view =
            shownView(m_theme, article, {rangeOf(*article, QStringLiteral("word30 ")).start, 4});
        const int top = view->caretRect(view->place().offset).top();
        const ReadingPlace place = view->place();
        QSignalSpy idle(view->verticalScrollBar(), &QScrollBar::valueChanged);
        for (int i = 0; i < 50; ++i)
            QCoreApplication::processEvents();
        QCOMPARE(view->caretRect(place.offset).top(), top);
        QCOMPARE(view->place(), place);
        QCOMPARE(idle.size(), 0);
    }

    void style_keepsThePlace()
    {
        const ArticlePtr article = longArticle();
        const auto view = shownView(m_theme, article);
        view->reveal(rangeOf(*article, QStringLiteral("word20 ")));
        const ReadingPlace place = view->place();
        ReadingStyle style;
        style.fontSize = 26;
        style.lineHeight = 1.8;
        style.justified = true;
        view->setReadingStyle(style);
        QCOMPARE(view->place(), place);
        QVERIFY(qAbs(view->caretRect(place.offset).top() + place.pixels) <= 1);
    }

    void scrollingUp_neverJumps()
    {
        const ArticlePtr article = longArticle();
        const auto view =
            shownView(m_theme, article, {rangeOf(*article, QStringLiteral("word35 ")).start, 0});
        for (int step = 0; step < 40; ++step) {
            const qsizetype watched = view->place().offset;
            const int before = view->caretRect(watched).top();
            view->verticalScrollBar()->setValue(view->verticalScrollBar()->value() - 37);
            QCOMPARE(view->caretRect(watched).top(), before + 37);
        }
    }

    void pages_goToTheEndAndBack()
    {
        const auto view = shownView(m_theme, longArticle());
        int pages = 0;
        while (view->pageForward() && pages < 200)
            ++pages;
        QVERIFY(pages > 5 && pages < 200);
        QCOMPARE(view->verticalScrollBar()->value(), view->verticalScrollBar()->maximum());
        while (view->pageBackward() && pages > 0)
            --pages;
        QCOMPARE(view->verticalScrollBar()->value(), 0);
    }

    void space_atTheEnd_isLeftToTheWindow()
    {
        QWidget window;
        window.resize(640, 480);
        ArticleView view(m_theme, &window);
        view.resize(640, 480);
        view.setArticle(longArticle(), {});
        window.show();
        const auto press = [&view] {
            QKeyEvent space(QEvent::KeyPress, Qt::Key_Space, Qt::NoModifier, QStringLiteral(" "));
            QCoreApplication::sendEvent(&view, &space);
            return space.isAccepted();
        };
        QVERIFY(press());
        QTest::keyClick(&view, Qt::Key_End);
        QCOMPARE(view.verticalScrollBar()->value(), view.verticalScrollBar()->maximum());
        QVERIFY(!press());
    }

    void smoothScroll_arrives()
    {
        Motion::setReduced(false);
        const auto view = shownView(m_theme, longArticle());
        if (!Motion::isReduced()) {
            QTest::keyClick(view.get(), Qt::Key_Down);
            QTest::keyClick(view.get(), Qt::Key_Down);
            QVERIFY(view->verticalScrollBar()->value() < 58);
            QTRY_COMPARE(view->verticalScrollBar()->value(), 58);
        }
        Motion::setReduced(true);
    }

    void touchpad_scrollsByItsPixels()
    {
        const auto view = shownView(m_theme, longArticle());
        QWheelEvent event({100, 100}, view->mapToGlobal(QPointF(100, 100)), {0, -33}, {0, -10}, Qt::NoButton,
                          {}, Qt::ScrollUpdate, false);
        QCoreApplication::sendEvent(view->viewport(), &event);
        QCOMPARE(view->verticalScrollBar()->value(), 33);
    }

    void hugeParagraph_opensAtOnceAndKeepsItsOffsets()
    {
        QString text;
        for (int i = 0; text.size() < 1000000; ++i)
            text += QStringLiteral("Sentence %1 of a text without a single break. ").arg(i);
        CanonicalTextBuilder builder;
        builder.addBlock(BlockKind::Paragraph, text);
        const ArticlePtr article = articleOf(builder.take());
        const auto view = shownView(m_theme, article);
        const TextRange words = rangeOf(*article, QStringLiteral("Sentence 15000 of"));
        view->reveal(words);
        drag(*view, startOf(*view, words.start), startOf(*view, words.end));
        QCOMPARE(view->selection(), words);
    }
};

QTEST_MAIN(TestDocumentScroll)
#include "tst_documentscroll.moc"
