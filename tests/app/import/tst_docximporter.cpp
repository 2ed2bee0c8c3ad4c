#include "app/import/packing.h"
#include "app/import/reading.h"

using namespace Lectern;
using namespace Qt::StringLiterals;

namespace {

const QByteArray package =
    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
    "<Relationship Id='r1' Type='http://x/officeDocument' Target='word/document.xml'/>"
    "<Relationship Id='r2' Type='http://x/core-properties' Target='docProps/core.xml'/>"
    "</Relationships>";
const QByteArray related =
    "<Relationships><Relationship Id='s' Type='http://x/styles' Target='styles.xml'/>"
    "<Relationship Id='f' Type='http://x/footnotes' Target='footnotes.xml'/>"
    "<Relationship Id='l' Type='http://x/hyperlink' Target='https://example.org/a' TargetMode='External'/>"
    "<Relationship Id='m' Type='http://x/hyperlink' Target='file:///etc/passwd' TargetMode='External'/>"
    "</Relationships>";
const QByteArray styles =
    "<w:styles xmlns:w='w'><w:style w:styleId='Titel'><w:name w:val='Title'/></w:style>"
    "<w:style w:styleId='b2'><w:name w:val='heading 2'/></w:style>"
    "<w:style w:styleId='own'><w:name w:val='Own'/><w:basedOn w:val='b2'/></w:style>"
    "<w:style w:styleId='out'><w:name w:val='Outlined'/><w:pPr><w:outlineLvl w:val='2'/></w:pPr></w:style>"
    "<w:style w:styleId='q'><w:name w:val='Quote'/></w:style></w:styles>";
const QByteArray notes =
    "<w:footnotes xmlns:w='w'><w:footnote w:type='separator' w:id='0'><w:p/></w:footnote>"
    "<w:footnote w:id='2'><w:p><w:r><w:t>The note.</w:t></w:r></w:p></w:footnote></w:footnotes>";

QByteArray document(const QByteArray &body, const QByteArray &type = {})
{
    return "<?xml version='1.0'?>" + type + "<w:document xmlns:w='w' xmlns:r='r' xmlns:mc='mc'><w:body>" +
           body + "</w:body></w:document>";
}

QByteArray docx(const QByteArray &xml, const QByteArray &core = {})
{
    return packed({{"_rels/.rels", package},
                   {"word/document.xml", xml},
                   {"word/_rels/document.xml.rels", related},
                   {"word/styles.xml", styles},
                   {"word/footnotes.xml", notes},
                   {"docProps/core.xml",
                    "<cp:coreProperties xmlns:cp='c' xmlns:dc='d'>" + core + "</cp:coreProperties>"}});
}

QByteArray paragraph(const QByteArray &text, const QByteArray &properties = {})
{
    return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
}

QByteArray styled(const QByteArray &text, const QByteArray &style)
{
    return paragraph(text, "<w:pStyle w:val='" + style + "'/>");
}

const QByteArray prose = paragraph("The harbour master said on Monday that the ferry would sail again.");

} // namespace

