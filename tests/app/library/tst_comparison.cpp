#include "library/comparisonreport.h"
#include "library/comparisonsession.h"
#include "library/otheraccounts.h"
#include "search/segmentbuilder.h"
#include "support/accounts.h"
#include "support/articles.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QtTest>

using namespace Lectern;
using namespace Lectern::Testing;

namespace {

const QString third = QStringLiteral("Tarnmouth lost its Ferrow Bridge on Tuesday: a bearing of the southern "
                                     "arch is cracked. Ellen Moss of the harbour council "
                                     "said: “Nobody will cross it until we know more.” The ferry is full.");

QString cut(const Comparison &comparison, int account, TextRange range)
{
    return comparison.accounts[size_t(account)].article->text().mid(range.start, range.length());
}

CorpusPtr corpusOf(const std::vector<ArticlePtr> &articles)
{
    SegmentBuilder builder;
    for (const ArticlePtr &article : articles)
        builder.add(article);
    return std::make_shared<const Corpus>()->with(builder.build());
}

} // namespace

class ComparisonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twoAccounts_shareTheirQuotation();
    void threeAccounts_shareOnePassage();
    void accounts_areFoundAmongOthers();
    void session_answersTheNewestOnly();
    void report_holdsEveryWordOfWhatIsShared();
    void report_isSafe();
};

void ComparisonTest::twoAccounts_shareTheirQuotation()
{
    const ComparisonPtr comparison = compareAccounts({makeArticle({}, bridge), makeArticle({}, bridgeAgain)});
    QCOMPARE(comparison->quotationCount(), 1);
    const ComparedPassage &passage = comparison->passages.front();
    QVERIFY(passage.isQuotation);
    for (int account = 0; account < 2; ++account)
        QVERIFY(cut(*comparison, account, passage.places[size_t(account)])
                    .startsWith(QStringLiteral("Nobody will cross it until we know more")));
    QStringList only;
    for (const TextRange &sentence : comparison->accounts[0].only)
        only += cut(*comparison, 0, sentence);
    QVERIFY(only.contains(QStringLiteral("The repair may cost 3.4 million.")));
    QVERIFY(!only.join(u'|').contains(QStringLiteral("Nobody")));
}

void ComparisonTest::threeAccounts_shareOnePassage()
{
    const ComparisonPtr comparison =
        compareAccounts({makeArticle({}, bridge), makeArticle({}, bridgeAgain), makeArticle({}, third)});
    int inAll = 0;
    for (const ComparedPassage &passage : comparison->passages) {
        QCOMPARE(passage.places.size(), 3u);
        inAll += std::all_of(passage.places.begin(), passage.places.end(),
                             [](TextRange place) { return place.start < place.end; });
    }
    QCOMPARE(inAll, 1);
}

void ComparisonTest::accounts_areFoundAmongOthers()
{
    const ArticlePtr first = makeArticle({}, bridge);
    const ArticlePtr second = makeArticle({}, bridgeAgain);
    std::vector<ArticlePtr> articles{first, second, makeArticle({}, lighthouse)};
    for (int i = 0; i < 50; ++i)
        articles.push_back(
            makeArticle(QStringLiteral("Note %1").arg(i),
                        QStringLiteral("The council met on Tuesday about the harbour and note %1.").arg(i)));
    const CorpusPtr corpus = corpusOf(articles);
    const std::vector<ArticlePtr> found = otherAccounts(corpus, first, 3);
    QCOMPARE(found.size(), 1u);
    QCOMPARE(found.front()->id(), second->id());
    QVERIFY(otherAccounts(corpus, makeArticle({}, lighthouse), 3).empty());
    QVERIFY(otherAccounts(corpus, makeArticle({}, QStringLiteral("…")), 3).empty());
    std::stop_source stopped;
    stopped.request_stop();
    QVERIFY(otherAccounts(corpus, first, 3, stopped.get_token()).empty());
}

