#include "text/passage.h"

#include "text/canonicaltext.h"

#include "app/text/randomarticle.h"

#include <QCryptographicHash>
#include <QtTest>

using namespace Lectern;
using namespace LecternTest;

namespace {

ArticlePtr sampleArticle()
{
    CanonicalTextBuilder builder;
    builder.addBlock(BlockKind::Paragraph, u"First here. Second 😀 there. Third one.");
    builder.addObject(BlockKind::Image);
    builder.addBlock(BlockKind::Paragraph, u"Mr. Hale came. He left.");
    CanonicalText canonical = builder.take();
    ArticleDraft draft;
    draft.source.path = QStringLiteral("/a/b.txt");
    draft.source.sha256 = QByteArray(64, 'a');
    draft.authors = QStringList{"Ann Moss"};
    draft.outlet = QStringLiteral("The Harbour");
    draft.published = PartialDate::year(2021);
    draft.url = QStringLiteral("https://example.org/");
    draft.language = QStringLiteral("en");
    draft.text = canonical.text;
    draft.blocks = canonical.blocks;
    placeTitle(draft, QStringLiteral("Title 😀"));
    return Article::make(std::move(draft));
}

TextRange find(const Article &article, const QString &words)
{
    const qsizetype at = article.text().indexOf(words);
    return {at, at + words.size()};
}

} // namespace

class PassageTest : public QObject
{
    Q_OBJECT

private slots:
    void names_ofColours_roundTrip();
    void cut_takesWhereItComesFrom();
    void cut_countsCodePointsAndParagraphs_data();
    void cut_countsCodePointsAndParagraphs();
    void cut_takesContextOfSentences_data();
    void cut_takesContextOfSentences();
    void cut_longSentence_limitsContext();
    void cut_clipsAndWidens_data();
    void cut_clipsAndWidens();
    void cut_randomRanges_areVerbatim();
    void omit_leavesOut_data();
    void omit_leavesOut();
};

void PassageTest::omit_leavesOut_data()
{
    QTest::addColumn<QStringList>("left");
    QTest::addColumn<QString>("shown");
    QTest::newRow("nothing") << QStringList() << QStringLiteral("First here. Second 😀 there. Third one.");
    QTest::newRow("a sentence") << QStringList{"Second 😀 there."}
                                << QStringLiteral("First here. […] Third one.");
    QTest::newRow("two, out of order")
        << QStringList{"Third", "Second"} << QStringLiteral("First here. […] 😀 there. […] one.");
    QTest::newRow("touching") << QStringList{"here. ", "Second"}
                              << QStringLiteral("First […] 😀 there. Third one.");
    QTest::newRow("within another") << QStringList{"here. Second", "Sec"}
                                    << QStringLiteral("First […] 😀 there. Third one.");
    QTest::newRow("the beginning stays")
        << QStringList{"First"} << QStringLiteral("First here. Second 😀 there. Third one.");
    QTest::newRow("the end stays") << QStringList{"Third one."}
                                   << QStringLiteral("First here. Second 😀 there. Third one.");
    QTest::newRow("outside") << QStringList{"Mr. Hale"}
                             << QStringLiteral("First here. Second 😀 there. Third one.");
}

void PassageTest::omit_leavesOut()
{
    QFETCH(const QStringList, left);
    QFETCH(const QString, shown);
    const ArticlePtr article = sampleArticle();
    Passage passage = Passage::cut(*article, find(*article, "First here. Second 😀 there. Third one."));
    std::vector<TextRange> ranges;
    for (const QString &words : left)
        ranges.push_back(find(*article, words));
    passage.omit(ranges);
    QCOMPARE(passage.shownQuote(), shown);
    QCOMPARE(passage.quote, article->text().mid(passage.range.start, passage.range.length()));
    QString joined;
    for (const TextRange &piece : passage.pieces())
        joined += article->text().mid(piece.start, piece.length());
    qsizetype omitted = 0;
    for (const TextRange &gap : passage.omitted)
        omitted += gap.length();
    QCOMPARE(joined.size() + omitted, passage.quote.size());
}

void PassageTest::names_ofColours_roundTrip()
{
    for (int i = 0; i < markColourCount; ++i)
        QCOMPARE(markColourNamed(name(MarkColour(i))), MarkColour(i));
    QCOMPARE(name(MarkColour::Pink), QStringLiteral("pink"));
    QCOMPARE(markColourNamed(u"mauve"), MarkColour::Yellow);
}

