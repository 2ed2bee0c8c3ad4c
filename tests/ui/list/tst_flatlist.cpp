#include "shownlist.h"

#include <QAccessible>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>

#include <ctime>

using namespace Lectern;

namespace {

double cpuMilliseconds()
{
    return double(std::clock()) * 1000 / CLOCKS_PER_SEC;
}

} // namespace

class TestFlatList final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void everyRow_isFoundWhereItIsShown();
    void key_moves_data();
    void key_moves();
    void typing_findsATitle();
    void typing_takesJAsALetterInsideAWord();
    void enter_activates();
    void spaceAndLeft_areLeftToTheWindow();
    void click_selectsArticlesOnly();
    void drag_opensNothing();
    void doubleClick_activates();
    void focus_opensNothing();
    void entering_takesTheFirstArticle();
    void markedRead_isPaintedAnew();
    void hoveredRow_isPainted();
    void rightToLeftTitle_standsAtTheRight();
    void accessibility_readsARow();
    void millionRows_costNoTime();

};

void TestFlatList::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
}

void TestFlatList::everyRow_isFoundWhereItIsShown()
{
    Testing::ShownList f;
    for (int row = 0; row < f.model.rowCount(); ++row) {
        const QModelIndex index = f.model.index(row);
        f.list.scrollTo(index);
        const QRect rect = f.list.visualRect(index);
        QVERIFY(f.list.viewport()->rect().contains(rect));
        QCOMPARE(f.list.indexAt(rect.topLeft()), index);
        QCOMPARE(f.list.indexAt(rect.bottomRight()), index);
    }
}

void TestFlatList::key_moves_data()
{
    QTest::addColumn<QList<int>>("keys");
    QTest::addColumn<QString>("title");
    const auto row = [](const char *name, const QList<int> &keys, int title) {
        QTest::newRow(name) << keys << QStringLiteral("Title %1").arg(title);
    };
    row("first down takes the first", {Qt::Key_Down}, 0);
    row("down skips labels", {Qt::Key_Down, Qt::Key_Down, Qt::Key_Down}, 2);
    row("up skips labels", {Qt::Key_End, Qt::Key_Up, Qt::Key_Up}, 37);
    row("end", {Qt::Key_Home, Qt::Key_End}, 39);
    row("end at once", {Qt::Key_End}, 39);
    row("home", {Qt::Key_End, Qt::Key_Home}, 0);
    row("page down", {Qt::Key_Home, Qt::Key_PageDown}, 4);
    row("page up", {Qt::Key_End, Qt::Key_PageUp}, 34);
    row("j and k", {Qt::Key_J, Qt::Key_J, Qt::Key_J, Qt::Key_K}, 1);
}

void TestFlatList::key_moves()
{
    QFETCH(QList<int>, keys);
    QFETCH(QString, title);
    Testing::ShownList f;
    for (const int key : keys)
        QTest::keyClick(&f.list, Qt::Key(key));
    QCOMPARE(f.current(), title);
    if (title == QLatin1String("Title 0"))
        QCOMPARE(f.offset(), 0); // the label of its section is seen too
    QVERIFY(f.list.viewport()->rect().contains(f.list.visualRect(f.list.currentIndex())));
}

void TestFlatList::typing_findsATitle()
{
    Testing::ShownList f;
    QTest::keyClicks(&f.list, QStringLiteral("title 27"));
    QCOMPARE(f.current(), QStringLiteral("Title 27"));
}

void TestFlatList::typing_takesJAsALetterInsideAWord()
{
    Testing::ShownList f;
    std::vector<ArticlePtr> articles = f.articles;
    articles.push_back(Testing::makeArticle(QStringLiteral("Ajar"), QStringLiteral("Words.")));
    f.model.setAnswer(Testing::ask(articles), Grouping::Day);
    QTest::keyClicks(&f.list, QStringLiteral("aj"));
    QCOMPARE(f.current(), QStringLiteral("Ajar"));
}

void TestFlatList::enter_activates()
{
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Right}) {
        Testing::ShownList f;
        QSignalSpy activated(&f.list, &FlatList::articleActivated);
        QTest::keyClick(&f.list, key);
        QCOMPARE(activated.count(), 0);
        QTest::keyClick(&f.list, Qt::Key_Down);
        QTest::keyClick(&f.list, key);
        QCOMPARE(activated.count(), 1);
        QCOMPARE(activated[0][0].toString(), f.articles[0]->id());
    }
}

void TestFlatList::spaceAndLeft_areLeftToTheWindow()
{
    Testing::ShownList f;
    QTest::keyClick(&f.list, Qt::Key_Down);
    for (const int key : {int(Qt::Key_Space), int(Qt::Key_Left)}) {
        QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier,
                        key == Qt::Key_Space ? QStringLiteral(" ") : QString());
        QApplication::sendEvent(&f.list, &press);
        QVERIFY(!press.isAccepted());
    }
    QCOMPARE(f.current(), QStringLiteral("Title 0"));
}

void TestFlatList::click_selectsArticlesOnly()
{
    Testing::ShownList f;
    QSignalSpy changed(&f.list, &FlatList::currentArticleChanged);
    const auto click = [&f](int row) {
        QTest::mouseClick(f.list.viewport(), Qt::LeftButton, {},
                          f.list.visualRect(f.model.index(row)).center());
    };
    click(2);
    QCOMPARE(f.current(), QStringLiteral("Title 1"));
    click(3); // a label
    QCOMPARE(f.current(), QStringLiteral("Title 1"));
    QVERIFY(f.list.selectionModel()->isSelected(f.model.index(2)));
    click(2);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed[0][0].toString(), f.articles[1]->id());
}

