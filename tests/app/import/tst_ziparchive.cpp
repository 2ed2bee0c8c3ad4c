#include "app/import/packing.h"
#include "import/ziparchive.h"
#include "import/zipkind.h"

#include <QTest>
#include <QtEndian>

using namespace Lectern;
using namespace Qt::StringLiterals;

class TestZipArchive : public QObject
{
    Q_OBJECT

private slots:
    void member_isRead()
    {
        const QByteArray bytes = packed({{"a/b.txt", "words"}, {"c\\d.txt", "more"}});
        const auto archive = ZipArchive::open(bytes, {});
        QVERIFY(archive.ok());
        QCOMPARE((*archive)->names(), (QStringList{u"a/b.txt"_s, u"c/d.txt"_s}));
        const Result<QByteArray> content = (*archive)->read(u"a/b.txt"_s);
        QVERIFY(content.ok());
        QCOMPARE(*content, QByteArray("words"));
        QCOMPARE((*archive)->read(u"../b.txt"_s).error().kind, ErrorKind::Malformed);
    }

    void bomb_isStopped()
    {
        const QByteArray bytes = packed({{"a", QByteArray(40'000'000, 'a')}});
        const auto archive = ZipArchive::open(bytes, {});
        QVERIFY(archive.ok());
        QCOMPARE((*archive)->read(u"a"_s).error().kind, ErrorKind::Limit);
        const auto unlimited = ZipArchive::open(bytes, ImportLimits::named(u"none"));
        QVERIFY(unlimited.ok());
        QCOMPARE((*unlimited)->read(u"a"_s)->size(), 40'000'000);
    }

    void lyingSize_isNotBelieved()
    {
        QByteArray bytes = packed({{"a", QByteArray("words ").repeated(1000)}});
        const qsizetype directory = bytes.lastIndexOf("PK\x01\x02");
        qToLittleEndian<quint32>(10, bytes.data() + directory + 24);
        const auto archive = ZipArchive::open(bytes, {});
        if (archive.ok())
            QVERIFY(!(*archive)->read(u"a"_s).ok() || (*archive)->read(u"a"_s)->size() <= 6000);
    }

    void brokenArchive_isMalformed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray whole = packed({{"a", QByteArray("words ").repeated(1000)}, {"b", "c"}});
        QTest::newRow("cut") << whole.first(whole.size() / 2);
        QTest::newRow("nothing but a signature") << QByteArray("PK\x03\x04");
        QByteArray outside = whole;
        qToLittleEndian<quint32>(0xFFFFFFF0, outside.data() + outside.lastIndexOf("PK\x05\x06") + 16);
        QTest::newRow("directory outside") << outside;
    }

    void brokenArchive_isMalformed()
    {
        QFETCH(QByteArray, bytes);
        const auto archive = ZipArchive::open(bytes, {});
        QVERIFY(!archive.ok());
        QCOMPARE(archive.error().kind, ErrorKind::Malformed);
        zipKind(bytes);
    }

    void kind_isTold_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("kind");
        const auto row = [](const char *name, const QList<PackedMember> &members, ZipKind kind) {
            QTest::newRow(name) << packed(members) << int(kind);
        };
        row("docx", {{"_rels/.rels", "x"}, {"word/document.xml", "x"}}, ZipKind::Docx);
        row("odt", {{"content.xml", "x"}, {"META-INF/manifest.xml", "x"}}, ZipKind::Odt);
        row("epub", {{"a", "x"}, {"META-INF/container.xml", "x"}}, ZipKind::Epub);
        row("sheet", {{"xl/workbook.xml", "x"}}, ZipKind::Xlsx);
        row("slides", {{"ppt/presentation.xml", "x"}}, ZipKind::Pptx);
        row("archive", {{"a.txt", "word"}}, ZipKind::Other);
        QTest::newRow("no archive") << QByteArray("words") << int(ZipKind::None);
    }

    void kind_isTold()
    {
        QFETCH(QByteArray, bytes);
        QTEST(int(zipKind(bytes)), "kind");
    }
};

QTEST_GUILESS_MAIN(TestZipArchive)
#include "tst_ziparchive.moc"
