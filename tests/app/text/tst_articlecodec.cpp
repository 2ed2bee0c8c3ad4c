#include "text/articlecodec.h"

#include "app/text/randomarticle.h"

#include <QCborMap>
#include <QCborValue>
#include <QCborArray>
#include <QtTest>

#include <functional>

using namespace Lectern;
using namespace LecternTest;

namespace {

ArticlePtr fullArticle()
{
    CanonicalTextBuilder builder;
    builder.addBlock(BlockKind::Heading, u"Fähre läuft wieder 😀", 1);
    builder.addObject(BlockKind::Image);
    builder.beginBlock(BlockKind::Paragraph);
    builder.beginSpan(SpanKind::Strong);
    builder.append(u"All ");
    builder.beginSpan(SpanKind::Link, QStringLiteral("https://example.org/"));
    builder.append(u"is well.");
    builder.addBlock(BlockKind::Pre, u"a\n\tb");
    CanonicalText canonical = builder.take();
    ArticleDraft draft;
    draft.source = {QStringLiteral("/a/ü.jsonl"),
                    QStringLiteral("3"),
                    QByteArray(64, 'c'),
                    1234,
                    QStringLiteral("jsonl"),
                    QStringLiteral("UTF-8"),
                    true,
                    1'600'000'000'000};
    draft.title = QStringLiteral("Fähre läuft wieder 😀");
    draft.authors = QStringList{"Ann Moss", "Bo Öst"};
    draft.outlet = QStringLiteral("The Harbour");
    draft.published = PartialDate::fromIso(u"2021-09-29T01:12+02:00");
    draft.modified = PartialDate::fromIso(u"2021-10");
    draft.url = QStringLiteral("https://example.org/a");
    draft.language = QStringLiteral("de");
    draft.text = canonical.text;
    draft.blocks = canonical.blocks;
    draft.spans = canonical.spans;
    draft.confidence = 0.75;
    draft.warnings = QStringList{"The end is missing."};
    draft.tags = QStringList{"ferry"};
    draft.extra = {{QStringLiteral("section"), QStringLiteral("Local")},
                   {QStringLiteral(""), QStringLiteral("")}};
    return Article::make(std::move(draft));
}

void compare(const Article &a, const Article &b)
{
    QCOMPARE(a.id(), b.id());
    QCOMPARE(a.source(), b.source());
    QCOMPARE(a.title(), b.title());
    QCOMPARE(a.isTitleDerived(), b.isTitleDerived());
    QCOMPARE(a.titleRange(), b.titleRange());
    QCOMPARE(a.authors(), b.authors());
    QCOMPARE(a.outlet(), b.outlet());
    QCOMPARE(a.published(), b.published());
    QCOMPARE(a.modified(), b.modified());
    QCOMPARE(a.url(), b.url());
    QCOMPARE(a.language(), b.language());
    QCOMPARE(a.text(), b.text());
    QCOMPARE(a.blocks(), b.blocks());
    QCOMPARE(a.spans(), b.spans());
    QCOMPARE(a.confidence(), b.confidence());
    QCOMPARE(a.warnings(), b.warnings());
    QCOMPARE(a.tags(), b.tags());
    QCOMPARE(a.extra(), b.extra());
}

/// Empty when the article keeps what the headers promise, else what is wrong.
QString broken(const Article &article)
{
    const QString &text = article.text();
    if (!text.isValidUtf16() || text.contains(u'\r') || text.contains(QChar(0xfdd0)) ||
        text.contains(QChar(0xfdd1)))
        return QStringLiteral("text");
    qsizetype expected = 0;
    for (const Block &block : article.blocks()) {
        if (block.range.start != expected || block.range.isEmpty() || block.range.end > text.size() ||
            block.kind > BlockKind::Rule)
            return QStringLiteral("block");
        if (block.range.end < text.size() && text[block.range.end] != u'\n')
            return QStringLiteral("line break");
        expected = block.range.end + 1;
    }
    if (!text.isEmpty() && expected != text.size() + 1)
        return QStringLiteral("end");
    qsizetype previous = 0;
    for (const Span &span : article.spans()) {
        const Block &block = article.blocks().at(size_t(article.blockAt(span.range.start)));
        if (span.range.isEmpty() || span.range.start < previous || !block.range.contains(span.range) ||
            span.kind > SpanKind::Subscript)
            return QStringLiteral("span");
        previous = span.range.start;
    }
    if (!article.isTitleDerived() &&
        article.title() != text.mid(article.titleRange().start, article.titleRange().length()))
        return QStringLiteral("title");
    if (!(article.confidence() >= 0 && article.confidence() <= 1))
        return QStringLiteral("confidence");
    return {};
}

} // namespace

