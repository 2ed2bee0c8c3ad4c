#include "app/library/datedarticles.h"
#include "support/seed.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Lectern;
using namespace Lectern::Testing;

class TestArticleListModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void answer_isCutIntoSections_data();
    void answer_isCutIntoSections();
    void rowsAndArticles_areEachOthersInverse();
    void rowOf_findsArticlesInALaterCorpus();
    void row_tellsItsArticle();
    void longArticle_tellsItsHitsLater();
    void longArticle_ofAnOlderAnswer_isForgotten();
    void row_withoutQueryHasNoHits();
    void derivedTitle_isMarkedAndHasItsHits();
    void unread_keepsWhatIsReadMeanwhile();
    void kept_followsThePassages();
    void archived_areLeftOutOfTheLibrary_andFound();
    void markRead_changesOneRow();
    void samePassages_areSilent();
    void setToday_renamesSections();
    void emptyModel_isWhole();
};

void TestArticleListModel::answer_isCutIntoSections_data()
{
    QTest::addColumn<Order>("order");
    QTest::addColumn<Grouping>("grouping");
    QTest::addColumn<QStringList>("rows");
    const auto row = [](const char *name, Order order, Grouping grouping, const char *rows) {
        QTest::newRow(name) << order << grouping << QString::fromLatin1(rows).split(u'|');
    };
    row("days, newest first", Order::DateNewest, Grouping::Day,
        "[Today 2]|late|early|[Yesterday 1]|yesterday|[1 September 2021 2]|first a|first b|[September 2021 "
        "1]|month"
        "|[1 January 2021 1]|new year|[2021 1]|year|[No date 1]|never");
    row("days, oldest first", Order::DateOldest, Grouping::Day,
        "[2021 1]|year|[1 January 2021 1]|new year|[September 2021 1]|month|[1 September 2021 2]|first "
        "a|first b"
        "|[Yesterday 1]|yesterday|[Today 2]|early|late|[No date 1]|never");
    row("months, newest first", Order::DateNewest, Grouping::Month,
        "[September 2021 6]|late|early|yesterday|first a|month|first b|[January 2021 1]|new year|[2021 "
        "1]|year"
        "|[No date 1]|never");
    row("no groups", Order::DateNewest, Grouping::None,
        "late|early|yesterday|first a|month|first b|new year|year|never");
    row("by title", Order::Title, Grouping::Day,
        "early|first a|first b|late|month|never|new year|year|yesterday");
}

void TestArticleListModel::answer_isCutIntoSections()
{
    QFETCH(Order, order);
    QFETCH(Grouping, grouping);
    QFETCH(QStringList, rows);
    std::vector<ArticlePtr> articles;
    const std::pair<const char *, const char *> dates[] = {{"never", ""},
                                                           {"early", "2021-09-30T08:15Z"},
                                                           {"late", "2021-09-30T09:41Z"},
                                                           {"first a", "2021-09-01"},
                                                           {"month", "2021-09"},
                                                           {"first b", "2021-09-01"},
                                                           {"new year", "2021-01-01"},
                                                           {"year", "2021"},
                                                           {"yesterday", "2021-09-29"}};
    // Where dates are equal, ids decide: they ascend here.
    for (const auto &[title, published] : dates) {
        ArticlePtr article;
        do {
            article = dated(QString::fromLatin1(published), QString::fromLatin1(title));
        } while (!articles.empty() && article->id() < articles.back()->id() &&
                 article->published().sortKey() == articles.back()->published().sortKey());
        articles.push_back(article);
    }

    ArticleListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setToday(today);
    model.setAnswer(ask(corpusOf(articles), {}, order), grouping);
    QCOMPARE(rowsOf(model), rows);
    QCOMPARE(model.articleCount(), 9);
}

