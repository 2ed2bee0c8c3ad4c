#include "app/passages/passagefixture.h"
#include "passages/passagestore.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Lectern;

class TestPassageJson : public QObject
{
    Q_OBJECT

private slots:
    void writeThenRead_isEqual_data();
    void writeThenRead_isEqual();
    void readWrongValue_isMalformed_data();
    void readWrongValue_isMalformed();
    void readMissingValues_areEmpty();
};

void TestPassageJson::writeThenRead_isEqual_data()
{
    QTest::addColumn<QString>("quote");
    QTest::addColumn<QString>("published");
    QTest::newRow("plain") << "The ship is safe."
                           << "2021-09-28";
    QTest::newRow("quotation marks, backslash") << "“a” \"b\" \\ c"
                                                << "2021";
    QTest::newRow("line breaks and tab") << "one\ntwo\n\n\tthree"
                                         << "2021-09";
    QTest::newRow("no-break spaces") << QStringLiteral("10\u00a0000\u202f€") << "2021-09-28T23:12:00Z";
    QTest::newRow("emoji, combining marks")
        << QStringLiteral("👩‍🚒 e\u0301") << "2021-09-29T01:12+02:00";
    QTest::newRow("right to left") << QStringLiteral("قال \u200fالقبطان") << "2021-09-29T01:12:30";
    QTest::newRow("nothing known of the date") << "x"
                                               << "";
    QTest::newRow("control characters") << QStringLiteral("a\u0000b\u0001c\u007f") << "";
    QTest::newRow("a lone surrogate") << QString(QChar(0xd800)) + u'x' << "";
}

void TestPassageJson::writeThenRead_isEqual()
{
    QFETCH(QString, quote);
    QFETCH(QString, published);
    Passage passage = fullPassageOf(quote);
    passage.published = PartialDate::fromIso(published);

    const QByteArray bytes = QJsonDocument(toJson(passage)).toJson(QJsonDocument::Compact);
    const Result<Passage> read = passageFromJson(QJsonDocument::fromJson(bytes).object());
    QVERIFY2(read.ok(), qPrintable(read.ok() ? QString() : read.error().toString()));
    QCOMPARE(read->quote, quote);
    QCOMPARE(read->created, passage.created);
    QVERIFY(*read == passage);
}

void TestPassageJson::readWrongValue_isMalformed_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("no id") << "id" << QJsonValue("");
    QTest::newRow("no quote") << "quote" << QJsonValue("");
    QTest::newRow("quote is a number") << "quote" << QJsonValue(7);
    QTest::newRow("range of three") << "range" << QJsonValue(QJsonArray{1, 2, 3});
    QTest::newRow("earlier words are no list") << "earlier" << QJsonValue("words");
    QTest::newRow("earlier words are no object") << "earlier" << QJsonValue(QJsonArray{1});
    QTest::newRow("earlier words leave out what is not there")
        << "earlier"
        << QJsonValue(QJsonArray{QJsonObject{{"quote", "abc"}, {"omitted", QJsonArray{QJsonArray{1, 9}}}}});
    QTest::newRow("range backwards") << "range" << QJsonValue(QJsonArray{5, 2});
    QTest::newRow("range below zero") << "codePoints" << QJsonValue(QJsonArray{-1, 2});
    QTest::newRow("range in halves") << "inParagraph" << QJsonValue(QJsonArray{0.5, 2});
    QTest::newRow("tags are a string") << "tags" << QJsonValue("a, b");
    QTest::newRow("a tag is a number") << "tags" << QJsonValue(QJsonArray{1});
    QTest::newRow("no time") << "created" << QJsonValue("yesterday");
    QTest::newRow("no date") << "published" << QJsonValue("in May");
    QTest::newRow("a truth is a word") << "titleDerived" << QJsonValue("no");
    QTest::newRow("source is a list") << "source" << QJsonValue(QJsonArray());
    QTest::newRow("inside source") << "source" << QJsonValue(QJsonObject{{"bytes", "many"}});
}

void TestPassageJson::readWrongValue_isMalformed()
{
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    QJsonObject object = toJson(keptPassageOf(QStringLiteral("words")));
    QVERIFY(object.contains(key));
    object.insert(key, value);
    const Result<Passage> read = passageFromJson(object);
    QVERIFY(!read.ok());
    QCOMPARE(read.error().kind, ErrorKind::Malformed);
}

void TestPassageJson::readMissingValues_areEmpty()
{
    const Result<Passage> read =
        passageFromJson({{"id", "urn:uuid:1"}, {"quote", "words"}, {"aNewerKey", true}});
    QVERIFY(read.ok());
    Passage expected;
    expected.id = QStringLiteral("urn:uuid:1");
    expected.quote = QStringLiteral("words");
    QVERIFY(*read == expected);
}

QTEST_GUILESS_MAIN(TestPassageJson)
#include "tst_passagejson.moc"
