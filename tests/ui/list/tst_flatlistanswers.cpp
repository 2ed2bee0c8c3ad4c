#include "shownlist.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Lectern;

/// What the list keeps and lets go when a new answer comes, or the rest of one.
class TestFlatListAnswers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)"))); }

    void currentArticle_survivesAnAnswer();
    void currentArticle_isLostWithoutAWord();
    void currentArticle_comesLater();
    void move_goesOnWhereTheCurrentArticleWas();
    void place_staysWhileTheQuestionIsTheSame();
    void newQuestion_beginsAtTheTop();
    void restOfAnAnswer_movesNothing();
    void restOfAnAnswer_bringsTheCurrentArticle();
};

void TestFlatListAnswers::currentArticle_survivesAnAnswer()
{
    Testing::ShownList f;
    f.list.setCurrentArticle(f.articles[5]->id());
    QSignalSpy changed(&f.list, &FlatList::currentArticleChanged);
    std::vector<ArticlePtr> others(f.articles.begin() + 3, f.articles.begin() + 9);
    f.model.setAnswer(Testing::ask(others, QStringLiteral("son")), Grouping::Month);
    QCOMPARE(f.list.currentArticle(), f.articles[5]->id());
    QCOMPARE(f.list.currentIndex().row(), 3);
    QVERIFY(f.list.selectionModel()->isSelected(f.list.currentIndex()));
    QCOMPARE(changed.count(), 0);
}

void TestFlatListAnswers::currentArticle_isLostWithoutAWord()
{
    Testing::ShownList f;
    f.list.setCurrentArticle(f.articles[5]->id());
    QSignalSpy changed(&f.list, &FlatList::currentArticleChanged);
    f.model.setAnswer(Testing::ask(f.articles, QStringLiteral("title:3")), Grouping::None);
    QCOMPARE(f.list.currentArticle(), ArticleId());
    f.model.setAnswer(Testing::ask(f.articles), Grouping::None);
    QCOMPARE(f.list.currentArticle(), f.articles[5]->id());
    QCOMPARE(changed.count(), 0);
}

void TestFlatListAnswers::currentArticle_comesLater()
{
    Testing::ShownList f;
    const std::vector<ArticlePtr> more = Testing::datedArticles(60, 2);
    f.list.setCurrentArticle(more[50]->id());
    QCOMPARE(f.list.currentArticle(), ArticleId());
    QSignalSpy changed(&f.list, &FlatList::currentArticleChanged);
    f.model.setAnswer(Testing::ask(more), Grouping::Day);
    QCOMPARE(f.list.currentArticle(), more[50]->id());
    QCOMPARE(changed.count(), 0);
}

void TestFlatListAnswers::move_goesOnWhereTheCurrentArticleWas()
{
    Testing::ShownList f(40, 2, Grouping::None);
    f.list.setCurrentArticle(f.articles[10]->id());
    std::vector<ArticlePtr> others = f.articles;
    others.erase(others.begin() + 10);
    f.model.setAnswer(Testing::ask(others), Grouping::None);
    QCOMPARE(f.list.currentArticle(), ArticleId());
    QTest::keyClick(&f.list, Qt::Key_Down);
    QCOMPARE(f.current(), QStringLiteral("Title 11"));
}

void TestFlatListAnswers::place_staysWhileTheQuestionIsTheSame()
{
    Testing::ShownList f;
    f.list.verticalScrollBar()->setValue(700);
    const QModelIndex seen = f.list.indexAt({10, 100});
    const QString title = seen.data().toString();
    const int top = f.list.visualRect(seen).top();
    std::vector<ArticlePtr> more = f.articles; // three more above
    for (int i = 0; i < 3; ++i)
        more.push_back(Testing::makeArticle(QStringLiteral("News %1").arg(i), QStringLiteral("Words."), {},
                                            QStringLiteral("2021-09-30T10:00Z")));
    f.model.setAnswer(Testing::ask(more), Grouping::Day);
    QCOMPARE(f.offset(), 700 + 3 * RowPainter::articleHeight);
    const QModelIndex now = f.list.indexAt({10, 100});
    QCOMPARE(now.data().toString(), title);
    QCOMPARE(f.list.visualRect(now).top(), top);

    // At the beginning the news is what one wants to see.
    f.list.verticalScrollBar()->setValue(0);
    f.model.setAnswer(Testing::ask(f.articles), Grouping::Day);
    QCOMPARE(f.offset(), 0);
}

void TestFlatListAnswers::newQuestion_beginsAtTheTop()
{
    Testing::ShownList f;
    f.list.verticalScrollBar()->setValue(700);
    f.model.setAnswer(Testing::ask(f.articles, QStringLiteral("son")), Grouping::Day);
    QCOMPARE(f.offset(), 0);
    f.list.setCurrentArticle(f.articles[30]->id());
    f.model.setAnswer(Testing::ask(f.articles, QStringLiteral("son"), Order::DateOldest), Grouping::Day);
    QVERIFY(f.list.viewport()->rect().contains(f.list.visualRect(f.list.currentIndex())));
}

void TestFlatListAnswers::restOfAnAnswer_movesNothing()
{
    Testing::ShownList f(400, 2);
    const Answer all = Testing::ask(f.articles, QStringLiteral("number"));
    f.model.setAnswer(Searcher::first(all.corpus, all.query, all.order, 50), Grouping::Day);
    f.list.setCurrentArticle(f.articles[20]->id());
    f.list.verticalScrollBar()->setValue(300);
    const QModelIndex seen = f.list.indexAt({10, 100});
    const QRect place = f.list.visualRect(seen);
    const QImage before = f.list.grab().toImage().copy(0, 0, 380, 400); // without the scroll bar
    QSignalSpy changed(&f.list, &FlatList::currentArticleChanged);
    f.model.completeAnswer(all);
    QCOMPARE(f.offset(), 300);
    QCOMPARE(f.list.visualRect(f.list.indexAt({10, 100})), place);
    QCOMPARE(f.list.grab().toImage().copy(0, 0, 380, 400), before);
    QCOMPARE(f.list.currentArticle(), f.articles[20]->id());
    QVERIFY(f.list.selectionModel()->isSelected(f.list.currentIndex()));
    QCOMPARE(changed.count(), 0);
    // All of it can be reached at once.
    QTest::keyClick(&f.list, Qt::Key_End);
    QCOMPARE(f.current(), QStringLiteral("Title 399"));
    QVERIFY(f.list.viewport()->rect().contains(f.list.visualRect(f.list.currentIndex())));
}

void TestFlatListAnswers::restOfAnAnswer_bringsTheCurrentArticle()
{
    Testing::ShownList f(400, 2);
    f.list.setCurrentArticle(f.articles[390]->id());
    const Answer all = Testing::ask(f.articles, QStringLiteral("number"));
    f.model.setAnswer(Searcher::first(all.corpus, all.query, all.order, 50), Grouping::Day);
    QCOMPARE(f.list.currentArticle(), ArticleId());
    QSignalSpy changed(&f.list, &FlatList::currentArticleChanged);
    f.model.completeAnswer(all);
    QCOMPARE(f.list.currentArticle(), f.articles[390]->id());
    QCOMPARE(f.offset(), 0);
    QCOMPARE(changed.count(), 0);
}

QTEST_MAIN(TestFlatListAnswers)
#include "tst_flatlistanswers.moc"
