#include "app/library/datedarticles.h"
#include "support/seed.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Lectern;
using namespace Lectern::Testing;

/// The list model takes the first rows of an answer, then the rest behind them.
class TestAnswerStages final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void completeAnswer_comesBehindTheFirstRows_data();
    void completeAnswer_comesBehindTheFirstRows();
    void completeAnswer_sectionsGrow();
    void completeAnswer_otherRows_resets_data();
    void completeAnswer_otherRows_resets();
    void completeAnswer_rememberedNumbersAndHitsStay();
};

void TestAnswerStages::completeAnswer_comesBehindTheFirstRows_data()
{
    QTest::addColumn<Order>("order");
    QTest::addColumn<ArticleFilter>("filter");
    for (const Order order : {Order::Relevance, Order::DateNewest})
        for (const ArticleFilter filter : {ArticleFilter::All, ArticleFilter::Unread, ArticleFilter::Kept})
            QTest::addRow("order %d, filter %d", int(order), int(filter)) << order << filter;
}

void TestAnswerStages::completeAnswer_comesBehindTheFirstRows()
{
    QFETCH(Order, order);
    QFETCH(ArticleFilter, filter);
    std::vector<ArticlePtr> articles;
    QSet<ArticleId> read;
    QHash<ArticleId, PassageSummary> kept;
    for (int i = 0; i < 90; ++i) {
        articles.push_back(dated(today.addDays(-i / 2).toString(Qt::ISODate)));
        if (i % 3 == 0)
            read += articles.back()->id();
        if (i % 4 == 0)
            kept.insert(articles.back()->id(), {1, 1});
    }
    const CorpusPtr corpus = corpusOf(articles);
    const Query query = Query::parse(QStringLiteral("number"));
    const Answer first = Searcher::first(corpus, query, order, 25);
    const Answer all = Searcher::search(corpus, query, order);
    QVERIFY(!first.isComplete());

    ArticleListModel whole;
    ArticleListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (ArticleListModel *either : {&whole, &model}) {
        either->setToday(today);
        either->setReadArticles(read);
        either->setPassages(kept);
        either->setFilter(filter);
    }
    whole.setAnswer(all, Grouping::Day);
    model.setAnswer(first, Grouping::Day);
    const QPersistentModelIndex selected = model.index(model.rowCount() - 1);
    const QString title = selected.data(ArticleListModel::IdRole).toString();
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    model.completeAnswer(all);
    QCOMPARE(reset.count(), 0);
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(rowsOf(model), rowsOf(whole));
    QCOMPARE(model.articleCount(), whole.articleCount());
    QVERIFY(selected.isValid());
    QCOMPARE(selected.data(ArticleListModel::IdRole).toString(), title);
    // Once more changes nothing.
    model.completeAnswer(all);
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(reset.count(), 0);
}

void TestAnswerStages::completeAnswer_sectionsGrow()
{
    std::vector<ArticlePtr> articles;
    for (int i = 0; i < 6; ++i)
        articles.push_back(dated(today.addDays(-i / 3).toString(Qt::ISODate), QString::number(i)));
    const CorpusPtr corpus = corpusOf(articles);
    const Query query = Query::parse(QStringLiteral("number"));
    ArticleListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setToday(today);
    model.setAnswer(Searcher::first(corpus, query, Order::DateNewest, 4), Grouping::Day);
    QCOMPARE(model.index(0).data(ArticleListModel::SectionSizeRole), QVariant(3));
    QCOMPARE(model.index(4).data().toString(), QStringLiteral("Yesterday"));
    QCOMPARE(model.index(4).data(ArticleListModel::SectionSizeRole), QVariant());
    QCOMPARE(model.index(4).data(Qt::AccessibleTextRole).toString(), QStringLiteral("Yesterday"));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.completeAnswer(Searcher::search(corpus, query, Order::DateNewest));
    QCOMPARE(model.index(4).data(ArticleListModel::SectionSizeRole), QVariant(3));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed[0][0].toModelIndex().row(), 4);
}

void TestAnswerStages::completeAnswer_otherRows_resets_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<bool>("isMixedUp");
    QTest::newRow("another question") << QStringLiteral("text") << false;
    QTest::newRow("other first rows") << QStringLiteral("number") << true;
}

void TestAnswerStages::completeAnswer_otherRows_resets()
{
    QFETCH(QString, query);
    QFETCH(bool, isMixedUp);
    std::vector<ArticlePtr> articles;
    for (int i = 0; i < 12; ++i)
        articles.push_back(dated(QStringLiteral("2021")));
    const CorpusPtr corpus = corpusOf(articles);
    ArticleListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setAnswer(Searcher::first(corpus, Query::parse(QStringLiteral("number")), Order::Relevance, 5),
                    Grouping::None);
    Answer all = ask(corpus, query, Order::Relevance);
    if (isMixedUp) {
        std::vector<DocNumber> docs = *all.docs;
        std::swap(docs[1], docs[7]);
        all.docs = std::make_shared<const std::vector<DocNumber>>(docs);
    }
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.completeAnswer(all);
    QCOMPARE(reset.count(), 1);
    QCOMPARE(model.articleCount(), 12);
    for (int row = 0; row < 12; ++row)
        QCOMPARE(model.article(row), corpus->article((*all.docs)[size_t(row)]));
}

void TestAnswerStages::completeAnswer_rememberedNumbersAndHitsStay()
{
    std::vector<ArticlePtr> articles;
    for (int i = 0; i < 12; ++i)
        articles.push_back(dated(QStringLiteral("2021")));
    const CorpusPtr corpus = corpusOf(articles);
    ArticleListModel model;
    model.setAnswer(Searcher::first(corpus, Query::parse(QStringLiteral("number")), Order::Relevance, 5),
                    Grouping::None);
    const Answer all = ask(corpus, QStringLiteral("number"), Order::Relevance);
    const ArticleId last = corpus->article(all.docs->back())->id();
    QCOMPARE(model.rowOf(last), -1);
    model.completeAnswer(all);
    QCOMPARE(model.rowOf(last), 11);
    QCOMPARE(model.index(0).data(ArticleListModel::HitCountRole).toInt(), 1);
    QCOMPARE(model.index(11).data(ArticleListModel::HitCountRole).toInt(), 1);
}

QTEST_GUILESS_MAIN(TestAnswerStages)
#include "tst_answerstages.moc"
