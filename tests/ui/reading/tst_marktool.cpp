#include "reading/markpainter.h"
#include "reading/overlay.h"
#include "style/theme.h"
#include "ui/reading/samplearticles.h"
#include "ui/reading/viewprobes.h"

#include <QSignalSpy>

using namespace Lectern;

/// Marks in a real view: which one a click or key means, and how their ends are moved.
class TestMarkTool final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
        m_article = longArticle();
        m_view = shownView(m_theme, m_article);
        QVERIFY(m_view);
        m_view->setMarks({mark("outer", m_outer = words("walked along the old quay, counted")),
                          mark("inner", m_inner = words("old quay"), MarkColour::Pink),
                          mark("far", words("Paragraph 30 tells"), MarkColour::Blue)});
    }

    void cleanup() { m_view.reset(); }

    void click_choosesTheInnermost_thenTheNext()
    {
        QSignalSpy activated(m_view.get(), &ArticleView::markActivated);
        for (const char *expected : {"inner", "outer", "inner"}) {
            clickOn(m_inner);
            QCOMPARE(selected(), QString::fromLatin1(expected));
            QCOMPARE(activated.last().first().toString(), selected());
        }
        clickOn(words("boats"));
        QCOMPARE(selected(), QString());
        QCOMPARE(activated.size(), 3);
    }

    void escape_leavesSelectionThenMark()
    {
        m_view->markTool().select(QStringLiteral("inner"));
        m_view->setSelection({0, 3});
        QTest::keyClick(m_view.get(), Qt::Key_Escape);
        QVERIFY(m_view->selection().isEmpty());
        QCOMPARE(selected(), QStringLiteral("inner"));
        QTest::keyClick(m_view.get(), Qt::Key_Escape);
        QCOMPARE(selected(), QString());
    }

    void enter_opensTheNote()
    {
        QSignalSpy note(m_view.get(), &ArticleView::noteActivated);
        QTest::keyClick(m_view.get(), Qt::Key_Return);
        QCOMPARE(note.size(), 0);
        m_view->markTool().select(QStringLiteral("inner"));
        QTest::keyClick(m_view.get(), Qt::Key_Return);
        QCOMPARE(note, (QList<QList<QVariant>>{{QStringLiteral("inner")}}));
    }

    void step_goesRoundAndShows()
    {
        QSignalSpy activated(m_view.get(), &ArticleView::markActivated);
        for (const char *expected : {"outer", "inner", "far", "outer"}) {
            m_view->stepMark(+1);
            QCOMPARE(selected(), QString::fromLatin1(expected));
        }
        m_view->stepMark(-1);
        QCOMPARE(selected(), QStringLiteral("far"));
        QCOMPARE(activated.size(), 5);
        QTRY_VERIFY(
            m_view->viewport()->rect().contains(m_view->caretRect(words("Paragraph 30").start).center()));
        m_view->setMarks({});
        m_view->stepMark(+1);
        QCOMPARE(selected(), QString());
    }

    void step_beginsWithWhatIsInSight()
    {
        m_view->reveal(words("Paragraph 20 tells"));
        QTRY_VERIFY(m_view->place().offset > m_outer.end);
        m_view->stepMark(+1);
        QCOMPARE(selected(), QStringLiteral("far"));
    }

    void handles_dragSnapsToWords_altToCharacters_data()
    {
        QTest::addColumn<bool>("isEnd");
        QTest::addColumn<QString>("to");
        QTest::addColumn<int>("into"); // characters into the word at which the mouse lets go
        QTest::addColumn<bool>("alt");
        QTest::addColumn<QString>("expected");
        QTest::newRow("end, to most of a word") << true << "counted" << 5 << false << "old quay, counted";
        QTest::newRow("end, to little of a word") << true << "counted" << 2 << false << "old quay,";
        QTest::newRow("end, by characters") << true << "counted" << 5 << true << "old quay, count";
        QTest::newRow("end, before the start") << true << "walked" << 0 << false << "old";
        QTest::newRow("start, to little of a word") << false << "along" << 1 << false << "along the old quay";
        QTest::newRow("start, by characters") << false << "along" << 1 << true << "long the old quay";
        QTest::newRow("start, behind the end") << false << "counted" << 0 << false << "quay";
    }

    void handles_dragSnapsToWords_altToCharacters()
    {
        QFETCH(const bool, isEnd);
        QFETCH(const QString, to);
        QFETCH(const int, into);
        QFETCH(const bool, alt);
        QFETCH(const QString, expected);
        QSignalSpy moved(&m_view->markTool(), &MarkTool::endsMoved);
        m_view->markTool().select(QStringLiteral("inner"));
        const QPoint from = isEnd ? m_view->boxes(m_inner).back().bottomRight().toPoint()
                                  : m_view->boxes(m_inner).front().topLeft().toPoint();
        const QPoint goal = m_view->caretRect(words(to).start + into).center();
        QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, from);
        dragTo(goal, alt ? Qt::AltModifier : Qt::NoModifier);
        QCOMPARE(shown(), expected); // already while it is dragged
        QCOMPARE(moved.size(), 0);
        QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, goal);
        QCOMPARE(moved.size(), 1);
        QCOMPARE(moved.first().first().toString(), QStringLiteral("inner"));
        QCOMPARE(textOf(moved.first().at(1).value<TextRange>()), expected);
        QVERIFY(m_view->selection().isEmpty());
    }

    void handles_escapeTakesTheMoveBack()
    {
        QSignalSpy moved(&m_view->markTool(), &MarkTool::endsMoved);
        m_view->markTool().select(QStringLiteral("inner"));
        QTest::mousePress(m_view->viewport(), Qt::LeftButton, {},
                          m_view->boxes(m_inner).back().bottomRight().toPoint());
        dragTo(m_view->caretRect(words("boats").start).center(), {});
        QTest::keyClick(m_view.get(), Qt::Key_Escape);
        QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, {5, 5});
        QCOMPARE(shown(), QStringLiteral("old quay"));
        QCOMPARE(moved.size(), 0);
    }

    void keys_severalSteps_areOneMove()
    {
        QSignalSpy moved(&m_view->markTool(), &MarkTool::endsMoved);
        MarkTool &tool = m_view->markTool();
        tool.select(QStringLiteral("inner"));
        for (const char *expected : {"old quay,", "old quay, counted", "old quay, counted the"}) {
            tool.moveEnd(MarkEnd::End, +1);
            QCOMPARE(shown(), QString::fromLatin1(expected));
        }
        tool.moveEnd(MarkEnd::End, -1);
        tool.moveEnd(MarkEnd::Start, -1);
        QCOMPARE(shown(), QStringLiteral("the old quay, counted"));
        QCOMPARE(moved.size(), 0);
        QTest::keyRelease(m_view.get(), Qt::Key_Alt);
        QCOMPARE(moved.size(), 1);
        QCOMPARE(textOf(moved.first().at(1).value<TextRange>()), QStringLiteral("the old quay, counted"));
    }

    void keys_pause_countsAsLettingGo()
    {
        QSignalSpy moved(&m_view->markTool(), &MarkTool::endsMoved);
        m_view->markTool().select(QStringLiteral("inner"));
        m_view->markTool().moveEnd(MarkEnd::Start, +1);
        QCOMPARE(shown(), QStringLiteral("quay"));
        m_view->markTool().moveEnd(MarkEnd::Start, +1); // nothing would be left
        QCOMPARE(shown(), QStringLiteral("quay"));
        QTRY_COMPARE(moved.size(), 1);
    }

    void keys_passOverWhatIsLeftOut()
    {
        const TextRange first = words("walked along");
        const TextRange second = words("old quay");
        Mark pieces = mark("pieces", {first.start, second.end});
        pieces.pieces = {first, second};
        m_view->setMarks({pieces});
        MarkTool &tool = m_view->markTool();
        tool.select(QStringLiteral("pieces"));
        tool.moveEnd(MarkEnd::End, -1);
        QCOMPARE(shown(), QStringLiteral("walked along|old"));
        tool.moveEnd(MarkEnd::End, -1);
        QCOMPARE(shown(), QStringLiteral("walked along"));
        tool.moveEnd(MarkEnd::End, +1);
        QCOMPARE(shown(), QStringLiteral("walked along|old"));
    }

    void setMarks_keepsTheSelectedOne()
    {
        QSignalSpy selection(&m_view->markTool(), &MarkTool::selectionChanged);
        m_view->markTool().select(QStringLiteral("inner"));
        m_view->setMarks({mark("inner", m_inner), mark("before", words("Paragraph 1"))});
        QCOMPARE(selected(), QStringLiteral("inner"));
        m_view->setMarks({mark("before", words("Paragraph 1"))});
        QCOMPARE(selected(), QString());
        QCOMPARE(selection.size(), 2);
    }

    void selectedMark_isToldToAScreenReader()
    {
        Mark noted = mark("noted", m_inner, MarkColour::Violet);
        noted.note = QStringLiteral("Ask her.");
        noted.isStarred = true;
        m_view->setMarks({noted});
        m_view->markTool().select(QStringLiteral("noted"));
        for (const char *part : {"old quay", "Violet", "starred", "Ask her."})
            QVERIFY2(m_view->accessibleDescription().contains(QString::fromLatin1(part)), part);
        m_view->markTool().select({});
        QVERIFY(m_view->accessibleDescription().isEmpty());
    }

    void overlap_isSeen()
    {
        const QImage image = m_view->viewport()->grab().toImage();
        const auto ground = [&](const QString &at) {
            return image.pixelColor(m_view->boxes(words(at)).front().topLeft().toPoint() + QPoint(4, 3));
        };
        const Tokens &tokens = m_theme.tokens();
        const QColor both = MarkPainter::blended(
            {tokens.markOf(MarkColour::Yellow), tokens.markOf(MarkColour::Pink)}, tokens.isDark);
        QCOMPARE(ground(QStringLiteral("walked")), tokens.markOf(MarkColour::Yellow));
        QCOMPARE(ground(QStringLiteral("old quay")), both);
        QVERIFY(both != tokens.markOf(MarkColour::Yellow) && both != tokens.markOf(MarkColour::Pink));
        // Each has its own line below the words.
        const QRectF box = m_view->boxes(m_inner).front();
        const int x = int(box.center().x());
        QCOMPARE(image.pixelColor(x, int(box.bottom()) - 1), tokens.markEdgeOf(MarkColour::Yellow));
        QVERIFY(image.pixelColor(x, int(box.bottom()) - 4) != both);
    }

    void gap_isNotMarked()
    {
        const TextRange first = words("walked along");
        const TextRange second = words("counted");
        Mark pieces = mark("pieces", {first.start, second.end});
        pieces.pieces = {first, second};
        m_view->setMarks({pieces});
        const QImage image = m_view->viewport()->grab().toImage();
        const auto ground = [&](TextRange range) {
            return image.pixelColor(m_view->boxes(range).front().topLeft().toPoint() + QPoint(3, 3));
        };
        QCOMPARE(ground(m_inner), m_theme.tokens().paper);
        QCOMPARE(ground(second), m_theme.tokens().markOf(MarkColour::Yellow));
        QCOMPARE(m_view->passageAt(middleOf(*m_view, m_inner)), QString());
        QCOMPARE(m_view->passageAt(middleOf(*m_view, second)), QStringLiteral("pieces"));
    }

    void blended_grounds_keepWordsLegible()
    {
        for (const Tokens &tokens : {Tokens::light(), Tokens::sepia(), Tokens::dark()})
            for (int a = 0; a < markColourCount; ++a)
                for (int b = 0; b < markColourCount; ++b)
                    for (int c = 0; c < markColourCount; ++c) {
                        const std::vector<QColor> three{tokens.mark[size_t(a)], tokens.mark[size_t(b)],
                                                        tokens.mark[size_t(c)]};
                        const QColor ground = MarkPainter::blended(three, tokens.isDark);
                        QVERIFY2(contrast(tokens.ink, ground) >= 4.5, qPrintable(ground.name()));
                    }
    }

