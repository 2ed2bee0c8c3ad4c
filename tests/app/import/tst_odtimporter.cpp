#include "app/import/packing.h"
#include "app/import/reading.h"

using namespace Lectern;
using namespace Qt::StringLiterals;

namespace {

QByteArray content(const QByteArray &body, const QByteArray &type = {})
{
    return "<?xml version='1.0'?>" + type +
           "<office:document-content xmlns:office='o' xmlns:text='t' xmlns:style='s' xmlns:fo='f' "
           "xmlns:table='b' "
           "xmlns:xlink='x'><office:automatic-styles>"
           "<style:style style:name='P1' style:parent-style-name='Quotations'/>"
           "<style:style style:name='T1'><style:text-properties fo:font-weight='bold'/></style:style>"
           "</office:automatic-styles><office:body><office:text>" +
           body + "</office:text></office:body></office:document-content>";
}

QByteArray odt(const QByteArray &xml, const QByteArray &meta = {}, const QByteArray &manifest = "<m/>")
{
    return packed(
        {{"mimetype", "application/vnd.oasis.opendocument.text"},
         {"content.xml", xml},
         {"meta.xml", "<office:document-meta xmlns:office='o' xmlns:meta='m' xmlns:dc='d'><office:meta>" +
                          meta + "</office:meta></office:document-meta>"},
         {"META-INF/manifest.xml", manifest}});
}

const QByteArray prose =
    "<text:p>The harbour master said on Monday that the ferry would sail again.</text:p>";

} // namespace

class TestOdtImporter : public QObject
{
    Q_OBJECT

private slots:
    void body_becomesBlocks_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QStringList>("blocks");
        const auto row = [](const char *name, const QByteArray &body, const QStringList &blocks) {
            QTest::newRow(name) << body << blocks;
        };
        row("heading", "<text:h text:outline-level='3'>Part</text:h>", {u"heading3: Part"_s});
        row("quotation by its parent style", "<text:p text:style-name='P1'>Words</text:p>",
            {u"quote1: Words"_s});
        row("nested list",
            "<text:list><text:list-item><text:p>One</text:p><text:list><text:list-item><text:p>Two</text:p>"
            "</text:list-item></text:list></text:list-item></text:list>",
            {u"listitem1: One"_s, u"listitem2: Two"_s});
        row("table",
            "<table:table><table:table-row><table:table-cell><text:p>A</text:p></table:table-cell>"
            "<table:table-cell><text:p>B</text:p></table:table-cell></table:table-row></table:table>",
            {u"cell: A"_s, u"cell: B"_s});
        row("spaces", "<text:p>A<text:s text:c='2000000000'/>B<text:tab/>C<text:line-break/>D</text:p>",
            {u"paragraph: A B C D"_s});
        row("deletions and annotations",
            "<text:tracked-changes><text:p>Old</text:p></text:tracked-changes>"
            "<text:p>New<office:annotation><text:p>Remark</text:p></office:annotation></text:p>",
            {u"paragraph: New"_s});
        row("note",
            "<text:p>Word<text:note><text:note-citation>7</text:note-citation><text:note-body><text:p>The "
            "note.</text:p></text:note-body></text:note> goes on</text:p>",
            {u"paragraph: Word[1] goes on"_s, u"paragraph: [1] The note."_s});
    }

    void body_becomesBlocks()
    {
        QFETCH(QByteArray, body);
        QFETCH(QStringList, blocks);
        const ArticlePtr article = readOne(odt(content(prose + body)), u"odt"_s);
        QVERIFY(article);
        QCOMPARE(blocksOf(*article).mid(1), blocks);
    }

    void runs_becomeSpans()
    {
        const ArticlePtr article =
            readOne(odt(content(prose + "<text:p>A <text:span text:style-name='T1'>bold</text:span> <text:a "
                                        "xlink:href='https://example.org/'>link</text:a></text:p>")),
                    u"odt"_s);
        QVERIFY(article);
        QCOMPARE(spansOf(*article),
                 (QStringList{u"strong(bold)"_s, u"link(link -> https://example.org/)"_s}));
    }

    void properties_areRead()
    {
        const ArticlePtr article =
            readOne(odt(content(prose),
                        "<dc:title>Ferry sails</dc:title><meta:initial-creator>Ann Lee</meta:initial-creator>"
                        "<dc:creator>Bo Ek</dc:creator><dc:date>2021-09-28T10:00:00.123</dc:date>"),
                    u"odt"_s);
        QVERIFY(article);
        QCOMPARE(article->title(), u"Ferry sails"_s);
        QCOMPARE(article->authors(), QStringList{u"Ann Lee"_s});
        QVERIFY(article->published().isNull());
        QCOMPARE(article->modified().firstDay(), QDate(2021, 9, 28));
    }

    void hostileFile_isNamed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("kind");
        const QByteArray whole = odt(content(prose));
        QTest::newRow("cut") << whole.first(whole.size() / 2) << u"malformed"_s;
        QTest::newRow("external entity")
            << odt(content("<text:p>&x;</text:p>", "<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"))
            << u"empty"_s;
        QTest::newRow("deep") << odt(content(QByteArray("<text:list>").repeated(400))) << u"limit"_s;
        QTest::newRow("bomb") << odt(content(QByteArray(40'000'000, ' '))) << u"limit"_s;
        QTest::newRow("encrypted") << odt(content(prose), {}, "<manifest:encryption-data/>")
                                   << u"encrypted"_s;
        QTest::newRow("sheet") << packed({{"content.xml", "<a/>"},
                                          {"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                                          {"META-INF/manifest.xml", "<m/>"}})
                               << u"unsupported"_s;
    }

    void hostileFile_isNamed()
    {
        QFETCH(QByteArray, bytes);
        QTEST(failureOf(bytes).section(u':', 0, 0), "kind");
    }
};

QTEST_GUILESS_MAIN(TestOdtImporter)
#include "tst_odtimporter.moc"
