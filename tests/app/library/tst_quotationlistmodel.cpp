#include "library/quotationlistmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Lectern;

namespace {

Utterance utterance(qsizetype start, const QString &words, const QString &speaker, double confidence,
                    bool isPerson = true)
{
    Utterance made;
    made.pieces = {{start, start + words.size()}};
    made.words = words;
    made.speaker = speaker;
    made.isPerson = isPerson;
    made.confidence = confidence;
    return made;
}

QuotedArticlePtr article(const QString &id, const QString &outlet, const QString &published,
                         std::vector<Utterance> utterances)
{
    auto made = std::make_shared<QuotedArticle>();
    made->id = id;
    made->title = QStringLiteral("Title of ") + id;
    made->outlet = outlet;
    made->published = PartialDate::fromIso(published);
    made->textUnits = 10000;
    made->utterances = std::move(utterances);
    return made;
}

} // namespace

/// The rows of the room Quotations: what is shown, in which order, with which variants.
class TestQuotationListModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void show_rows_data();
    void show_rows();
    void show_variants_standBelowTheLongest();
    void show_longestLeftOut_theNextLeads();
    void rowOf_findsTheUtterance();
    void certainty_followsTheConfidence_data();
    void certainty_followsTheConfidence();
    void accessibleText_tellsAll();
    void query_hints_data();
    void query_hints();

private:
    QString rows(const QuotationListModel &model) const;

    QuotationIndexPtr m_index;
};

void TestQuotationListModel::initTestCase()
{
    const QString lamp = QStringLiteral("The lamp of the harbour will burn until the morning");
    m_index = std::make_shared<const QuotationIndex>(
        VariantGroups({
            article(QStringLiteral("new"), QStringLiteral("Echo"), QStringLiteral("2022-05-01"),
                    {utterance(10, lamp, QStringLiteral("Ellen Moss"), 0.95),
                     utterance(90, QStringLiteral("Nobody was hurt"), QStringLiteral("a spokesman"), 0.65,
                               false)}),
            article(QStringLiteral("middle"), QStringLiteral("Courier"), QStringLiteral("2021-03"),
                    {utterance(5, lamp + QStringLiteral(", and Zoë keeps it"), QStringLiteral("Ellen Moss"),
                               0.95),
                     utterance(99, QStringLiteral("Fog is fog"), QStringLiteral("Ada Quill"), 0.35)}),
            article(QStringLiteral("old"), {}, {}, {utterance(7, QStringLiteral("It is over now"), {}, 0)}),
        }),
        QuotationCorrections());
}

/// The first word of each row; variants in brackets.
QString TestQuotationListModel::rows(const QuotationListModel &model) const
{
    QStringList words;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QString first = model.article(row).id + QLatin1Char(':') +
                              model.utterance(row).words.section(QLatin1Char(' '), 0, 0);
        words += model.isVariant(row) ? QStringLiteral("(%1)").arg(first) : first;
    }
    return words.join(QLatin1Char(' '));
}

void TestQuotationListModel::show_rows_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<std::optional<QString>>("speaker");
    QTest::addColumn<bool>("showsGuesses");
    QTest::addColumn<QuotationOrder>("order");
    QTest::addColumn<QString>("rows");
    const std::optional<QString> anybody;
    const auto newest = QuotationOrder::Newest;
    QTest::newRow("all") << QString() << anybody << true << newest
                         << QStringLiteral("middle:The (new:The) new:Nobody middle:Fog old:It");
    QTest::newRow("without guesses") << QString() << anybody << false << newest
                                     << QStringLiteral("middle:The (new:The) new:Nobody old:It");
    QTest::newRow("a person") << QString() << std::optional(QStringLiteral("Ada Quill")) << true << newest
                              << QStringLiteral("middle:Fog");
    QTest::newRow("no name") << QString() << std::optional(QString()) << true << newest
                             << QStringLiteral("new:Nobody old:It");
    QTest::newRow("words") << QStringLiteral("hurt nobody") << anybody << true << newest
                           << QStringLiteral("new:Nobody");
    QTest::newRow("a beginning") << QStringLiteral("harb") << anybody << true << newest
                                 << QStringLiteral("middle:The (new:The)");
    QTest::newRow("not inside a word") << QStringLiteral("arbour") << anybody << true << newest << QString();
    QTest::newRow("accents") << QStringLiteral("ZOE") << anybody << true << newest
                             << QStringLiteral("middle:The");
    QTest::newRow("speaker") << QStringLiteral("speaker:moss") << anybody << true << newest
                             << QStringLiteral("middle:The (new:The)");
    QTest::newRow("speaker of two words") << QStringLiteral("speaker:\"ada quill\"") << anybody << true
                                          << newest << QStringLiteral("middle:Fog");
    QTest::newRow("speaker without a name")
        << QStringLiteral("speaker:spokes") << anybody << true << newest << QStringLiteral("new:Nobody");
    QTest::newRow("outlet") << QStringLiteral("outlet:echo") << anybody << true << newest
                            << QStringLiteral("new:The new:Nobody");
    QTest::newRow("year") << QStringLiteral("date:2021") << anybody << true << newest
                          << QStringLiteral("middle:The middle:Fog");
    QTest::newRow("from") << QStringLiteral("date:2021-04..") << anybody << true << newest
                          << QStringLiteral("new:The new:Nobody");
    QTest::newRow("all at once") << QStringLiteral("date:..2021 fog speaker:ada outlet:cour") << anybody
                                 << true << newest << QStringLiteral("middle:Fog");
    QTest::newRow("by speaker") << QString() << anybody << true << QuotationOrder::Speaker
                                << QStringLiteral("middle:Fog middle:The (new:The) new:Nobody old:It");
    QTest::newRow("by outlet") << QString() << anybody << true << QuotationOrder::Outlet
                               << QStringLiteral("middle:The (new:The) middle:Fog new:Nobody old:It");
}