void TestArticleListModel::rowsAndArticles_areEachOthersInverse()
{
    const quint32 seed = testSeed();
    QRandomGenerator random(seed);
    std::vector<ArticlePtr> articles;
    for (int i = 0; i < 400; ++i) {
        const QDate day = today.addDays(-random.bounded(120));
        const QString iso = day.toString(Qt::ISODate);
        const int precision = random.bounded(12);
        articles.push_back(dated(precision == 0 ? QString()
                                                : iso.left(precision == 1   ? 4
                                                           : precision == 2 ? 7
                                                                            : 10)));
    }
    const CorpusPtr corpus = corpusOf(articles);
    for (const Grouping grouping : {Grouping::None, Grouping::Day, Grouping::Month}) {
        ArticleListModel model;
        model.setToday(today);
        model.setAnswer(ask(corpus, {}, Order::DateNewest), grouping);
        QCOMPARE(model.rowCount(), 400 + model.sectionCount());
        QSet<QString> labels;
        int sections = 0;
        int previous = -1;
        for (int row = 0; row < model.rowCount(); ++row) {
            const ArticlePtr article = model.article(row);
            if (!article) {
                QCOMPARE(model.sectionRow(sections++), row);
                labels.insert(model.index(row).data().toString());
                QVERIFY(!(model.flags(model.index(row)) & Qt::ItemIsSelectable));
            } else {
                QCOMPARE(model.rowOf(article->id()), row);
                QCOMPARE(model.neighbour(row, -1), previous);
                if (previous >= 0)
                    QCOMPARE(model.neighbour(previous, 1), row);
                previous = row;
            }
            QCOMPARE(model.sectionsUpTo(row), sections);
        }
        QCOMPARE(model.neighbour(previous, 1), -1);
        QCOMPARE(labels.size(), model.sectionCount()); // no period is cut in two
    }
}

void TestArticleListModel::rowOf_findsArticlesInALaterCorpus()
{
    const ArticlePtr wanted = dated(QStringLiteral("2021-09-01"));
    ArticleListModel model;
    model.setAnswer(ask(corpusOf({wanted, dated({})}), {}, Order::DateNewest), Grouping::None);
    QCOMPARE(model.rowOf(wanted->id()), 0);
    model.setAnswer(
        ask(corpusOf({dated(QStringLiteral("2021-09-02")), dated({}), wanted}), {}, Order::DateNewest),
        Grouping::None);
    QCOMPARE(model.rowOf(wanted->id()), 1);
    model.setAnswer(ask(corpusOf({dated({})}), {}, Order::DateNewest), Grouping::None);
    QCOMPARE(model.rowOf(wanted->id()), -1);
    QCOMPARE(model.rowOf({}), -1);
}

void TestArticleListModel::row_tellsItsArticle()
{
    const ArticlePtr article = makeArticle(QStringLiteral("The lost son"),
                                           QStringLiteral("A son came home.\nEveryone was glad of the son."),
                                           QStringLiteral("Harbour Post"), QStringLiteral("2021-09-01"));
    ArticleListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setToday(today);
    model.setAnswer(ask(corpusOf({article}), QStringLiteral("SON"), Order::Relevance), Grouping::Day);
    const QModelIndex row = model.index(0);
    QCOMPARE(row.data(ArticleListModel::IdRole).toString(), article->id());
    QCOMPARE(row.data(ArticleListModel::TitleRole).toString(), QStringLiteral("The lost son"));
    QCOMPARE(row.data(ArticleListModel::OutletRole).toString(), QStringLiteral("Harbour Post"));
    QCOMPARE(row.data(ArticleListModel::HitCountRole).toInt(), 3);
    QCOMPARE(row.data(ArticleListModel::IsTitleDerivedRole).toBool(), false);
    const auto titleHits = row.data(ArticleListModel::TitleHitsRole).value<std::vector<TextRange>>();
    QCOMPARE(titleHits, std::vector<TextRange>({{9, 12}}));
    const auto snippet = row.data(ArticleListModel::SnippetRole).value<Snippet>();
    QVERIFY(!snippet.hits.empty());
    for (const TextRange &hit : snippet.hits)
        QCOMPARE(snippet.text.mid(hit.start, hit.length()), QStringLiteral("son"));
    QCOMPARE(row.data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("The lost son, Harbour Post, 1 September 2021, unread, 3 hits"));
    model.markRead(article->id());
    QCOMPARE(row.data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("The lost son, Harbour Post, 1 September 2021, 3 hits"));
}

void TestArticleListModel::longArticle_tellsItsHitsLater()
{
    const QString body = QStringLiteral("Nothing but the lamp of the harbour. ").repeated(9000);
    const CorpusPtr corpus = corpusOf({makeArticle(QStringLiteral("A lamp"), body)});
    ArticleListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setAnswer(ask(corpus, QStringLiteral("lamp"), Order::Relevance), Grouping::None);
    const QModelIndex row = model.index(0);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QCOMPARE(row.data(ArticleListModel::HitCountRole).toInt(), 0);
    QVERIFY(
        row.data(ArticleListModel::SnippetRole).value<Snippet>().text.startsWith(QLatin1String("Nothing")));
    QTRY_COMPARE(row.data(ArticleListModel::HitCountRole).toInt(), 9001);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed[0][0].toModelIndex(), row);
    QVERIFY(!row.data(ArticleListModel::SnippetRole).value<Snippet>().hits.empty());
    QCOMPARE(row.data(ArticleListModel::TitleHitsRole).value<std::vector<TextRange>>(),
             std::vector<TextRange>({{2, 6}}));
}

