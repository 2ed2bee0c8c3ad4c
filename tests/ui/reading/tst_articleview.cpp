#include "reading/articleview.h"
#include "reading/hitmap.h"
#include "page/motion.h"
#include "style/theme.h"
#include "ui/reading/samplearticles.h"
#include "ui/reading/viewprobes.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace Lectern;

class TestArticleView : public QObject
{
    Q_OBJECT

private:
    Theme m_theme;

    static ArticlePtr linkedArticle()
    {
        CanonicalTextBuilder builder;
        builder.beginBlock(BlockKind::Paragraph);
        builder.append(u"See the ");
        builder.beginSpan(SpanKind::Link, QStringLiteral("https://example.org/report"));
        builder.append(u"full report");
        builder.endSpan(SpanKind::Link);
        builder.append(u" of the council.");
        builder.endBlock();
        return articleOf(builder.take());
    }

private Q_SLOTS:
    void initTestCase()
    {
        Motion::setReduced(true);
        m_theme.setChoice(ThemeChoice::Light);
    }

    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    void everyOffset_isFoundWhereItStands()
    {
        const ArticlePtr article = titledArticle(QStringLiteral("Nasty"), nastyParagraphs());
        const auto view = shownView(m_theme, article);
        for (qsizetype at = 0; at < article->text().size(); ++at) {
            const int y = view->caretRect(at).center().y();
            if (y < 0 || y >= view->viewport()->height())
                view->reveal({at, at});
            const QRect caret = view->caretRect(at);
            const qsizetype back = view->offsetAt(caret.center());
            // Rounding to whole pixels may lead to the neighbour of a thin character, never to another line
            // or block.
            QCOMPARE(view->caretRect(back).top(), caret.top());
            QVERIFY(article->blockAt(back) == article->blockAt(at));
        }
    }

    void mouseDrag_selectsExactlyTheWords()
    {
        const ArticlePtr article = longArticle();
        const auto view = shownView(m_theme, article);
        const TextRange words = rangeOf(*article, QStringLiteral("harbour master walked along the old quay"));
        QSignalSpy changed(view.get(), &ArticleView::selectionChanged);
        QSignalSpy finished(view.get(), &ArticleView::selectionFinished);
        drag(*view, startOf(*view, words.start), startOf(*view, words.end));
        QCOMPARE(view->selection(), words);
        QVERIFY(!changed.isEmpty());
        QCOMPARE(finished.size(), 1);
    }

    void mouseDrag_backwardsAndOverEmoji_selectsWholeLetters()
    {
        const ArticlePtr article =
            titledArticle(QStringLiteral("Emoji"), {QStringLiteral("a 👍🏽 b e\u0301 c")});
        const auto view = shownView(m_theme, article);
        const TextRange words = rangeOf(*article, QStringLiteral("👍🏽 b e\u0301"));
        drag(*view, startOf(*view, words.end), startOf(*view, words.start));
        QCOMPARE(view->selection(), words);
    }

