#include "app/search/queryreadings.h"
#include "app/search/randomsearch.h"
#include "search/query.h"
#include "support/seed.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Lectern;

/// How queries are read: queryReadings() is the reference of the grammar.
class TestQuery : public QObject
{
    Q_OBJECT

private slots:
    void parse_readsAs_data();
    void parse_readsAs();
    void parseTyping_readsLastWordAsPrefix_data();
    void parseTyping_readsLastWordAsPrefix();
    void parse_hints_data();
    void parse_hints();
    void parse_dateInterval_data();
    void parse_dateInterval();
    void parse_nodesOfPhrase();
    void parse_nodesOfNear();
    void parse_stems_data();
    void parse_stems();
    void parse_strict_spellsEverything_data();
    void parse_strict_spellsEverything();
    void parse_everyQuotationMark_opensAndCloses();
    void parse_100000Brackets_isQuick();
    void parse_deepestBrackets_readBack();
    void parse_emptyOrBlank_isEmpty();
    void bagOfWords_requiresNone();
    void toString_readsBackAsTheSame();
};

namespace {

const QDate today(2024, 2, 29);

QString chars(std::u16string_view text)
{
    return QString::fromUtf16(text.data(), qsizetype(text.size()));
}

} // namespace

void TestQuery::parse_readsAs_data()
{
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("reading");
    for (const QueryReading &row : queryReadings())
        QTest::newRow(row.name) << chars(row.input) << chars(row.reading);
}

void TestQuery::parse_readsAs()
{
    QFETCH(const QString, input);
    QFETCH(const QString, reading);
    const Query query = Query::parse(input, {.today = today});
    QCOMPARE(query.toString(), reading);
    QCOMPARE(query.isEmpty(), reading.isEmpty());
    QCOMPARE(query.source(), input);
    QVERIFY(Query::parse(reading) == query);
}

void TestQuery::parseTyping_readsLastWordAsPrefix_data()
{
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("reading");
    const auto row = [](const char *name, std::u16string_view input, std::u16string_view reading) {
        QTest::newRow(name) << chars(input) << chars(reading);
    };
    row("word", u"chris", u"chris*");
    row("only the last", u"jack chris", u"jack chris*");
    row("space behind", u"chris ", u"chris");
    row("star behind", u"chris*", u"chris*");
    row("bracket behind", u"(chris)", u"chris");
    row("open bracket", u"(jack OR chris", u"jack OR chris*");
    row("punctuation behind", u"chris.", u"chris");
    row("digit", u"202", u"202*");
    row("operator", u"chris OR", u"chris");
    row("broken word", u"co-op", u"\"co op*\"");
    row("field", u"title:chr", u"title:chr*");
    row("date", u"date:2021", u"date:2021");
    row("open phrase", u"\"the so", u"\"the so*\"");
    row("open phrase with a space behind", u"\"the so ", u"\"the so\"");
    row("closed phrase", u"\"the so\"", u"\"the so\"");
    row("not", u"a -chr", u"a -chr*");
    row("accent", u"caf\u0065\u0301", u"cafe*");
    row("capital", u"Chr", u"chr*");
    row("spelling", u"=Chr", u"=Chr*");
    row("this form", u"=chr", u"chr*");
    row("at the start", u"^chr", u"^chr*");
    row("wildcard", u"w?ld", u"w?ld");
    row("differing", u"chris~1", u"chris~1");
    row("regex", u"/chr/", u"/chr/");
    row("open regex", u"/chr", u"chr");
    row("word behind a slash", u"and/or", u"\"and or*\"");
    row("near", u"jack NEAR/5 chr", u"jack NEAR/5 chr*");
    row("near with no number yet", u"jack NEAR/", u"jack");
    row("state", u"jack is:unr", u"jack");
    row("whole state", u"jack is:unread", u"jack is:unread");
    row("no state", u"is:unx", u"unx*");
    row("day", u"date:yest", u"");
    row("count", u"jack count:>", u"jack");
    row("language", u"lang:d", u"lang:d*");
    row("nothing", u"", u"");
}

void TestQuery::parseTyping_readsLastWordAsPrefix()
{
    QFETCH(const QString, input);
    QFETCH(const QString, reading);
    const Query query = Query::parseTyping(input);
    QCOMPARE(query.toString(), reading);
    QVERIFY(Query::parse(reading) == query);
}

