#include "passages/anchor.h"
#include "text/article.h"
#include "text/canonicaltext.h"

#include <QCryptographicHash>
#include <QTest>

using namespace Lectern;

namespace {

ArticlePtr articleOf(const QString &text)
{
    CanonicalTextBuilder builder;
    for (const QString &line : text.split(u'\n'))
        builder.addBlock(BlockKind::Paragraph, line);
    CanonicalText canonical = builder.take();
    ArticleDraft draft;
    draft.source.path = QStringLiteral("/a.txt");
    draft.source.sha256 = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex();
    draft.text = canonical.text;
    draft.blocks = canonical.blocks;
    draft.titleDerived = true;
    return Article::make(std::move(draft));
}

Passage cutOf(const Article &article, const QString &quote, int nth = 1)
{
    qsizetype at = -1;
    for (int i = 0; i < nth; ++i)
        at = article.text().indexOf(quote, at + 1);
    return Passage::cut(article, {at, at + quote.size()});
}

const QString ferry =
    QStringLiteral("The ferry ran aground at dawn. The captain said the fog was thick as wool.\n"
                   "Nobody was hurt. The harbour is open again.");

} // namespace

class TestAnchor : public QObject
{
    Q_OBJECT

private slots:
    void sameFile_isExact_data();
    void sameFile_isExact();
    void noArticle_isOrphan();
    void otherFile_saysWhereTheWordsAre_data();
    void otherFile_saysWhereTheWordsAre();
    void sameFileOtherText_isNotExact();
    void rangeBeyondText_isNoCrash();
    void everyQuoteOfTheText_isFoundOrRefusedNeverElsewhere();
};

void TestAnchor::sameFile_isExact_data()
{
    QTest::addColumn<QString>("quote");
    QTest::newRow("sentence") << "The captain said the fog was thick as wool.";
    QTest::newRow("short") << "was";
    QTest::newRow("over two paragraphs") << "wool.\nNobody";
    QTest::newRow("part of a word") << "arb";
}

void TestAnchor::sameFile_isExact()
{
    QFETCH(QString, quote);
    const ArticlePtr article = articleOf(ferry);
    const Passage passage = cutOf(*article, quote);
    const Anchor anchor = anchorIn(passage, article.get());
    QCOMPARE(name(anchor.state), QStringLiteral("exact"));
    QVERIFY(anchor.range == passage.range);
}

void TestAnchor::noArticle_isOrphan()
{
    const ArticlePtr article = articleOf(ferry);
    QCOMPARE(anchorIn(cutOf(*article, QStringLiteral("captain")), nullptr).state, AnchorState::Orphan);
}

void TestAnchor::otherFile_saysWhereTheWordsAre_data()
{
    QTest::addColumn<QString>("quote");
    QTest::addColumn<QString>("changed");
    QTest::addColumn<int>("nth"); // the occurrence that is meant; 0: none
    const QString sentence = QStringLiteral("The captain said the fog was thick as wool.");
    QTest::newRow("something before it") << sentence << "UPDATED\n" + ferry << 1;
    QTest::newRow("words gone") << sentence << "The ferry ran aground at dawn. Nobody was hurt." << 0;
    QTest::newRow("one letter differs") << sentence << QString(ferry).replace("thick", "Thick") << 0;
    QTest::newRow("quotation marks differ")
        << "said the fog was thick as wool" << QString(ferry).replace("said the", "said: the") << 0;
    QTest::newRow("twice, the context tells") << sentence << sentence + " So he says.\n" + ferry << 2;
    QTest::newRow("twice, the context is gone") << sentence << sentence + " A.\nB. " + sentence << 0;
    QTest::newRow("twice with the same context") << sentence << ferry + "\n" + ferry << 0;
    QTest::newRow("short, unique, context on one side") << "captain"
                                                        << "The captain left." << 1;
    QTest::newRow("short, unique, context gone") << "captain"
                                                 << "A captain speaks." << 0;
    QTest::newRow("short, twice") << "captain" << ferry + "\nThe captain left." << 0;
    QTest::newRow("inside a longer word") << "The harbour is open again"
                                          << "The harbour is open againe." << 0;
    QTest::newRow("before a combining mark")
        << "The harbour is open again" << QStringLiteral("The harbour is open again\u0301.") << 0;
    QTest::newRow("empty article") << sentence << "-" << 0;
}

void TestAnchor::otherFile_saysWhereTheWordsAre()
{
    QFETCH(QString, quote);
    QFETCH(QString, changed);
    QFETCH(int, nth);
    const ArticlePtr before = articleOf(ferry);
    const ArticlePtr after = articleOf(changed);
    const Passage passage = cutOf(*before, quote);
    const Anchor anchor = anchorIn(passage, after.get());
    if (nth == 0) {
        QCOMPARE(name(anchor.state), QStringLiteral("changed"));
        return;
    }
    QCOMPARE(name(anchor.state), QStringLiteral("moved"));
    QVERIFY(anchor.range == cutOf(*after, quote, nth).range);
    QCOMPARE(after->text().mid(anchor.range.start, anchor.range.length()), quote);
}

void TestAnchor::sameFileOtherText_isNotExact()
{
    // The same file read by other canonical rules: the id is the same, the offsets are not.
    const ArticlePtr article = articleOf(ferry);
    Passage passage = cutOf(*article, QStringLiteral("The captain said the fog"));
    const TextRange where = passage.range;
    passage.range = passage.range.shifted(3);
    const Anchor anchor = anchorIn(passage, article.get());
    QCOMPARE(name(anchor.state), QStringLiteral("moved"));
    QVERIFY(anchor.range == where);
}

void TestAnchor::rangeBeyondText_isNoCrash()
{
    const ArticlePtr article = articleOf(ferry);
    Passage passage = cutOf(*article, QStringLiteral("captain"));
    for (const TextRange range :
         {TextRange{-5, 2}, TextRange{9, 3}, TextRange{0, 100000}, TextRange{100000, 100007}}) {
        passage.range = range;
        QCOMPARE(name(anchorIn(passage, article.get()).state), QStringLiteral("moved"));
    }
    passage.quote.clear();
    QCOMPARE(name(anchorIn(passage, article.get()).state), QStringLiteral("changed"));
}

void TestAnchor::everyQuoteOfTheText_isFoundOrRefusedNeverElsewhere()
{
    // A look-alike stands before the true place; whatever is cut from the text may be refused, but never
    // found in the look-alike.
    const QString lookAlike =
        QStringLiteral("A year ago: the captain said the fog was thick as wool, and nobody was hurt.\n");
    const ArticlePtr before = articleOf(ferry);
    const ArticlePtr after = articleOf(lookAlike + ferry);
    const qsizetype shift = lookAlike.size();
    int found = 0;
    for (qsizetype start = 0; start < ferry.size(); ++start) {
        for (qsizetype length = 1; start + length <= ferry.size(); length += 3) {
            const Passage passage = Passage::cut(*before, {start, start + length});
            const Anchor anchor = anchorIn(passage, after.get());
            if (anchor.state == AnchorState::Changed)
                continue;
            ++found;
            QCOMPARE(name(anchor.state), QStringLiteral("moved"));
            QVERIFY2(anchor.range == passage.range.shifted(shift), qPrintable(passage.quote));
        }
    }
    QVERIFY(found > 1000);
}

QTEST_GUILESS_MAIN(TestAnchor)
#include "tst_anchor.moc"
