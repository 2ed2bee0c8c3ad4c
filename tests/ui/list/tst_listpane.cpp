#include "list/flatlist.h"
#include "list/listpane.h"
#include "listmodels.h"
#include "style/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLocale>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace Lectern;

class TestListPane final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void init();

    void heading_isPaintedWithItsCount();
    void chip_filtersTheModel();
    void setFilter_signalsOnce();
    void menu_ordersAndGroups_data();
    void menu_ordersAndGroups();
    void menu_offersGroupsOnlyByDate();
    void progress_isPaintedAndCanBeCancelled();
    void unknownProgress_runs();
    void notice_isShownAndAnswered();
    void emptyState_isShownWithoutRowsOnly();
    void suggestions_areLinks();
    void suggestions_tooLong_areElidedOrLeftOut();
    void article_isTold();
    void theme_isFollowed();

private:
    struct Fixture
    {
        Fixture()
            : articles(Testing::datedArticles(12, 2))
            , pane(theme, model)
        {
            theme.setChoice(ThemeChoice::Light);
            model.setToday(Testing::today);
            model.setAnswer(Testing::ask(articles), Grouping::Day);
            pane.resize(400, 600);
            pane.show();
        }
        QAbstractButton *button(const QString &words) const
        {
            for (QAbstractButton *button : pane.findChildren<QAbstractButton *>())
                if (button->text() == words || button->accessibleName() == words)
                    return button;
            return nullptr;
        }
        QAction *menuAction(const QString &words)
        {
            button(QStringLiteral("Sort and group"))->click();
            for (QAction *action : pane.findChild<QMenu *>()->actions())
                if (action->text() == words)
                    return action;
            return nullptr;
        }
        QColor pixel(int x, int y) { return pane.grab().toImage().pixelColor(x, y); }

        Theme theme;
        ArticleListModel model;
        std::vector<ArticlePtr> articles;
        ListPane pane;
    };
};

void TestListPane::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
}

void TestListPane::heading_isPaintedWithItsCount()
{
    Fixture f;
    const QImage before = f.pane.grab().toImage();
    f.pane.setHeading(QStringLiteral("Results"), 1284);
    QVERIFY(f.pane.grab().toImage() != before);
    QCOMPARE(f.pane.list()->accessibleName(), QStringLiteral("Results"));
    QCOMPARE(f.pane.list()->accessibleDescription(), QStringLiteral("1,284 articles"));
    f.pane.setHeading(QStringLiteral("Results"), 1);
    QCOMPARE(f.pane.list()->accessibleDescription(), QStringLiteral("1 article"));
}

void TestListPane::chip_filtersTheModel()
{
    Fixture f;
    QSignalSpy changed(&f.pane, &ListPane::filterChanged);
    f.model.markRead(f.articles[0]->id());
    f.button(QStringLiteral("Unread"))->click();
    QCOMPARE(f.pane.filter(), ListPane::Filter::Unread);
    QCOMPARE(f.model.articleCount(), 11);
    QCOMPARE(changed.count(), 1);
    // The same chip again looks anew.
    f.model.markRead(f.articles[1]->id());
    QCOMPARE(f.model.articleCount(), 11);
    f.button(QStringLiteral("Unread"))->click();
    QCOMPARE(f.model.articleCount(), 10);
    f.button(QStringLiteral("Highlighted"))->click();
    QCOMPARE(f.model.articleCount(), 0);
    f.button(QStringLiteral("All"))->click();
    QCOMPARE(f.model.articleCount(), 12);
}

void TestListPane::setFilter_signalsOnce()
{
    Fixture f;
    QSignalSpy changed(&f.pane, &ListPane::filterChanged);
    f.pane.setFilter(ListPane::Filter::Kept);
    f.pane.setFilter(ListPane::Filter::Kept);
    QCOMPARE(changed.count(), 1);
    QVERIFY(f.button(QStringLiteral("Highlighted"))->isChecked());
    QVERIFY(!f.button(QStringLiteral("All"))->isChecked());
    QCOMPARE(f.model.filter(), ArticleFilter::Kept);
}

