#include "app/search/randomsearch.h"
#include "search/concordance.h"
#include "search/highlighter.h"
#include "search/segmentbuilder.h"
#include "search/sortkeys.h"
#include "support/seed.h"
#include "text/words.h"

#include <QTest>

using namespace Lectern;

class TestConcordance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keys_haveNames_data();
    void keys_haveNames();
    void lines_areSorted_data();
    void lines_areSorted();
    void line_isCutByCodePoints_data();
    void line_isCutByCodePoints();
    void lines_ofNothing_areNone();
    void stop_leavesNothingHalfDone();
    void randomLines_areSortedAsByHand();
    void farWords_areFoundBehindDashes();
};

namespace {

CorpusPtr corpusOf(const std::vector<ArticlePtr> &articles)
{
    SegmentBuilder builder;
    for (const ArticlePtr &article : articles)
        builder.add(article);
    return std::make_shared<const Corpus>()->with(builder.build());
}

Answer answerOf(const std::vector<ArticlePtr> &articles, const QString &query)
{
    return Searcher::search(corpusOf(articles), Query::parse(query), Order::Title);
}

std::vector<LineKey> keysNamed(const QString &names)
{
    std::vector<LineKey> keys;
    for (const QString &name : names.split(u',', Qt::SkipEmptyParts))
        keys.push_back(lineKeyNamed(name).value());
    return keys;
}

QString textOf(const ConcordanceLine &line, TextRange range)
{
    return line.article->text().mid(range.start, range.length());
}

/// The words that a text is cut into, without their parts.
std::vector<Word> wholeWords(QStringView text)
{
    WordBreaker breaker;
    std::vector<Word> words = breaker.words(text);
    std::erase_if(words, [](const Word &word) { return word.isPart; });
    return words;
}

/// What a line is sorted by, made the plain way.
QByteArray keyByHand(const ConcordanceLine &line, LineKey key)
{
    const QString &text = line.article->text();
    if (key == LineKey::Title)
        return Collation().key(line.article->title()).toByteArray();
    if (key == LineKey::Date) {
        const quint64 ascending = quint64(line.article->published().sortKey()) ^ (quint64(1) << 63);
        return QByteArray::number(~ascending).rightJustified(20, '0'); // newest first
    }
    if (key == LineKey::Hit) {
        QStringList terms;
        for (const Word &word : wholeWords(QStringView(text).sliced(line.hit.start, line.hit.length())))
            terms += word.term;
        return terms.join(u' ').toUtf8();
    }
    std::vector<QString> left;
    std::vector<QString> right;
    for (const Word &word : wholeWords(text)) {
        if (word.range.end <= line.hit.start)
            left.insert(left.begin(), word.term);
        else if (word.range.start >= line.hit.end)
            right.push_back(word.term);
    }
    const std::vector<QString> &side = key <= LineKey::Left5 ? left : right;
    const size_t number = size_t(key) - size_t(key <= LineKey::Left5 ? LineKey::Left1 : LineKey::Right1);
    return number < side.size() ? side[number].toUtf8() : QByteArray();
}

using LinePlace = std::pair<const Article *, TextRange>;

std::vector<LinePlace> placesOf(const Concordance &concordance)
{
    std::vector<LinePlace> places;
    for (size_t i = 0; i < concordance.lineCount(); ++i) {
        const ConcordanceLine line = concordance.line(i, 10);
        places.emplace_back(line.article.get(), line.hit);
    }
    return places;
}

/// The lines found article by article and sorted by keys made by hand.
std::vector<LinePlace> placesByHand(const Answer &answer, const std::vector<LineKey> &keys)
{
    struct Line
    {
        std::vector<QByteArray> keys;
        LinePlace place;
    };
    Highlighter highlighter(answer.query);
    std::vector<Line> lines;
    for (const DocNumber doc : *answer.docs) {
        const ArticlePtr article = answer.corpus->article(doc);
        for (const TextRange hit : highlighter.hits(*article)) {
            Line line{{}, {article.get(), hit}};
            for (const LineKey key : keys)
                line.keys.push_back(keyByHand({article, {}, hit, {}}, key));
            lines.push_back(std::move(line));
        }
    }
    std::stable_sort(lines.begin(), lines.end(),
                     [](const Line &a, const Line &b) { return a.keys < b.keys; });
    std::vector<LinePlace> places;
    for (const Line &line : lines)
        places.push_back(line.place);
    return places;
}

} // namespace

