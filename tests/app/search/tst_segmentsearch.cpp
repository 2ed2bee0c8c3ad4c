#include "app/search/randomsearch.h"
#include "search/fuzzyterms.h"
#include "search/searcher.h"
#include "search/segment.h"
#include "search/segmentbuilder.h"
#include "search/segmentsearch.h"
#include "search/synonymsnode.h"
#include "search/termnode.h"
#include "support/seed.h"
#include "text/folding.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace Lectern;

/// What is found without looking at everything, against what is found by doing so.
class TestSegmentSearch : public QObject
{
    Q_OBJECT

private slots:
    void first_ofManyArticles_areThoseOfAll_data();
    void first_ofManyArticles_areThoseOfAll();
    void first_stopped_offersNothing();
    void fuzzy_amongManyWords_isThatOfAWalk();
};

namespace {

ArticlePtr body(const QString &text)
{
    return makeArticle({{}, text, {}, {}, {}});
}

CorpusPtr corpusOf(const std::vector<ArticlePtr> &articles, int inSegment = 1000)
{
    CorpusPtr corpus = std::make_shared<const Corpus>();
    SegmentBuilder builder;
    for (const ArticlePtr &article : articles) {
        builder.add(article);
        if (builder.size() == inSegment)
            corpus = corpus->with(builder.build());
    }
    return builder.size() > 0 ? corpus->with(builder.build()) : corpus;
}

} // namespace

/// What is left out because it cannot be among the first, is not: with forms of a stem that are common and
/// rare, in two segments of which articles were deleted.
void TestSegmentSearch::first_ofManyArticles_areThoseOfAll_data()
{
    QTest::addColumn<QString>("query");
    QTest::newRow("a common form and rare ones") << QStringLiteral("strike");
    QTest::newRow("several common forms") << QStringLiteral("walk");
    QTest::newRow("rare forms") << QStringLiteral("jump");
    QTest::newRow("one form") << QStringLiteral("=walks");
    QTest::newRow("both of two common words") << QStringLiteral("walk strike");
    QTest::newRow("both, and not a third") << QStringLiteral("walk strike -jump");
    QTest::newRow("either") << QStringLiteral("walk OR strike OR jump");
    QTest::newRow("near each other") << QStringLiteral("=walk NEAR/3 =strike");
    QTest::newRow("side by side") << QStringLiteral("\"walk strike\"");
}

void TestSegmentSearch::first_ofManyArticles_areThoseOfAll()
{
    QFETCH(QString, query);
    constexpr int count = 6000;
    static const CorpusPtr corpus = [] {
        std::mt19937 random(testSeed());
        const auto oneOf = [&random](quint32 n) { return random() % n == 0; };
        std::vector<ArticlePtr> articles;
        std::vector<DocNumber> deleted;
        for (int i = 0; i < count; ++i) {
            QString text;
            for (quint32 left = 1 + random() % 40; left > 0; --left) {
                text += oneOf(3)    ? QStringLiteral("strike ")
                        : oneOf(3)  ? QStringLiteral("walk ")
                        : oneOf(4)  ? QStringLiteral("walks ")
                        : oneOf(6)  ? QStringLiteral("walking ")
                        : oneOf(60) ? QStringLiteral("strikes ")
                        : oneOf(90) ? QStringLiteral("jump ")
                        : oneOf(90) ? QStringLiteral("jumps ")
                                    : QStringLiteral("other ");
            }
            articles.push_back(makeArticle(
                {oneOf(9) ? QStringLiteral("A strike") : QString(), text, {}, {}, {}, QStringLiteral("en")}));
            if (oneOf(5))
                deleted.push_back(DocNumber(i));
        }
        return corpusOf(articles, count / 2)->without(deleted);
    }();
    QVERIFY(corpus->parts().size() >= 2);
    const Query asked = Query::parse(query);
    const Answer all = Searcher::search(corpus, asked, Order::Relevance);
    QVERIFY(all.total() > 20);
    for (const size_t wanted : {1, 10, 300}) {
        const Answer first = Searcher::first(corpus, asked, Order::Relevance, wanted);
        QCOMPARE(first.total(), all.total());
        const size_t expected = std::min(wanted, all.docs->size());
        QCOMPARE(*first.docs, std::vector(all.docs->begin(), all.docs->begin() + qptrdiff(expected)));
        QCOMPARE(first.scores, std::vector(all.scores.begin(), all.scores.begin() + qptrdiff(expected)));
    }
}