void TestFlatList::drag_opensNothing()
{
    Testing::ShownList f;
    QSignalSpy changed(&f.list, &FlatList::currentArticleChanged);
    QTest::mousePress(f.list.viewport(), Qt::LeftButton, {}, f.list.visualRect(f.model.index(1)).center());
    QTest::mouseMove(f.list.viewport(), f.list.visualRect(f.model.index(4)).center());
    QTest::mouseRelease(f.list.viewport(), Qt::LeftButton, {}, f.list.visualRect(f.model.index(4)).center());
    QCOMPARE(changed.count(), 1);
    QCOMPARE(f.current(), QStringLiteral("Title 0"));
}

void TestFlatList::doubleClick_activates()
{
    Testing::ShownList f;
    QSignalSpy activated(&f.list, &FlatList::articleActivated);
    QTest::mouseDClick(f.list.viewport(), Qt::LeftButton, {}, f.list.visualRect(f.model.index(0)).center());
    QCOMPARE(activated.count(), 0);
    QTest::mouseDClick(f.list.viewport(), Qt::LeftButton, {}, f.list.visualRect(f.model.index(1)).center());
    QCOMPARE(activated.count(), 1);
    QCOMPARE(activated[0][0].toString(), f.articles[0]->id());
}

void TestFlatList::focus_opensNothing()
{
    Testing::ShownList f;
    QTRY_VERIFY(f.list.hasFocus());
    f.list.clearFocus();
    f.list.setFocus(Qt::TabFocusReason);
    QVERIFY(!f.list.currentIndex().isValid());
}

void TestFlatList::entering_takesTheFirstArticle()
{
    Testing::ShownList f;
    f.list.clearFocus();
    f.list.enter();
    QTRY_VERIFY(f.list.hasFocus());
    QCOMPARE(f.current(), QStringLiteral("Title 0"));
    f.list.setCurrentArticle(f.articles[7]->id());
    f.list.enter();
    QCOMPARE(f.current(), QStringLiteral("Title 7"));
}

void TestFlatList::markedRead_isPaintedAnew()
{
    Testing::ShownList f;
    const auto dot = [&f] {
        const QRect row = f.list.visualRect(f.model.index(1));
        return f.list.viewport()->grab().toImage().pixelColor(row.left() + 17, row.top() + 21);
    };
    QCOMPARE(dot(), f.theme.tokens().accent);
    f.model.markRead(f.articles[0]->id());
    QCOMPARE(dot(), f.theme.tokens().list);
}

void TestFlatList::hoveredRow_isPainted()
{
    Testing::ShownList f;
    const auto ground = [&f](int row) {
        return f.list.viewport()->grab().toImage().pixelColor(
            12, f.list.visualRect(f.model.index(row)).center().y());
    };
    const auto hover = [&f](int row) {
        const QPointF at = f.list.visualRect(f.model.index(row)).center();
        QHoverEvent event(QEvent::HoverMove, at, at, QPointF());
        QApplication::sendEvent(f.list.viewport(), &event);
    };
    QVERIFY(f.list.viewport()->testAttribute(Qt::WA_Hover));
    hover(1);
    QCOMPARE(ground(1), f.theme.tokens().hover);
    hover(0); // a label
    QCOMPARE(ground(1), f.theme.tokens().list);
}

void TestFlatList::rightToLeftTitle_standsAtTheRight()
{
    Testing::ShownList f;
    const auto article =
        Testing::makeArticle(QStringLiteral("ابن المدينة"), QStringLiteral("عاد"), QStringLiteral("صحيفة"));
    f.model.setAnswer(Testing::ask({article}), Grouping::None);
    f.model.markRead(article->id());
    const QImage picture = f.list.viewport()->grab().toImage();
    const auto inked = [&picture, &f](int left, int right) {
        for (int x = left; x < right; ++x)
            for (int y = 12; y < 54; ++y)
                if (picture.pixelColor(x, y) != f.theme.tokens().list)
                    return true;
        return false;
    };
    QVERIFY(!inked(20, 200));
    QVERIFY(inked(300, 380));
}

void TestFlatList::accessibility_readsARow()
{
    Testing::ShownList f;
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&f.list);
    QVERIFY(list);
    QCOMPARE(list->role(), QAccessible::List);
    QCOMPARE(list->childCount(), f.model.rowCount());
    const QString words = list->child(1)->text(QAccessible::Name);
    QVERIFY2(words.startsWith(QLatin1String("Title 0, Harbour Post, ")) &&
                 words.endsWith(QLatin1String("unread")),
             qPrintable(words));
}

void TestFlatList::millionRows_costNoTime()
{
    Testing::ShownList f;
    const Answer answer = Testing::millionRows();
    const double start = cpuMilliseconds();
    f.model.setAnswer(answer, Grouping::Day);
    f.list.grab();
    const double shown = cpuMilliseconds();
    f.list.verticalScrollBar()->setValue(f.list.verticalScrollBar()->maximum());
    f.list.grab();
    QTest::keyClick(&f.list, Qt::Key_End);
    QTest::keyClick(&f.list, Qt::Key_Home);
    const double moved = cpuMilliseconds();
    qInfo("a million rows: shown %.1f ms, moved to the end and back %.1f ms", shown - start, moved - shown);
    QCOMPARE(f.model.rowCount(), 1'001'000);
    QCOMPARE(f.current(), QStringLiteral("Title 0"));
    QVERIFY(moved - start < 500); // far above what it takes, far below what a look at every row would take
}

QTEST_MAIN(TestFlatList)
#include "tst_flatlist.moc"
