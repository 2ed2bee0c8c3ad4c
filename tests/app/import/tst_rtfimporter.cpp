#include "app/import/reading.h"

using namespace Lectern;
using namespace Qt::StringLiterals;

namespace {

const QByteArray prose = "The harbour master said on Monday that the ferry would sail again.\\par ";

QByteArray rtf(const QByteArray &body)
{
    return "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset204 Arial Cyr;}"
           "{\\f2\\fcharset128 MS Mincho;}}{\\stylesheet{\\s0 Normal;}{\\s1 heading 1;}{\\s2 Quote;}}" +
           body + "}";
}

} // namespace

class TestRtfImporter : public QObject
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
        row("code page", "Caf\\'e9 \\'93x\\'94", {u"paragraph: Café “x”"_s});
        row("code page of a font", "{\\f1 \\'cf\\'f0\\'e8}", {u"paragraph: При"_s});
        row("two bytes a character", "{\\f2 \\'93\\'fa\\'96\\'7b}", {u"paragraph: 日本"_s});
        row("Unicode with what it replaces", "a\\u8212?b \\uc2\\u233\\'3f\\'3fc", {u"paragraph: a—b éc"_s});
        row("Unicode below zero", "\\u-10179?\\u-8703?", {u"paragraph: \U0001F601"_s});
        row("style", "\\pard\\s1 Part\\par\\pard Words", {u"heading1: Part"_s, u"paragraph: Words"_s});
        row("quotation", "\\pard\\s2 Words", {u"quote1: Words"_s});
        row("outline level", "\\pard\\outlinelevel1 Part\\par", {u"heading2: Part"_s});
        row("list", "\\pard{\\listtext\\'b7\\tab}\\ls1\\ilvl1 One\\par", {u"listitem2: One"_s});
        row("table", "\\trowd\\pard\\intbl A\\cell B\\cell\\row", {u"cell: A"_s, u"cell: B"_s});
        row("left out", "{\\*\\unknown no}{\\pict 00ff}{\\header no}{\\v no}{\\deleted no}Yes",
            {u"paragraph: Yes"_s});
        row("note", "Word{\\footnote\\pard The note.} goes on",
            {u"paragraph: Word[1] goes on"_s, u"paragraph: [1] The note."_s});
        row("note that ends twice", "Word\\footnote The note.}}} goes on",
            {u"paragraph: Word[1] goes on"_s, u"paragraph: [1] The note."_s});
        row("named characters", "a\\emdash b\\~c\\_d\\{\\}", {u"paragraph: a—b\u00A0c\u2011d{}"_s});
        row("bad escapes", "a\\'zzb\\", {u"paragraph: azzb}"_s});
    }

    void body_becomesBlocks()
    {
        QFETCH(QByteArray, body);
        QFETCH(QStringList, blocks);
        const ArticlePtr article = readOne(rtf(prose + body), u"rtf"_s);
        QVERIFY(article);
        QCOMPARE(blocksOf(*article).mid(1), blocks);
    }

    void field_becomesALink()
    {
        const ArticlePtr article = readOne(
            rtf(prose +
                "{\\field{\\*\\fldinst{HYPERLINK \"https://example.org/a\"}}{\\fldrslt{\\b web}}} after"),
            u"rtf"_s);
        QVERIFY(article);
        QCOMPARE(spansOf(*article), (QStringList{u"strong(web)"_s, u"link(web -> https://example.org/a)"_s}));
    }

    void info_isRead()
    {
        const ArticlePtr article = readOne(
            rtf("{\\info{\\title Ferry sails}{\\author Ann Lee}{\\revtim\\yr2021\\mo9\\dy28}}" + prose),
            u"rtf"_s);
        QVERIFY(article);
        QCOMPARE(article->title(), u"Ferry sails"_s);
        QCOMPARE(article->authors(), QStringList{u"Ann Lee"_s});
        QCOMPARE(article->modified().firstDay(), QDate(2021, 9, 28));
    }

    void cutFile_isReadWithAWarning()
    {
        const ArticlePtr article = readOne("{\\rtf1 {\\b " + prose + "{\\pict\\bin2147483647 abc", u"rtf"_s);
        QVERIFY(article);
        QVERIFY(article->text().startsWith(u"The harbour master"));
        QCOMPARE(article->warnings().size(), 1);
    }

    void hostileFile_isNamed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("kind");
        QTest::newRow("deep") << "{\\rtf1 " + QByteArray(5000, '{') + prose << u"limit"_s;
        QTest::newRow("no words") << QByteArray("{\\rtf1 {\\pict 00}}") << u"empty"_s;
    }

    void hostileFile_isNamed()
    {
        QFETCH(QByteArray, bytes);
        QTEST(failureOf(bytes).section(u':', 0, 0), "kind");
    }
};

QTEST_GUILESS_MAIN(TestRtfImporter)
#include "tst_rtfimporter.moc"