void PassageTest::cut_takesWhereItComesFrom()
{
    const ArticlePtr article = sampleArticle();
    const Passage passage = Passage::cut(*article, find(*article, "Second"));
    QCOMPARE(passage.article, article->id());
    QCOMPARE(passage.source, article->source());
    QCOMPARE(passage.textSha256,
             QCryptographicHash::hash(article->text().toUtf8(), QCryptographicHash::Sha256).toHex());
    QCOMPARE(passage.canonVersion, CanonicalTextBuilder::rulesVersion);
    QCOMPARE(passage.quote, QStringLiteral("Second"));
    QCOMPARE(passage.title, QStringLiteral("Title 😀"));
    QVERIFY(!passage.titleDerived);
    QCOMPARE(passage.authors, QStringList{"Ann Moss"});
    QCOMPARE(passage.outlet, article->outlet());
    QCOMPARE(passage.published, article->published());
    QCOMPARE(passage.url, article->url());
    QCOMPARE(passage.language, article->language());
    QVERIFY(passage.id.isEmpty() && passage.note.isEmpty() && passage.tags.isEmpty());
    QVERIFY(!passage.created.isValid() && !passage.modified.isValid());
}

void PassageTest::cut_countsCodePointsAndParagraphs_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("codePoint");
    QTest::addColumn<int>("paragraph");
    QTest::addColumn<int>("inParagraph");
    QTest::newRow("title") << "Title" << 0 << 0 << 0;
    QTest::newRow("behind a pair of the title") << "First" << 8 << 1 << 0;
    QTest::newRow("behind a pair of its block") << "there" << 29 << 1 << 21;
    QTest::newRow("image") << "\ufffc" << 47 << 0 << 0;
    QTest::newRow("images do not count") << "Hale" << 53 << 2 << 4;
    QTest::newRow("across blocks") << "one.\n\ufffc\nMr." << 42 << 1 << 34;
}

void PassageTest::cut_countsCodePointsAndParagraphs()
{
    QFETCH(QString, words);
    QFETCH(int, codePoint);
    QFETCH(int, inParagraph);
    const ArticlePtr article = sampleArticle();
    const Passage passage = Passage::cut(*article, find(*article, words));
    const auto length = words.toUcs4().size();
    QCOMPARE(passage.quote, words);
    QCOMPARE(passage.codePoints, (TextRange{codePoint, codePoint + length}));
    QTEST(passage.paragraph, "paragraph");
    QCOMPARE(passage.inParagraph, (TextRange{inParagraph, inParagraph + length}));
}

void PassageTest::cut_takesContextOfSentences_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("prefix");
    QTest::addColumn<QString>("suffix");
    QTest::newRow("inside a sentence") << "😀 th"
                                       << "Second "
                                       << "ere.";
    QTest::newRow("a sentence") << "Second 😀 there."
                                << "First here. "
                                << " Third one.";
    QTest::newRow("the beginning of a sentence") << "Second"
                                                 << "First here. "
                                                 << " 😀 there.";
    QTest::newRow("the end of a sentence") << "there."
                                           << "Second 😀 "
                                           << " Third one.";
    QTest::newRow("the title") << "Title 😀"
                               << ""
                               << "\nFirst here.";
    QTest::newRow("the end of the text") << "He left."
                                         << "Mr. Hale came. "
                                         << "";
    QTest::newRow("behind an image") << "Mr. Hale came."
                                     << "\ufffc\n"
                                     << " He left.";
    QTest::newRow("before an image") << "Third one."
                                     << "Second 😀 there. "
                                     << "\n\ufffc";
}

void PassageTest::cut_takesContextOfSentences()
{
    QFETCH(QString, words);
    const ArticlePtr article = sampleArticle();
    const Passage passage = Passage::cut(*article, find(*article, words));
    QTEST(passage.prefix, "prefix");
    QTEST(passage.suffix, "suffix");
}

