#include "page/paragraphlayout.h"
#include "style/tokens.h"
#include "ui/reading/samplearticles.h"

#include <QTest>

using namespace Lectern;

class TestParagraphLayout : public QObject
{
    Q_OBJECT

private:
    const TypeSheet m_sheet{ReadingStyle(), 600};

    ParagraphLayout lay(const QString &text, int width = 320, bool justified = false) const
    {
        BlockStyle style = m_sheet.of(BlockKind::Paragraph, 0);
        style.justified = justified;
        return ParagraphLayout(text, {0, text.size()}, {}, style,
                               {width, QStringView(text).isRightToLeft(), Qt::blue});
    }

    static void nastyRows()
    {
        QTest::addColumn<QString>("text");
        int row = 0;
        for (const QString &paragraph : nastyParagraphs())
            QTest::addRow("%d", row++) << paragraph;
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    void everyCharacter_isFoundWhereItIsDrawn_data() { nastyRows(); }

    /// The middle of each box leads back to the character that it was asked for.
    void everyCharacter_isFoundWhereItIsDrawn()
    {
        QFETCH(QString, text);
        const ParagraphLayout layout = lay(text);
        int found = 0;
        for (qsizetype at = 0; at < text.size();) {
            const qsizetype next = qMax(at + 1, layout.nextCaretPosition(at));
            for (const QRectF &box : layout.boxes({at, next})) {
                if (box.width() < 1)
                    continue; // nothing to point at
                QCOMPARE(layout.offsetAt(box.center(), HitMode::Character), at);
                ++found;
            }
            at = next;
        }
        QVERIFY(found > text.size() / 8);
    }

    void everyCaret_isFoundWhereItStands_data() { nastyRows(); }

    /// A caret position leads to a rectangle and back to a position that stands at the same place.
    void everyCaret_isFoundWhereItStands()
    {
        QFETCH(QString, text);
        const ParagraphLayout layout = lay(text);
        for (qsizetype at = 0; at <= text.size(); ++at) {
            if (!layout.isCaretPosition(at))
                continue;
            const QRectF caret = layout.caretRect(at);
            const qsizetype back = layout.offsetAt({caret.left(), caret.center().y()}, HitMode::Gap);
            QVERIFY(layout.isCaretPosition(back));
            if (back == at)
                continue;
            // Only characters without width, and the ends of stretches of another direction, share a place.
            const QRectF other = layout.caretRect(back);
            const bool sharesPlace = qAbs(other.left() - caret.left()) < 1 && other.top() == caret.top();
            const bool isMixed = layout.isRightToLeft(); // ends of stretches have two places
            QVERIFY2(sharesPlace || isMixed, qPrintable(QStringLiteral("%1 became %2").arg(at).arg(back)));
        }
    }

    void plainText_roundTripsExactly()
    {
        const QString text = nastyParagraphs().first();
        const ParagraphLayout layout = lay(text);
        QVERIFY(layout.lineCount() > 1);
        for (qsizetype at = 0; at <= text.size(); ++at) {
            const QRectF caret = layout.caretRect(at);
            QCOMPARE(layout.offsetAt({caret.left(), caret.center().y()}, HitMode::Gap), at);
        }
    }

    void lines_coverTheWholeText_data() { nastyRows(); }

    void lines_coverTheWholeText()
    {
        QFETCH(QString, text);
        const ParagraphLayout layout = lay(text);
        qsizetype next = 0;
        for (int line = 0; line < layout.lineCount(); ++line) {
            QCOMPARE(layout.lineRange(line).start, next);
            next = layout.lineRange(line).end;
        }
        QCOMPARE(next, text.size());
    }

    void caret_neverStandsInsideALetter_data()
    {
        QTest::addColumn<QString>("letter");
        QTest::newRow("surrogate pair") << QStringLiteral("𠮷");
        QTest::newRow("combining mark") << QStringLiteral("e\u0301");
        QTest::newRow("skin tone") << QStringLiteral("👍🏽");
        QTest::newRow("Hangul jamo") << QStringLiteral("\u1112\u1161\u11ab");
    }

    void caret_neverStandsInsideALetter()
    {
        QFETCH(QString, letter);
        const QString text = QStringLiteral("a") + letter + QStringLiteral("b");
        const ParagraphLayout layout = lay(text);
        QCOMPARE(layout.nextCaretPosition(1), 1 + letter.size());
        QCOMPARE(layout.previousCaretPosition(1 + letter.size()), qsizetype(1));
        for (qreal x = 0; x < 80; x += 0.5) {
            const qsizetype at = layout.offsetAt({x, 5}, HitMode::Gap);
            QVERIFY(at <= 1 || at >= 1 + letter.size());
        }
    }

    void lineHeight_isThatOfTheStyle()
    {
        const ParagraphLayout layout = lay(nastyParagraphs().first());
        QCOMPARE(layout.height(), layout.lineCount() * 29);
        QCOMPARE(layout.lineTop(1), 29);
    }

    void superscript_pushesNoLinesApart()
    {
        const QString text = QStringLiteral("E = mc2 and more");
        const std::vector<Span> spans{{SpanKind::Superscript, {6, 7}, {}}};
        const ParagraphLayout layout(text, {0, text.size()}, spans, m_sheet.of(BlockKind::Paragraph, 0),
                                     {600, false, {}});
        QCOMPARE(layout.height(), 29);
    }

    void rightToLeftText_standsAtTheRight()
    {
        const QString text = QStringLiteral("שלום");
        const ParagraphLayout layout = lay(text, 400);
        QVERIFY(layout.isRightToLeft());
        const QRectF box = layout.boxes({0, text.size()}).front();
        QVERIFY(qAbs(box.right() - 400) < 1);
        QVERIFY(box.left() > 300);
    }

    void mixedDirections_areBoxedInEachPlace()
    {
        // The range begins in the right-to-left words and ends inside the left-to-right ones, which are drawn
        // apart.
        const QString text = QStringLiteral("אבג abcdef");
        const ParagraphLayout layout = lay(text, 400);
        const std::vector<QRectF> boxes = layout.boxes({0, 6});
        QCOMPARE(boxes.size(), size_t(2));
        const QRectF whole = layout.boxes({0, text.size()}).front();
        QVERIFY(boxes[0].width() + boxes[1].width() < whole.width());
    }

    void justifiedLines_endAtTheColumnsEdge()
    {
        const ParagraphLayout layout = lay(nastyParagraphs().first(), 320, true);
        const std::vector<QRectF> boxes = layout.boxes({0, nastyParagraphs().first().size()});
        QVERIFY(boxes.size() > 2);
        for (size_t i = 0; i + 1 < boxes.size(); ++i)
            QVERIFY(qAbs(boxes[i].right() - 320) < 1.5);
        QVERIFY(boxes.back().right() < 318);
    }

    void boxes_leaveOutSpacesAtLineEnds()
    {
        const QString text = nastyParagraphs().first();
        const ParagraphLayout layout = lay(text);
        const TextRange line = layout.lineRange(0);
        QCOMPARE(text[line.end - 1], QChar(u' '));
        const QRectF box = layout.boxes({0, text.size()}).front();
        const QRectF withoutSpace = layout.boxes({0, line.end - 1}).front();
        QCOMPARE(box.right(), withoutSpace.right());
    }

    void emptyText_hasALineAndACaret()
    {
        const ParagraphLayout layout = lay(QString());
        QCOMPARE(layout.lineCount(), 1);
        QCOMPARE(layout.offsetAt({50, 5}, HitMode::Gap), qsizetype(0));
        QVERIFY(layout.boxes({0, 0}).empty());
    }
};

QTEST_MAIN(TestParagraphLayout)
#include "tst_paragraphlayout.moc"