class ArticleCodecTest : public QObject
{
    Q_OBJECT

private slots:
    void decode_ofEncode_isTheArticle();
    void decode_ofEncode_randomArticles();
    void decode_ofRubbish_fails_data();
    void decode_ofRubbish_fails();
    void decode_ofChangedField_fails_data();
    void decode_ofChangedField_fails();
    void decode_truncated_failsAtEveryLength();
    void decode_damagedAtRandom_failsOrIsSound();
};

void ArticleCodecTest::decode_ofEncode_isTheArticle()
{
    const ArticlePtr article = fullArticle();
    const Result<ArticlePtr> decoded = decodeArticle(encodeArticle(*article));
    QVERIFY(decoded.ok());
    compare(**decoded, *article);

    const ArticlePtr empty = Article::make({});
    const Result<ArticlePtr> decodedEmpty = decodeArticle(encodeArticle(*empty));
    QVERIFY(decodedEmpty.ok());
    compare(**decodedEmpty, *empty);
}

void ArticleCodecTest::decode_ofEncode_randomArticles()
{
    RandomText random;
    for (int i = 0; i < 500; ++i) {
        const ArticlePtr article = randomArticle(random);
        const Result<ArticlePtr> decoded = decodeArticle(encodeArticle(*article));
        QVERIFY2(decoded.ok(), shown(article->text()));
        compare(**decoded, *article);
        QCOMPARE(encodeArticle(**decoded), encodeArticle(*article));
        if (QTest::currentTestFailed())
            return;
    }
}

void ArticleCodecTest::decode_ofRubbish_fails_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("text") << QByteArray("hello");
    QTest::newRow("no map") << QCborValue(QCborArray{1, 2}).toCbor();
    QTest::newRow("empty map") << QCborValue(QCborMap()).toCbor();
    QTest::newRow("deep nesting") << QByteArray(100'000, '\x81');
    QTest::newRow("string of promised length")
        << QByteArray("\xa1\x00\x7b\x7f\xff\xff\xff\xff\xff\xff\xff", 11);
    QTest::newRow("array of promised length") << QByteArray("\x9b\x7f\xff\xff\xff\xff\xff\xff\xff", 9);
    QTest::newRow("more behind it") << encodeArticle(*fullArticle()) + '\0';
}

void ArticleCodecTest::decode_ofRubbish_fails()
{
    QFETCH(QByteArray, bytes);
    const Result<ArticlePtr> decoded = decodeArticle(bytes);
    QVERIFY(!decoded.ok());
    QCOMPARE(decoded.error().kind, ErrorKind::Malformed);
    QVERIFY(!decoded.error().message.isEmpty());
}

using Change = std::function<void(QCborMap &)>;
Q_DECLARE_METATYPE(Change)