void TestQuotationListModel::show_rows()
{
    QFETCH(const QString, query);
    QFETCH(const std::optional<QString>, speaker);
    QFETCH(const bool, showsGuesses);
    QFETCH(const QuotationOrder, order);
    QuotationListModel model;
    const QAbstractItemModelTester tester(&model);
    model.show(m_index, {QuotationQuery::parse(query), speaker, showsGuesses, order});
    QTEST(rows(model), "rows");
}

void TestQuotationListModel::show_variants_standBelowTheLongest()
{
    QuotationListModel model;
    model.show(m_index, {});
    QCOMPARE(model.variantCount(0), 1);
    QCOMPARE(model.variantCount(2), 0);
    QCOMPARE(model.head(1), 0);
    QVERIFY(model.utterance(0).words.size() > model.utterance(1).words.size());
    QCOMPARE(model.speaker(0), QStringLiteral("Ellen Moss"));
    QCOMPARE(model.speaker(2), QStringLiteral("a spokesman"));
    QCOMPARE(model.speaker(4), QString());
}

void TestQuotationListModel::show_longestLeftOut_theNextLeads()
{
    QuotationListModel model;
    model.show(m_index, {.query = QuotationQuery::parse(QStringLiteral("outlet:echo lamp"))});
    QCOMPARE(rows(model), QStringLiteral("new:The"));
}

void TestQuotationListModel::rowOf_findsTheUtterance()
{
    QuotationListModel model;
    model.show(m_index, {});
    for (int row = 0; row < model.rowCount(); ++row)
        QCOMPARE(model.rowOf(model.article(row).id, model.utterance(row).range()), row);
    QCOMPARE(model.rowOf(QStringLiteral("old"), {1, 2}), -1);
}

void TestQuotationListModel::certainty_followsTheConfidence_data()
{
    QTest::addColumn<Utterance>("utterance");
    QTest::addColumn<QuotationCertainty>("certainty");
    const QString words = QStringLiteral("w");
    const QString who = QStringLiteral("A");
    Utterance corrected = utterance(0, words, who, 0.1);
    corrected.isCorrected = true;
    QTest::newRow("beside") << utterance(0, words, who, 0.95) << QuotationCertainty::Sure;
    QTest::newRow("farther") << utterance(0, words, who, 0.8) << QuotationCertainty::Sure;
    QTest::newRow("previous") << utterance(0, words, who, 0.65) << QuotationCertainty::Likely;
    QTest::newRow("guess") << utterance(0, words, who, 0.35) << QuotationCertainty::Guess;
    QTest::newRow("nobody") << utterance(0, words, {}, 0.95) << QuotationCertainty::Unnamed;
    QTest::newRow("corrected") << corrected << QuotationCertainty::Corrected;
}

void TestQuotationListModel::certainty_followsTheConfidence()
{
    QFETCH(const Utterance, utterance);
    QFETCH(const QuotationCertainty, certainty);
    QVERIFY(certaintyOf(utterance) == certainty);
}

void TestQuotationListModel::accessibleText_tellsAll()
{
    QuotationListModel model;
    model.show(m_index, {});
    const QString said = model.index(1, 0).data(Qt::AccessibleTextRole).toString();
    for (const char *part : {"Variant", "Ellen Moss", "sure", "The lamp of", "Echo", "Title of new", "2022"})
        QVERIFY2(said.contains(QLatin1String(part)), qPrintable(said));
}

void TestQuotationListModel::query_hints_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("hints");
    QTest::newRow("sound") << QStringLiteral("date:2021-03..2021-04 lamp") << 0;
    QTest::newRow("no date") << QStringLiteral("date:soonish") << 1;
    QTest::newRow("empty") << QString() << 0;
    QTest::newRow("open mark") << QStringLiteral("speaker:\"ellen moss") << 0;
}

void TestQuotationListModel::query_hints()
{
    QFETCH(const QString, text);
    QTEST(int(QuotationQuery::parse(text).hints.size()), "hints");
}


QTEST_GUILESS_MAIN(TestQuotationListModel)
#include "tst_quotationlistmodel.moc"