void TestQuery::parse_hints_data()
{
    QTest::addColumn<QString>("input");
    QTest::addColumn<QStringList>("hints");
    const auto row = [](const char *name, std::u16string_view input, const QStringList &hints) {
        QTest::newRow(name) << chars(input) << hints;
    };
    row("none", u"a \"b c\" -(d OR e) title:f date:2021 g*", {});
    row("unknown field", u"foo:bar", {QStringLiteral("“foo:” is not a field; searched as text.")});
    row("colon before a space", u"he said: no", {});
    row("address", u"http://example.org", {});
    row("time of day", u"10:30", {});
    row("unfinished field", u"title:", {QStringLiteral("Nothing stands behind “title:” yet; left out.")});
    row("no date", u"date:soon before:x",
        {QStringLiteral("“soon” is not a date; searched as text."),
         QStringLiteral("“x” is not a date; searched as text.")});
    row("backwards", u"date:2021..2020",
        {QStringLiteral("“2021..2020” runs backwards; read as 2020..2021.")});
    row("no word", u"a ... b", {QStringLiteral("There is no word in “...”; left out.")});
    row("star over two words", u"co-op*n", {QStringLiteral("“*” and “?” count only inside one word.")});
    row("question", u"what?", {});
    row("tilde behind two words", u"co-op~", {QStringLiteral("“~” counts only behind one word.")});
    row("tilde behind a short word", u"ab~", {QStringLiteral("“ab” is too short to differ; read as it is.")});
    row("many edits", u"harbour~3", {QStringLiteral("At most two letters may differ: read as ~2.")});
    row("regex that is none", u"/a[/",
        {QStringLiteral(
            "“/a[/” is not a regular expression: missing terminating ] for character class (at 2); "
            "searched as text.")});
    row("regex that fits nothing", u"/x*/",
        {QStringLiteral("“/x*/” fits everywhere, even where nothing stands; left out.")});
    row("regex of an outlet", u"outlet:/a/",
        {QStringLiteral("A regular expression is searched in the text, the title or the lede only.")});
    row("caret before a regex", u"^/a/", {QStringLiteral("“^” counts only before a word or a phrase.")});
    row("caret before nearness", u"^\"a b\"~2",
        {QStringLiteral("“^” counts only before a word or a phrase.")});
    row("near of a group", u"a NEAR (b c)",
        {QStringLiteral(
            "NEAR and BEFORE stand between words, phrases or brackets of alternatives in one field; "
            "read as AND.")});
    row("near at the end", u"a NEAR", {});
    row("count alone", u"count:3",
        {QStringLiteral("“count:” counts what stands beside it, and nothing does; left out.")});
    row("count behind not", u"a -count:3", {QStringLiteral("“count:” cannot stand behind NOT; left out.")});
    row("no count", u"a count:b", {QStringLiteral("“b” is not a number; searched as text.")});
    row("no state", u"is:odd has:odd",
        {QStringLiteral("“is:odd” says nothing that is known; searched as text."),
         QStringLiteral("“has:odd” says nothing that is known; searched as text.")});
    row("no field yet", u"speaker:ann", {QStringLiteral("“speaker:” is not a field; searched as text.")});
    row("star alone", u"*", {QStringLiteral("There is no word in “*”; left out.")});
    row("unclosed phrase", u"\"a b", {});
    row("empty phrase", u"\"", {});
    row("said once", u"foo:a foo:b", {QStringLiteral("“foo:” is not a field; searched as text.")});
    row("too deep", std::u16string(70, u'(') + u"a",
        {QStringLiteral("Brackets nested deeper than 64 are left out.")});
}

void TestQuery::parse_hints()
{
    QFETCH(const QString, input);
    QFETCH(const QStringList, hints);
    QCOMPARE(Query::parse(input).hints(), hints);
}

void TestQuery::parse_dateInterval_data()
{
    QTest::addColumn<QString>("input");
    QTest::addColumn<QDate>("from");
    QTest::addColumn<QDate>("to");
    QTest::newRow("year") << "date:2020" << QDate(2020, 1, 1) << QDate(2020, 12, 31);
    QTest::newRow("leap month") << "date:2020-02" << QDate(2020, 2, 1) << QDate(2020, 2, 29);
    QTest::newRow("day") << "date:2020-02-29" << QDate(2020, 2, 29) << QDate(2020, 2, 29);
    QTest::newRow("mixed ends") << "date:2020..2021-02" << QDate(2020, 1, 1) << QDate(2021, 2, 28);
    QTest::newRow("backwards") << "date:2021-02..2020" << QDate(2020, 1, 1) << QDate(2021, 2, 28);
    QTest::newRow("until") << "date:..2020" << QDate() << QDate(2020, 12, 31);
    QTest::newRow("since") << "date:2020.." << QDate(2020, 1, 1) << QDate();
    QTest::newRow("before") << "before:2020-03" << QDate() << QDate(2020, 2, 29);
    QTest::newRow("after") << "after:2020" << QDate(2021, 1, 1) << QDate();
}

