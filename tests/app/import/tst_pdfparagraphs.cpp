#include "import/pdfparagraphs.h"

#include <QTest>

using namespace Lectern;
using namespace Qt::StringLiterals;

namespace {

/// Lines under one another, 12 points apart, 300 points wide.
std::vector<PdfLine> linesOf(const QStringList &texts)
{
    std::vector<PdfLine> lines;
    double top = 100;
    for (const QString &text : texts) {
        if (!text.isEmpty())
            lines.push_back({text, QRectF(72, top, 300, 10), 10, false, 0, 0});
        top += 12;
    }
    return lines;
}

QStringList textsOf(const std::vector<RichParagraph> &paragraphs)
{
    QStringList texts;
    for (const RichParagraph &paragraph : paragraphs)
        texts << name(paragraph.kind) + u": "_s + paragraph.text();
    return texts;
}

} // namespace

class TestPdfParagraphs : public QObject
{
    Q_OBJECT

private slots:
    void dividedWord_isHealed_data()
    {
        QTest::addColumn<QStringList>("lines");
        QTest::addColumn<QString>("text");
        QTest::newRow("word") << QStringList{u"the har-"_s, u"bour"_s} << u"the harbour"_s;
        QTest::newRow("word with a hyphen elsewhere")
            << QStringList{u"a well-known man, a well-"_s, u"known town"_s}
            << u"a well-known man, a well-known town"_s;
        QTest::newRow("two words of the document")
            << QStringList{u"the ferry and the boat, the ferry-"_s, u"boat sails"_s}
            << u"the ferry and the boat, the ferry-boat sails"_s;
        QTest::newRow("capitals") << QStringList{u"an OP-"_s, u"TIONAL field"_s} << u"an OPTIONAL field"_s;
        QTest::newRow("name") << QStringList{u"Anne-"_s, u"Marie"_s} << u"Anne-Marie"_s;
        QTest::newRow("soft hyphen") << QStringList{u"har\u00AD"_s, u"bour"_s} << u"harbour"_s;
        QTest::newRow("dash") << QStringList{u"he said -"_s, u"and left"_s} << u"he said - and left"_s;
    }

    void dividedWord_isHealed()
    {
        QFETCH(QStringList, lines);
        const std::vector<RichParagraph> paragraphs = pdfParagraphs(linesOf(lines));
        QCOMPARE(paragraphs.size(), 1u);
        QTEST(paragraphs.front().text(), "text");
    }

    void gap_startsAParagraph()
    {
        QCOMPARE(textsOf(pdfParagraphs(linesOf({u"one"_s, u"two"_s, u"three."_s, u"four"_s, u"five"_s,
                                                QString(), u"Six"_s, u"seven"_s}))),
                 (QStringList{u"paragraph: one two three. four five"_s, u"paragraph: Six seven"_s}));
    }

    void sentence_goesOnInTheNextColumn()
    {
        std::vector<PdfLine> lines = linesOf({u"The ferry"_s, u"sails"_s});
        lines.push_back({u"again."_s, QRectF(400, 100, 300, 10), 10, false, 0, 1});
        QCOMPARE(textsOf(pdfParagraphs(lines)), QStringList{u"paragraph: The ferry sails again."_s});
    }

    void largeLine_isAHeading()
    {
        std::vector<PdfLine> lines =
            linesOf({u"The title"_s, u"words and more words"_s, u"and more of them"_s});
        lines.front().size = 18;
        QCOMPARE(
            textsOf(pdfParagraphs(lines)),
            (QStringList{u"heading: The title"_s, u"paragraph: words and more words and more of them"_s}));
    }

    void items_areListItems()
    {
        QCOMPARE(textsOf(pdfParagraphs(linesOf({u"• One"_s, u"2. Two"_s}))),
                 (QStringList{u"listitem: One"_s, u"listitem: 2. Two"_s}));
    }

    void nothing_givesNothing() { QVERIFY(pdfParagraphs({}).empty()); }
};

QTEST_GUILESS_MAIN(TestPdfParagraphs)
#include "tst_pdfparagraphs.moc"
