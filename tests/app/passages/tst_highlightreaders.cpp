#include "passages/highlightreaders.h"

#include <QFile>
#include <QTest>

using namespace Lectern;

namespace {

ForeignHighlights read(const QByteArray &bytes)
{
    const Result<ForeignHighlights> result = readHighlights(bytes, QStringLiteral("/file"));
    if (!result)
        qWarning("%s", qPrintable(result.error().toString()));
    return result ? *result : ForeignHighlights();
}

QByteArray bytesOf(const char *name)
{
    QFile file(QStringLiteral(LECTERN_SOURCE_DIR "/tests/data/highlights/") + QLatin1String(name));
    if (!file.open(QIODevice::ReadOnly))
        qWarning("%s is missing", name);
    return file.readAll();
}

const QByteArray clippings = bytesOf("my-clippings.txt");
const QByteArray hypothesis = bytesOf("hypothesis.json").trimmed();
const QByteArray readium = bytesOf("readium.annotation");

} // namespace

class TestHighlightReaders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readwise_isRead();
    void readwiseCells_areRead_data();
    void readwiseCells_areRead();
    void clippings_areRead();
    void hypothesis_isRead();
    void readium_isRead();
    void ids_areTheSameEachTime();
    void others_areRefusedInWords_data();
    void others_areRefusedInWords();
    void anyBeginning_isNoCrash();
};

void TestHighlightReaders::readwise_isRead()
{
    const ForeignHighlights all =
        read("\xef\xbb\xbfHighlight,Title,Author,URL,Note,Location,Date\r\n"
             "\"The fog, \"\"thick\"\" as\nwool\",Fog,Ada Lund,https://example.org/,'=note,7,"
             "2021-09-28 10:11:12\r\n"
             ",No words,,,,,\r\n"
             "\r\n"
             "Plain,,,,,,2021-09-28T10:11:12Z");
    QCOMPARE(all.format, QStringLiteral("readwise"));
    QCOMPARE(all.highlights.size(), size_t(2));
    const ForeignHighlight &one = all.highlights[0];
    QCOMPARE(one.quote, QStringLiteral("The fog, \"thick\" as\nwool"));
    QCOMPARE(one.title, QStringLiteral("Fog"));
    QCOMPARE(one.author, QStringLiteral("Ada Lund"));
    QCOMPARE(one.url, QStringLiteral("https://example.org/"));
    QCOMPARE(one.note, QStringLiteral("=note"));
    QCOMPARE(one.created, QDateTime(QDate(2021, 9, 28), QTime(10, 11, 12), Qt::UTC));
    QCOMPARE(all.highlights[1].created, one.created);
    QCOMPARE(all.highlights[1].number, 4);
    QCOMPARE(all.refused.size(), size_t(1));
    QCOMPARE(all.refused[0].number, 2);

    // What Readwise itself exports has other names for its columns.
    const ForeignHighlights exported =
        read("Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location "
             "Type,Location,Highlighted at,Document tags\n"
             "Fog,A Book,Bo Ek,B0,,blue,\"sea, fog\",page,3,2021-09-28 10:11:12+00:00,\n");
    QCOMPARE(exported.highlights.size(), size_t(1));
    QCOMPARE(exported.highlights[0].title, QStringLiteral("A Book"));
    QCOMPARE(exported.highlights[0].colour, MarkColour::Blue);
    QCOMPARE(exported.highlights[0].tags, QStringList({QStringLiteral("sea"), QStringLiteral("fog")}));
    QVERIFY(exported.highlights[0].created.isValid());
}

void TestHighlightReaders::readwiseCells_areRead_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<QString>("quote");
    QTest::newRow("plain") << QByteArray("fog") << "fog";
    QTest::newRow("quoted") << QByteArray("\"fog\"") << "fog";
    QTest::newRow("comma") << QByteArray("\"fog, wool\"") << "fog, wool";
    QTest::newRow("quotation marks") << QByteArray("\"\"\"fog\"\"\"") << "\"fog\"";
    QTest::newRow("line break") << QByteArray("\"fog\r\nwool\"") << "fog\r\nwool";
    QTest::newRow("formula guard") << QByteArray("'-- fog") << "-- fog";
    QTest::newRow("apostrophe") << QByteArray("'tis fog") << "'tis fog";
}

void TestHighlightReaders::readwiseCells_areRead()
{
    QFETCH(const QByteArray, cell);
    QFETCH(const QString, quote);
    const ForeignHighlights all = read("Highlight,Title\n" + cell + ",T\n");
    QCOMPARE(all.highlights.size(), size_t(1));
    QCOMPARE(all.highlights[0].quote, quote);
    QCOMPARE(all.highlights[0].title, QStringLiteral("T"));
}

void TestHighlightReaders::clippings_areRead()
{
    const ForeignHighlights all = read(clippings);
    QCOMPARE(all.format, QStringLiteral("kindle"));
    QCOMPARE(all.highlights.size(), size_t(2));
    const ForeignHighlight &kites = all.highlights[0];
    QCOMPARE(kites.quote, QStringLiteral("nobody at the other end of it"));
    QCOMPARE(kites.title, QStringLiteral("Kites over Sennet Bay"));
    QCOMPARE(kites.author, QStringLiteral("Ines Holt"));
    QCOMPARE(kites.note, QStringLiteral("Good."));
    QCOMPARE(kites.created, QDateTime(QDate(2021, 2, 11), QTime(10, 31, 12), Qt::UTC));
    QCOMPARE(all.highlights[1].quote, QStringLiteral("Das Licht ging aus."));
    QVERIFY(!all.highlights[1].created.isValid());
    QCOMPARE(all.refused.size(), size_t(3)); // the bookmark, the limit and the lonely note
}

