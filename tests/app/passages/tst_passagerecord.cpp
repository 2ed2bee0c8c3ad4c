#include "app/passages/passagefixture.h"
#include "passages/passagerecord.h"
#include "support/seed.h"

#include <QTest>

#include <random>

using namespace Lectern;

class TestPassageRecord : public QObject
{
    Q_OBJECT

private slots:
    void writeThenRead_isEqual_data();
    void writeThenRead_isEqual();
    void passagesOfOneArticle_shareItsStrings();
    void passagesOfAnotherArticle_areNotMixedUp();
    void cutAnywhere_isNoRecord();
    void anyBytes_areReadWithoutHarm();
};

void TestPassageRecord::writeThenRead_isEqual_data()
{
    QTest::addColumn<QString>("quote");
    QTest::addColumn<QString>("published");
    QTest::newRow("plain") << "The ship is safe."
                           << "2021-09-28";
    QTest::newRow("line breaks and tab") << "one\ntwo\n\n\tthree"
                                         << "2021-09";
    QTest::newRow("no-break spaces") << QStringLiteral("10\u00a0000\u202f€") << "2021-09-28T23:12:00Z";
    QTest::newRow("emoji, combining marks")
        << QStringLiteral("👩‍🚒 e\u0301") << "2021-09-29T01:12+02:00";
    QTest::newRow("nothing known of the date") << "x"
                                               << "";
    QTest::newRow("control characters") << QStringLiteral("a\u0000b\u0001c\u007f") << "2021";
    QTest::newRow("a lone surrogate") << QString(QChar(0xd800)) + u'x' << "";
    QTest::newRow("long") << QString(300'000, u'ä') << "";
}

void TestPassageRecord::writeThenRead_isEqual()
{
    QFETCH(QString, quote);
    QFETCH(QString, published);
    Passage full = fullPassageOf(quote);
    full.published = PartialDate::fromIso(published);
    Passage bare;
    bare.id = QStringLiteral("1");
    bare.quote = quote;
    PassageRecordReader reader;
    for (const Passage &passage : {full, bare}) {
        const std::optional<Passage> read = reader.read(toRecord(passage));
        QVERIFY(read.has_value());
        QCOMPARE(read->quote, quote);
        QVERIFY(*read == passage);
    }
}

void TestPassageRecord::passagesOfOneArticle_shareItsStrings()
{
    PassageRecordReader reader;
    const std::optional<Passage> one = reader.read(toRecord(fullPassageOf(QStringLiteral("one"))));
    const std::optional<Passage> two = reader.read(toRecord(fullPassageOf(QStringLiteral("two"))));
    QVERIFY(one && two);
    QCOMPARE(one->title.constData(), two->title.constData());
    QCOMPARE(one->source.path.constData(), two->source.path.constData());
}

void TestPassageRecord::passagesOfAnotherArticle_areNotMixedUp()
{
    Passage other = fullPassageOf(QStringLiteral("two"));
    other.title = QStringLiteral("Ferry runs aground again");
    other.note.clear();
    PassageRecordReader reader;
    for (const Passage &passage :
         {fullPassageOf(QStringLiteral("one")), other, fullPassageOf(QStringLiteral("three"))}) {
        const std::optional<Passage> read = reader.read(toRecord(passage));
        QVERIFY(read.has_value());
        QVERIFY(*read == passage);
    }
}

void TestPassageRecord::cutAnywhere_isNoRecord()
{
    const QByteArray record = toRecord(fullPassageOf(QStringLiteral("The ship is safe.")));
    for (qsizetype size = 0; size < record.size(); ++size)
        QVERIFY2(!PassageRecordReader().read(record.first(size)), qPrintable(QString::number(size)));
    QVERIFY(!PassageRecordReader().read(record + '\0'));
}

void TestPassageRecord::anyBytes_areReadWithoutHarm()
{
    std::mt19937 random(testSeed());
    const auto below = [&](qsizetype end) { return qsizetype(random() % quint32(end)); };
    const QByteArray record = toRecord(fullPassageOf(QStringLiteral("The ship is safe.")));
    PassageRecordReader reader;
    for (int i = 0; i < 3000; ++i) {
        QByteArray bytes = record;
        for (qsizetype n = 1 + below(4); n > 0; --n)
            bytes[below(bytes.size())] = char(random());
        if (const std::optional<Passage> read = reader.read(bytes)) {
            QVERIFY(!read->id.isEmpty());
            QVERIFY(read->range.start <= read->range.end);
        }
        // What was read before harms nothing that is read after.
        const std::optional<Passage> sound = reader.read(record);
        QVERIFY(sound && *sound == fullPassageOf(QStringLiteral("The ship is safe.")));
    }
}

QTEST_GUILESS_MAIN(TestPassageRecord)
#include "tst_passagerecord.moc"
