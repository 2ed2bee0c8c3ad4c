#include "page/piece.h"
#include "ui/reading/samplearticles.h"

#include <QTest>

using namespace Lectern;

class TestPiece : public QObject
{
    Q_OBJECT

private:
    /// Every unit of the text is in exactly one piece, but for the line breaks between them.
    static void verifyCover(const Article &article, const std::vector<Piece> &pieces)
    {
        qsizetype next = 0;
        for (const Piece &piece : pieces) {
            QVERIFY(piece.range.start == next ||
                    (piece.range.start == next + 1 && article.text()[next] == QChar(u'\n')));
            QVERIFY(piece.range.length() <= pieceLimit);
            next = piece.range.end;
        }
        QCOMPARE(next, article.text().size());
    }

private Q_SLOTS:
    void paragraphs_areOnePieceEach()
    {
        const ArticlePtr article = titledArticle(QStringLiteral("Title"), nastyParagraphs());
        const std::vector<Piece> pieces = cutIntoPieces(*article);
        QCOMPARE(pieces.size(), article->blocks().size());
        verifyCover(*article, pieces);
    }

    void preformattedText_isCutAtItsLines()
    {
        CanonicalTextBuilder builder;
        builder.addBlock(BlockKind::Pre, u"one\n\n  three");
        const ArticlePtr article = articleOf(builder.take());
        const std::vector<Piece> pieces = cutIntoPieces(*article);
        QCOMPARE(pieces.size(), size_t(3));
        QVERIFY(pieces[0].isFirst && !pieces[0].isLast);
        QVERIFY(pieces[1].range.isEmpty());
        QVERIFY(pieces[2].isLast && !pieces[2].isFirst);
        verifyCover(*article, pieces);
    }

    void hugeParagraph_isCutBehindSentences()
    {
        QString text;
        while (text.size() < 20000)
            text += QStringLiteral("The tide was high. ");
        CanonicalTextBuilder builder;
        builder.addBlock(BlockKind::Paragraph, text);
        const ArticlePtr article = articleOf(builder.take());
        const std::vector<Piece> pieces = cutIntoPieces(*article);
        QVERIFY(pieces.size() >= 5);
        verifyCover(*article, pieces);
        for (size_t i = 1; i < pieces.size(); ++i)
            QCOMPARE(article->text().mid(pieces[i].range.start - 2, 3), QStringLiteral(". T"));
    }

    void hugeWord_isCutBetweenLetters_data()
    {
        QTest::addColumn<QString>("letter");
        QTest::newRow("ascii") << QStringLiteral("x");
        QTest::newRow("surrogate pair") << QStringLiteral("𠮷");
        QTest::newRow("letter with marks") << QStringLiteral("e\u0301\u0323");
    }

    void hugeWord_isCutBetweenLetters()
    {
        QFETCH(QString, letter);
        const QString text = letter.repeated(6000);
        for (qsizetype start = 0; start + pieceLimit < text.size();) {
            const qsizetype cut = cutPoint(text, start, text.size());
            QVERIFY(cut > start && cut - start <= pieceLimit);
            QCOMPARE(cut % letter.size(), qsizetype(0));
            start = cut;
        }
    }
};

QTEST_GUILESS_MAIN(TestPiece)
#include "tst_piece.moc"
