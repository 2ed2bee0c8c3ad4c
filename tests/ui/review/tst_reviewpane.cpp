#include "review/placerow.h"
#include "review/reviewpane.h"
#include "review/reviewwords.h"
#include "review/wordingview.h"
#include "style/textbutton.h"
#include "style/theme.h"
#include "support/articles.h"

#include <QSignalSpy>
#include <QVBoxLayout>
#include <QtTest>

using namespace Lectern;
using namespace Lectern::Testing;

namespace {

const QString before = QStringLiteral("Nine boats sank in the old harbour, “all of them” on Friday.");
const QString after = QStringLiteral("Eleven boats sank in the harbour at night, \"all of them\" on Friday.");

ReviewPlace placeOf(const ArticlePtr &article, const QString &words, double score)
{
    const qsizetype at = article->text().indexOf(words);
    return {article, {at, at + words.size()}, score, 0.9, words, wordDifferences(before, words)};
}

/// Of a changed passage with `places` places, or of an orphan.
PassageReviewPtr reviewWith(AnchorState state, int places, bool isWaiting = true)
{
    auto review = std::make_shared<PassageReview>();
    review->passage.id = QStringLiteral("p1");
    review->passage.quote = before;
    review->passage.title = QStringLiteral("Storm");
    review->state = state;
    review->article = makeArticle(QStringLiteral("Storm"), QStringLiteral("First.\n") + after);
    review->isWaiting = isWaiting;
    for (int i = 0; i < places; ++i)
        review->places.push_back(placeOf(review->article, after, 0.8));
    return review;
}

} // namespace