void ArticleCodecTest::decode_ofChangedField_fails_data()
{
    QTest::addColumn<Change>("change");
    // The keys are those of articlecodec.cpp; each row proves that the field is looked at.
    const auto row = [](const char *name, qint64 key, const QCborValue &value) {
        QTest::newRow(name) << Change([=](QCborMap &map) { map[key] = value; });
    };
    const auto blocks = [row](const char *name, std::initializer_list<QCborValue> fields) {
        row(name, 18, QCborArray(fields));
    };
    row("version", 0, 2);
    row("version of another type", 0, "1");
    row("path is a number", 1, 5);
    row("hash too short", 3, QByteArray("abc"));
    row("hash in capitals", 3, QByteArray(64, 'A'));
    row("hash is a string", 3, QString(64, u'a'));
    row("negative size", 4, -1);
    row("guess is a number", 7, 1);
    row("title is bytes", 9, QByteArray("x"));
    row("title too long", 9, QString(2'000'000, u'x'));
    row("authors are a string", 11, "Ann");
    row("author is a number", 11, QCborArray{1});
    row("too many tags", 22, QCborArray::fromStringList(QStringList(200'000, QStringLiteral("x"))));
    row("date is none", 13, "yesterday");
    row("date is a number", 13, 2021);
    row("text is missing", 17, QCborValue());
    row("text with CR", 17, "a\rb");
    row("text shorter than its blocks", 17, "a");
    row("text longer than its blocks", 17, QString(1'000, u'a'));
    for (const ushort c : {0xfdd0, 0xfdd1, 0xfffe, 0xffff})
        QTest::addRow("text with U+%x", c) << Change([c](QCborMap &map) {
            QString text = map[17].toString();
            text[0] = QChar(c);
            map[17] = text;
        });
    row("blocks are missing", 18, QCborValue());
    blocks("no blocks", {});
    blocks("three fields", {0, 0, 0});
    blocks("strings", {"0", "0", "0", "1"});
    blocks("unknown kind", {11, 0, 0, 33});
    blocks("negative kind", {-1, 0, 0, 33});
    blocks("level too high", {0, 256, 0, 33});
    blocks("first starts late", {0, 0, 1, 33});
    blocks("ends beyond the text", {0, 0, 0, 5'000});
    blocks("ends before it starts", {0, 0, 0, -4});
    blocks("no line break behind", {0, 0, 0, 4, 0, 0, 5, 33});
    blocks("enormous", {0, 0, 0, std::numeric_limits<qint64>::max()});
    row("spans: two fields", 19, QCborArray{0, 1});
    row("spans: unknown kind", 19, QCborArray{7, 0, 1});
    row("spans: across blocks", 19, QCborArray{0, 0, 30});
    row("spans: descending", 19, QCborArray{0, 3, 4, 0, 1, 2});
    row("spans: empty", 19, QCborArray{0, 3, 3});
    row("spans: beyond the text", 19, QCborArray{0, 500, 501});
    row("spans: link without target", 19, QCborArray{3, 0, 1});
    row("spans: target is a number", 19, QCborArray{3, 0, 1, 5});
    row("spans: target without link", 19, QCborArray{0, 0, 1, "x"});
    row("confidence above one", 20, 1.5);
    row("confidence is no number", 20, std::numeric_limits<double>::quiet_NaN());
    row("extra is a list", 23, QCborArray());
    QCborMap wrong;
    wrong.insert(1, "x");
    row("extra with a number for a name", 23, wrong);
    for (int key = 0; key <= 23; ++key)
        QTest::addRow("without field %d", key) << Change([key](QCborMap &map) { map.remove(qint64(key)); });
}

void ArticleCodecTest::decode_ofChangedField_fails()
{
    QFETCH(Change, change);
    QCborMap map = QCborValue::fromCbor(encodeArticle(*fullArticle())).toMap();
    change(map);
    const Result<ArticlePtr> decoded = decodeArticle(QCborValue(map).toCbor());
    QVERIFY(!decoded.ok());
    QCOMPARE(decoded.error().kind, ErrorKind::Malformed);
}

void ArticleCodecTest::decode_truncated_failsAtEveryLength()
{
    const QByteArray bytes = encodeArticle(*fullArticle());
    for (qsizetype length = 0; length < bytes.size(); ++length)
        QVERIFY(!decodeArticle(bytes.first(length)).ok());
}

void ArticleCodecTest::decode_damagedAtRandom_failsOrIsSound()
{
    const QByteArray sound = encodeArticle(*fullArticle());
    RandomText random;
    int read = 0;
    for (int i = 0; i < 10'000; ++i) {
        QByteArray bytes = sound;
        for (int changes = 1 + random.below(4); changes > 0; --changes) {
            const int at = random.below(int(bytes.size()));
            switch (random.below(4)) {
            case 0:
                bytes[at] = char(bytes[at] ^ (1 << random.below(8)));
                break;
            case 1:
                bytes[at] = char(random.below(256));
                break;
            case 2:
                bytes.remove(at, 1 + random.below(3));
                break;
            default:
                bytes.insert(at, char(random.below(256)));
            }
        }
        const Result<ArticlePtr> decoded = decodeArticle(bytes);
        if (!decoded)
            continue;
        ++read;
        QVERIFY2(broken(**decoded).isEmpty(), bytes.toHex());
        const Result<ArticlePtr> again = decodeArticle(encodeArticle(**decoded));
        QVERIFY2(again.ok(), bytes.toHex());
    }
    QVERIFY(read > 0); // harmless changes of letters are read
}

QTEST_GUILESS_MAIN(ArticleCodecTest)
#include "tst_articlecodec.moc"