void TestArticleListModel::longArticle_ofAnOlderAnswer_isForgotten()
{
    const QString body = QStringLiteral("Nothing but the lamp of the harbour lamp. ").repeated(9000);
    const CorpusPtr corpus = corpusOf({makeArticle(QStringLiteral("Title"), body)});
    ArticleListModel model;
    for (const QString &query : {QStringLiteral("lamp"), QStringLiteral("harbour"), QStringLiteral("lamp")}) {
        model.setAnswer(ask(corpus, query, Order::Relevance), Grouping::None);
        QCOMPARE(model.index(0).data(ArticleListModel::HitCountRole).toInt(), 0);
    }
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QTRY_COMPARE(changed.count(), 1);
    QCOMPARE(model.index(0).data(ArticleListModel::HitCountRole).toInt(), 18000);
    QCoreApplication::processEvents();
    QCOMPARE(changed.count(), 1);
}

void TestArticleListModel::row_withoutQueryHasNoHits()
{
    const ArticlePtr article = makeArticle(QStringLiteral("Title"), QStringLiteral("The first words of it."));
    ArticleListModel model;
    model.setAnswer(ask(corpusOf({article}), {}, Order::DateNewest), Grouping::None);
    const QModelIndex row = model.index(0);
    QCOMPARE(row.data(ArticleListModel::HitCountRole).toInt(), 0);
    QCOMPARE(row.data(ArticleListModel::SnippetRole).value<Snippet>().text,
             QStringLiteral("The first words of it."));
    QVERIFY(row.data(ArticleListModel::OutletRole).toString().endsWith(QLatin1String(".txt")));
}

void TestArticleListModel::derivedTitle_isMarkedAndHasItsHits()
{
    const ArticlePtr article =
        makeArticle({}, QStringLiteral("One father planted a tree for his son. It bloomed."));
    ArticleListModel model;
    model.setAnswer(ask(corpusOf({article}), QStringLiteral("tree"), Order::DateNewest), Grouping::None);
    const QModelIndex row = model.index(0);
    QVERIFY(row.data(ArticleListModel::IsTitleDerivedRole).toBool());
    const QString title = row.data(ArticleListModel::TitleRole).toString();
    const auto hits = row.data(ArticleListModel::TitleHitsRole).value<std::vector<TextRange>>();
    QCOMPARE(hits.size(), size_t(1));
    QCOMPARE(title.mid(hits[0].start, hits[0].length()), QStringLiteral("tree"));
}

void TestArticleListModel::unread_keepsWhatIsReadMeanwhile()
{
    const std::vector<ArticlePtr> articles{dated(QStringLiteral("2021-09-30"), QStringLiteral("a")),
                                           dated(QStringLiteral("2021-09-29"), QStringLiteral("b")),
                                           dated(QStringLiteral("2021-09-28"), QStringLiteral("c"))};
    const Answer answer = ask(corpusOf(articles), {}, Order::DateNewest);
    ArticleListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setReadArticles({articles[1]->id()});
    model.setAnswer(answer, Grouping::None);
    model.setFilter(ArticleFilter::Unread);
    QCOMPARE(rowsOf(model), QStringList({QStringLiteral("a"), QStringLiteral("c")}));
    QCOMPARE(model.articleCount(), 2);
    QCOMPARE(model.rowOf(articles[1]->id()), -1);

    model.markRead(articles[0]->id());
    QCOMPARE(model.index(0).data(ArticleListModel::IsUnreadRole).toBool(), false);
    model.setAnswer(answer, Grouping::None);
    QCOMPARE(rowsOf(model), QStringList({QStringLiteral("a"), QStringLiteral("c")}));
    model.setFilter(ArticleFilter::Unread);
    QCOMPARE(rowsOf(model), QStringList({QStringLiteral("c")}));
    model.setReadArticles({});
    QCOMPARE(model.articleCount(), 3);
    model.setFilter(ArticleFilter::All);
    QCOMPARE(model.articleCount(), 3);
}