void TestListPane::menu_ordersAndGroups_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<Order>("order");
    QTest::addColumn<Grouping>("grouping");
    QTest::newRow("relevance") << QStringLiteral("Best match first") << Order::Relevance << Grouping::Day;
    QTest::newRow("oldest") << QStringLiteral("Oldest first") << Order::DateOldest << Grouping::Day;
    QTest::newRow("title") << QStringLiteral("By title") << Order::Title << Grouping::Day;
    QTest::newRow("outlet") << QStringLiteral("By outlet") << Order::Outlet << Grouping::Day;
    QTest::newRow("month") << QStringLiteral("Group by month") << Order::DateNewest << Grouping::Month;
    QTest::newRow("nothing") << QStringLiteral("No groups") << Order::DateNewest << Grouping::None;
}

void TestListPane::menu_ordersAndGroups()
{
    QFETCH(QString, words);
    QFETCH(Order, order);
    QFETCH(Grouping, grouping);
    Fixture f;
    QSignalSpy changed(&f.pane, &ListPane::orderingChanged);
    QAction *action = f.menuAction(words);
    QVERIFY(action);
    QVERIFY(!action->isChecked());
    action->trigger();
    QCOMPARE(changed.count(), 1);
    QCOMPARE(f.pane.order(), order);
    QCOMPARE(f.pane.grouping(), grouping);
    f.pane.setOrdering(order, grouping);
    QCOMPARE(changed.count(), 1);
}

void TestListPane::menu_offersGroupsOnlyByDate()
{
    Fixture f;
    f.pane.setOrdering(Order::Title, Grouping::Day);
    QVERIFY(!f.menuAction(QStringLiteral("Group by month"))->isEnabled());
}

void TestListPane::progress_isPaintedAndCanBeCancelled()
{
    Fixture f;
    QAbstractButton *cancel = f.button(QStringLiteral("Stop reading"));
    QVERIFY(!cancel->isVisible());
    f.pane.setProgress(QStringLiteral("Reading 3 of 12 files"), 0.25);
    QVERIFY(cancel->isVisible());
    const int line = f.pane.height() - 32;
    QCOMPARE(f.pixel(90, line), f.theme.tokens().accent);
    QCOMPARE(f.pixel(110, line), f.theme.tokens().line);
    QSignalSpy cancelled(&f.pane, &ListPane::cancelRequested);
    cancel->click();
    QCOMPARE(cancelled.count(), 1);
    f.pane.setProgress({}, -1);
    QVERIFY(!cancel->isVisible());
}

void TestListPane::unknownProgress_runs()
{
    Fixture f;
    f.pane.setProgress(QStringLiteral("Looking for files"), qQNaN());
    const int line = f.pane.height() - 32;
    QTRY_COMPARE(f.pixel(200, line), f.theme.tokens().accent);
    QTRY_COMPARE(f.pixel(200, line), f.theme.tokens().line);
    f.pane.setProgress({}, -1);
}

void TestListPane::notice_isShownAndAnswered()
{
    Fixture f;
    f.pane.setNotice(QStringLiteral("3 files could not be read"), QStringLiteral("Show"));
    QAbstractButton *show = f.button(QStringLiteral("Show"));
    QVERIFY(show && show->isVisible());
    QSignalSpy activated(&f.pane, &ListPane::noticeActivated);
    show->click();
    QCOMPARE(activated.count(), 1);
    f.pane.setNotice({}, {});
    QVERIFY(!show->isVisible());
}

void TestListPane::emptyState_isShownWithoutRowsOnly()
{
    Fixture f;
    f.pane.setEmptyState(QStringLiteral("No article has all of these words."),
                         QStringLiteral("Clear the search"));
    QAbstractButton *clear = f.button(QStringLiteral("Clear the search"));
    QVERIFY(!clear->isVisible());
    f.model.setAnswer(Testing::ask(f.articles, QStringLiteral("nowhere")), Grouping::Day);
    QVERIFY(clear->isVisible());
    QSignalSpy activated(&f.pane, &ListPane::emptyStateActivated);
    clear->click();
    QCOMPARE(activated.count(), 1);
    f.model.setAnswer(Testing::ask(f.articles), Grouping::Day);
    QVERIFY(!clear->isVisible());
    f.model.setAnswer({}, Grouping::Day);
    f.pane.setEmptyState({}, {});
    QVERIFY(!clear->isVisible());
}

