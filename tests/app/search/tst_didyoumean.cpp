#include "search/didyoumean.h"
#include "search/segmentbuilder.h"
#include "support/articles.h"

#include <QTest>

using namespace Lectern;

class TestDidYouMean : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void query_isPutRight_data();
    void query_isPutRight();
    void reading_isKept_data();
    void reading_isKept();
    void segments_areLookedAtTogether();
    void stop_leavesNothing();
    void nothingAsked_suggestsNothing();

private:
    CorpusPtr m_corpus;
};

namespace {

CorpusPtr corpusOf(const QStringList &bodies)
{
    SegmentBuilder builder;
    for (const QString &body : bodies)
        builder.add(Testing::makeArticle(QStringLiteral("Title"), body));
    return Corpus().with(builder.build());
}

QStringList meant(const CorpusPtr &corpus, const QString &text,
                  const std::function<Query(const QString &)> &read = [](const QString &words) {
                      return Query::parse(words);
                  })
{
    return didYouMean(Searcher::search(corpus, read(text), Order::Relevance), read);
}

} // namespace

void TestDidYouMean::initTestCase()
{
    QStringList bodies;
    for (int i = 0; i < 12; ++i)
        bodies += QStringLiteral("The harbour of Ferrow had a bridge and a lighthouse, number %1.").arg(i);
    for (int i = 0; i < 5; ++i)
        bodies += QStringLiteral("A strike in the harbor closed the town, day %1.").arg(i);
    bodies += QStringLiteral("The harbuor master signed, once, between lighthouses.");
    m_corpus = corpusOf(bodies);
}

void TestDidYouMean::query_isPutRight_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QStringList>("meant");
    const auto row = [](const char *name, const char *query, const QStringList &meant) {
        QTest::newRow(name) << QString::fromUtf8(query) << meant;
    };
    row("absent word", "lighthuose", {QStringLiteral("lighthouse")});
    row("rare word", "harbuor", {QStringLiteral("harbour"), QStringLiteral("harbor")});
    row("right word", "lighthouse", {});
    row("beside others", "bridge lighthuose ferrow", {QStringLiteral("bridge lighthouse ferrow")});
    row("two wrong words", "lighthuose brigde", {QStringLiteral("lighthouse bridge")});
    row("capital stays", "Lighthuose", {QStringLiteral("Lighthouse")});
    row("capitals stay", "LIGHTHUOSE", {QStringLiteral("LIGHTHOUSE")});
    row("in a bracket", "(lighthuose OR zeppelin) -strike",
        {QStringLiteral("(lighthouse OR zeppelin) -strike")});
    row("not what is excluded", "zeppelin -lighthuose", {});
    row("the same word in a field stays", "title:lighthuose OR lighthuose",
        {QStringLiteral("title:lighthuose OR lighthouse")});
    row("prefix", "lighthuse*", {QStringLiteral("lighthouse*")});
    row("phrases are left alone", "\"brigde lighthuose\"", {});
    row("nothing better", "harbour strike zeppelin", {});
    row("a word that does not help", "town lighthuose", {});
    row("numbers", "1999", {});
    row("every article", "", {});
}

void TestDidYouMean::query_isPutRight()
{
    QFETCH(QString, query);
    QTEST(meant(m_corpus, query), "meant");
}

void TestDidYouMean::reading_isKept_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<bool>("isTyping");
    QTest::addColumn<bool>("isStrict");
    QTest::addColumn<QStringList>("meant");
    QTest::newRow("while it is typed") << QStringLiteral("bridge lighthuose") << true << false
                                       << QStringList(QStringLiteral("bridge lighthouse"));
    QTest::newRow("strict") << QStringLiteral("bridge lighthuose") << false << true
                            << QStringList(QStringLiteral("bridge lighthouse"));
}

void TestDidYouMean::reading_isKept()
{
    QFETCH(QString, query);
    QFETCH(bool, isTyping);
    QFETCH(bool, isStrict);
    QueryOptions options;
    options.strict = isStrict;
    const auto read = [&](const QString &words) {
        return isTyping ? Query::parseTyping(words, options) : Query::parse(words, options);
    };
    QTEST(meant(m_corpus, query, read), "meant");
}

void TestDidYouMean::segments_areLookedAtTogether()
{
    CorpusPtr corpus = std::make_shared<const Corpus>();
    for (int i = 0; i < 4; ++i) {
        SegmentBuilder builder;
        builder.add(Testing::makeArticle(QStringLiteral("Title"), QStringLiteral("A lighthouse %1.").arg(i)));
        corpus = corpus->with(builder.build());
    }
    QCOMPARE(meant(corpus, QStringLiteral("lighthuose")), QStringList(QStringLiteral("lighthouse")));
    // In four articles of few it is no rare word.
    QCOMPARE(meant(corpus, QStringLiteral("lighthouse 1")), QStringList());
}

void TestDidYouMean::stop_leavesNothing()
{
    const auto read = [](const QString &words) { return Query::parse(words); };
    const Answer answer = Searcher::search(m_corpus, read(QStringLiteral("lighthuose")), Order::Relevance);
    std::stop_source source;
    source.request_stop();
    QCOMPARE(didYouMean(answer, read, source.get_token()), QStringList());
}

void TestDidYouMean::nothingAsked_suggestsNothing()
{
    QCOMPARE(didYouMean({}, [](const QString &words) { return Query::parse(words); }), QStringList());
}

QTEST_GUILESS_MAIN(TestDidYouMean)
#include "tst_didyoumean.moc"
