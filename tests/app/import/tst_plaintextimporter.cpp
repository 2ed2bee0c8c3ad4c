#include "app/import/reading.h"
#include "import/bylines.h"
#include "import/paragraphs.h"

#include <QFile>

using namespace Lectern;
using namespace Qt::StringLiterals;

namespace {

const QByteArray lede =
    "The harbour ferry will sail again on Monday, its owner said, after a winter in which nobody crossed.";

} // namespace

class TestPlainTextImporter : public QObject
{
    Q_OBJECT

private slots:
    void headline_becomesTheTitleBlock()
    {
        const ArticlePtr article =
            readOne("Harbour ferry to sail again\n\n" + lede +
                        "\n\n\"It's time,\" she said \xE2\x80\x94 and didn\xE2\x80\x99t wait.",
                    u"text"_s);
        QVERIFY(article);
        QCOMPARE(article->title(), u"Harbour ferry to sail again"_s);
        QVERIFY(!article->isTitleDerived());
        QCOMPARE(blocksOf(*article),
                 (QStringList{u"heading1: Harbour ferry to sail again"_s,
                              u"paragraph: "_s + QString::fromUtf8(lede),
                              u"paragraph: \"It's time,\" she said — and didn’t wait."_s}));
        QVERIFY(article->published().isNull());
        QCOMPARE(article->language(), u"en"_s);
    }

    void lede_isNoHeadline()
    {
        const ArticlePtr article = readOne("The ferry is back. Its owner -- who waited since Sept. 30 -- "
                                           "said on Tuesday night that it will sail.\n\n" +
                                               lede + "\n\n",
                                           u"text"_s);
        QVERIFY(article);
        QVERIFY(article->isTitleDerived());
        QCOMPARE(article->title(), u"The ferry is back."_s);
        QCOMPARE(article->blocks().size(), 2u);
        QVERIFY(article->published().isNull());
        QVERIFY(article->authors().isEmpty());
    }