private:
    TextRange words(const char *these) const { return rangeOf(*m_article, QString::fromUtf8(these)); }
    TextRange words(const QString &these) const { return rangeOf(*m_article, these); }
    QString textOf(TextRange range) const { return m_article->text().mid(range.start, range.length()); }
    QString selected() const { return m_view->markTool().selectedId(); }
    QString shown() const
    {
        QStringList pieces;
        for (const TextRange &part : m_view->markTool().selected()->parts())
            pieces += textOf(part);
        return pieces.join(QLatin1Char('|'));
    }

    static Mark mark(const char *id, TextRange range, MarkColour colour = MarkColour::Yellow)
    {
        return {QString::fromLatin1(id), range, colour};
    }

    void clickOn(TextRange range)
    {
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, middleOf(*m_view, range));
        QTest::qWait(0);
    }

    /// With the button down, which QTest::mouseMove() does not say.
    void dragTo(QPoint at, Qt::KeyboardModifiers modifiers)
    {
        QMouseEvent event(QEvent::MouseMove, at, m_view->viewport()->mapToGlobal(at), Qt::NoButton,
                          Qt::LeftButton, modifiers);
        QCoreApplication::sendEvent(m_view->viewport(), &event);
    }

    /// WCAG 2.1, relative luminance and contrast ratio.
    static double contrast(const QColor &a, const QColor &b)
    {
        const auto luminance = [](const QColor &colour) {
            const auto linear = [](double c) {
                return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
            };
            return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
                   0.0722 * linear(colour.blueF());
        };
        const double x = luminance(a) + 0.05;
        const double y = luminance(b) + 0.05;
        return std::max(x, y) / std::min(x, y);
    }

    Theme m_theme;
    ArticlePtr m_article;
    std::unique_ptr<ArticleView> m_view;
    TextRange m_outer;
    TextRange m_inner;
};

QTEST_MAIN(TestMarkTool)
#include "tst_marktool.moc"
