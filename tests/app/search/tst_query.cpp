#include "app/search/randomsearch.h"
#include "search/query.h"
#include "support/seed.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Lectern;

/// How queries are read: the first table is the reference of the grammar.
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
    void parse_everyQuotationMark_opensAndCloses();
    void parse_100000Brackets_isQuick();
    void parse_deepestBrackets_readBack();
    void parse_emptyOrBlank_isEmpty();
    void bagOfWords_requiresNone();
    void toString_readsBackAsTheSame();
};

namespace {

QString chars(std::u16string_view text)
{
    return QString::fromUtf16(text.data(), qsizetype(text.size()));
}

} // namespace

void TestQuery::parse_readsAs_data()
{
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("reading");
    const auto row = [](const char *name, std::u16string_view input, std::u16string_view reading) {
        QTest::newRow(name) << chars(input) << chars(reading);
    };
    row("word", u"Son", u"son");
    row("words", u"son  jack", u"son jack");
    row("accents and case", u"Élan ŒUVRE", u"elan oeuvre");
    row("curly apostrophe", u"couldn’t", u"couldn't");
    row("apostrophe inside is one word", u"state's", u"state's");
    row("and is a word", u"bread and butter or not", u"bread and butter or not");
    row("AND", u"bread AND butter", u"bread butter");

    row("or", u"cat OR dog", u"cat OR dog");
    row("bar", u"cat|dog | bird", u"cat OR dog OR bird");
    row("or is looser", u"a b OR c d", u"(a b) OR (c d)");
    row("or in brackets", u"a (b OR c) d", u"a (b OR c) d");
    row("or at the edges", u"OR a OR", u"a");
    row("or doubled", u"a OR OR b", u"a OR b");
    row("or alone", u"OR", u"");
    row("and at the edges", u"AND a AND", u"a");
    row("nested of a kind are flat", u"(a (b c)) d", u"a b c d");

    row("minus", u"cat -dog", u"cat -dog");
    row("not", u"cat NOT dog", u"cat -dog");
    row("not alone", u"-dog", u"-dog");
    row("not of a phrase", u"-\"a b\"", u"-\"a b\"");
    row("not of a field", u"-title:x", u"-title:x");
    row("field of not", u"title:-x", u"-title:x");
    row("not of a group", u"-(a b)", u"-(a b)");
    row("not of alternatives", u"x -(a OR b)", u"x -(a OR b)");
    row("not in alternatives", u"a OR -b", u"a OR -b");
    row("twice not", u"NOT NOT a", u"a");
    row("not of not", u"-(-a)", u"a");
    row("not at the end", u"a NOT", u"a");
    row("not before or", u"a NOT OR b", u"a OR b");
    row("two hyphens", u"--a", u"-a");
    row("hyphen inside", u"co-operate", u"\"co operate\"");
    row("hyphen alone", u"a - b", u"a b");
    row("hyphen at the end", u"a -", u"a");
    row("typographic minus", u"a −b", u"a -b");
    row("dash before a word is none", u"a —b", u"a b");

    row("phrase", u"\"the quick fox\"", u"\"the quick fox\"");
    row("phrase of one word", u"\"fox\"", u"fox");
    row("curly", u"“the fox”", u"\"the fox\"");
    row("mismatched", u"“the fox\"", u"\"the fox\"");
    row("german", u"„der Fuchs“", u"\"der fuchs\"");
    row("french", u"« le renard »", u"\"le renard\"");
    row("corner brackets", u"「日本」", u"\"日 本\"");
    row("unclosed", u"\"the fox", u"\"the fox\"");
    row("mark only", u"\"", u"");
    row("empty phrase", u"a \"\" b", u"a b");
    row("phrase against a word", u"a\"b c\"d", u"a \"b c\" d");
    row("apostrophe in a phrase", u"\"I couldn't’ve\"", u"\"i couldn't've\"");
    row("single marks", u"'the fox' ran", u"\"the fox\" ran");
    row("single curly marks", u"‘the fox’", u"\"the fox\"");
    row("single marks with an apostrophe inside", u"'I couldn't go'", u"\"i couldn't go\"");
    row("single mark that nothing closes", u"'the fox ran", u"the fox ran");
    row("short form", u"'tis the dogs' dinner", u"tis the dogs dinner");
    row("short form in the middle", u"rock 'n' roll", u"rock n roll");
    row("short form of a year", u"the '90s' music'", u"the 90s music");
    row("apostrophe at an end", u"the dogs' dinner", u"the dogs dinner");
    row("two apostrophes at ends", u"dogs' and cats' food", u"dogs and cats food");
    row("single mark before a double one", u"'a \"b c' d\"", u"a \"b c d\"");
    row("hebrew abbreviation", u"צה\"ל", u"\"צה\"ל\"");

    row("prefix", u"son*", u"son*");
    row("prefix of a phrase", u"\"the so*\"", u"\"the so*\"");
    row("star behind a phrase", u"\"the so\"*", u"\"the so*\"");
    row("prefix of a broken word", u"co-op*", u"\"co op*\"");
    row("star before a comma", u"son*, jack", u"son* jack");
    row("star inside", u"s*n", u"\"s n\"");
    row("star in front", u"*son", u"son");
    row("star alone", u"*", u"");

    row("title", u"title:Fox", u"title:fox");
    row("field in capitals", u"TITLE:fox Outlet:x", u"title:fox outlet:x");
    row("field of a phrase", u"author:\"Ann Lee\"", u"author:\"ann lee\"");
    row("field of a group", u"title:(a OR b)", u"title:a OR title:b");
    row("field in a field", u"title:(a outlet:b)", u"title:a outlet:b");
    row("field of a prefix", u"title:fo*", u"title:fo*");
    row("field of an operator's name", u"title:OR", u"title:or");
    row("field unfinished", u"fox title:", u"fox");
    row("field and space", u"title: fox", u"fox");
    row("field before a bracket", u"(title:)", u"");
    row("no field", u"foo:bar", u"\"foo bar\"");
    row("no field of a phrase", u"foo:\"a b\"", u"foo \"a b\"");
    row("time of day", u"10:30", u"\"10 30\"");
    row("address", u"http://example.org/a", u"\"http example.org a\"");

    row("year", u"date:2021", u"date:2021");
    row("month", u"date:2021-09", u"date:2021-09");
    row("january", u"date:2021-01", u"date:2021-01");
    row("day", u"date:2021-09-28", u"date:2021-09-28");
    row("first day of a year", u"date:2021-01-01", u"date:2021-01-01");
    row("months", u"date:2021-03..2021-05", u"date:2021-03..2021-05");
    row("years", u"date:2020..2021", u"date:2020..2021");
    row("ellipsis", u"date:2020…2021", u"date:2020..2021");
    row("until", u"date:..2021", u"date:..2021");
    row("since", u"date:2020..", u"date:2020..");
    row("before", u"before:2021", u"date:..2020");
    row("after", u"after:2021-09-28", u"date:2021-09-29..");
    row("backwards", u"date:2021..2020", u"date:2020..2021");
    row("dates in a group", u"date:(2020 OR 2021-03)", u"date:2020 OR date:2021-03");
    row("date in marks", u"date:\"2021\"", u"date:2021");
    row("no date", u"date:soon", u"soon");
    row("no such month", u"date:2021-13", u"\"2021 13\"");
    row("dots only", u"date:..", u"");

    row("unclosed bracket", u"(a b", u"a b");
    row("stray bracket", u"a) OR b)", u"a OR b");
    row("empty brackets", u"a () -()", u"a");
    row("wide brackets", u"（a OR b） c", u"(a OR b) c");
    row("brackets against words", u"a(b OR c)d", u"a (b OR c) d");

    row("punctuation", u"... , !", u"");
    row("symbols are words", u"c++", u"\"c + +\"");
    row("emoji", u"😀", u"😀");
    row("chinese", u"日本", u"\"日 本\"");
    row("number", u"3.14 1,000", u"3.14 \"1,000\"");
    row("folds apart", u"½ a", u"½ a");
    row("spaces of all kinds", u"a\u00a0b\u3000c\td", u"a b c d");
}

