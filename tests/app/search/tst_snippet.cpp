#include "app/search/randomsearch.h"
#include "search/highlighter.h"
#include "support/seed.h"

#include <QTest>

using namespace Lectern;

class TestSnippet : public QObject
{
    Q_OBJECT

private slots:
    void snippet_shows_data();
    void snippet_shows();
    void snippet_ofDerivedTitle_goesOnBehindIt();
    void snippet_ofEmptyArticle_isEmpty();
    void snippet_neverCutsCharacters();
    void snippet_anyArticle_keepsItsPromises();

private:
    static QString shown(const Article &article, const QString &query, int length);
};

/// The snippet with its hits in brackets.
QString TestSnippet::shown(const Article &article, const QString &query, int length)
{
    const Snippet result = snippet(article, Highlighter(Query::parse(query)).hits(article), length);
    QString text = result.text;
    for (auto hit = result.hits.rbegin(); hit != result.hits.rend(); ++hit) {
        text.insert(hit->end, u']');
        text.insert(hit->start, u'[');
    }
    return text;
}

void TestSnippet::snippet_shows_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("body");
    QTest::addColumn<int>("length");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *query, const char *title, const char *body, int length,
                        const char *expected) {
        QTest::newRow(name) << QString::fromUtf8(query) << QString::fromUtf8(title) << QString::fromUtf8(body)
                            << length << QString::fromUtf8(expected);
    };
    const char *const long1 = "one two three four five six seven eight nine ten eleven twelve";
    row("whole body", "", "Title", "A short body.", 160, "A short body.");
    row("beginning without hits", "", "Title", long1, 20, "one two three four …");
    row("hit near the beginning", "two", "Title", long1, 20, "one [two] three four …");
    row("a few words before the hit", "ten", "Title", long1, 60, "… eight nine [ten] eleven twelve");
    row("at the end", "twelve", "Title", long1, 160, "… eight nine ten eleven [twelve]");
    row("hit in the middle", "seven", "Title", long1, 20, "… six [seven] eight nine …");
    row("densest", "a OR b", "Title", "a one two three four five six seven eight a b a nine ten eleven", 24,
        "… eight [a] [b] [a] nine ten …");
    row("body before title", "fox", "The fox", "one two fox", 160, "one two [fox]");
    row("title when only it has hits", "fox", "The fox ran", "one two", 160, "The [fox] ran");
    row("line breaks are spaces", "two", "Title", "one\ntwo\nthree", 160, "… [two] three");
    row("words before from the same paragraph", "five", "Title", "one two\nthree four five", 160,
        "… three four [five]");
    row("objects are spaces", "a", "Title", "a\n\uFFFC\nb", 160, "[a] b");
    row("quotation mark before the hit", "won", "Title", "She said: “won”", 8, "… “[won]”");
    row("long phrase", "\"one two three four five\"", "Title", long1, 10, "[one two three four] …");
    row("phrase longer than asked", "\"one two three\"", "Title", long1, 10, "[one two three] …");
    row("no spaces", "本", "Title",
        "日日日日日日日日日日日日日日日日日日日日本日日日日日日日日日日日日日日日日日日", 16,
        "… 日日日日[本]日日日日日日日日日日日 …");
    row("no body", "", "Title", "", 160, "Title");
    row("no title", "", "", "Only words.", 160, "Only words.");
}

void TestSnippet::snippet_shows()
{
    QFETCH(const QString, query);
    QFETCH(const QString, title);
    QFETCH(const QString, body);
    QFETCH(const int, length);
    QFETCH(const QString, expected);
    QCOMPARE(shown(*makeArticle({title, body, {}, {}, {}}), query, length), expected);
}

void TestSnippet::snippet_ofDerivedTitle_goesOnBehindIt()
{
    ArticleDraft draft;
    draft.text = QStringLiteral("The first sentence. Then the rest.");
    draft.blocks.push_back({BlockKind::Paragraph, 0, {0, draft.text.size()}});
    deriveTitle(draft, QStringLiteral("file"));
    const auto article = Article::make(draft);
    QVERIFY(article->isTitleDerived());
    QVERIFY(!article->titleRange().isEmpty());
    QCOMPARE(shown(*article, {}, 160), QStringLiteral("Then the rest."));
    QCOMPARE(shown(*article, QStringLiteral("first"), 160), QStringLiteral("The [first] sentence."));
}

void TestSnippet::snippet_ofEmptyArticle_isEmpty()
{
    const Snippet result = snippet(*makeArticle({}), {});
    QVERIFY(result.text.isEmpty());
    QVERIFY(result.hits.empty());
}

void TestSnippet::snippet_neverCutsCharacters()
{
    const ArticlePtr article = makeArticle({{}, QStringLiteral("😀e\u0301").repeated(50), {}, {}, {}});
    for (int length = 1; length < 40; ++length) {
        const QString text = snippet(*article, {{74, 76}}, length).text;
        QVERIFY(text.isValidUtf16());
        for (qsizetype at = 1; at < text.size(); ++at)
            QVERIFY(!text[at].isMark() || text[at - 1] == u'e');
    }
}

void TestSnippet::snippet_anyArticle_keepsItsPromises()
{
    RandomSearch random(testSeed());
    for (int i = 0; i < 300; ++i) {
        const ArticlePtr article = random.article(80);
        const Query query = Query::parse(random.query());
        const std::vector<TextRange> hits = Highlighter(query).hits(*article);
        const int length = 1 + random.upTo(100);
        const Snippet result = snippet(*article, hits, length);
        QVERIFY(!result.text.contains(u'\n'));
        QVERIFY(result.text.isValidUtf16());
        QVERIFY(result.text.size() <= 2 * length + length / 4 + 30);
        QCOMPARE(result.hits.empty(), hits.empty());
        qsizetype end = 0;
        for (const TextRange hit : result.hits) {
            QVERIFY(hit.start >= end && hit.end > hit.start && hit.end <= result.text.size());
            end = hit.end;
        }
    }
}

QTEST_GUILESS_MAIN(TestSnippet)
#include "tst_snippet.moc"