void TestConcordance::keys_haveNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("key");
    QTest::newRow("first") << QStringLiteral("left1") << int(LineKey::Left1);
    QTest::newRow("hit") << QStringLiteral("hit") << int(LineKey::Hit);
    QTest::newRow("right5") << QStringLiteral("right5") << int(LineKey::Right5);
    QTest::newRow("date") << QStringLiteral("date") << int(LineKey::Date);
    QTest::newRow("title") << QStringLiteral("title") << int(LineKey::Title);
    QTest::newRow("too far") << QStringLiteral("left6") << -1;
    QTest::newRow("empty") << QString() << -1;
}

void TestConcordance::keys_haveNames()
{
    QFETCH(QString, name);
    QFETCH(int, key);
    const std::optional<LineKey> found = lineKeyNamed(name);
    QCOMPARE(found ? int(*found) : -1, key);
}

void TestConcordance::lines_areSorted_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("keys");
    QTest::addColumn<QStringList>("expected"); // a line: the word before, the hit and the word behind
    const auto row = [](const char *name, const char *query, const char *keys, const QStringList &expected) {
        QTest::newRow(name) << QString::fromUtf8(query) << QString::fromUtf8(keys) << expected;
    };
    const QStringList found{QStringLiteral("red fox ran"), QStringLiteral("The FOX, a"),
                            QStringLiteral("a fox. "), QStringLiteral(" Foxes eat"),
                            QStringLiteral("— fox yes")};
    row("as found", "fox", "", found);
    row("by the left", "fox", "left1", {found[2], found[3], found[4], found[0], found[1]});
    row("by the right", "fox", "right1", {found[2], found[1], found[3], found[0], found[4]});
    row("by the hit, then the left", "fox", "hit,left1", {found[2], found[4], found[0], found[1], found[3]});
    row("newest first", "fox", "date", {found[3], found[4], found[0], found[1], found[2]});
}

void TestConcordance::lines_areSorted()
{
    QFETCH(QString, query);
    QFETCH(QString, keys);
    QFETCH(QStringList, expected);
    const Answer answer = answerOf({makeArticle({QStringLiteral("B"),
                                                 QStringLiteral("Foxes eat. L’état — fox yes"),
                                                 {},
                                                 {},
                                                 QStringLiteral("2022"),
                                                 QStringLiteral("en")}),
                                    makeArticle({QStringLiteral("A"),
                                                 QStringLiteral("A red fox ran.\nThe FOX, a fox."),
                                                 {},
                                                 {},
                                                 QStringLiteral("2021-05"),
                                                 QStringLiteral("en")})},
                                   query);
    const std::unique_ptr<Concordance> concordance = Concordance::make(answer);
    QCOMPARE(concordance->articleCount(), size_t(2));
    QVERIFY(concordance->sort(keysNamed(keys)));
    QCOMPARE(concordance->lineCount(), size_t(expected.size()));
    for (size_t i = 0; i < concordance->lineCount(); ++i) {
        const ConcordanceLine line = concordance->line(i, 4);
        const QString shown = textOf(line, line.left) + textOf(line, line.hit) + textOf(line, line.right);
        const QString words = QString(shown).replace(u'\n', u' ');
        QVERIFY2(words.contains(expected[qsizetype(i)].simplified()), qPrintable(words));
    }
}

void TestConcordance::line_isCutByCodePoints_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("width");
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("right");
    const auto row = [](const char *name, const char *text, int width, const char *left, const char *right) {
        QTest::newRow(name) << QString::fromUtf8(text) << width << QString::fromUtf8(left)
                            << QString::fromUtf8(right);
    };
    row("inside", "one two fox three four", 4, "two ", " thr");
    row("no width", "one fox two", 0, "", "");
    row("more than there is", "a fox b", 100, "a ", " b");
    row("pairs are one", "😀😀 fox 😀😀", 2, "😀 ", " 😀");
    row("marks stay with their letters", "ae\u0301 fox e\u0301", 2, " ", " ");
}