void PassageTest::cut_longSentence_limitsContext()
{
    ArticleDraft draft;
    draft.titleDerived = true;
    draft.text = QStringLiteral("😀").repeated(300) + "x" + QStringLiteral("😀").repeated(300);
    draft.blocks = {{BlockKind::Paragraph, 0, {0, draft.text.size()}}};
    const Passage passage = Passage::cut(*Article::make(draft), {600, 601});
    QCOMPARE(passage.quote, QStringLiteral("x"));
    QCOMPARE(passage.prefix, QStringLiteral("😀").repeated(100));
    QCOMPARE(passage.suffix, QStringLiteral("😀").repeated(100));
    // An odd number of units leaves half a pair, which is left out.
    const Passage odd = Passage::cut(*Article::make(draft), {600, 603});
    QCOMPARE(odd.prefix, QStringLiteral("😀").repeated(100));
    draft.text.insert(599 + 1, u'y');
    draft.blocks.front().range.end += 1;
    const Passage behind = Passage::cut(*Article::make(draft), {601, 602});
    QCOMPARE(behind.prefix, QStringLiteral("😀").repeated(99) + 'y');
}

void PassageTest::cut_clipsAndWidens_data()
{
    QTest::addColumn<int>("start");
    QTest::addColumn<int>("end");
    QTest::addColumn<TextRange>("range");
    QTest::newRow("as it is") << 1 << 3 << TextRange{1, 3};
    QTest::newRow("beyond both ends") << -5 << 99 << TextRange{0, 6};
    QTest::newRow("behind the end") << 50 << 99 << TextRange{6, 6};
    QTest::newRow("starts in a pair") << 2 << 4 << TextRange{1, 4};
    QTest::newRow("ends in a pair") << 0 << 2 << TextRange{0, 3};
    QTest::newRow("empty in a pair") << 2 << 2 << TextRange{1, 1};
    QTest::newRow("backwards") << 4 << 1 << TextRange{4, 4};
    QTest::newRow("at a NUL") << 3 << 4 << TextRange{3, 4};
}

void PassageTest::cut_clipsAndWidens()
{
    QFETCH(int, start);
    QFETCH(int, end);
    ArticleDraft draft;
    draft.titleDerived = true;
    draft.text = QStringLiteral("a😀") + QChar(0) + QStringLiteral("e\u0301");
    draft.blocks = {{BlockKind::Paragraph, 0, {0, draft.text.size()}}};
    const Passage passage = Passage::cut(*Article::make(draft), {start, end});
    QTEST(passage.range, "range");
    QCOMPARE(passage.quote, draft.text.mid(passage.range.start, passage.range.length()));
    const Passage nothing = Passage::cut(*Article::make({}), {start, end});
    QVERIFY(nothing.quote.isEmpty() && nothing.range == TextRange());
}

void PassageTest::cut_randomRanges_areVerbatim()
{
    RandomText random;
    for (int i = 0; i < 1'000; ++i) {
        const ArticlePtr article = randomArticle(random);
        const QString &text = article->text();
        const qsizetype start = random.below(int(text.size()) + 1);
        const TextRange wanted{start, start + random.below(int(text.size() - start) + 1)};
        const Passage passage = Passage::cut(*article, wanted);
        QVERIFY2(wanted.isEmpty() || passage.range.contains(wanted), shown(text));
        QVERIFY2(passage.range.length() <= wanted.length() + 2, shown(text));
        QCOMPARE(passage.quote, text.mid(passage.range.start, passage.range.length()));
        QVERIFY2(passage.quote.isValidUtf16(), shown(passage.quote));
        // Code points name the same words.
        const QList<uint> codePoints = text.toUcs4();
        QCOMPARE(passage.quote.toUcs4(),
                 codePoints.mid(passage.codePoints.start, passage.codePoints.length()));
        // What stands around it touches it.
        QVERIFY2(QStringView(text).first(passage.range.start).endsWith(passage.prefix), shown(text));
        QVERIFY2(QStringView(text).sliced(passage.range.end).startsWith(passage.suffix), shown(text));
        QVERIFY(passage.prefix.size() <= 200 && passage.suffix.size() <= 200);
        QVERIFY(passage.prefix.isValidUtf16() && passage.suffix.isValidUtf16());
        const int block = article->blockAt(passage.range.start);
        QCOMPARE(passage.paragraph, article->paragraphNumber(block));
    }
}

QTEST_GUILESS_MAIN(PassageTest)
#include "tst_passage.moc"
