#include "app/search/randomsearch.h"
#include "search/highlighter.h"

#include <QTest>

using namespace Lectern;

class TestHighlighter : public QObject
{
    Q_OBJECT

private slots:
    void hits_areMarked_data();
    void hits_areMarked();
    void hits_ofManyArticles_areIndependent();
    void hits_ofManyLanguages_haveTheirStems();
};

namespace {

/// The text with the hits in brackets.
QString marked(const QString &text, const std::vector<TextRange> &hits)
{
    QString result = text;
    for (auto hit = hits.rbegin(); hit != hits.rend(); ++hit) {
        result.insert(hit->end, u']');
        result.insert(hit->start, u'[');
    }
    return result;
}

} // namespace

void TestHighlighter::hits_areMarked_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *query, const char *title, const char *body,
                        const char *expected) {
        QTest::newRow(name) << QString::fromUtf8(query) << QString::fromUtf8(title) << QString::fromUtf8(body)
                            << QString::fromUtf8(expected);
    };
    row("word", "fox", "", "A fox, a Fox and foxes.", "A [fox], a [Fox] and [foxes].");
    row("nothing asked", "", "", "A fox.", "A fox.");
    row("nothing found", "dog", "", "A fox.", "A fox.");
    row("accents", "elan", "", "Élan e\u0301lan elan", "[Élan] [e\u0301lan] [elan]");
    row("apostrophes", "couldn't", "", "couldn’t couldn't could", "[couldn’t] [couldn't] could");
    row("part of a word", "=state", "", "The state’s state", "The [state]’s [state]");
    row("word and part", "state OR state's", "", "The state’s end", "The [state’s] end");
    row("prefix", "stat*", "", "state’s stats stand", "[state’s] [stats] stand");
    row("phrase is one range", "\"the fox\"", "", "“The  fox” the red fox", "“[The  fox]” the red fox");
    row("phrase over a line break", "\"the fox\"", "The", "Fox", "[The\nFox]");
    row("overlapping phrases are joined", "\"a a\"", "", "a a a b a a", "[a a a] b [a a]");
    row("neighbours are apart", "a", "", "a a a", "[a] [a] [a]");
    row("touching letters are apart", "日 OR 本", "", "日本", "[日][本]");
    row("phrase of letters", "日本", "", "日本と本日", "[日本]と本日");
    row("phrase with a prefix", "\"the f*\"", "", "the fox the far the dog", "[the fox] [the far] the dog");
    row("phrase of parts", "\"state secrets\"", "", "the state’s secrets", "the [state’s secrets]");
    row("phrase that begins again", "\"a a b\"", "", "a a a b", "a [a a b]");
    row("phrase of a word and its part", "\"don't don\"", "", "don't don't", "[don't don]'t");
    row("not is never marked", "fox -dog", "", "fox dog", "[fox] dog");
    row("not of a group", "fox -(dog OR (cat -bird))", "", "fox dog cat bird", "[fox] dog cat bird");
    row("all alternatives", "fox OR dog", "", "dog fox", "[dog] [fox]");
    row("what the article lacks", "fox dog", "", "fox", "[fox]");
    row("title only", "title:fox", "The fox", "A fox", "The [fox]\nA fox");
    row("phrase in the title only", "title:\"the fox\"", "The", "fox", "The\nfox");
    row("title and text", "fox", "The fox", "A fox", "The [fox]\nA [fox]");
    row("metadata is not marked", "outlet:fox author:fox date:2021", "", "fox 2021", "fox 2021");
    row("stems", "strike", "", "Strikes, the striking strike and a striker",
        "[Strikes], the [striking] [strike] and a striker");
    row("not of a word with a capital", "Strike", "", "strikes strike", "strikes [strike]");
    row("not of a form", "=strike", "", "strikes strike", "strikes [strike]");
    row("spelling", "=Polish", "", "Polish polish POLISH Polish’s", "[Polish] polish POLISH [Polish]’s");
    row("spelling with an accent", "=élan", "", "élan elan e\u0301lan Élan", "[élan] elan [e\u0301lan] Élan");
    row("plain spelling", "==polish", "", "Polish polish", "Polish [polish]");
    row("spelled phrase", "=\"The Fox\"", "", "The Fox the fox The fox", "[The Fox] the fox The fox");
    row("spelled prefix", "=Pol*", "", "Polish polish Pole", "[Polish] polish [Pole]");
    row("wildcard", "w?ld", "", "wild would world weld", "[wild] would world [weld]");
    row("end", "*ation", "", "nation rations station", "[nation] rations [station]");
    row("differing", "harbuor~1", "", "harbour harbor harbours", "[harbour] [harbor] harbours");
    row("regex", "/fo[xg]+/", "", "FOX, foggy and fix", "[FOX], [fogg]y and fix");
    row("regex of capitals", "/(?-i)Fox/", "", "Fox fox", "[Fox] fox");
    row("regex over words", "/a \\w+ fox/", "", "a red fox", "[a red fox]");
    row("regex of no letters", "/(?=f)/", "", "fox", "fox");
    row("regex at lines", "/^fox/", "Fox", "fox a fox\nfox", "[Fox]\n[fox] a fox\n[fox]");
    row("regex of the title", "title:/x$/", "Fox", "fox", "Fo[x]\nfox");
    row("start", "^fox", "Fox fox", "fox fox\nfox", "[Fox] fox\n[fox] fox\nfox");
    row("start without a title", "^fox", "", "fox fox\nfox", "[fox] fox\nfox");
    row("start of the title", "title:^fox", "Fox fox", "fox", "[Fox] fox\nfox");
    row("start of a phrase", "^\"the fox\"", "", "The fox and the fox", "[The fox] and the fox");
    row("lede", "lede:fox", "Fox", "...\nA fox\nA fox", "Fox\n...\nA [fox]\nA fox");
    row("start of the lede", "lede:^fox", "Fox", "Fox fox\nfox", "Fox\n[Fox] fox\nfox");
    row("near", "=fox NEAR/2 =dog", "", "dog a b fox a dog a b c dog", "[dog] a b [fox] a [dog] a b c dog");
    row("near too far", "=fox NEAR/1 =dog", "", "dog a b fox", "dog a b fox");
    row("in order", "fox BEFORE/2 dog", "", "dog fox a dog", "dog [fox] a [dog]");
    row("near of three", "\"a b c\"~1", "", "c x b a y y c b", "[c] x [b] [a] y y c b");
    row("near of a phrase", "\"the fox\" NEAR/1 dog", "", "dog, the fox the", "[dog], [the fox] the");
    row("near of alternatives", "(fox OR cat) NEAR/0 dog", "", "cat dog fox", "[cat] [dog] [fox]");
    row("not near", "-(fox NEAR dog) fox", "", "fox dog", "[fox] dog");
    row("count, state and date", "fox count:>=9 is:read date:2021", "", "count 9 read fox",
        "count 9 read [fox]");
    row("symbols", "c++", "", "C++ and C", "[C++] and C");
    row("ligature", "fit", "", "a ﬁt", "a [ﬁt]");
    row("emoji", "😀", "", "a😀b", "a[😀]b");
}

