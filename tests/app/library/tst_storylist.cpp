#include "library/articlelistmodel.h"
#include "search/segmentbuilder.h"
#include "support/articles.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace Lectern;
using namespace Lectern::Testing;

namespace {

constexpr int articleCount = 6;

/// "Title 0" to "Title 5", newest first.
std::vector<ArticlePtr> articles()
{
    std::vector<ArticlePtr> made;
    for (int i = 0; i < articleCount; ++i)
        made.push_back(
            makeArticle(QStringLiteral("Title %1").arg(i), QStringLiteral("A ferry left, number %1.").arg(i),
                        QStringLiteral("Post %1").arg(i), QStringLiteral("2026-03-%1").arg(20 - i)));
    return made;
}

/// Stories of articles by their ordinals.
StoryMapPtr mapOf(const std::vector<ArticlePtr> &made, const std::vector<std::vector<int>> &stories)
{
    auto map = std::make_shared<StoryMap>();
    for (const std::vector<int> &members : stories) {
        StoryMap::Story story;
        story.title = QStringLiteral("Story of %1").arg(members.front());
        for (const int member : members) {
            const ArticlePtr &article = made[size_t(member)];
            map->storyOf.insert(StoryMap::keyOf(article->id()), int(map->stories.size()));
            story.accounts.push_back(article->id());
        }
        story.centre = story.accounts.front();
        map->stories.push_back(story);
    }
    return map;
}

Answer answerOf(const std::vector<ArticlePtr> &made, const QString &query = {})
{
    SegmentBuilder builder;
    for (const ArticlePtr &article : made)
        builder.add(article);
    return Searcher::search(Corpus().with(builder.build()), Query::parse(query), Order::DateNewest);
}

QString rowsOf(const ArticleListModel &model)
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row);
        const QString sign = index.data(ArticleListModel::IsSectionRole).toBool()     ? QStringLiteral("# ")
                             : index.data(ArticleListModel::IsInSectionRole).toBool() ? QStringLiteral("| ")
                                                                                      : QString();
        rows += sign + index.data().toString();
    }
    return rows.join(u'\n');
}

} // namespace

class StoryListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rows_areGrouped_data();
    void rows_areGrouped();
    void newStories_rearrange();
    void otherGrouping_tellsTheNumber();
    void partOfAStory_isPlain();
    void copy_isTold();
};

void StoryListTest::rows_areGrouped_data()
{
    using Stories = std::vector<std::vector<int>>;
    QTest::addColumn<Stories>("stories");
    QTest::addColumn<QString>("rows");
    QTest::newRow("none") << Stories{}
                          << QStringLiteral("Title 0\nTitle 1\nTitle 2\nTitle 3\nTitle 4\nTitle 5");
    QTest::newRow("one, apart")
        << Stories{{1, 4}}
        << QStringLiteral("Title 0\n# Story of 1\n| Title 1\n| Title 4\nTitle 2\nTitle 3\nTitle 5");
    QTest::newRow("two, mingled")
        << Stories{{0, 3}, {1, 2, 5}}
        << QStringLiteral("# Story of 0\n| Title 0\n| Title 3\n# Story of 1\n| Title 1\n| Title 2\n"
                          "| Title 5\nTitle 4");
    QTest::newRow("all")
        << Stories{{5, 4, 3, 2, 1, 0}}
        << QStringLiteral("# Story of 5\n| Title 0\n| Title 1\n| Title 2\n| Title 3\n| Title 4\n| Title 5");
}

void StoryListTest::rows_areGrouped()
{
    QFETCH(const std::vector<std::vector<int>>, stories);
    QFETCH(const QString, rows);
    const std::vector<ArticlePtr> made = articles();
    ArticleListModel model;
    const QAbstractItemModelTester tester(&model);
    model.setStories(mapOf(made, stories));
    model.setAnswer(answerOf(made), Grouping::Stories);
    QCOMPARE(rowsOf(model), rows);
    for (const ArticlePtr &article : made)
        QCOMPARE(model.article(model.rowOf(article->id()))->id(), article->id());
}

void StoryListTest::newStories_rearrange()
{
    const std::vector<ArticlePtr> made = articles();
    ArticleListModel model;
    const QAbstractItemModelTester tester(&model);
    model.setAnswer(answerOf(made), Grouping::Stories);
    QCOMPARE(model.sectionCount(), 0);
    model.setStories(mapOf(made, {{2, 3, 4}}));
    QCOMPARE(model.sectionCount(), 1);
    const QModelIndex label = model.index(model.sectionRow(0));
    QCOMPARE(label.data(ArticleListModel::SectionSizeRole).toInt(), 3);
    QCOMPARE(label.data(ArticleListModel::SectionDetailRole).toString(), QStringLiteral("3 accounts"));
    QCOMPARE(model.story(label.row())->title, QStringLiteral("Story of 2"));
    model.setAnswer(answerOf(made), Grouping::None);
    QCOMPARE(model.sectionCount(), 0);
}

void StoryListTest::otherGrouping_tellsTheNumber()
{
    const std::vector<ArticlePtr> made = articles();
    ArticleListModel model;
    model.setAnswer(answerOf(made), Grouping::None);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.setStories(mapOf(made, {{2, 3, 4}}));
    QCOMPARE(changes.size(), 1);
    QCOMPARE(model.index(2).data(ArticleListModel::AccountCountRole).toInt(), 3);
    QCOMPARE(model.index(0).data(ArticleListModel::AccountCountRole).toInt(), 0);
    QVERIFY(model.index(2).data(Qt::AccessibleTextRole).toString().endsWith(QStringLiteral("3 accounts")));
}

void StoryListTest::partOfAStory_isPlain()
{
    const std::vector<ArticlePtr> made = articles();
    ArticleListModel model;
    model.setStories(mapOf(made, {{2, 3, 4}}));
    model.setAnswer(answerOf(made, QStringLiteral("\"number 3\"")), Grouping::Stories);
    QCOMPARE(rowsOf(model), QStringLiteral("Title 3"));
    QCOMPARE(model.index(0).data(ArticleListModel::AccountCountRole).toInt(), 3);
}

void StoryListTest::copy_isTold()
{
    const std::vector<ArticlePtr> made = articles();
    auto map = std::make_shared<StoryMap>();
    map->copies.insert(made[1]->id(), {made[0]->id(), made[0]->title(), QStringLiteral("Post 0"), 0.98});
    map->copies.insert(made[2]->id(), {made[0]->id(), made[0]->title(), QStringLiteral("Post 0"), 0.6});
    ArticleListModel model;
    model.setAnswer(answerOf(made), Grouping::None);
    model.setStories(map);
    QCOMPARE(model.index(1).data(ArticleListModel::CopyRole).toString(),
             QStringLiteral("copy of Post 0, 98 %"));
    QCOMPARE(model.index(2).data(ArticleListModel::CopyRole).toString(),
             QStringLiteral("60 % also in Post 0"));
    QCOMPARE(model.index(0).data(ArticleListModel::CopyRole).toString(), QString());
}

QTEST_GUILESS_MAIN(StoryListTest)
#include "tst_storylist.moc"
