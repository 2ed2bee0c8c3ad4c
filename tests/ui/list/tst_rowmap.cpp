#include "list/rowmap.h"
#include "list/rowpainter.h"
#include "listmodels.h"

#include <QTest>

using namespace Lectern;
using Move = RowMap::Move;

class TestRowMap final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rows_standOneBelowTheOther_data();
    void rows_standOneBelowTheOther();
    void heights_outsideHoldNoRow();
    void move_leadsToAnArticle_data();
    void move_leadsToAnArticle();
    void firstArticleOfASection_needsItsLabel();
    void emptyModel_leadsNowhere();

private:
    /// Five articles, two a day: label, 0, 1, label, 2, 3, label, 4.
    static void fill(ArticleListModel &model, Grouping grouping, int articles = 5, int perDay = 2)
    {
        model.setToday(Testing::today);
        model.setAnswer(Testing::ask(Testing::datedArticles(articles, perDay)), grouping);
    }
};

void TestRowMap::rows_standOneBelowTheOther_data()
{
    QTest::addColumn<int>("articles");
    QTest::addColumn<int>("perDay");
    QTest::addColumn<Grouping>("grouping");
    QTest::newRow("without sections") << 30 << 1 << Grouping::None;
    QTest::newRow("one article a section") << 30 << 1 << Grouping::Day;
    QTest::newRow("some articles a section") << 100 << 7 << Grouping::Day;
    QTest::newRow("one section") << 9 << 9 << Grouping::Day;
    QTest::newRow("months") << 100 << 1 << Grouping::Month;
}

void TestRowMap::rows_standOneBelowTheOther()
{
    QFETCH(int, articles);
    QFETCH(int, perDay);
    QFETCH(Grouping, grouping);
    ArticleListModel model;
    fill(model, grouping, articles, perDay);
    const RowMap map(model);
    int top = 0;
    for (int row = 0; row < model.rowCount(); ++row) {
        const int height = model.article(row) ? RowPainter::articleHeight : RowPainter::sectionHeight;
        QCOMPARE(map.topOf(row), top);
        QCOMPARE(map.heightOf(row), height);
        QCOMPARE(map.rowAt(top), row);
        QCOMPARE(map.rowAt(top + height - 1), row);
        top += height;
    }
    QVERIFY(map.contentHeight() >= top);
}

void TestRowMap::heights_outsideHoldNoRow()
{
    ArticleListModel model;
    fill(model, Grouping::Day);
    const RowMap map(model);
    QCOMPARE(map.rowAt(-1), -1);
    QCOMPARE(map.rowAt(map.topOf(model.rowCount())), -1);
}

void TestRowMap::move_leadsToAnArticle_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<Move>("move");
    QTest::addColumn<int>("expected");
    QTest::newRow("down") << 1 << Move::Down << 2;
    QTest::newRow("down over a label") << 2 << Move::Down << 4;
    QTest::newRow("down at the end") << 7 << Move::Down << 7;
    QTest::newRow("up") << 2 << Move::Up << 1;
    QTest::newRow("up over a label") << 4 << Move::Up << 2;
    QTest::newRow("up at the beginning") << 1 << Move::Up << 1;
    QTest::newRow("page down") << 1 << Move::PageDown << 4; // 136 px, to a label and on
    QTest::newRow("page down at the end") << 5 << Move::PageDown << 7;
    QTest::newRow("page up") << 7 << Move::PageUp << 4;
    QTest::newRow("page up at the beginning") << 2 << Move::PageUp << 1;
    QTest::newRow("page down from the end of a section") << 2 << Move::PageDown << 4;
    QTest::newRow("page up from the beginning of a section") << 4 << Move::PageUp << 1;
    QTest::newRow("home") << 5 << Move::Home << 1;
    QTest::newRow("end") << 1 << Move::End << 7;
}

void TestRowMap::move_leadsToAnArticle()
{
    QFETCH(int, row);
    QFETCH(Move, move);
    QFETCH(int, expected);
    ArticleListModel model;
    fill(model, Grouping::Day);
    QCOMPARE(RowMap(model).moved(row, move, 200), expected);
}

void TestRowMap::firstArticleOfASection_needsItsLabel()
{
    ArticleListModel model;
    fill(model, Grouping::Day);
    const RowMap map(model);
    QCOMPARE(map.labelOrSelf(1), 0);
    QCOMPARE(map.labelOrSelf(2), 2);
    QCOMPARE(map.labelOrSelf(4), 3);
}

void TestRowMap::emptyModel_leadsNowhere()
{
    ArticleListModel model;
    const RowMap map(model);
    QCOMPARE(map.contentHeight(), 0);
    QCOMPARE(map.rowAt(0), -1);
    QCOMPARE(map.nearestArticle(0, 1), -1);
}

QTEST_GUILESS_MAIN(TestRowMap)
#include "tst_rowmap.moc"
