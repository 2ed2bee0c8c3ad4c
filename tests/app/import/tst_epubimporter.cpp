#include "app/import/packing.h"
#include "app/import/reading.h"

using namespace Lectern;
using namespace Qt::StringLiterals;

namespace {

const QByteArray container =
    "<container><rootfiles><rootfile full-path='OPS/p.opf'/></rootfiles></container>";
const QByteArray words = "<p>The harbour master said on Monday that the ferry would sail again.</p>";

QByteArray page(const QByteArray &body)
{
    return "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><head><title/></head><body>" +
           body + "</body></html>";
}

QByteArray opf(const QByteArray &metadata)
{
    return "<package xmlns='http://www.idpf.org/2007/opf'><metadata "
           "xmlns:dc='http://purl.org/dc/elements/1.1/'>" +
           metadata +
           "</metadata><manifest><item id='n' href='n.xhtml' properties='nav'/><item id='a' "
           "href='a%20b.xhtml'/>"
           "<item id='b' href='../c.xhtml'/></manifest>"
           "<spine><itemref idref='n'/><itemref idref='b'/><itemref idref='a'/></spine></package>";
}

QList<PackedMember> book(const QByteArray &metadata = "<dc:title>The Ferry</dc:title>")
{
    return {{"mimetype", "application/epub+zip"},
            {"META-INF/container.xml", container},
            {"OPS/p.opf", opf(metadata)},
            {"OPS/n.xhtml", page("<nav><a href='a%20b.xhtml#x'>Chapter two</a></nav>")},
            {"OPS/a b.xhtml", page(words)},
            {"c.xhtml", page("<h1>Chapter one</h1><p><a id='x'/>First words.</p>")}};
}

} // namespace

class TestEpubImporter : public QObject
{
    Q_OBJECT

private slots:
    void book_isReadInTheOrderOfItsSpine()
    {
        const ArticlePtr article = readOne(packed(book()), u"epub"_s);
        QVERIFY(article);
        QCOMPARE(blocksOf(*article),
                 (QStringList{
                     u"heading1: The Ferry"_s, u"heading1: Chapter one"_s, u"paragraph: First words."_s,
                     u"heading1: Chapter two"_s,
                     u"paragraph: The harbour master said on Monday that the ferry would sail again."_s}));
    }

    void metadata_isRead()
    {
        const ArticlePtr article = readOne(
            packed(book("<dc:title id='s'>A Story</dc:title><dc:title id='m'>The Ferry</dc:title>"
                        "<meta refines='#m' property='title-type'>main</meta>"
                        "<dc:creator id='c1'>Ann Lee</dc:creator><dc:creator id='c2'>Bo Ek</dc:creator>"
                        "<meta refines='#c2' property='role'>ill</meta>"
                        "<dc:publisher>Harbour Books</dc:publisher><dc:date>2021-09-28</dc:date>"
                        "<dc:language>en</dc:language>")),
            u"epub"_s);
        QVERIFY(article);
        QCOMPARE(article->title(), u"The Ferry"_s);
        QCOMPARE(article->authors(), QStringList{u"Ann Lee"_s});
        QCOMPARE(article->outlet(), u"Harbour Books"_s);
        QCOMPARE(article->published().toIso(), u"2021-09-28"_s);
    }

    void missingChapter_isAWarning()
    {
        QList<PackedMember> members = book();
        members.removeLast();
        const ArticlePtr article = readOne(packed(members), u"epub"_s);
        QVERIFY(article);
        QCOMPARE(article->warnings().size(), 1);
        QVERIFY(article->warnings().first().contains(u"c.xhtml"));
    }

    void hostileFile_isNamed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("kind");
        const auto with = [](const QByteArray &name, const QByteArray &content) {
            QList<PackedMember> members = book();
            for (PackedMember &member : members)
                if (member.name == name)
                    member.content = content;
            return packed(members);
        };
        const auto more = [](const QByteArray &name, const QByteArray &content) {
            QList<PackedMember> members = book();
            members.append(PackedMember{name, content});
            return packed(members);
        };
        QTest::newRow("cut") << packed(book()).first(500) << u"malformed"_s;
        QTest::newRow("no package") << packed(
                                           {{"mimetype", "application/epub+zip"}, {"a.xhtml", page(words)}})
                                    << u"malformed"_s;
        QTest::newRow("chapters outside")
            << with("OPS/p.opf",
                    opf("").replace("a%20b", "../../../../etc/passwd").replace("../c", "/etc/shadow"))
            << u"malformed"_s;
        QTest::newRow("bomb") << with("c.xhtml", "<p>" + QByteArray(40'000'000, ' ')) << u"limit"_s;
        QTest::newRow("deep package") << with("OPS/p.opf", QByteArray("<a>").repeated(400)) << u"limit"_s;
        QTest::newRow("protected") << more("META-INF/encryption.xml",
                                           "<encryption><EncryptedData><EncryptionMethod "
                                           "Algorithm='http://www.w3.org/2001/04/xmlenc#aes256-cbc'/>"
                                           "</EncryptedData></encryption>")
                                   << u"encrypted"_s;
        QTest::newRow("pictures alone") << packed({{"mimetype", "application/epub+zip"},
                                                   {"META-INF/container.xml", container},
                                                   {"OPS/p.opf", opf("")},
                                                   {"OPS/a b.xhtml", page("<img src='a.png'/>")},
                                                   {"c.xhtml", page("<img src='b.png'/>")}})
                                        << u"empty"_s;
    }

    void hostileFile_isNamed()
    {
        QFETCH(QByteArray, bytes);
        QTEST(failureOf(bytes).section(u':', 0, 0), "kind");
    }

    void obfuscatedFont_isNoProtection()
    {
        QList<PackedMember> members = book();
        members.append(PackedMember{
            "META-INF/encryption.xml",
            "<encryption><EncryptedData><EncryptionMethod Algorithm='http://www.idpf.org/2008/embedding'/>"
            "</EncryptedData></encryption>"});
        QVERIFY(readOne(packed(members), u"epub"_s));
    }
};

QTEST_GUILESS_MAIN(TestEpubImporter)
#include "tst_epubimporter.moc"