    void doubleClick_selectsTheWord()
    {
        const ArticlePtr article = longArticle();
        const auto view = shownView(m_theme, article);
        const QPoint at = middleOf(*view, rangeOf(*article, QStringLiteral("counted")));
        QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, at);
        QCOMPARE(selected(*view), QStringLiteral("counted"));
    }

    void tripleClick_selectsTheBlock()
    {
        const ArticlePtr article = longArticle();
        const auto view = shownView(m_theme, article);
        const QPoint at = middleOf(*view, rangeOf(*article, QStringLiteral("counted")));
        QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, at);
        QTest::mousePress(view->viewport(), Qt::LeftButton, {}, at);
        QTest::mouseRelease(view->viewport(), Qt::LeftButton, {}, at);
        QCOMPARE(view->selection(), article->blocks()[1].range);
    }

    void shiftClick_extendsTheSelection()
    {
        const ArticlePtr article = longArticle();
        const auto view = shownView(m_theme, article);
        const TextRange words = rangeOf(*article, QStringLiteral("counted the boats"));
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, startOf(*view, words.start));
        QTest::mouseClick(view->viewport(), Qt::LeftButton, Qt::ShiftModifier, startOf(*view, words.end));
        QCOMPARE(view->selection(), words);
    }

    void shiftKeys_extendTheSelection_data()
    {
        QTest::addColumn<QList<int>>("keys");
        QTest::addColumn<bool>("byWords");
        QTest::addColumn<QString>("expected");
        QTest::newRow("letters") << QList<int>{Qt::Key_Right, Qt::Key_Right} << false << "co";
        QTest::newRow("and back") << QList<int>{Qt::Key_Right, Qt::Key_Left, Qt::Key_Left} << false << " ";
        QTest::newRow("words") << QList<int>{Qt::Key_Right, Qt::Key_Right} << true << "counted the";
        QTest::newRow("word back") << QList<int>{Qt::Key_Left} << true << "quay, ";
    }

    void shiftKeys_extendTheSelection()
    {
        QFETCH(QList<int>, keys);
        QFETCH(bool, byWords);
        QFETCH(QString, expected);
        const ArticlePtr article = longArticle();
        const auto view = shownView(m_theme, article);
        const qsizetype start = rangeOf(*article, QStringLiteral("counted the boats")).start;
        view->setSelection({start, start});
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, startOf(*view, start));
        QSignalSpy finished(view.get(), &ArticleView::selectionFinished);
        const Qt::KeyboardModifiers modifiers =
            byWords ? Qt::ShiftModifier | Qt::ControlModifier : Qt::ShiftModifier;
        for (const int key : keys)
            QTest::keyClick(view.get(), Qt::Key(key), modifiers);
        QCOMPARE(selected(*view), expected);
        QVERIFY(!finished.isEmpty());
    }

    void shiftDown_selectsALineAndKeepsItsColumn()
    {
        const ArticlePtr article = longArticle();
        const auto view = shownView(m_theme, article);
        const qsizetype start = rangeOf(*article, QStringLiteral("harbour master walked")).start;
        const QPoint at = startOf(*view, start);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, at);
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(view.get(), Qt::Key_Down, Qt::ShiftModifier);
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(view.get(), Qt::Key_Up, Qt::ShiftModifier);
        QVERIFY(view->selection().isEmpty());
        QTest::keyClick(view.get(), Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(view->caretRect(view->caret()).top(), at.y() - 14 + 29);
        QVERIFY(qAbs(view->caretRect(view->caret()).left() - at.x()) < 12);
    }

    void selectAllAndCopy_speakOfTheWholeText()
    {
        const ArticlePtr article = titledArticle(QStringLiteral("Nasty"), nastyParagraphs());
        const auto view = shownView(m_theme, article);
        QSignalSpy copy(view.get(), &ArticleView::copyRequested);
        QTest::keyClick(view.get(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(copy.size(), 0);
        QTest::keyClick(view.get(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(view.get(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(copy.size(), 1);
        QCOMPARE(copy.first().first().value<TextRange>(), (TextRange{0, article->text().size()}));
    }

    void hitsMarksAndSelection_arePainted()
    {
        const ArticlePtr article = longArticle();
        const auto view = shownView(m_theme, article);
        const TextRange hit = rangeOf(*article, QStringLiteral("master"));
        const TextRange current = rangeOf(*article, QStringLiteral("walked"));
        const TextRange marked = rangeOf(*article, QStringLiteral("old quay"));
        const TextRange chosen = rangeOf(*article, QStringLiteral("boats"));
        view->setHits({current, hit});
        view->setCurrentHit(1);
        view->setMarks({{QStringLiteral("p"), marked, MarkColour::Blue}});
        view->setSelection(chosen);
        const QImage image = view->viewport()->grab().toImage();
        const auto ground = [&](TextRange range) {
            return image.pixelColor(view->boxes(range).front().topLeft().toPoint() + QPoint(4, 3));
        };
        const Tokens &tokens = m_theme.tokens();
        QCOMPARE(ground(hit), tokens.hit);
        QCOMPARE(ground(current), tokens.currentHit);
        QCOMPARE(ground(marked), tokens.markOf(MarkColour::Blue));
        QCOMPARE(ground(chosen), tokens.selection);
        const QRectF box = view->boxes(marked).front();
        QCOMPARE(image.pixelColor(int(box.center().x()), int(box.bottom()) - 1),
                 tokens.markEdgeOf(MarkColour::Blue));
    }

    void derivedTitle_isPaintedButNoText()
    {
        CanonicalTextBuilder builder;
        builder.addBlock(BlockKind::Paragraph, u"Only a paragraph.");
        const ArticlePtr article = articleOf(builder.take(), {});
        const auto view = shownView(m_theme, article);
        QVERIFY(view->caretRect(0).top() > 120);
        QCOMPARE(view->offsetAt({48, 90}), qsizetype(0));
    }

    void noArticle_showsASentence()
    {
        const auto view = shownView(m_theme, nullptr);
        const QImage image = view->viewport()->grab().toImage();
        int inked = 0;
        for (int x = 0; x < image.width(); ++x)
            for (int y = 180; y < 205; ++y)
                inked += image.pixelColor(x, y) != m_theme.tokens().paper ? 1 : 0;
        QVERIFY(inked > 50);
        QVERIFY(!view->pageForward());
    }

    void rightToLeftParagraph_standsAtTheRight()
    {
        const ArticlePtr article =
            titledArticle(QStringLiteral("الميناء"), {QStringLiteral("قال رئيس الميناء")});
        const auto view = shownView(m_theme, article);
        const QRectF title = view->boxes(article->blocks()[0].range).front();
        const QRectF body = view->boxes(article->blocks()[1].range).front();
        QVERIFY(qAbs(title.right() - (640 - 48)) < 2);
        QVERIFY(qAbs(body.right() - (640 - 48)) < 2);
    }

    void clickOnLink_activatesIt()
    {
        const ArticlePtr article = linkedArticle();
        const auto view = shownView(m_theme, article);
        QSignalSpy link(view.get(), &ArticleView::linkActivated);
        const QPoint at = middleOf(*view, rangeOf(*article, QStringLiteral("full report")));
        QTest::mouseMove(view->viewport(), at);
        QCOMPARE(view->viewport()->cursor().shape(), Qt::PointingHandCursor);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, at);
        QCOMPARE(link.size(), 1);
        QCOMPARE(link.first().first().toString(), QStringLiteral("https://example.org/report"));
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {},
                          middleOf(*view, rangeOf(*article, QStringLiteral("council"))));
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, {600, at.y()});
        QCOMPARE(link.size(), 1);
    }

    void dragOverLink_selectsInsteadOfFollowing()
    {
        const ArticlePtr article = linkedArticle();
        const auto view = shownView(m_theme, article);
        QSignalSpy link(view.get(), &ArticleView::linkActivated);
        const TextRange words = rangeOf(*article, QStringLiteral("report"));
        drag(*view, startOf(*view, words.start), startOf(*view, words.end));
        QCOMPARE(view->selection(), words);
        QCOMPARE(link.size(), 0);
    }

    void clickOnMarkOrNoteSign_activatesTheInnermost()
    {
        const ArticlePtr article = longArticle();
        const auto view = shownView(m_theme, article);
        const TextRange outer = rangeOf(*article, QStringLiteral("walked along the old quay"));
        const TextRange inner = rangeOf(*article, QStringLiteral("old quay"));
        view->setMarks({{QStringLiteral("inner"), inner, MarkColour::Pink},
                        {QStringLiteral("outer"), outer, MarkColour::Yellow, QStringLiteral("note")}});
        QSignalSpy mark(view.get(), &ArticleView::markActivated);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, middleOf(*view, inner));
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {},
                          middleOf(*view, rangeOf(*article, QStringLiteral("walked"))));
        const int line = view->caretRect(outer.start).center().y();
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, {640 - 48 + 22, line});
        QCOMPARE(mark.size(), 3);
        QCOMPARE(mark[0].first().toString(), QStringLiteral("inner"));
        QCOMPARE(mark[1].first().toString(), QStringLiteral("outer"));
        QCOMPARE(mark[2].first().toString(), QStringLiteral("outer"));
    }

    void accessibleText_isTheArticles()
    {
        const ArticlePtr article = titledArticle(QStringLiteral("Nasty"), nastyParagraphs());
        const auto view = shownView(m_theme, article);
        QAccessibleInterface *access = QAccessible::queryAccessibleInterface(view.get());
        QVERIFY(access);
        QCOMPARE(access->role(), QAccessible::Document);
        QCOMPARE(access->text(QAccessible::Name), QStringLiteral("Nasty"));
        QAccessibleTextInterface *text = access->textInterface();
        QVERIFY(text);
        QCOMPARE(text->characterCount(), int(article->text().size()));
        QCOMPARE(text->text(0, text->characterCount()), article->text());
        text->setSelection(0, 2, 5);
        QCOMPARE(view->selection(), (TextRange{2, 5}));
        int start = 0;
        int end = 0;
        text->selection(0, &start, &end);
        QCOMPARE(start, 2);
        QCOMPARE(end, 5);
        QCOMPARE(text->cursorPosition(), 5);
        const QRect rect = text->characterRect(3);
        QVERIFY(rect.width() > 2 && rect.height() > 10);
        QCOMPARE(text->offsetAtPoint(rect.center() - QPoint(rect.width() / 4, 0)), 3);
    }
};

QTEST_MAIN(TestArticleView)
#include "tst_articleview.moc"
