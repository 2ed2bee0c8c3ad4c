#include "app/search/randompostings.h"
#include "app/search/randomsearch.h"
#include "search/articleregions.h"
#include "search/segment.h"
#include "search/segmentbuilder.h"

#include <QTest>

using namespace Lectern;

Q_DECLARE_METATYPE(Lectern::ArticleParts)

/// What of an article becomes words of which field, and where they stand.
class TestSegmentBuilder : public QObject
{
    Q_OBJECT

private slots:
    void text_knowsTitleAndLede_data();
    void text_knowsTitleAndLede();
    void pictureAndRule_areNoLede();
    void fields_holdTheirWords_data();
    void fields_holdTheirWords();
    void zones_reachAsFarAsTheLede();
    void columns_areThoseOfTheArticles();
    void lengthCodes_countWordsWithoutTheirParts();
    void build_emptiesTheBuilder();
};

namespace {

SegmentPtr segmentOf(const std::vector<ArticlePtr> &articles)
{
    SegmentBuilder builder;
    for (const ArticlePtr &article : articles)
        builder.add(article);
    return builder.build();
}

/// The words of a field in their order, each with the zones it stands in and its positions: `strike[TL]@1,7`.
QString written(const FieldIndex &field, quint32 doc = 0)
{
    QStringList words;
    TermCursor terms = field.terms();
    while (terms.next()) {
        for (const KnownPosting &posting : readPostings(field.arrays(), terms.info())) {
            if (posting.doc != doc)
                continue;
            QString word = QString::fromUtf8(terms.term().data(), qsizetype(terms.term().size()));
            if ((posting.code & 3) != 0)
                word += QStringLiteral("[%1%2]").arg(
                    (posting.code & TitleZone) != 0 ? QLatin1String("T") : QLatin1String(),
                    (posting.code & LedeZone) != 0 ? QLatin1String("L") : QLatin1String());
            QStringList positions;
            for (const quint32 position : posting.positions)
                positions.append(QString::number(position));
            if (frequencyOf(posting.code) != quint32(positions.size()))
                word += QLatin1String(" (counted wrongly)");
            words.append(word + u'@' + positions.join(u','));
        }
    }
    return words.join(u' ');
}

} // namespace

void TestSegmentBuilder::text_knowsTitleAndLede_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const char16_t *title, const char16_t *body,
                        const char16_t *words) {
        QTest::newRow(name) << QString::fromUtf16(title) << QString::fromUtf16(body)
                            << QString::fromUtf16(words);
    };
    row("title and body", u"Dockers strike", u"The harbour\nis quiet",
        u"dockers[T]@0 harbour[L]@3 is@4 quiet@5 strike[T]@1 the[L]@2");
    row("a word in both", u"The strike", u"A strike\nends the strike",
        u"a[L]@2 ends@4 strike[TL]@1,3,6 the[T]@0,5");
    row("derived title", u"", u"The harbour\nis quiet", u"harbour[L]@1 is@2 quiet@3 the[L]@0");
    row("blocks without words are no lede", u"Dockers", u"* * *\n…\nThe end\nof it",
        u"dockers[T]@0 end[L]@2 it@4 of@3 the[L]@1");
    row("a lede of one number", u"Dockers", u"12\nyears", u"12[L]@1 dockers[T]@0 years@2");
    row("a lede of symbols, which are words", u"Dockers", u"★ ★\nyears", u"dockers[T]@0 years@3 ★[L]@1,2");
    row("signs beyond the BMP that are no words", u"Dockers", u"\U00010100\nyears",
        u"dockers[T]@0 years[L]@1");
    row("nothing but a title", u"Dockers strike", u"", u"dockers[T]@0 strike[T]@1");
    row("no words", u"…", u"—", u"");
    row("words with parts", u"State’s end", u"It’s over",
        u"end[T]@1 it[L]@2 it's[L]@2 over[L]@3 s[TL]@0,2 state[T]@0 "
        u"state's[T]@0");
    row("parts alike count once", u"s’s’s", u"", u"s[T]@0 s's's[T]@0");
}

void TestSegmentBuilder::text_knowsTitleAndLede()
{
    QFETCH(const QString, title);
    QFETCH(const QString, body);
    ArticleParts parts;
    parts.title = title;
    parts.body = body;
    QTEST(written(segmentOf({makeArticle(parts)})->field(QueryField::Text)), "words");
}

void TestSegmentBuilder::pictureAndRule_areNoLede()
{
    ArticleDraft draft;
    draft.source.path = QStringLiteral("/articles/picture.txt");
    draft.title = QStringLiteral("Dockers");
    draft.text = QStringLiteral("Dockers\n\ufffc\n\ufffc\nThe end\nof it");
    draft.blocks = {{BlockKind::Heading, 1, {0, 7}},
                    {BlockKind::Image, 0, {8, 9}},
                    {BlockKind::Rule, 0, {10, 11}},
                    {BlockKind::Paragraph, 0, {12, 19}},
                    {BlockKind::Paragraph, 0, {20, 25}}};
    const ArticlePtr article = Article::make(std::move(draft));
    QCOMPARE(written(segmentOf({article})->field(QueryField::Text)),
             QStringLiteral("dockers[T]@0 end[L]@4 it@6 of@5 the[L]@3 \ufffc@1,2"));
    ArticleRegionFinder regions(*article);
    WordStream().run(article->text(), [&regions](const StreamedWord &word) { regions.take(word); });
    QCOMPARE(regions.regions().lede.start, 12);
}

