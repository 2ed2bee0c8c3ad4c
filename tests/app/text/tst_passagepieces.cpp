#include "text/passagepieces.h"

#include "app/text/randomarticle.h"
#include "support/articles.h"

#include <QTest>

using namespace Lectern;
using namespace LecternTest;

namespace {

using Pieces = std::vector<TextRange>;

const QString text = QStringLiteral("zero one two three four five six seven");

TextRange words(const QString &these)
{
    const qsizetype at = text.indexOf(these);
    return {at, at + these.size()};
}

QString shown(const Pieces &pieces)
{
    QStringList all;
    for (const TextRange &piece : pieces)
        all += text.mid(piece.start, piece.length());
    return all.join(QLatin1Char('|'));
}

} // namespace

Q_DECLARE_METATYPE(Pieces)

class TestPassagePieces final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withPiece_joinsWhatTouches_data()
    {
        QTest::addColumn<Pieces>("pieces");
        QTest::addColumn<TextRange>("more");
        QTest::addColumn<QString>("expected");
        const Pieces two{words("one two"), words("five")};
        QTest::newRow("behind") << two << words("seven") << "one two|five|seven";
        QTest::newRow("before") << two << words("zero") << "zero one two|five";
        QTest::newRow("between") << Pieces{words("zero"), words("six")} << words("three") << "zero|three|six";
        QTest::newRow("only a space apart") << two << words("six") << "one two|five six";
        QTest::newRow("over both") << two << words("two three four five") << "one two three four five";
        QTest::newRow("inside") << two << words("one") << "one two|five";
        QTest::newRow("first") << Pieces{} << words("one") << "one";
    }

    void withPiece_joinsWhatTouches()
    {
        QFETCH(const Pieces, pieces);
        QFETCH(const TextRange, more);
        QTEST(shown(withPiece(pieces, more, text)), "expected");
    }

    void withoutStretch_leavesItOut_data()
    {
        QTest::addColumn<Pieces>("pieces");
        QTest::addColumn<TextRange>("stretch");
        QTest::addColumn<QString>("expected");
        const Pieces one{words("one two three four")};
        QTest::newRow("from the middle") << one << words("two three") << "one|four";
        QTest::newRow("at the beginning") << one << words("one two") << "three four";
        QTest::newRow("at the end") << one << words("four five") << "one two three";
        QTest::newRow("beside it") << one << words("six") << "one two three four";
        QTest::newRow("all") << one << words("zero one two three four five") << "";
        QTest::newRow("a whole piece")
            << Pieces{words("one"), words("three"), words("six")} << words("three") << "one|six";
    }

    void withoutStretch_leavesItOut()
    {
        QFETCH(const Pieces, pieces);
        QFETCH(const TextRange, stretch);
        QTEST(shown(withoutStretch(pieces, stretch, text)), "expected");
    }

    void withEnds_clipsAndReaches_data()
    {
        QTest::addColumn<Pieces>("pieces");
        QTest::addColumn<TextRange>("ends");
        QTest::addColumn<QString>("expected");
        const Pieces two{words("one two"), words("five six")};
        QTest::newRow("the same") << two << words("one two three four five six") << "one two|five six";
        QTest::newRow("wider") << two << words("zero one two three four five six seven")
                               << "zero one two|five six seven";
        QTest::newRow("narrower") << two << words("two three four five") << "two|five";
        QTest::newRow("start in the gap") << two << words("four five six seven") << "five six seven";
        QTest::newRow("end in the gap") << two << words("zero one two three") << "zero one two";
        QTest::newRow("only the gap") << two << words("three four") << "";
    }

    void withEnds_clipsAndReaches()
    {
        QFETCH(const Pieces, pieces);
        QFETCH(const TextRange, ends);
        QTEST(shown(withEnds(pieces, ends)), "expected");
    }

    void recut_keepsWhatIsTheUsers()
    {
        RandomText random;
        for (int round = 0; round < 200; ++round) {
            const ArticlePtr article = randomArticle(random);
            const qsizetype size = article->text().size();
            if (size < 8)
                continue;
            Passage passage = Passage::cut(*article, {0, 1 + random.below(int(size) - 1)});
            passage.id = QStringLiteral("urn:uuid:1");
            passage.note = QStringLiteral("note");
            passage.tags = QStringList{"tag"};
            passage.colour = MarkColour::Violet;
            passage.starred = true;
            passage.created = QDateTime::fromSecsSinceEpoch(1, Qt::UTC);
            const qsizetype a = random.below(int(size) - 4);
            const Pieces pieces{{a, a + 1}, {a + 3, size}};
            const Passage changed = recut(passage, *article, pieces);
            QCOMPARE(changed.quote, article->text().mid(changed.range.start, changed.range.length()));
            QVERIFY(changed.range.contains(TextRange{a, size}));
            QCOMPARE(changed.textSha256, passage.textSha256);
            Passage fresh = Passage::cut(*article, {a, size});
            QCOMPARE(changed.prefix, fresh.prefix);
            QCOMPARE(changed.codePoints, fresh.codePoints);
            QCOMPARE(changed.inParagraph, fresh.inParagraph);
            QCOMPARE(std::tie(changed.id, changed.note, changed.tags, changed.colour, changed.starred,
                              changed.created),
                     std::tie(passage.id, passage.note, passage.tags, passage.colour, passage.starred,
                              passage.created));
        }
    }

    void recut_inPieces_leavesOutWhatIsBetween()
    {
        const ArticlePtr article = Testing::makeArticle({}, text);
        Passage passage = Passage::cut(*article, words("one two"));
        passage = recut(passage, *article, withPiece(piecesAt(passage, passage.range), words("five"), text));
        QCOMPARE(passage.quote, QStringLiteral("one two three four five"));
        QCOMPARE(passage.shownQuote(), QStringLiteral("one two […] five"));
        QCOMPARE(shown(piecesAt(passage, passage.range)), QStringLiteral("one two|five"));
        QCOMPARE(piecesAt(passage, passage.range.shifted(3)).front().start, passage.range.start + 3);
        passage = recut(passage, *article, {words("one two three")});
        QVERIFY(passage.omitted.empty());
    }
};

QTEST_GUILESS_MAIN(TestPassagePieces)
#include "tst_passagepieces.moc"