void TestHighlightReaders::hypothesis_isRead()
{
    for (const QByteArray &bytes : {hypothesis, hypothesis.mid(hypothesis.indexOf('[')).chopped(1)}) {
        const ForeignHighlights all = read(bytes);
        QCOMPARE(all.format, QStringLiteral("hypothesis"));
        QCOMPARE(all.highlights.size(), size_t(1));
        const ForeignHighlight &one = all.highlights[0];
        QCOMPARE(one.quote, QStringLiteral("the fog was thick"));
        QCOMPARE(one.prefix, QStringLiteral("captain said "));
        QCOMPARE(one.suffix, QStringLiteral(" as wool"));
        QCOMPARE(one.note, QStringLiteral("A *note*"));
        QCOMPARE(one.tags, QStringList({QStringLiteral("one"), QStringLiteral("two")}));
        QCOMPARE(one.url, QStringLiteral("https://example.org/a"));
        QCOMPARE(one.title, QStringLiteral("A title"));
        QCOMPARE(one.created, QDateTime(QDate(2021, 9, 28), QTime(10, 11, 12, 123), Qt::UTC));
        QCOMPARE(one.modified, one.created.addDays(1));
        QCOMPARE(all.refused.size(), size_t(3));
    }
}

void TestHighlightReaders::readium_isRead()
{
    const ForeignHighlights all = read(readium);
    QCOMPARE(all.format, QStringLiteral("readium"));
    QCOMPARE(all.highlights.size(), size_t(1));
    const ForeignHighlight &one = all.highlights[0];
    QCOMPARE(one.id, QStringLiteral("urn:uuid:2"));
    QCOMPARE(one.quote, QStringLiteral("the fog"));
    QCOMPARE(one.note, QStringLiteral("Note"));
    QCOMPARE(one.colour, MarkColour::Violet);
    QCOMPARE(one.tags, QStringList{QStringLiteral("t")});
    QCOMPARE(one.title, QStringLiteral("A title"));
    QCOMPARE(one.author, QStringLiteral("Ada Lund"));
    QVERIFY(one.url.isEmpty());
    QCOMPARE(one.modified, one.created.addDays(1));
    QCOMPARE(all.refused.size(), size_t(1));
}

void TestHighlightReaders::ids_areTheSameEachTime()
{
    for (const QByteArray &bytes : {clippings, hypothesis, readium}) {
        const ForeignHighlights one = read(bytes);
        const ForeignHighlights again = read(bytes);
        QSet<QString> ids;
        for (size_t i = 0; i < one.highlights.size(); ++i) {
            QVERIFY(one.highlights[i].id.startsWith(QLatin1String("urn:uuid:")));
            QCOMPARE(one.highlights[i].id, again.highlights[i].id);
            ids += one.highlights[i].id;
        }
        QCOMPARE(size_t(ids.size()), one.highlights.size());
    }
}

void TestHighlightReaders::others_areRefusedInWords_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("kind");
    QTest::newRow("empty") << QByteArray() << "empty";
    QTest::newRow("prose") << QByteArray("The ferry ran aground.") << "unsupported";
    QTest::newRow("other JSON") << QByteArray("{\"a\":1}") << "unsupported";
    QTest::newRow("broken JSON") << QByteArray("{\"rows\":[") << "malformed";
    QTest::newRow("not UTF-8") << QByteArray("Highlight\n\xff\xfe\xfa") << "malformed";
    QTest::newRow("cut CSV") << QByteArray("Highlight,Title\n\"fog") << "malformed";
    QTest::newRow("no clipping") << QByteArray("fog\n==========\nwool==========") << "malformed";
    QTest::newRow("set without items") << QByteArray("{\"type\":\"AnnotationSet\"}") << "malformed";
}

void TestHighlightReaders::others_areRefusedInWords()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, kind);
    const Result<ForeignHighlights> result = readHighlights(bytes, QStringLiteral("/file"));
    QVERIFY(!result.ok());
    QCOMPARE(name(result.error().kind), kind);
    QCOMPARE(result.error().path, QStringLiteral("/file"));
    QVERIFY(result.error().message.endsWith(u'.'));
}

void TestHighlightReaders::anyBeginning_isNoCrash()
{
    for (const QByteArray &bytes :
         {clippings, hypothesis, readium, QByteArray("Highlight,Title\n\"a\"\"b\",c\n")})
        for (qsizetype size = 0; size < bytes.size(); ++size) {
            const Result<ForeignHighlights> result =
                readHighlights(bytes.first(size), QStringLiteral("/file"));
            QVERIFY(result.ok() || !result.error().message.isEmpty());
        }
}

QTEST_GUILESS_MAIN(TestHighlightReaders)
#include "tst_highlightreaders.moc"