void TestSegmentBuilder::fields_holdTheirWords_data()
{
    QTest::addColumn<QueryField>("field");
    QTest::addColumn<QString>("words");
    QTest::newRow("title") << QueryField::Title << QStringLiteral("dockers@0 strike@1");
    QTest::newRow("outlet") << QueryField::Outlet << QStringLiteral("evening@1 the@0 tide@2");
    QTest::newRow("authors stand apart")
        << QueryField::Author << QStringLiteral("anne@0 b@1002 ben@1003 low@1004 o@1002 o'b@1002");
    QTest::newRow("format") << QueryField::Format << QStringLiteral("text@0");
    QTest::newRow("language without its region") << QueryField::Language << QStringLiteral("de@0");
    QTest::newRow("tags stand apart") << QueryField::Tag << QStringLiteral("old@0 quay@1003 town@1");
}

void TestSegmentBuilder::fields_holdTheirWords()
{
    QFETCH(const QueryField, field);
    ArticleParts parts;
    parts.title = QStringLiteral("Dockers strike");
    parts.body = QStringLiteral("The harbour");
    parts.outlet = QStringLiteral("The Evening Tide");
    parts.authors = {QStringLiteral("Anne"), QStringLiteral("O'B-Ben Low")};
    parts.language = QStringLiteral("de-AT");
    parts.tags = {QStringLiteral("old town"), QStringLiteral("quay")};
    QTEST(written(segmentOf({makeArticle(parts)})->field(field)), "words");
}

void TestSegmentBuilder::zones_reachAsFarAsTheLede()
{
    ArticleParts parts;
    parts.title = QStringLiteral("Dockers");
    parts.body = QStringLiteral("so ").repeated(70000) + QStringLiteral("late\nbehind");
    const SegmentPtr segment = segmentOf({makeArticle(parts)});
    const FieldIndex &text = segment->field(QueryField::Text);
    const auto codeOf = [&text](const char *word) {
        return readPostings(text.arrays(), *text.find(word)).front().code;
    };
    QCOMPARE(codeOf("so"), postingCode(70000, LedeZone));
    QCOMPARE(codeOf("late"), postingCode(1, LedeZone));
    QCOMPARE(codeOf("behind"), postingCode(1, BodyZone));
}

void TestSegmentBuilder::columns_areThoseOfTheArticles()
{
    ArticleParts first;
    first.title = QStringLiteral("b");
    first.body = QStringLiteral("one");
    first.date = QStringLiteral("2021-02");
    ArticleParts second;
    second.title = QStringLiteral("A");
    second.body = QStringLiteral("two");
    second.outlet = QStringLiteral("Tide");
    ArticleParts third = first;
    third.date = QStringLiteral("2021-03-04");
    const std::vector<ArticlePtr> articles = {makeArticle(first), makeArticle(second), makeArticle(third)};
    const SegmentPtr segment = segmentOf(articles);
    const ArticleColumns &columns = segment->columns();
    for (quint32 doc = 0; doc < 3; ++doc)
        QCOMPARE(segment->articles()->article(doc), articles[doc]);
    QCOMPARE(QDate::fromJulianDay(columns.days[0].first), QDate(2021, 2, 1));
    QCOMPARE(QDate::fromJulianDay(columns.days[0].last), QDate(2021, 2, 28));
    QCOMPARE(columns.days[1].first, ArticleColumns::Days::none);
    QCOMPARE(std::vector<quint32>(columns.byDate.begin(), columns.byDate.end()), (std::vector<quint32>{2, 0, 1}));
    QVERIFY(columns.titleKeys[1] < columns.titleKeys[0]);
    QVERIFY(columns.titleKeys[0] == columns.titleKeys[2]);
    QVERIFY(columns.outletKeys.at(0).isEmpty());
    QVERIFY(!columns.outletKeys.at(1).isEmpty());
    QCOMPARE(segment->textUnits(),
             articles[0]->text().size() + articles[1]->text().size() + articles[2]->text().size());
}

void TestSegmentBuilder::lengthCodes_countWordsWithoutTheirParts()
{
    ArticleParts parts;
    parts.body = QStringLiteral("It’s the state’s end.");
    const SegmentPtr segment = segmentOf({makeArticle(parts)});
    QCOMPARE(segment->columns().lengthCodes.front(), Weighting::lengthCode(4));
    QCOMPARE(segment->columns().wordCount, 4);
}

void TestSegmentBuilder::build_emptiesTheBuilder()
{
    ArticleParts parts;
    parts.body = QStringLiteral("harbour");
    SegmentBuilder builder;
    builder.add(makeArticle(parts));
    builder.add(makeArticle(parts));
    QCOMPARE(builder.size(), 2);
    QCOMPARE(builder.build()->size(), 2U);
    QCOMPARE(builder.size(), 0);
    const SegmentPtr empty = builder.build();
    QCOMPARE(empty->size(), 0U);
    QCOMPARE(empty->field(QueryField::Text).termCount(), 0U);
    parts.body = QStringLiteral("crane");
    builder.add(makeArticle(parts));
    QCOMPARE(written(builder.build()->field(QueryField::Text)), QStringLiteral("crane[L]@0"));
}

QTEST_GUILESS_MAIN(TestSegmentBuilder)
#include "tst_segmentbuilder.moc"
