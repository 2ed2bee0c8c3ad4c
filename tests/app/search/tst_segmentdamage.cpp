#include "app/search/segmentfiles.h"
#include "app/search/segmentprobe.h"
#include "search/segment.h"
#include "search/segmentbuilder.h"
#include "search/segmentfile.h"
#include "search/segmentformat.h"
#include "support/seed.h"
#include "text/articlecodec.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>


using namespace Lectern;

/// Files that are none, or not any more: each is told, and nothing is read outside of them.
class TestSegmentDamage : public QObject, SegmentFiles
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(m_folder.isValid()); }
    void open_foreign_saysWhy_data();
    void open_foreign_saysWhy();
    void open_cutOff_saysWhy();
    void verify_anyByteChanged_isNoticed();
    void read_anyByteChanged_staysWithin_data();
    void read_anyByteChanged_staysWithin();
    void article_damagedFrame_saysSo();
};

void TestSegmentDamage::open_foreign_saysWhy_data()
{
    QTest::addColumn<int>("at");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("words");
    using SegmentFormat::Header;
    const auto row = [](const char *name, size_t at, const char *bytes, int count, ErrorKind kind,
                        const char16_t *words) {
        QTest::newRow(name) << int(at) << QByteArray(bytes, count) << int(kind) << QString::fromUtf16(words);
    };
    row("another program's", 0, "SQLite", 6, ErrorKind::Malformed, u"not an index of Lectern");
    row("newer", offsetof(Header, version), "\x63", 1, ErrorKind::Unsupported, u"newer Lectern");
    row("older", offsetof(Header, version), "\0", 1, ErrorKind::Unsupported, u"older Lectern");
    row("of another endianness", offsetof(Header, endianMark), "\1\2\3\4", 4, ErrorKind::Unsupported,
        u"another kind");
    row("of another size", offsetof(Header, fileSize), "\1", 1, ErrorKind::Damaged, u"should have");
    row("of too many sections", offsetof(Header, sectionCount), "\xff\xff\xff", 3, ErrorKind::Damaged, u"table");
    row("with another count", offsetof(Header, docCount), "\7", 1, ErrorKind::Damaged, u"checksum of its header");
    row("with another table", sizeof(Header) + 9, "\7", 1, ErrorKind::Damaged, u"checksum of its header");
}

void TestSegmentDamage::open_foreign_saysWhy()
{
    QFETCH(const int, at);
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, kind);
    QFETCH(const QString, words);
    QByteArray file = fileOf(randomSegment(9));
    file.replace(at, bytes.size(), bytes);
    const Result<SegmentFile> opened = openBytes(file);
    QVERIFY(!opened);
    QCOMPARE(int(opened.error().kind), kind);
    QVERIFY2(opened.error().message.contains(words), qPrintable(opened.error().message));
    QCOMPARE(opened.error().path, path("changed"));
}

void TestSegmentDamage::open_cutOff_saysWhy()
{
    const QByteArray file = fileOf(randomSegment(30));
    for (qsizetype size = 0; size < file.size(); size += size < 200 ? 7 : file.size() / 97) {
        const Result<SegmentFile> opened = openBytes(file.first(size));
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Damaged);
        const Result<SegmentFile> sealedOne = openBytes(sealed(file.first(size)));
        QVERIFY(!sealedOne);
        QCOMPARE(sealedOne.error().kind, ErrorKind::Damaged);
    }
    const Result<SegmentFile> missing = SegmentFile::open(path("missing"));
    QVERIFY(!missing);
    QCOMPARE(missing.error().kind, ErrorKind::NotFound);
}

void TestSegmentDamage::verify_anyByteChanged_isNoticed()
{
    const QByteArray file = fileOf(randomSegment(30));
    std::vector<bool> isPadding(size_t(file.size()), true);
    const auto *header = reinterpret_cast<const SegmentFormat::Header *>(file.constData());
    const auto *table = reinterpret_cast<const SegmentFormat::Section *>(header + 1);
    const auto cover = [&isPadding](quint64 from, quint64 size) {
        std::fill_n(isPadding.begin() + qptrdiff(from), size, false);
    };
    cover(0, sizeof(SegmentFormat::Header) + header->sectionCount * sizeof(SegmentFormat::Section));
    for (quint32 i = 0; i < header->sectionCount; ++i)
        cover(table[i].offset, table[i].size);
    for (int i = 0; i < 200; ++i) {
        const qsizetype at = m_random.upTo(int(file.size()) - 1);
        if (isPadding[size_t(at)])
            continue;
        QByteArray changed = file;
        changed[at] = char(changed[at] ^ 1 << m_random.upTo(7));
        const Result<SegmentFile> opened = openBytes(changed);
        if (opened)
            QCOMPARE(opened->verify().error().kind, ErrorKind::Damaged);
        else
            QVERIFY(!opened.error().message.isEmpty());
    }
}

void TestSegmentDamage::read_anyByteChanged_staysWithin_data()
{
    QTest::addColumn<int>("articles");
    QTest::addColumn<int>("changes");
    QTest::newRow("small") << 20 << 60;
    QTest::newRow("with bitsets, pairs and prefixes") << 1100 << 6;
}

/// The checksum of the header is made right, those of sections are only compared by verify().
void TestSegmentDamage::read_anyByteChanged_staysWithin()
{
    QFETCH(const int, articles);
    QFETCH(const int, changes);
    const QByteArray file = fileOf(randomSegment(articles));
    const std::vector<Query> queries = probeQueries();
    constexpr std::array<char, 4> values{'\0', '\1', '\x7f', '\xff'};
    for (int i = 0; i < changes; ++i) {
        QByteArray changed = file;
        for (int change = m_random.upTo(i % 9); change >= 0; --change)
            changed[qsizetype(m_random.upTo(int(file.size()) - 1))] = values[size_t(m_random.upTo(3))];
        if (const Result<SegmentFile> opened = openBytes(sealed(changed)))
            probe(opened->segment(), queries);
    }
}

void TestSegmentDamage::article_damagedFrame_saysSo()
{
    QByteArray file = fileOf(randomSegment(3));
    const auto *header = reinterpret_cast<const SegmentFormat::Header *>(file.constData());
    const auto *table = reinterpret_cast<const SegmentFormat::Section *>(header + 1);
    const auto *frames = std::find_if(table, table + header->sectionCount, [](const SegmentFormat::Section &section) {
        return section.id == SegmentFormat::Frames;
    });
    const quint64 at = frames->offset + 20;
    file[qsizetype(at)] = char(~file[qsizetype(at)]);
    const Result<SegmentFile> opened = openBytes(file);
    QVERIFY(opened);
    const ArticlePtr article = opened->segment()->articles()->article(0);
    QVERIFY(article->text().contains(QStringLiteral("damaged")));
    QCOMPARE(article->source().path, opened->segment()->articles()->place(0).path);
    QVERIFY(!opened->segment()->articles()->article(1)->text().contains(QStringLiteral("stored text")));
    const Result<void> written = SegmentFile::write(*opened->segment(), path("copy"));
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::Damaged);
}

QTEST_GUILESS_MAIN(TestSegmentDamage)
#include "tst_segmentdamage.moc"