void TestQuery::parse_readsAs()
{
    QFETCH(const QString, input);
    QFETCH(const QString, reading);
    const Query query = Query::parse(input);
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
    row("star inside", u"s*n", {QStringLiteral("“*” counts only at the end of a word.")});
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
    QVERIFY(Query::parse(query.toString()) == query);
    QVERIFY(Query::bagOfWords(u"?!").isEmpty());
}

void TestQuery::toString_readsBackAsTheSame()
{
    RandomSearch random(testSeed());
    for (int i = 0; i < 10000; ++i) {
        QString text = random.query();
        if (random.oneIn(4)) { // anything of Unicode's first plane, surrogates among it
            for (int n = random.upTo(6); n >= 0; --n)
                text.insert(random.upTo(int(text.size())), QChar(char16_t(random.upTo(0xffff))));
        }
        const Query query = random.oneIn(2) ? Query::parse(text) : Query::parseTyping(text);
        const Query again = Query::parse(query.toString());
        QVERIFY2(again == query, qPrintable(text + QStringLiteral(" -> ") + query.toString() +
                                            QStringLiteral(" -> ") + again.toString()));
        QCOMPARE(again.toString(), query.toString());
    }
}

QTEST_GUILESS_MAIN(TestQuery)
#include "tst_query.moc"