void TestQuery::parse_dateInterval()
{
    QFETCH(const QString, input);
    QFETCH(const QDate, from);
    QFETCH(const QDate, to);
    const Query query = Query::parse(input);
    QCOMPARE(query.root().kind, QueryNode::Kind::Date);
    QCOMPARE(query.root().field, QueryField::Date);
    QCOMPARE(query.root().from, from);
    QCOMPARE(query.root().to, to);
}

void TestQuery::parse_nodesOfPhrase()
{
    const Query query = Query::parse(u"title:\"The Fox*\" -x");
    QCOMPARE(query.root().kind, QueryNode::Kind::And);
    QCOMPARE(query.root().children.size(), size_t(2));
    const QueryNode &phrase = query.root().children[0];
    QCOMPARE(phrase.kind, QueryNode::Kind::Phrase);
    QCOMPARE(phrase.field, QueryField::Title);
    QCOMPARE(phrase.terms, (QStringList{QStringLiteral("the"), QStringLiteral("fox")}));
    QVERIFY(phrase.lastIsPrefix);
    const QueryNode &without = query.root().children[1];
    QCOMPARE(without.kind, QueryNode::Kind::Not);
    QCOMPARE(without.children.at(0).terms, QStringList{QStringLiteral("x")});
}

void TestQuery::parse_nodesOfNear()
{
    const Query query = Query::parse(u"title:(^\"Big fox\" BEFORE/3 (=Dog OR c?t))");
    const QueryNode &near = query.root();
    QCOMPARE(near.kind, QueryNode::Kind::Near);
    QCOMPARE(near.field, QueryField::Title);
    QCOMPARE(near.distance, 3);
    QVERIFY(near.ordered);
    QCOMPARE(near.children.size(), size_t(2));
    QCOMPARE(near.children[0].kind, QueryNode::Kind::Phrase);
    QVERIFY(near.children[0].atStart);
    const QueryNode &either = near.children[1];
    QCOMPARE(either.kind, QueryNode::Kind::Or);
    QCOMPARE(either.children[0].terms, QStringList(QStringLiteral("dog")));
    QCOMPARE(either.children[0].spellings, QStringList(QStringLiteral("Dog")));
    QCOMPARE(either.children[1].kind, QueryNode::Kind::Wildcard);
    QCOMPARE(either.children[1].pattern, QStringLiteral("c?t"));
}

void TestQuery::parse_stems_data()
{
    QTest::addColumn<QString>("input");
    QTest::addColumn<bool>("stemming");
    QTest::addColumn<bool>("stems");
    QTest::newRow("word") << "strike" << true << true;
    QTest::newRow("switched off") << "strike" << false << false;
    QTest::newRow("title") << "title:strike" << true << true;
    QTest::newRow("lede") << "lede:strike" << true << true;
    QTest::newRow("outlet") << "outlet:strike" << true << false;
    QTest::newRow("capital") << "Strike" << true << false;
    QTest::newRow("this form") << "=strike" << true << false;
    QTest::newRow("phrase of one") << "\"strike\"" << true << false;
    QTest::newRow("digit") << "m3" << true << false;
    QTest::newRow("accent") << QStringLiteral("grève") << true << true;
    QTest::newRow("symbol") << QStringLiteral("😀") << true << false;
}

void TestQuery::parse_stems()
{
    QFETCH(const QString, input);
    QFETCH(const bool, stemming);
    QFETCH(const bool, stems);
    const Query query = Query::parse(input, {.stemming = stemming});
    QCOMPARE(query.root().kind, QueryNode::Kind::Term);
    QCOMPARE(query.root().stems, stems);
    QVERIFY(Query::parse(query.toString()) == query);
}

void TestQuery::parse_strict_spellsEverything_data()
{
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("reading");
    QTest::newRow("word") << "fox"
                          << "==fox";
    QTest::newRow("capital") << "Fox"
                             << "=Fox";
    QTest::newRow("phrase") << "\"the fox\""
                            << "==\"the fox\"";
    QTest::newRow("prefix") << "Fo*"
                            << "=Fo*";
    QTest::newRow("symbol") << "+"
                            << "==\"+\"";
    QTest::newRow("nearness") << "\"Big fox\"~3 a NEAR/2 b"
                              << "=\"Big fox\"~3 ==\"a b\"~2";
    QTest::newRow("regex") << "/Fox/"
                           << "/(?-i)Fox/";
    QTest::newRow("language") << "lang:EN"
                              << "lang:en";
    QTest::newRow("wildcard") << "F?x"
                              << "f?x";
}

void TestQuery::parse_strict_spellsEverything()
{
    QFETCH(const QString, input);
    QFETCH(const QString, reading);
    const Query query = Query::parse(input, {.strict = true});
    QCOMPARE(query.toString(), reading);
    QVERIFY(Query::parse(reading) == query);
}