    void samples_readAsTheyAre_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<bool>("headline");
        QTest::addColumn<int>("blocks");
        QTest::newRow("with a headline") << u"000_b160647a24f97488.txt"_s << true << 14;
        QTest::newRow("without") << u"004_d7c1afa370157c1f.txt"_s << false << 12;
    }

    void samples_readAsTheyAre()
    {
        QFETCH(QString, file);
        QFETCH(bool, headline);
        QFile sample(QStringLiteral(LECTERN_SOURCE_DIR "/../shared/samples/") + file);
        if (!sample.open(QIODevice::ReadOnly))
            QSKIP("The samples are not beside the project.");
        const QByteArray bytes = sample.readAll();
        const ArticlePtr article = readOne(bytes, QString(), sample.fileName());
        QVERIFY(article);
        QCOMPARE(article->source().format, u"text"_s);
        QCOMPARE(!article->isTitleDerived(), headline);
        QTEST(int(article->blocks().size()), "blocks");
        QVERIFY(article->published().isNull());
        QVERIFY(article->outlet().isEmpty());
        for (const Block &block : article->blocks())
            QVERIFY(bytes.contains(article->text().mid(block.range.start, block.range.length()).toUtf8()));
    }

    void metadataLines_becomeMetadata()
    {
        const ArticlePtr article =
            readOne("Harbour ferry to sail again\n\nBy Ann Lee and Tom Hart\n\nSeptember 28, "
                    "2021\n\nUpdated: 29 September 2021\n\nPORT ELLEN (Reuters) - " +
                        lede + "\n\n" + lede + "\n\n" + lede + "\n\nSource: The Harbour Post",
                    u"text"_s);
        QVERIFY(article);
        QCOMPARE(article->title(), u"Harbour ferry to sail again"_s);
        QCOMPARE(article->authors(), (QStringList{u"Ann Lee"_s, u"Tom Hart"_s}));
        QCOMPARE(article->published().toIso(), u"2021-09-28"_s);
        QCOMPARE(article->modified().toIso(), u"2021-09-29"_s);
        QCOMPARE(article->outlet(), u"The Harbour Post"_s);
        QCOMPARE(article->blocks()[1].kind, BlockKind::Byline);
        QVERIFY(article->text().contains(u"PORT ELLEN (Reuters) - The harbour"));
    }

    void agency_isTheOutletWhenNoOtherIsNamed()
    {
        const ArticlePtr article = readOne("PORT ELLEN (Reuters) - " + lede + "\n\n" + lede, u"text"_s);
        QVERIFY(article);
        QCOMPARE(article->outlet(), u"Reuters"_s);
        QVERIFY(article->isTitleDerived());
    }

    void header_isRead_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::newRow("lines") << QByteArray(
            "Title: The ferry sails\nAuthor: Ann Lee, Tom Hart\nDate: 28 September 2021\nURL: "
            "https://example.org/ferry\nOutlet: Harbour Post\nDesk: Local\n\n");
        QTest::newRow("YAML") << QByteArray(
            "---\ntitle: \"The ferry sails\"\nauthor: [Ann Lee, Tom Hart]\ndate: 2021-09-28 # checked\nurl: "
            "https://example.org/ferry\nsource: Harbour Post\nDesk: Local\n---\n");
        QTest::newRow("YAML lists") << QByteArray(
            "---\ntitle: The ferry sails\nauthors:\n  - Ann Lee\n  - 'Tom Hart'\ndate: 2021-09-28\nurl: "
            "https://example.org/ferry\nsource: Harbour Post\nDesk: Local\n...\n\n");
        QTest::newRow("TOML") << QByteArray(
            "+++\ntitle = 'The ferry sails'\nauthors = [\"Ann Lee\", \"Tom Hart\"]\ndate = 2021-09-28\nurl = "
            "\"https://example.org/ferry\"\nsource = \"Harbour Post\"\nDesk = \"Local\"\n+++\n");
    }

    void header_isRead()
    {
        QFETCH(QByteArray, header);
        const ArticlePtr article = readOne(header + lede + "\n\n" + lede, u"text"_s);
        QVERIFY(article);
        QCOMPARE(article->title(), u"The ferry sails"_s);
        QCOMPARE(article->authors(), (QStringList{u"Ann Lee"_s, u"Tom Hart"_s}));
        QCOMPARE(article->published().toIso(), u"2021-09-28"_s);
        QCOMPARE(article->url(), u"https://example.org/ferry"_s);
        QCOMPARE(article->outlet(), u"Harbour Post"_s);
        QCOMPARE(article->extra().value(u"Desk"_s), u"Local"_s);
        QCOMPARE(article->text(), u"The ferry sails\n%1\n%1"_s.arg(QString::fromUtf8(lede)));
    }

    void proseWithColons_isNoHeader()
    {
        const ArticlePtr article =
            readOne("Note: this is not a header.\nAnother: line\n\n" + lede, u"text"_s);
        QVERIFY(article);
        QVERIFY(article->text().startsWith(u"Note: this"));
        QVERIFY(article->extra().isEmpty());
    }

    void dateThatCannotBeRead_isKeptAsItStands()
    {
        const ArticlePtr article = readOne("Title: The ferry sails\nDate: 03/04/2021\n\n" + lede, u"text"_s);
        QVERIFY(article);
        QVERIFY(article->published().isNull());
        QCOMPARE(article->extra().value(u"Date"_s), u"03/04/2021"_s);
    }

    void gutenbergFrame_isLeftOut()
    {
        const ArticlePtr article =
            readOne("The Project Gutenberg eBook\n\nTitle: The Ferry\n\nAuthor: Ann Lee\n\n*** START OF THE "
                    "PROJECT GUTENBERG EBOOK THE FERRY ***\n\n" +
                        lede + "\n\n*** END OF THE PROJECT GUTENBERG EBOOK THE FERRY ***\n\nLicence.",
                    u"text"_s);
        QVERIFY(article);
        QCOMPARE(article->text(), u"The Ferry\n"_s + QString::fromUtf8(lede));
        QCOMPARE(article->authors(), QStringList{u"Ann Lee"_s});
    }

    void blocks_areClassified_data()
    {
        using B = BlockKind;
        QTest::addColumn<QString>("text");
        QTest::addColumn<std::vector<TextBlock>>("blocks");
        const QString longLine = QString::fromUtf8(lede);
        const auto row = [](const char *name, const QString &text, const std::vector<TextBlock> &blocks) {
            QTest::newRow(name) << text << blocks;
        };
        row("between blank lines", u"One.\n\n\nTwo."_s,
            {{B::Paragraph, 0, u"One."_s, true}, {B::Paragraph, 0, u"Two."_s, true}});
        row("a paragraph a line", longLine + u'\n' + longLine,
            {{B::Paragraph, 0, longLine, false}, {B::Paragraph, 0, longLine, true}});
        row("wrapped",
            u"The harbour ferry will sail again\non Monday, its owner said after a\nwinter in which nobody crossed it,\nand everyone was glad to hear it.\n\nThe end of the story is this one."_s,
            {{B::Paragraph, 0,
              u"The harbour ferry will sail again on Monday, its owner said after a winter in which nobody crossed it, and everyone was glad to hear it."_s,
              true},
             {B::Paragraph, 0, u"The end of the story is this one."_s, true}});
        row("a divided word that occurs elsewhere",
            u"The harbour ferry will sail on mon-\nday, its owner said after a winter\nin which nobody crossed it, and so\neveryone was glad of that monday it\nhad, too, been well-\nbeing."_s,
            {{B::Paragraph, 0,
              u"The harbour ferry will sail on monday, its owner said after a winter in which nobody crossed it, and so everyone was glad of that monday it had, too, been well-being."_s,
              true}});
        row("underlined headings", u"One\n===\nText.\n\nTwo\n---\n\nMore."_s,
            {{B::Heading, 1, u"One"_s, true},
             {B::Paragraph, 0, u"Text."_s, true},
             {B::Heading, 2, u"Two"_s, true},
             {B::Paragraph, 0, u"More."_s, true}});
        row("a short line before something longer", longLine + u"\n\nWhat the owner said\n\n"_s + longLine,
            {{B::Paragraph, 0, longLine, true},
             {B::Heading, 2, u"What the owner said"_s, true},
             {B::Paragraph, 0, longLine, true}});
        row("capitals and numbers", longLine + u"\n\nTHE OWNER\n\nYes.\n\n1.2 Another\n\nNo."_s,
            {{B::Paragraph, 0, longLine, true},
             {B::Heading, 2, u"THE OWNER"_s, true},
             {B::Paragraph, 0, u"Yes."_s, true},
             {B::Heading, 2, u"1.2 Another"_s, true},
             {B::Paragraph, 0, u"No."_s, true}});
        row("lists", u"- one\n- two\n  goes on\n    - deep\n\n1) first\n2) second"_s,
            {{B::ListItem, 1, u"- one"_s, false},
             {B::ListItem, 1, u"- two goes on"_s, false},
             {B::ListItem, 2, u"- deep"_s, true},
             {B::ListItem, 1, u"1) first"_s, false},
             {B::ListItem, 1, u"2) second"_s, true}});
        row("a year is no list", u"1984. It was a good year."_s,
            {{B::Paragraph, 0, u"1984. It was a good year."_s, true}});
        row("quotes", u"> one\n> two\n>> deep\n>\n> three"_s,
            {{B::Quote, 1, u"one two"_s, false},
             {B::Quote, 2, u"deep"_s, false},
             {B::Quote, 1, u"three"_s, true}});
        row("verse",
            u"The ferry sails at dawn\nAcross the silver bay\nAnd those who waited long\nAre singing on the way"_s,
            {{B::Verse, 0,
              u"The ferry sails at dawn\nAcross the silver bay\nAnd those who waited long\nAre singing on the way"_s,
              true}});
        row("rules", u"One.\n\n* * *\n\nTwo."_s,
            {{B::Paragraph, 0, u"One."_s, true},
             {B::Rule, 0, QString(), true},
             {B::Paragraph, 0, u"Two."_s, true}});
        row("indented starts",
            u"  The first one begins\nand goes on here.\n  The second one begins\nand goes on, too."_s,
            {{B::Paragraph, 0, u"The first one begins and goes on here."_s, false},
             {B::Paragraph, 0, u"The second one begins and goes on, too."_s, true}});
        row("nothing", u"\n \n"_s, {});
    }

    void blocks_areClassified()
    {
        QFETCH(QString, text);
        QFETCH(std::vector<TextBlock>, blocks);
        const std::vector<TextBlock> found = textBlocks(text);
        for (size_t i = 0; i < std::min(found.size(), blocks.size()); ++i) {
            QCOMPARE(found[i].text, blocks[i].text);
            QCOMPARE(name(found[i].kind), name(blocks[i].kind));
            QCOMPARE(found[i].level, blocks[i].level);
            QCOMPARE(found[i].blankAfter, blocks[i].blankAfter);
        }
        QCOMPARE(found.size(), blocks.size());
    }

    void bylines_areRead_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("by") << u"By Ann Lee"_s << QStringList{u"Ann Lee"_s};
        QTest::newRow("capitals") << u"BY ANN LEE"_s << QStringList{u"ANN LEE"_s};
        QTest::newRow("two") << u"By Ann Lee and Tom Hart"_s << QStringList{u"Ann Lee"_s, u"Tom Hart"_s};
        QTest::newRow("three") << u"By Ann Lee, Tom Hart & Eva de la Cruz"_s
                               << QStringList{u"Ann Lee"_s, u"Tom Hart"_s, u"Eva de la Cruz"_s};
        QTest::newRow("role") << u"Ann Lee, Staff Writer"_s << QStringList{u"Ann Lee"_s};
        QTest::newRow("German") << u"Von Änne Müller und Tom Hart"_s
                                << QStringList{u"Änne Müller"_s, u"Tom Hart"_s};
        QTest::newRow("French") << u"Par Élise Morel"_s << QStringList{u"Élise Morel"_s};
        QTest::newRow("address") << u"By Ann Lee ann@example.org"_s << QStringList{u"Ann Lee"_s};
        QTest::newRow("prose") << u"By the time the ferry came, it was dark"_s << QStringList();
        QTest::newRow("a name alone") << u"Ann Lee"_s << QStringList();
    }

    void bylines_areRead()
    {
        QFETCH(QString, line);
        QTEST(readByline(line), "names");
    }

    void lineBreaks_ofEveryKindBreakLines()
    {
        for (const char *text :
             {"One.\r\n\r\nTwo.", "One.\r\rTwo.", "One.\n\nTwo.", "One.\fTwo.", "One.\xE2\x80\xA9Two."}) {
            const ArticlePtr article = readOne(text, u"text"_s);
            QVERIFY(article);
            QCOMPARE(article->text(), u"One.\nTwo."_s);
        }
    }

    void longLine_isOneParagraph()
    {
        const ArticlePtr article = readOne((lede + ' ').repeated(10'000), u"text"_s);
        QVERIFY(article);
        QCOMPARE(article->blocks().size(), 1u);
    }
};

QTEST_GUILESS_MAIN(TestPlainTextImporter)
#include "tst_plaintextimporter.moc"
