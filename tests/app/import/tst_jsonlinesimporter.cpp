#include "app/import/reading.h"

using namespace Lectern;
using namespace Qt::StringLiterals;

namespace {

ImportOutcome readLines(const QByteArray &bytes)
{
    return importBytes(rawFile(bytes, u"/texts/file.jsonl"_s), {});
}

} // namespace

class TestJsonLinesImporter : public QObject
{
    Q_OBJECT

private slots:
    void fields_goWhereTheyBelong()
    {
        const ImportOutcome outcome =
            readLines("{\"id\":\"a-1\",\"title\":\"Ferry\",\"text\":\"One.\\n\\nTwo.\",\"authors\":[\"Ann "
                      "Lee\",\"Tom Hart\"],\"source\":\"Harbour Post\",\"date\":\"28 September 2021\","
                      "\"url\":\"https://example.org/"
                      "f\",\"language\":\"en\",\"tags\":[\"sea\",\"boats\"],\"desk\":\"Local\",\"score\":3,"
                      "\"nothing\":null}");
        QCOMPARE(outcome.articles.size(), 1u);
        const Article &article = *outcome.articles.front();
        QCOMPARE(article.source().part, u"a-1"_s);
        QCOMPARE(article.source().format, u"jsonl"_s);
        QCOMPARE(article.title(), u"Ferry"_s);
        QCOMPARE(article.text(), u"Ferry\nOne.\nTwo."_s);
        QCOMPARE(article.authors(), (QStringList{u"Ann Lee"_s, u"Tom Hart"_s}));
        QCOMPARE(article.outlet(), u"Harbour Post"_s);
        QCOMPARE(article.published().toIso(), u"2021-09-28"_s);
        QCOMPARE(article.url(), u"https://example.org/f"_s);
        QCOMPARE(article.language(), u"en"_s);
        QCOMPARE(article.tags(), (QStringList{u"sea"_s, u"boats"_s}));
        QCOMPARE(article.extra(), (QMap<QString, QString>{{u"desk"_s, u"Local"_s}, {u"score"_s, u"3"_s}}));
    }

    void otherShapes_areRead_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("body") << QByteArray("{\"body\":\"The words.\"}");
        QTest::newRow("html") << QByteArray("{\"html\":\"<p>The <b>words</b>.</p>\"}");
        QTest::newRow("markup in text") << QByteArray("{\"text\":\"<div><p>The words.</p></div>\"}");
        QTest::newRow("array") << QByteArray("[{\"text\":\"The words.\"}]");
        QTest::newRow("one object over lines") << QByteArray("{\n  \"text\": \"The words.\"\n}\n");
        QTest::newRow("array over lines") << QByteArray("[\n  {\n    \"text\": \"The words.\"\n  }\n]\n");
        QTest::newRow("list of paragraphs") << QByteArray("{\"text\":[\"The words.\"]}");
        QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF{\"text\":\"The words.\"}");
        QTest::newRow("blank lines and CRLF") << QByteArray("\r\n\r\n{\"text\":\"The words.\"}\r\n\r\n");
        QTest::newRow("number id") << QByteArray("{\"id\":1,\"text\":\"The words.\"}");
    }

    void otherShapes_areRead()
    {
        QFETCH(QByteArray, json);
        const ImportOutcome outcome = readLines(json);
        QCOMPARE(outcome.articles.size(), 1u);
        QVERIFY(outcome.failures.empty());
        QCOMPARE(outcome.articles.front()->text(), u"The words."_s);
        QCOMPARE(outcome.articles.front()->source().part, u"1"_s);
    }

    void badLines_failAndTheOthersAreRead()
    {
        const ImportOutcome outcome =
            readLines("{\"id\":\"1\",\"text\":\"One.\"}\nnot "
                      "json\n\n{\"id\":\"2\",\"te\n[1]\n{\"id\":\"5\",\"title\":\"no "
                      "text\"}\n{\"id\":\"6\",\"text\":\" \"}\n{\"id\":\"7\",\"text\":\"Seven.\"}\n"
                      "{\"id\":\"8\",\"text\":" +
                      QByteArray("[").repeated(100'000) + "\n");
        QStringList parts;
        for (const ArticlePtr &article : outcome.articles)
            parts << article->source().part;
        QCOMPARE(parts, (QStringList{u"1"_s, u"7"_s}));
        QStringList failures;
        for (const ImportFailure &failure : outcome.failures)
            failures << failure.part + u' ' + name(failure.error.kind);
        QCOMPARE(failures, (QStringList{u"2 malformed"_s, u"4 malformed"_s, u"5 malformed"_s, u"5 empty"_s,
                                        u"6 empty"_s, u"9 malformed"_s}));
    }

    void recordsWithoutId_areNumbered_andDoublesToldApart()
    {
        const ImportOutcome outcome = readLines("{\"text\":\"a\"}\n\n{\"text\":\"b\"}\n{\"id\":\"x\","
                                                "\"text\":\"c\"}\n{\"id\":\"x\",\"text\":\"d\"}\n");
        QStringList parts;
        for (const ArticlePtr &article : outcome.articles)
            parts << article->source().part;
        QCOMPARE(parts, (QStringList{u"1"_s, u"2"_s, u"x"_s, u"x (2)"_s}));
        QVERIFY(outcome.articles[2]->id() != outcome.articles[3]->id());
    }

    void timestamps_areDates()
    {
        const ImportOutcome outcome = readLines("{\"date\":1632787200,\"text\":\"a\"}\n{\"published\":"
                                                "1632787200000,\"text\":\"b\"}\n{\"date\":7,\"text\":\"c\"}");
        QCOMPARE(outcome.articles.size(), 3u);
        QCOMPARE(outcome.articles[0]->published().toIso(), u"2021-09-28T00:00:00Z"_s);
        QCOMPARE(outcome.articles[1]->published().toIso(), u"2021-09-28T00:00:00Z"_s);
        QVERIFY(outcome.articles[2]->published().isNull());
    }

    void title_isNoneWhenTheRecordHasNone()
    {
        const ImportOutcome outcome =
            readLines("{\"text\":\"The first sentence is here. The second, too.\"}");
        QCOMPARE(outcome.articles.size(), 1u);
        QVERIFY(outcome.articles.front()->isTitleDerived());
    }

    void brokenFile_isMalformed()
    {
        const ImportOutcome outcome = readLines("[{\"text\":\"a\"},");
        QVERIFY(outcome.articles.empty());
        QCOMPARE(outcome.failures.size(), 1u);
        QCOMPARE(outcome.failures.front().error.kind, ErrorKind::Malformed);
    }
};

QTEST_GUILESS_MAIN(TestJsonLinesImporter)
#include "tst_jsonlinesimporter.moc"