/// How the user is asked where words stand today.
class TestReviewPane final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_window->resize(900, 700);
        m_pane = new ReviewPane(m_theme, m_window.get());
        auto *column = new QVBoxLayout(m_window.get());
        column->setContentsMargins({});
        column->addStretch(1);
        column->addWidget(m_pane);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void cleanup() { m_window.reset(); }

    void answers_areThoseOfTheState_data()
    {
        QTest::addColumn<AnchorState>("state");
        QTest::addColumn<int>("places");
        QTest::addColumn<bool>("isWaiting");
        QTest::addColumn<QStringList>("buttons");
        const QString place = QStringLiteral("This is the place");
        const QString show = QStringLiteral("Show");
        QTest::newRow("changed") << AnchorState::Changed << 1 << true
                                 << QStringList{QStringLiteral("Take the new words"),
                                                QStringLiteral("Keep as it was"),
                                                QStringLiteral("Show in the article")};
        QTest::newRow("changed, or elsewhere")
            << AnchorState::Changed << 2 << true
            << QStringList{QStringLiteral("Take the new words"), QStringLiteral("Keep as it was"),
                           QStringLiteral("Show in the article"), place, show};
        QTest::newRow("orphan") << AnchorState::Orphan << 2 << true
                                << QStringList{QStringLiteral("Leave it"), place, show, place, show};
        QTest::newRow("orphan without a place")
            << AnchorState::Orphan << 0 << true << QStringList{QStringLiteral("Leave it")};
        QTest::newRow("left orphan") << AnchorState::Orphan << 1 << false << QStringList{place, show};
    }

    void answers_areThoseOfTheState()
    {
        QFETCH(const AnchorState, state);
        QFETCH(const int, places);
        QFETCH(const bool, isWaiting);
        QFETCH(QStringList, buttons);
        m_pane->setReview(reviewWith(state, places, isWaiting));
        QVERIFY(m_pane->isVisible());
        QStringList shown;
        for (const TextButton *button : m_pane->findChildren<TextButton *>()) {
            if (!button->isVisible())
                continue;
            shown += button->text();
            QVERIFY(!button->accessibleName().isEmpty() || !button->text().isEmpty());
        }
        shown.sort();
        buttons.sort();
        QCOMPARE(shown, buttons);
        QTRY_VERIFY(m_pane->height() <= m_window->height() / 2 + 1);
        QCOMPARE(m_window->size(), QSize(900, 700));
    }

    void keys_answer()
    {
        QSignalSpy taken(m_pane, &ReviewPane::taken);
        QSignalSpy kept(m_pane, &ReviewPane::kept);
        QSignalSpy left(m_pane, &ReviewPane::leaveRequested);
        m_pane->setReview(reviewWith(AnchorState::Changed, 1));
        m_pane->enter();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Y);
        QCOMPARE(taken.size(), 1);
        QCOMPARE(taken.front()[1].toInt(), 0);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_K);
        QCOMPARE(kept.size(), 1);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(left.size(), 1);
        m_pane->setReview(reviewWith(AnchorState::Orphan, 2));
        m_pane->enter();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Y); // nothing is taken blindly
        QCOMPARE(taken.size(), 1);
    }

    void places_areTakenAndShown()
    {
        QSignalSpy taken(m_pane, &ReviewPane::taken);
        QSignalSpy shown(m_pane, &ReviewPane::showRequested);
        m_pane->setReview(reviewWith(AnchorState::Orphan, 3));
        const QList<PlaceRow *> rows = m_pane->findChildren<PlaceRow *>();
        QCOMPARE(rows.size(), 3);
        rows[2]->takeButton()->click();
        QCOMPARE(taken.front()[1].toInt(), 2);
        rows[1]->showButton()->click();
        QCOMPARE(shown.front()[1].toInt(), 1);
        QVERIFY(rows[0]->takeButton()->accessibleDescription().contains(
            QStringLiteral("“Nine” is now “Eleven”.")));
    }

    void nothing_isAskedAfterClear()
    {
        m_pane->setReview(reviewWith(AnchorState::Changed, 1));
        QCOMPARE(m_pane->passageId(), QStringLiteral("p1"));
        m_pane->clear();
        QVERIFY(!m_pane->isVisible());
        QVERIFY(m_pane->passageId().isEmpty());
    }

    void answers_stayInSight_whateverTheWidth()
    {
        for (const int width : {900, 639, 400, 640, 320}) {
            m_window->resize(width, 500);
            m_pane->setReview(reviewWith(AnchorState::Changed, 3));
            QTRY_COMPARE(m_pane->width(), m_window->width());
            for (const TextButton *button : m_pane->findChildren<TextButton *>())
                if (button->text() == QLatin1String("Take the new words"))
                    QTRY_VERIFY(m_pane->rect().contains(
                        QRect(button->mapTo(m_pane, QPoint()), QSize(button->width(), button->height()))));
        }
    }

    void window_doesNotGrow()
    {
        auto *other = new QWidget(m_window.get());
        other->setMinimumHeight(300);
        static_cast<QVBoxLayout *>(m_window->layout())->insertWidget(0, other, 1);
        m_window->resize(900, 500);
        m_pane->setReview(reviewWith(AnchorState::Orphan, 5));
        QTRY_VERIFY(m_pane->height() > 100);
        QCOMPARE(m_window->height(), 500);
    }

    void likeness_isToldInWords_data()
    {
        QTest::addColumn<double>("score");
        QTest::addColumn<double>("context");
        QTest::addColumn<QString>("told");
        QTest::newRow("same") << 1.0 << 1.0 << "¶ 2 · the same words · the same surroundings";
        QTest::newRow("nearly") << 0.92 << 0.5 << "¶ 2 · nearly the same words · similar surroundings";
        QTest::newRow("similar") << 0.8 << 0.1 << "¶ 2 · similar words · other surroundings";
        QTest::newRow("some") << 0.6 << 0.1 << "¶ 2 · some of the words · other surroundings";
        QTest::newRow("few") << 0.3 << 0.1 << "¶ 2 · few of the words · other surroundings";
    }

    void likeness_isToldInWords()
    {
        QFETCH(const double, score);
        QFETCH(const double, context);
        const PassageReviewPtr review = reviewWith(AnchorState::Orphan, 1);
        ReviewPlace place = review->places.front();
        place.score = score;
        place.context = context;
        QTEST(ReviewWords::place(place, *review).join(QStringLiteral(" · ")), "told");
    }

    void differences_areToldAsSentences()
    {
        QCOMPARE(ReviewWords::differences(before, after, wordDifferences(before, after))
                     .count(QLatin1String("is ")),
                 qsizetype(wordDifferences(before, after).size()));
        QCOMPARE(ReviewWords::differences(before, before, {}), QString());
    }

    void wording_isAsHighAsItsLines()
    {
        WordingView view(m_theme);
        view.setWording(before.repeated(4), {});
        QVERIFY(view.heightForWidth(200) > view.heightForWidth(800));
        view.setMostLines(2);
        QCOMPARE(view.heightForWidth(200), view.heightForWidth(210));
        view.resize(200, view.heightForWidth(200));
        QVERIFY(!view.grab().isNull());
        QCOMPARE(view.accessibleName(), before.repeated(4));
    }

    void differences_areSeenWithoutColours()
    {
        WordingView view(m_theme);
        view.resize(600, 60);
        const auto shown = [&view](WordingMark mark) {
            view.setWording(before, {{{0, 4}, mark}});
            return view.grab().toImage().convertToFormat(QImage::Format_Grayscale8);
        };
        const QImage dropped = shown(WordingMark::Dropped);
        const QImage added = shown(WordingMark::Added);
        QVERIFY(dropped != added);
        QVERIFY(added != shown(WordingMark::Typographic));
    }

private:
    Theme m_theme;
    std::unique_ptr<QWidget> m_window;
    ReviewPane *m_pane = nullptr;
};

QTEST_MAIN(TestReviewPane)
#include "tst_reviewpane.moc"