void TestQuery::parse_everyQuotationMark_opensAndCloses()
{
    const QString marks = chars(u"\"“”„‟«»″〝〞〟＂‹›「」『』");
    for (const QChar open : marks) {
        for (const QChar close : marks)
            QCOMPARE(Query::parse(open + QStringLiteral("a b") + close + QStringLiteral(" c")).toString(),
                     QStringLiteral("\"a b\" c"));
    }
    const QString singles = chars(u"'‘’‚‛ʼ＇`´′");
    for (const QChar open : singles) {
        for (const QChar close : singles)
            QCOMPARE(Query::parse(open + QStringLiteral("a b") + close + QStringLiteral(" c")).toString(),
                     QStringLiteral("\"a b\" c"));
    }
}

void TestQuery::parse_100000Brackets_isQuick()
{
    QElapsedTimer timer;
    timer.start();
    const QString brackets(100000, u'(');
    QCOMPARE(Query::parse(brackets + QLatin1Char('a')).toString(), QStringLiteral("a"));
    QCOMPARE(Query::parse(QString(100000, u')') + QLatin1Char('a')).toString(), QStringLiteral("a"));
    QCOMPARE(Query::parse(QStringLiteral("-(").repeated(100000) + QLatin1Char('a')).toString(),
             QStringLiteral("a"));
    QCOMPARE(Query::parse(QStringLiteral("NOT ").repeated(100000) + QLatin1Char('a')).toString(),
             QStringLiteral("a"));
    QCOMPARE(Query::parse(QStringLiteral("title:").repeated(100000) + QLatin1Char('a')).toString(),
             QStringLiteral("title:a"));
    QCOMPARE(Query::parse(QStringLiteral("'a ").repeated(50000)).root().children.size(), size_t(50000));
    for (const char *piece :
         {"/a ", "'a/ ", "a~ ", "^=", "=", "?", "a?", "*a", "a NEAR ", "\\/", "//", "\"a\"~", "count:2 a "})
        Query::parse(QString::fromLatin1(piece).repeated(30000));
    QVERIFY2(timer.elapsed() < 5000, "reading must not take quadratic time");
}

void TestQuery::parse_deepestBrackets_readBack()
{
    QString text = QStringLiteral("z");
    for (int depth = 0; depth < Query::maxDepth; ++depth)
        text = QStringLiteral("(x y OR ") + text + QStringLiteral(") w");
    const Query query = Query::parse(text);
    QVERIFY(query.hints().isEmpty());
    QVERIFY(Query::parse(query.toString()) == query);
    QVERIFY(Query::parse(query.toString()).hints().isEmpty());
}

void TestQuery::parse_emptyOrBlank_isEmpty()
{
    QVERIFY(Query().isEmpty());
    QVERIFY(Query::parse({}).isEmpty());
    QVERIFY(Query::parse(u" \t ").isEmpty());
    QVERIFY(Query::parse({}) == Query());
    QVERIFY(Query::parse(u" ").hints().isEmpty());
}

void TestQuery::bagOfWords_requiresNone()
{
    const Query query = Query::bagOfWords(u"Is \"this\" -a OR (question?");
    QCOMPARE(query.toString(), QStringLiteral("is OR this OR a OR or OR question"));
    QVERIFY(query.root().children[0].stems);
    QCOMPARE(Query::bagOfWords(u"Fox + fox, a fox").toString(), QStringLiteral("fox OR fox OR a OR fox"));
    QVERIFY(Query::parse(query.toString()) == query);
    QVERIFY(Query::bagOfWords(u"?!").isEmpty());
}

void TestQuery::toString_readsBackAsTheSame()
{
    RandomSearch random(testSeed(), RandomSearch::Grammar::Whole);
    for (int i = 0; i < 10000; ++i) {
        QString text = random.query();
        if (random.oneIn(4)) { // anything of Unicode's first plane, surrogates among it
            for (int n = random.upTo(6); n >= 0; --n)
                text.insert(random.upTo(int(text.size())), QChar(char16_t(random.upTo(0xffff))));
        }
        const QueryOptions options{!random.oneIn(4), random.oneIn(4), today};
        const Query query = random.oneIn(2) ? Query::parse(text, options) : Query::parseTyping(text, options);
        const Query again = Query::parse(query.toString());
        QVERIFY2(again == query, qPrintable(text + QStringLiteral(" -> ") + query.toString() +
                                            QStringLiteral(" -> ") + again.toString()));
        QCOMPARE(again.toString(), query.toString());
    }
}

QTEST_GUILESS_MAIN(TestQuery)
#include "tst_query.moc"
