#include "acceptance/desk.h"
#include "compare/comparepane.h"
#include "comparejourney.h"
#include "dialogs/messagebar.h"
#include "dialogs/printeddialog.h"
#include "list/listpane.h"
#include "reading/readingpane.h"
#include "story/accountrow.h"
#include "story/storycard.h"
#include "style/textbutton.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QDir>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QTest>
#include <QTimer>

using namespace Lectern;

/// Stories in a real window: the list by story, the card, what the reader says, who printed a sentence.
class TestStoriesJourney : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void groupByStory_showsLabelsAndAccounts();
    void groupByStory_worksWhereRowsComeInTwoParts();
    void label_opensTheCard();
    void compareButton_comparesTheAccounts();
    void picked_areCompared();
    void chosenAccounts_stayWhenTheLibraryChanges();
    void notThisStory_isUndoneAndKept();
    void whoPrinted_opensThere();

private:
    /// A desk on the sample library, grouped by story.
    std::unique_ptr<Desk> openGrouped();
    static QAction *action(const Desk &desk, const QString &text);
    /// The row of the first label.
    static int labelRow(const Desk &desk);
    static QPoint placeOf(const Desk &desk, int row)
    {
        return list(desk)->visualRect(model(desk)->index(row)).center();
    }
    static FlatList *list(const Desk &desk) { return desk.find<FlatList>(); }
    static ArticleListModel *model(const Desk &desk)
    {
        return static_cast<ArticleListModel *>(list(desk)->model());
    }
    static void click(const Desk &desk, QPoint at, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(list(desk)->viewport(), Qt::LeftButton, modifiers, at);
    }

    std::unique_ptr<DeskRoom> m_room;
};

void TestStoriesJourney::init()
{
    m_room = std::make_unique<DeskRoom>();
    QVERIFY(m_room->isValid());
}

QAction *TestStoriesJourney::action(const Desk &desk, const QString &text)
{
    for (QAction *action : desk.window->actions())
        if (action->text() == text)
            return action;
    return nullptr;
}

int TestStoriesJourney::labelRow(const Desk &desk)
{
    return model(desk)->sectionCount() > 0 ? model(desk)->sectionRow(0) : -1;
}

std::unique_ptr<Desk> TestStoriesJourney::openGrouped()
{
    auto desk = m_room->open();
    if (!desk)
        return nullptr;
    desk->window->request({DeskRoom::samples()}, QString());
    action(*desk, QStringLiteral("Group by Story"))->trigger();
    const bool isThere =
        DeskRoom::reads(*desk) && QTest::qWaitFor(
                                      [&desk] {
                                          return model(*desk)->grouping() == Grouping::Stories &&
                                                 model(*desk)->sectionCount() == 6;
                                      },
                                      30000);
    return isThere ? std::move(desk) : nullptr;
}

void TestStoriesJourney::groupByStory_showsLabelsAndAccounts()
{
    const auto desk = openGrouped();
    QVERIFY(desk);
    const int row = labelRow(*desk);
    const QModelIndex label = model(*desk)->index(row);
    QVERIFY(
        label.data(ArticleListModel::SectionDetailRole).toString().contains(QStringLiteral(" accounts · ")));
    const int accounts = label.data(ArticleListModel::SectionSizeRole).toInt();
    QVERIFY(accounts >= 3);
    for (int i = 1; i <= accounts; ++i)
        QVERIFY(model(*desk)->index(row + i).data(ArticleListModel::IsInSectionRole).toBool());
    int alone = 0;
    for (int i = 0; i < model(*desk)->rowCount(); ++i)
        alone += model(*desk)->article(i) && !model(*desk)->story(i);
    QVERIFY(alone > 5);
    action(*desk, QStringLiteral("Group by Story"))->trigger();
    QTRY_VERIFY(model(*desk)->grouping() != Grouping::Stories);
    QVERIFY(model(*desk)->sectionCount() > 6);
}