void TestHighlighter::hits_areMarked()
{
    QFETCH(const QString, query);
    QFETCH(const QString, title);
    QFETCH(const QString, body);
    QFETCH(const QString, expected);
    const ArticlePtr article = makeArticle(
        {title, body, QStringLiteral("Fox"), {QStringLiteral("Fox")}, {}, QStringLiteral("en-GB"), {}});
    Highlighter highlighter(Query::parse(query));
    QCOMPARE(marked(article->text(), highlighter.hits(*article)), expected);
}

void TestHighlighter::hits_ofManyArticles_areIndependent()
{
    Highlighter highlighter(Query::parse(u"\"a b\" OR c"));
    const ArticlePtr first = makeArticle({{}, QStringLiteral("c a"), {}, {}, {}});
    const ArticlePtr second = makeArticle({{}, QStringLiteral("b c"), {}, {}, {}});
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(marked(first->text(), highlighter.hits(*first)), QStringLiteral("[c] a"));
        QCOMPARE(marked(second->text(), highlighter.hits(*second)), QStringLiteral("b [c]"));
    }
    QVERIFY(highlighter.hits(*makeArticle({})).empty());
}

void TestHighlighter::hits_ofManyLanguages_haveTheirStems()
{
    Highlighter highlighter(Query::parse(u"haus"));
    const QString text = QStringLiteral("Häuser hauses");
    const auto markedIn = [&](const char *language) {
        const ArticlePtr article = makeArticle({{}, text, {}, {}, {}, QString::fromLatin1(language), {}});
        return marked(article->text(), highlighter.hits(*article));
    };
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(markedIn("de"), QStringLiteral("[Häuser] [hauses]"));
        QCOMPARE(markedIn(""), text);
        QCOMPARE(markedIn("ja"), text);
    }
}

QTEST_GUILESS_MAIN(TestHighlighter)
#include "tst_highlighter.moc"