void TestConcordance::line_isCutByCodePoints()
{
    QFETCH(QString, text);
    QFETCH(int, width);
    QFETCH(QString, left);
    QFETCH(QString, right);
    const Answer answer = answerOf({makeArticle({{}, text, {}, {}, {}})}, QStringLiteral("fox"));
    const std::unique_ptr<Concordance> concordance = Concordance::make(answer);
    QCOMPARE(concordance->lineCount(), size_t(1));
    const ConcordanceLine line = concordance->line(0, width);
    QCOMPARE(textOf(line, line.left), left);
    QCOMPARE(textOf(line, line.hit), QStringLiteral("fox"));
    QCOMPARE(textOf(line, line.right), right);
}

void TestConcordance::lines_ofNothing_areNone()
{
    for (const char *const query : {"", "absent", "-fox", "date:2021"}) {
        const Answer answer =
            answerOf({makeArticle({{}, QStringLiteral("A fox"), {}, {}, QStringLiteral("2021")})},
                     QString::fromLatin1(query));
        const std::unique_ptr<Concordance> concordance = Concordance::make(answer);
        QVERIFY(concordance->sort({LineKey::Left1, LineKey::Date, LineKey::Title}));
        QCOMPARE(concordance->lineCount(), size_t(0));
    }
    QCOMPARE(Concordance::make(Answer())->lineCount(), size_t(0));
}

void TestConcordance::stop_leavesNothingHalfDone()
{
    std::stop_source source;
    const Answer answer =
        answerOf({makeArticle({{}, QStringLiteral("b fox a fox"), {}, {}, {}})}, QStringLiteral("fox"));
    const std::unique_ptr<Concordance> concordance = Concordance::make(answer, source.get_token());
    const std::vector<LinePlace> before = placesOf(*concordance);
    source.request_stop();
    QVERIFY(!concordance->sort({LineKey::Left1}, source.get_token()));
    QVERIFY(placesOf(*concordance) == before);
    QVERIFY(!Concordance::make(answer, source.get_token()));
}

void TestConcordance::randomLines_areSortedAsByHand()
{
    RandomSearch random(testSeed(), RandomSearch::Grammar::Whole);
    size_t lines = 0;
    for (int round = 0; round < 400; ++round) {
        std::vector<ArticlePtr> articles;
        for (int i = 0; i < 12; ++i)
            articles.push_back(random.article(30));
        const QString query = random.query();
        const Answer answer = answerOf(articles, query);
        std::vector<LineKey> keys;
        for (int i = random.upTo(3); i >= 0; --i)
            keys.push_back(LineKey(random.upTo(int(LineKey::Title))));
        const std::unique_ptr<Concordance> concordance = Concordance::make(answer);
        QVERIFY(concordance->sort({LineKey::Right2, LineKey::Hit})); // what was before counts for nothing
        QVERIFY(concordance->sort(keys));
        const std::vector<LinePlace> expected = placesByHand(answer, keys);
        QVERIFY2(placesOf(*concordance) == expected, qPrintable(query));
        lines += expected.size();
    }
    QVERIFY(lines > 500);
}

void TestConcordance::farWords_areFoundBehindDashes()
{
    const QString dashes = QStringLiteral("- ").repeated(50);
    const Answer answer =
        answerOf({makeArticle({{}, QStringLiteral("b %1 fox a %1 fox").arg(dashes), {}, {}, {}})},
                 QStringLiteral("fox"));
    const std::unique_ptr<Concordance> concordance = Concordance::make(answer);
    QVERIFY(concordance->sort({LineKey::Left1}));
    QVERIFY(concordance->line(0, 0).hit.start > concordance->line(1, 0).hit.start);
    QVERIFY(concordance->sort({LineKey::Right1}));
    QVERIFY(concordance->line(0, 0).hit.start > concordance->line(1, 0).hit.start); // nothing comes before a
}

QTEST_GUILESS_MAIN(TestConcordance)
#include "tst_concordance.moc"