void ComparisonTest::session_answersTheNewestOnly()
{
    const ArticlePtr first = makeArticle({}, bridge);
    const ArticlePtr second = makeArticle({}, bridgeAgain);
    const ArticlePtr alone = makeArticle({}, lighthouse);
    const CorpusPtr corpus = corpusOf({first, second, alone});
    ComparisonSession session;
    std::vector<ComparisonPtr> answers;
    connect(&session, &ComparisonSession::compared, this,
            [&answers](const ComparisonPtr &comparison) { answers.push_back(comparison); });
    session.findAccounts(corpus, alone);
    session.findAccounts(corpus, first);
    QTRY_COMPARE(answers.size(), 1u);
    QCOMPARE(answers[0]->accounts.size(), 2u);
    QCOMPARE(answers[0]->accounts[0].article->id(), first->id());
    session.findAccounts(corpus, alone);
    QTRY_COMPARE(answers.size(), 2u);
    QCOMPARE(answers[1]->accounts.size(), 1u);
    session.compare({second, alone});
    QTRY_COMPARE(answers.size(), 3u);
    QCOMPARE(answers[2]->accounts.size(), 2u);
    QVERIFY(answers[2]->passages.empty());
}

void ComparisonTest::report_holdsEveryWordOfWhatIsShared()
{
    const ArticlePtr first =
        makeArticle(QStringLiteral("🌉 Pier"),
                    QStringLiteral("“We will rebuild all 12 arches of the broken pier with our own "
                                   "hands before summer,” said Ellen Moss."));
    const ArticlePtr second =
        makeArticle(QStringLiteral("Bridge"),
                    QStringLiteral("Ellen Moss: ‘We will rebuild all 14 arches of the broken pier "
                                   "with our own hands before summer.’ Rain fell."));
    const ComparisonPtr comparison = compareAccounts({first, second});
    QCOMPARE(comparison->passages.size(), 1u);

    const QJsonObject json = QJsonDocument::fromJson(comparisonJson(*comparison)).object();
    QCOMPARE(json.value(QStringLiteral("accounts")).toArray().size(), 2);
    const QJsonArray places = json.value(QStringLiteral("passages"))
                                  .toArray()
                                  .at(0)
                                  .toObject()
                                  .value(QStringLiteral("places"))
                                  .toArray();
    QCOMPARE(places.size(), 2);
    for (const QJsonValue &value : places) {
        const QJsonObject place = value.toObject();
        const Article &article = *comparison->accounts[size_t(place[u"account"].toInt())].article;
        const QList<uint> points = article.text().toUcs4();
        const int start = place[u"start"].toInt();
        QCOMPARE(QString::fromUcs4(reinterpret_cast<const char32_t *>(points.constData()) + start,
                                   place[u"end"].toInt() - start),
                 place[u"text"].toString());
    }
    QStringList kinds;
    for (const QJsonValue &value : json.value(QStringLiteral("differences")).toArray())
        kinds += value.toObject().value(QStringLiteral("kind")).toString();
    QVERIFY2(kinds.contains(QStringLiteral("number")), qPrintable(kinds.join(u' ')));

    const QString html = comparisonHtml(*comparison);
    QVERIFY(html.contains(QStringLiteral("<mark class=\"strong\" title=\"number\">12</mark>")));
    QVERIFY(html.contains(QStringLiteral("Rain fell.")));
    const QString markdown = comparisonMarkdown(*comparison);
    QVERIFY2(markdown.contains(QStringLiteral("all **12** arches")), qPrintable(markdown));
    QVERIFY(markdown.contains(QStringLiteral("account 1 has “12”, account 2 “14”")));
    QCOMPARE(comparisonHtml(*compareAccounts({first, second})), html);
}

void ComparisonTest::report_isSafe()
{
    const QString words =
        QStringLiteral("“<script>alert(1)</script> *is* what we & they saw on the pier,” she said.");
    const ComparisonPtr comparison = compareAccounts(
        {makeArticle(QStringLiteral("<b>One</b>"), words), makeArticle(QStringLiteral("_Two_"), words)});
    const QString html = comparisonHtml(*comparison);
    QVERIFY(!html.contains(QStringLiteral("<script>")));
    QVERIFY(!html.contains(QStringLiteral("<b>")));
    QVERIFY(html.contains(QStringLiteral("&amp; they")));
    const QString markdown = comparisonMarkdown(*comparison);
    QVERIFY(!markdown.contains(QStringLiteral("<script>")));
    QVERIFY(markdown.contains(QStringLiteral("\\*is\\*")));
}

QTEST_GUILESS_MAIN(ComparisonTest)
#include "tst_comparison.moc"