void TestListPane::suggestions_areLinks()
{
    Fixture f;
    QSignalSpy picked(&f.pane, &ListPane::suggestionPicked);
    const QString lighthouse = QStringLiteral("lighthouse & bridge");
    const QString other = QStringLiteral("lights");
    QVERIFY(!f.button(QStringLiteral("Did you mean %1?").arg(lighthouse)));
    f.pane.setSuggestions({lighthouse, other});
    QAbstractButton *first = f.button(QStringLiteral("Did you mean %1?").arg(lighthouse));
    QAbstractButton *second = f.button(QStringLiteral("Did you mean %1?").arg(other));
    QVERIFY(first && second);
    QVERIFY(!first->isVisible()); // a pause in typing comes first
    QTRY_VERIFY(first->isVisible() && second->isVisible());
    QVERIFY(first->geometry().right() < second->geometry().left());
    QVERIFY(first->mapTo(&f.pane, QPoint()).y() < f.pane.list()->y());
    QVERIFY(first->focusPolicy() & Qt::TabFocus);

    QTest::mouseClick(second, Qt::LeftButton);
    first->setFocus();
    QTest::keyClick(first, Qt::Key_Space);
    QCOMPARE(picked.count(), 2);
    QCOMPARE(picked[0][0].toString(), other);
    QCOMPARE(picked[1][0].toString(), lighthouse);

    const int top = f.pane.list()->y();
    f.pane.setSuggestions({});
    QVERIFY(!first->isVisible());
    QTRY_VERIFY(f.pane.list()->y() < top);
}

void TestListPane::suggestions_tooLong_areElidedOrLeftOut()
{
    Fixture f;
    const QString longest = QStringLiteral("harbour bridge ").repeated(12).trimmed();
    f.pane.setSuggestions({longest, QStringLiteral("harbour"), longest});
    QAbstractButton *link = f.button(QStringLiteral("Did you mean %1?").arg(longest));
    QTRY_VERIFY(link->isVisible());
    QVERIFY(link->geometry().right() <= f.pane.width());
    QVERIFY(link->text().endsWith(QChar(0x2026)));
    QCOMPARE(link->toolTip(), longest);
    QVERIFY(!f.button(QStringLiteral("Did you mean harbour?"))->isVisible());
}

void TestListPane::article_isTold()
{
    Fixture f;
    QSignalSpy changed(&f.pane, &ListPane::currentArticleChanged);
    QSignalSpy activated(&f.pane, &ListPane::articleActivated);
    f.pane.setCurrentArticle(f.articles[2]->id());
    QCOMPARE(f.pane.currentArticle(), f.articles[2]->id());
    QCOMPARE(changed.count(), 1);
    QTest::keyClick(f.pane.list(), Qt::Key_Return);
    QCOMPARE(activated.count(), 1);
    f.pane.setCurrentArticle({});
    QCOMPARE(f.pane.currentArticle(), ArticleId());
    QCOMPARE(changed.count(), 1);
    f.pane.enterList();
    QCOMPARE(f.pane.currentArticle(), f.articles[0]->id());
}

void TestListPane::theme_isFollowed()
{
    Fixture f;
    QCOMPARE(f.pixel(4, 4), f.theme.tokens().list);
    QCOMPARE(f.pixel(4, 300), f.theme.tokens().list);
    f.theme.setChoice(ThemeChoice::Dark);
    QCOMPARE(f.theme.tokens().isDark, true);
    QCOMPARE(f.pixel(4, 4), f.theme.tokens().list);
    QCOMPARE(f.pixel(4, 300), f.theme.tokens().list);
}

QTEST_MAIN(TestListPane)
#include "tst_listpane.moc"