void TestStoriesJourney::groupByStory_worksWhereRowsComeInTwoParts()
{
    constexpr int count = 400; // more than the first rows of an answer
    QVERIFY(QDir().mkpath(m_room->path(QStringLiteral("many"))));
    for (int i = 0; i < count; ++i) {
        QFile file(m_room->path(QStringLiteral("many/%1.txt").arg(i)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray("Report number ") + QByteArray::number(i) + "\n\nNothing else was said.\n");
    }
    const auto desk = m_room->open();
    QVERIFY(desk);
    desk->window->request({m_room->path(QStringLiteral("many"))}, QString());
    QVERIFY(DeskRoom::reads(*desk));
    QTRY_COMPARE(DeskRoom::shown(*desk), count);
    action(*desk, QStringLiteral("Group by Story"))->trigger();
    QTRY_COMPARE(model(*desk)->grouping(), Grouping::Stories);
    action(*desk, QStringLiteral("Group by Story"))->trigger();
    QTRY_VERIFY(model(*desk)->grouping() != Grouping::Stories);
    QCOMPARE(DeskRoom::shown(*desk), count);
}

void TestStoriesJourney::label_opensTheCard()
{
    const auto desk = openGrouped();
    QVERIFY(desk);
    click(*desk, placeOf(*desk, labelRow(*desk)));
    StoryCard *card = desk->find<StoryCard>();
    QTRY_VERIFY(card->isVisible());
    QTRY_VERIFY(card->why().contains(QStringLiteral("shared quotation")));
    const QList<AccountRow *> rows = card->findChildren<AccountRow *>();
    QCOMPARE(rows.size(),
             model(*desk)->index(labelRow(*desk)).data(ArticleListModel::SectionSizeRole).toInt());
    const auto shown = desk->find<ReadingPane>()->article();
    rows.last()->click();
    QVERIFY(!card->isVisible());
    QTRY_VERIFY(desk->find<ReadingPane>()->article() && desk->find<ReadingPane>()->article() != shown);
    // By the keyboard, for the article that is read.
    action(*desk, QStringLiteral("Story of the Article…"))->trigger();
    QTRY_VERIFY(card->isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!card->isVisible());
}

void TestStoriesJourney::compareButton_comparesTheAccounts()
{
    const auto desk = openGrouped();
    QVERIFY(desk);
    const int row = labelRow(*desk);
    const int accounts = model(*desk)->index(row).data(ArticleListModel::SectionSizeRole).toInt();
    click(*desk, RowPainter::compareButton(list(*desk)->visualRect(model(*desk)->index(row))).center());
    ComparePane *pane = desk->find<ComparePane>();
    QTRY_VERIFY(pane->isVisible());
    QTRY_COMPARE(pane->columnCount(), qMin(accounts, 4));
}

void TestStoriesJourney::picked_areCompared()
{
    const auto desk = openGrouped();
    QVERIFY(desk);
    const int row = labelRow(*desk);
    click(*desk, placeOf(*desk, row + 1));
    click(*desk, placeOf(*desk, row + 2), Qt::ControlModifier);
    QCOMPARE(list(*desk)->pickedArticles().size(), size_t(2));
    QCOMPARE(list(*desk)->currentArticle(), model(*desk)->article(row + 1)->id());
    QTest::keyClick(list(*desk), Qt::Key_Escape);
    QVERIFY(list(*desk)->pickedArticles().empty());
    QTest::keyClick(list(*desk), Qt::Key_Insert);
    click(*desk, placeOf(*desk, row + 2), Qt::ControlModifier);
    // The menu waits for a choice.
    QTimer::singleShot(0, desk->window, [] {
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        for (QAction *action : menu ? menu->actions() : QList<QAction *>())
            if (action->text() == QStringLiteral("Compare Selected"))
                action->trigger();
        if (menu)
            menu->close();
    });
    const QPoint at = placeOf(*desk, row + 1);
    QContextMenuEvent event(QContextMenuEvent::Mouse, at, list(*desk)->viewport()->mapToGlobal(at));
    QApplication::sendEvent(list(*desk)->viewport(), &event);
    ComparePane *pane = desk->find<ComparePane>();
    QTRY_VERIFY(pane->isVisible());
    QTRY_COMPARE(pane->columnCount(), 2);
    QVERIFY(list(*desk)->pickedArticles().empty());
}

void TestStoriesJourney::chosenAccounts_stayWhenTheLibraryChanges()
{
    const auto desk = openGrouped();
    QVERIFY(desk);
    const int row = labelRow(*desk);
    click(*desk, placeOf(*desk, row + 1));
    QTRY_VERIFY(desk->find<ReadingPane>()->article());
    desk->find<CompareJourney>()->compare({model(*desk)->article(row + 1), model(*desk)->article(row + 2)});
    Q_EMIT desk->library.corpusChanged(); // before they have been compared
    ComparePane *pane = desk->find<ComparePane>();
    QTRY_VERIFY(pane->columnCount() > 0);
    QCOMPARE(pane->columnCount(), 2);
}

void TestStoriesJourney::notThisStory_isUndoneAndKept()
{
    ArticleId left;
    {
        const auto desk = openGrouped();
        QVERIFY(desk);
        const int row = labelRow(*desk);
        left = model(*desk)->article(row + 1)->id();
        click(*desk, placeOf(*desk, row + 1));
        QTRY_VERIFY(desk->find<ReadingPane>()->article());
        click(*desk, placeOf(*desk, row));
        StoryCard *card = desk->find<StoryCard>();
        const auto leave = [card] {
            for (TextButton *button : card->findChildren<TextButton *>())
                if (button->isVisible() && button->text() == QStringLiteral("Not this story"))
                    return button;
            return static_cast<TextButton *>(nullptr);
        };
        QTRY_VERIFY(leave());
        leave()->click();
        QTRY_VERIFY(!model(*desk)->stories().find(left));
        MessageBar *messages = desk->find<MessageBar>();
        for (TextButton *button : messages->findChildren<TextButton *>())
            if (button->isVisible())
                button->click();
        QTRY_VERIFY(model(*desk)->stories().find(left));
        action(*desk, QStringLiteral("Story of the Article…"))->trigger();
        QTRY_VERIFY(leave());
        leave()->click();
        QTRY_VERIFY(!model(*desk)->stories().find(left));
    }
    const auto again = m_room->open();
    QVERIFY(again);
    QVERIFY(DeskRoom::reads(*again));
    QTRY_COMPARE(model(*again)->stories().stories.size(), size_t(6));
    QVERIFY(!model(*again)->stories().find(left));
    // The comparison obeys, too.
    action(*again, QStringLiteral("Read"))->trigger();
    list(*again)->setCurrentArticle(left);
    QTRY_VERIFY(again->find<ReadingPane>()->article() && again->find<ReadingPane>()->article()->id() == left);
    action(*again, QStringLiteral("Compare Accounts"))->trigger();
    ComparePane *pane = again->find<ComparePane>();
    QTRY_VERIFY(pane->comparison() && pane->comparison()->accounts.size() == 1);
    action(*again, QStringLiteral("Read"))->trigger();
    // Also long after: the card of the story takes back what was said last.
    const int row = labelRow(*again);
    click(*again, placeOf(*again, row));
    StoryCard *card = again->find<StoryCard>();
    const auto undo = [card] {
        for (TextButton *button : card->findChildren<TextButton *>())
            if (button->isVisible() && button->text() == QStringLiteral("Undo"))
                return button;
        return static_cast<TextButton *>(nullptr);
    };
    QTRY_VERIFY(undo());
    undo()->click();
    QTRY_VERIFY(model(*again)->stories().find(left));
}

void TestStoriesJourney::whoPrinted_opensThere()
{
    const auto desk = openGrouped();
    QVERIFY(desk);
    action(*desk, QStringLiteral("Who Printed This?"))->trigger();
    PrintedDialog *dialog = desk->find<PrintedDialog>();
    QVERIFY(dialog && dialog->isVisible());
    dialog->findChild<QPlainTextEdit *>()->setPlainText(
        QStringLiteral("This one told us on Sunday night, and we’d be fools not to listen."));
    QListView *results = dialog->findChild<QListView *>();
    QTRY_VERIFY(results->model()->rowCount() >= 4);
    QCOMPARE(results->model()->index(0, 0).data(PrintedModel::MatchRole).toString(),
             QStringLiteral("Word for word"));
    const QModelIndex last = results->model()->index(3, 0);
    QTest::mouseClick(results->viewport(), Qt::LeftButton, {}, results->visualRect(last).center());
    const QString title = last.data(PrintedModel::TitleRole).toString();
    QTRY_VERIFY(desk->find<ReadingPane>()->article() &&
                desk->find<ReadingPane>()->article()->title() == title);
    dialog->close();
}

QTEST_MAIN(TestStoriesJourney)
#include "tst_storiesjourney.moc"