void TestSegmentSearch::first_stopped_offersNothing()
{
    constexpr int wholeBlocks = 256;
    const CorpusPtr corpus =
        corpusOf(std::vector<ArticlePtr>(wholeBlocks, body(QStringLiteral("walk walks"))));
    const Corpus::Part &part = corpus->parts().front();
    const FieldIndex &text = part.segment->field(QueryField::Text);
    const TermInfo walk = text.find("walk").value();
    const TermInfo walks = text.find("walks").value();
    const SegmentScoring scoring{&corpus->weighting(), part.segment->columns().lengthCodes, 1};
    std::stop_source stop;
    stop.request_stop();
    for (const bool isStopped : {false, true}) {
        TopDocs ofWord(10);
        TopDocs ofForms(10);
        TermNode word(text, walk, scoring, 1, TermNode::Scored::ByLength, 0);
        SynonymsNode forms(text, {{walk, 1}, {walks, 0.5F}}, scoring, 1, 0);
        const std::stop_token token = isStopped ? stop.get_token() : std::stop_token();
        SegmentSearch(part, word, token).collectBest(&ofWord);
        SegmentSearch(part, forms, token).collectBest(&ofForms);
        QCOMPARE(ofWord.take().empty(), isStopped);
        QCOMPARE(ofForms.take().empty(), isStopped);
    }
}

void TestSegmentSearch::fuzzy_amongManyWords_isThatOfAWalk()
{
    std::mt19937 random(testSeed());
    const auto word = [&random] {
        QString letters;
        for (quint32 left = 2 + random() % 7; left > 0; --left)
            letters += QChar(u"abcdeé"[random() % 6]);
        return letters;
    };
    std::vector<ArticlePtr> articles;
    for (int i = 0; i < 400; ++i) {
        QString text;
        for (int j = 0; j < 30; ++j)
            text += word() + QLatin1Char(' ');
        articles.push_back(body(text));
    }
    const CorpusPtr corpus = corpusOf(articles);
    const Segment &segment = *corpus->parts().front().segment;
    const FieldIndex &text = segment.field(QueryField::Text);
    QCOMPARE(segment.mirror().termCount(), text.termCount());
    QVERIFY(text.termCount() > 0);
    for (int i = 0; i < 200; ++i) {
        const QString wanted = word();
        const int edits = 1 + i % 2;
        std::vector<DocNumber> expected;
        TermCursor cursor = text.terms();
        for (const FuzzyTerm &term : fuzzyTerms(cursor, termBytes(fold(wanted)), edits)) {
            TermCursor found = text.terms();
            found.seekTerm(term.id);
            for (PostingCursor at = text.postings(found.info()); at.doc() != PostingCursor::end; at.next())
                expected.push_back(at.doc());
        }
        std::sort(expected.begin(), expected.end());
        expected.erase(std::unique(expected.begin(), expected.end()), expected.end());
        QueryNode query;
        query.kind = QueryNode::Kind::Fuzzy;
        query.terms = QStringList(fold(wanted));
        query.distance = edits;
        std::vector<DocNumber> docs =
            *Searcher::search(corpus, Query::fromNode(query), Order::Relevance).docs;
        std::sort(docs.begin(), docs.end());
        QCOMPARE(docs, expected);
    }
}

QTEST_GUILESS_MAIN(TestSegmentSearch)
#include "tst_segmentsearch.moc"