void TestArticleListModel::kept_followsThePassages()
{
    const std::vector<ArticlePtr> articles{dated(QStringLiteral("2021-09-30"), QStringLiteral("a")),
                                           dated(QStringLiteral("2021-09-29"), QStringLiteral("b"))};
    ArticleListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setToday(today);
    model.setAnswer(ask(corpusOf(articles), {}, Order::DateNewest), Grouping::Day);
    model.setFilter(ArticleFilter::Kept);
    QCOMPARE(model.rowCount(), 0);
    model.setPassages({{articles[1]->id(), {2, 0b101}}, {articles[0]->id(), {}}});
    QCOMPARE(rowsOf(model), QStringList({QStringLiteral("[Yesterday 1]"), QStringLiteral("b")}));
    QCOMPARE(model.index(1).data(ArticleListModel::PassageCountRole).toInt(), 2);
    QCOMPARE(model.index(1).data(ArticleListModel::PassageColoursRole).toInt(), 0b101);
}

void TestArticleListModel::archived_areLeftOutOfTheLibrary_andFound()
{
    const std::vector<ArticlePtr> articles{dated(QStringLiteral("2021-09-30"), QStringLiteral("new")),
                                           dated(QStringLiteral("2021-09-29"), QStringLiteral("middle")),
                                           dated(QStringLiteral("2021-09-28"), QStringLiteral("old"))};
    const CorpusPtr corpus = corpusOf(articles);
    ArticleListModel model;
    const QAbstractItemModelTester tester(&model);
    model.setAnswer(ask(corpus, QString(), Order::DateNewest), Grouping::None);
    model.setShelved({articles[0]->id()}, {articles[1]->id()});
    QCOMPARE(rowsOf(model), QStringList({QStringLiteral("new"), QStringLiteral("old")}));
    QVERIFY(model.hidesArchived());
    QVERIFY(model.index(0).data(ArticleListModel::IsStarredRole).toBool());
    QVERIFY(model.index(0).data(Qt::AccessibleTextRole).toString().contains(QLatin1String("starred")));
    model.setReadArticles({articles[2]->id()});
    model.setFilter(ArticleFilter::Unread);
    QCOMPARE(rowsOf(model), QStringList{QStringLiteral("new")});
    model.setFilter(ArticleFilter::All);

    model.setAnswer(ask(corpus, QStringLiteral("text"), Order::DateNewest), Grouping::None);
    QCOMPARE(model.articleCount(), 3);
    QVERIFY(!model.hidesArchived());
    QVERIFY(model.index(1).data(ArticleListModel::IsArchivedRole).toBool());
    QVERIFY(model.index(1).data(Qt::AccessibleTextRole).toString().contains(QLatin1String("archived")));
    model.setAnswer(ask(corpus, QString(), Order::DateNewest), Grouping::None);
    model.setShelved({}, {});
    QCOMPARE(model.articleCount(), 3);
}

void TestArticleListModel::markRead_changesOneRow()
{
    const std::vector<ArticlePtr> articles{dated(QStringLiteral("2021-09-30")),
                                           dated(QStringLiteral("2021-09-29"))};
    ArticleListModel model;
    model.setToday(today);
    model.setAnswer(ask(corpusOf(articles), {}, Order::DateNewest), Grouping::Day);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.markRead(articles[1]->id());
    model.markRead(articles[1]->id());
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed[0][0].toModelIndex().row(), 3);
    QCOMPARE(changed[0][1].toModelIndex().row(), 3);
}

void TestArticleListModel::samePassages_areSilent()
{
    const ArticlePtr article = dated({});
    ArticleListModel model;
    model.setAnswer(ask(corpusOf({article}), {}, Order::DateNewest), Grouping::None);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setPassages({{article->id(), {1, 1}}});
    model.setPassages({{article->id(), {1, 1}}});
    QCOMPARE(changed.count(), 1);
}

void TestArticleListModel::setToday_renamesSections()
{
    ArticleListModel model;
    model.setAnswer(ask(corpusOf({dated(QStringLiteral("2021-09-30"))}), {}, Order::DateNewest),
                    Grouping::Day);
    QCOMPARE(model.index(0).data().toString(), QStringLiteral("30 September 2021"));
    model.setToday(today);
    QCOMPARE(model.index(0).data().toString(), QStringLiteral("Today"));
    model.setToday(today.addDays(1));
    QCOMPARE(model.index(0).data().toString(), QStringLiteral("Yesterday"));
}

void TestArticleListModel::emptyModel_isWhole()
{
    ArticleListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!model.article(0));
    QCOMPARE(model.neighbour(-1, 1), -1);
    model.setFilter(ArticleFilter::Unread);
    model.setAnswer(ask(std::make_shared<const Corpus>(), QStringLiteral("word"), Order::DateNewest),
                    Grouping::Day);
    QCOMPARE(model.rowCount(), 0);
}

QTEST_GUILESS_MAIN(TestArticleListModel)
#include "tst_articlelistmodel.moc"