class TestDocxImporter : public QObject
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
        row("heading", styled("Part", "b2"), {u"heading2: Part"_s});
        row("style based on a heading", styled("Part", "own"), {u"heading2: Part"_s});
        row("outline level", styled("Part", "out"), {u"heading3: Part"_s});
        row("quotation", styled("Words", "q"), {u"quote1: Words"_s});
        row("list", paragraph("One", "<w:numPr><w:ilvl w:val='1'/><w:numId w:val='3'/></w:numPr>"),
            {u"listitem2: One"_s});
        row("no list", paragraph("One", "<w:numPr><w:ilvl w:val='1'/><w:numId w:val='0'/></w:numPr>"),
            {u"paragraph: One"_s});
        row("table",
            "<w:tbl><w:tr><w:tc>" + paragraph("A") + "</w:tc><w:tc>" + paragraph("B") +
                "</w:tc></w:tr></w:tbl>",
            {u"cell: A"_s, u"cell: B"_s});
        row("text box after its paragraph",
            "<w:p><w:r><w:t>Before </w:t></w:r><w:r><w:txbxContent>" + paragraph("Box") +
                "</w:txbxContent></w:r><w:r><w:t>after</w:t></w:r></w:p>",
            {u"paragraph: Before after"_s, u"paragraph: Box"_s});
        row("fallback is not read twice",
            "<w:p><w:r><mc:AlternateContent><mc:Choice><w:t>Once</w:t></mc:Choice><mc:Fallback><w:t>Once</"
            "w:t>"
            "</mc:Fallback></mc:AlternateContent></w:r></w:p>",
            {u"paragraph: Once"_s});
        row("deleted and inserted",
            "<w:p><w:del><w:r><w:delText>Old</w:delText></w:r></w:del><w:ins><w:r><w:t>New</w:t></w:r></"
            "w:ins></w:p>",
            {u"paragraph: New"_s});
        row("hidden",
            "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>No</w:t></w:r><w:r><w:t>Yes</w:t></w:r></w:p>",
            {u"paragraph: Yes"_s});
        row("field",
            "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
            "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>12</w:t></w:r>"
            "<w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>",
            {u"paragraph: 12"_s});
        row("breaks and hyphens",
            "<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></"
            "w:r></w:p>",
            {u"paragraph: a b c\u2011d"_s});
    }

    void body_becomesBlocks()
    {
        QFETCH(QByteArray, body);
        QFETCH(QStringList, blocks);
        const ArticlePtr article = readOne(docx(document(prose + body)), u"docx"_s);
        QVERIFY(article);
        QCOMPARE(blocksOf(*article).mid(1), blocks);
    }

    void note_standsAtTheEndWithItsNumber()
    {
        const ArticlePtr article = readOne(
            docx(document(prose + "<w:p><w:r><w:t>Word</w:t><w:footnoteReference w:id='2'/></w:r></w:p>")),
            u"docx"_s);
        QVERIFY(article);
        QCOMPARE(blocksOf(*article).mid(1),
                 (QStringList{u"paragraph: Word[1]"_s, u"paragraph: [1] The note."_s}));
        QCOMPARE(spansOf(*article), QStringList{u"sup([1])"_s});
    }

    void link_leadsOnlyToTheWeb()
    {
        const ArticlePtr article = readOne(
            docx(document(prose + "<w:p><w:hyperlink r:id='l'><w:r><w:t>web</w:t></w:r></w:hyperlink> "
                                  "<w:hyperlink r:id='m'><w:r><w:t>file</w:t></w:r></w:hyperlink></w:p>")),
            u"docx"_s);
        QVERIFY(article);
        QCOMPARE(spansOf(*article), QStringList{u"link(web -> https://example.org/a)"_s});
    }

    void title_isFound_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("core");
        QTest::addColumn<QString>("title");
        QTest::addColumn<bool>("derived");
        const QByteArray own = "<dc:title>Ferry sails again</dc:title>";
        QTest::newRow("style wins") << styled("In the text", "Titel") + prose << own << u"In the text"_s
                                    << false;
        QTest::newRow("properties") << prose << own << u"Ferry sails again"_s << false;
        QTest::newRow("heading") << styled("Part one", "b2") + prose << QByteArray() << u"Part one"_s
                                 << false;
        QTest::newRow("name of a file is none")
            << prose + prose << QByteArray("<dc:title>Microsoft Word - a.doc</dc:title>")
            << u"The harbour master said on Monday that the ferry would sail again."_s << true;
    }

    void title_isFound()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, core);
        const ArticlePtr article = readOne(docx(document(body), core), u"docx"_s);
        QVERIFY(article);
        QTEST(article->title(), "title");
        QTEST(article->isTitleDerived(), "derived");
        QCOMPARE(article->text().count(article->title()), article->isTitleDerived() ? 2 : 1);
    }

    void properties_countWhenTheyAreTheArticles()
    {
        const ArticlePtr article = readOne(
            docx(document(prose), "<dc:creator>Ann Lee</dc:creator><dcterms:created xmlns:dcterms='t'>"
                                  "2021-09-28T08:00:00Z</dcterms:created>"),
            u"docx"_s);
        QVERIFY(article);
        QCOMPARE(article->authors(), QStringList{u"Ann Lee"_s});
        QVERIFY(article->published().isNull());
        const ArticlePtr machine =
            readOne(docx(document(prose), "<dc:creator>Windows User</dc:creator>"), u"docx"_s);
        QVERIFY(machine);
        QVERIFY(machine->authors().isEmpty());
    }

    void hostileFile_isNamed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("kind");
        const QByteArray whole = docx(document(prose));
        QTest::newRow("cut") << whole.first(whole.size() / 2) << u"malformed"_s;
        QTest::newRow("external entity")
            << docx(document(paragraph("&x;"), "<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"))
            << u"empty"_s;
        QTest::newRow("entities that grow")
            << docx(document(paragraph("&c;"), "<!DOCTYPE d [<!ENTITY a '" + QByteArray(2000, 'a') +
                                                   "'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;'>]>"))
            << u"malformed"_s;
        QTest::newRow("deep") << docx(document(QByteArray("<w:tbl>").repeated(400))) << u"limit"_s;
        QTest::newRow("bomb") << docx(document("<w:p>" + QByteArray(40'000'000, ' ') + "</w:p>"))
                              << u"limit"_s;
        QTest::newRow("not XML") << docx("words") << u"malformed"_s;
        QTest::newRow("no words") << docx(document("<w:p/>")) << u"empty"_s;
    }

    void hostileFile_isNamed()
    {
        QFETCH(QByteArray, bytes);
        QTEST(failureOf(bytes).section(u':', 0, 0), "kind");
    }
};

QTEST_GUILESS_MAIN(TestDocxImporter)
#include "tst_docximporter.moc"
