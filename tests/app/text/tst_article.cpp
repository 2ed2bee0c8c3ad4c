#include "text/article.h"

#include "text/canonicaltext.h"

#include "app/text/randomarticle.h"

#include <QCryptographicHash>
#include <QtTest>

using namespace Lectern;
using namespace LecternTest;

namespace {

/// A draft of blocks, one a line: "# " a heading, "* " an image, "> " a byline, else paragraphs.
ArticleDraft draftOf(const QString &lines)
{
    CanonicalTextBuilder builder;
    for (const QString &line : lines.split(u'|', Qt::SkipEmptyParts)) {
        if (line.startsWith(QStringLiteral("# ")))
            builder.addBlock(BlockKind::Heading, line.mid(2), 2);
        else if (line.startsWith(QStringLiteral("> ")))
            builder.addBlock(BlockKind::Byline, line.mid(2));
        else if (line == QStringLiteral("*"))
            builder.addObject(BlockKind::Image);
        else
            builder.addBlock(BlockKind::Paragraph, line);
    }
    CanonicalText canonical = builder.take();
    ArticleDraft draft;
    draft.text = canonical.text;
    draft.blocks = canonical.blocks;
    draft.spans = canonical.spans;
    return draft;
}

QString written(const ArticleDraft &draft)
{
    QStringList lines;
    for (const Block &block : draft.blocks) {
        const QString text = draft.text.mid(block.range.start, block.range.length());
        lines << (block.kind == BlockKind::Heading ? QString(block.level, u'#') + u' ' + text : text);
    }
    return lines.join(u'|');
}

QString titleWords(const Article &article)
{
    return article.text().mid(article.titleRange().start, article.titleRange().length());
}

} // namespace

class ArticleTest : public QObject
{
    Q_OBJECT

private slots:
    void names_ofBlockKinds_roundTrip();
    void articleId_isOfHashAndPart();
    void make_computesTheId();
    void make_mendsRanges();
    void make_titleThatIsNoBlock_isDerived();
    void make_titleBlock_winsOverTheTitle();
    void blockAt_findsTheBlock();
    void blockAt_agreesWithLookingAtAll();
    void paragraphNumber_countsWhatIsCited_data();
    void paragraphNumber_countsWhatIsCited();
    void placeTitle_makesItBlockZero_data();
    void placeTitle_makesItBlockZero();
    void placeTitle_movesSpans();
    void placeTitle_ofNothing_changesNothing();
    void deriveTitle_takesTheFirstSentence_data();
    void deriveTitle_takesTheFirstSentence();
    void deriveTitle_withoutWords_takesTheFallback();
    void titleRange_ofForeignTitle_isEmpty();
    void randomArticles_keepTheInvariants();
};

void ArticleTest::names_ofBlockKinds_roundTrip()
{
    for (int i = 0; i <= int(BlockKind::Rule); ++i) {
        BlockKind kind = BlockKind::Paragraph;
        QVERIFY(blockKindNamed(name(BlockKind(i)), &kind));
        QCOMPARE(int(kind), i);
    }
    BlockKind kind = BlockKind::Verse;
    QVERIFY(!blockKindNamed(u"chapter", &kind));
    QCOMPARE(kind, BlockKind::Verse);
    QCOMPARE(name(BlockKind::ListItem), QStringLiteral("listitem"));
}

void ArticleTest::articleId_isOfHashAndPart()
{
    const QByteArray hash = QByteArray(64, 'a');
    QCOMPARE(articleId(hash, {}).size(), 32);
    QCOMPARE(
        articleId("ab", QStringLiteral("c")),
        QString(
            QCryptographicHash::hash(QByteArray("ab\0c", 4), QCryptographicHash::Sha256).toHex().left(32)));
    QVERIFY(articleId("ab", QStringLiteral("c")) != articleId("a", QStringLiteral("bc")));
    QVERIFY(articleId(hash, QStringLiteral("1")) != articleId(hash, QStringLiteral("2")));
}

void ArticleTest::make_computesTheId()
{
    ArticleDraft draft = draftOf("a");
    draft.source.sha256 = QByteArray(64, 'b');
    draft.source.part = QStringLiteral("7");
    QCOMPARE(Article::make(draft)->id(), articleId(QByteArray(64, 'b'), QStringLiteral("7")));
}

void ArticleTest::make_mendsRanges()
{
    ArticleDraft draft;
    draft.titleDerived = true;
    draft.text = QStringLiteral("abc\ndef");
    draft.blocks = {{BlockKind::Paragraph, 0, {-5, 3}},
                    {BlockKind::Quote, 0, {2, 3}}, // overlaps and is empty without that
                    {BlockKind::Paragraph, 0, {4, 99}},
                    {BlockKind::Paragraph, 0, {9, 12}}};
    draft.spans = {{SpanKind::Strong, {5, 50}, {}},  // to the end of its block
                   {SpanKind::Emphasis, {1, 6}, {}}, // across blocks
                   {SpanKind::Code, {2, 2}, {}},
                   {SpanKind::Code, {20, 22}, {}}};
    const ArticlePtr article = Article::make(draft);
    QCOMPARE(article->blocks(),
             (std::vector<Block>{{BlockKind::Paragraph, 0, {0, 3}}, {BlockKind::Paragraph, 0, {4, 7}}}));
    QCOMPARE(article->spans(),
             (std::vector<Span>{{SpanKind::Emphasis, {1, 3}, {}}, {SpanKind::Strong, {5, 7}, {}}}));
}

void ArticleTest::make_titleThatIsNoBlock_isDerived()
{
    ArticleDraft draft = draftOf("Some words.");
    draft.title = QStringLiteral("From nowhere");
    const ArticlePtr article = Article::make(draft);
    QVERIFY(article->isTitleDerived());
    QCOMPARE(article->title(), QStringLiteral("From nowhere"));
    QVERIFY(article->titleRange().isEmpty());
    QVERIFY(Article::make({})->isTitleDerived());
}

void ArticleTest::make_titleBlock_winsOverTheTitle()
{
    ArticleDraft draft = draftOf("# The heading|Words.");
    draft.title = QStringLiteral("Another");
    const ArticlePtr article = Article::make(draft);
    QVERIFY(!article->isTitleDerived());
    QCOMPARE(article->title(), QStringLiteral("The heading"));
    QCOMPARE(article->titleRange(), article->blocks().front().range);
}

void ArticleTest::blockAt_findsTheBlock()
{
    const ArticlePtr article = Article::make(draftOf("abc|def"));
    QCOMPARE(article->blockAt(0), 0);
    QCOMPARE(article->blockAt(2), 0);
    QCOMPARE(article->blockAt(3), 0); // the line break: the block before
    QCOMPARE(article->blockAt(4), 1);
    QCOMPARE(article->blockAt(99), 1);
    QCOMPARE(article->blockAt(-1), 0);
    QCOMPARE(Article::make({})->blockAt(0), -1);
}

void ArticleTest::blockAt_agreesWithLookingAtAll()
{
    RandomText random;
    for (int round = 0; round < 200; ++round) {
        const ArticlePtr article = randomArticle(random);
        for (qsizetype offset = 0; offset <= article->text().size(); ++offset) {
            int expected = -1;
            for (size_t i = 0; i < article->blocks().size(); ++i)
                if (article->blocks()[i].range.start <= offset)
                    expected = int(i);
            QCOMPARE(article->blockAt(offset), expected);
        }
    }
}

void ArticleTest::paragraphNumber_countsWhatIsCited_data()
{
    QTest::addColumn<QString>("lines");
    QTest::addColumn<bool>("derived");
    QTest::addColumn<QList<int>>("numbers");
    QTest::newRow("title") << "# T|a|b" << false << QList<int>{0, 1, 2};
    QTest::newRow("derived") << "a|b" << true << QList<int>{1, 2};
    QTest::newRow("heading of a derived title counts") << "# T|a" << true << QList<int>{1, 2};
    QTest::newRow("images") << "# T|*|a|*|b" << false << QList<int>{0, 0, 1, 0, 2};
    QTest::newRow("image in front") << "*|a" << true << QList<int>{0, 1};
}

void ArticleTest::paragraphNumber_countsWhatIsCited()
{
    QFETCH(QString, lines);
    QFETCH(bool, derived);
    ArticleDraft draft = draftOf(lines);
    draft.titleDerived = derived;
    const ArticlePtr article = Article::make(draft);
    QList<int> numbers;
    for (size_t i = 0; i < article->blocks().size(); ++i)
        numbers << article->paragraphNumber(int(i));
    QTEST(numbers, "numbers");
    QCOMPARE(article->paragraphNumber(-1), 0);
    QCOMPARE(article->paragraphNumber(int(article->blocks().size())), 0);
}

void ArticleTest::placeTitle_makesItBlockZero_data()
{
    QTest::addColumn<QString>("lines");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &lines, const QString &title,
                        const QString &expected) { QTest::newRow(name) << lines << title << expected; };
    row("put in front", "a|b", "A title", "# A title|a|b");
    row("into an empty draft", "", "A title", "# A title");
    row("made canonical", "a", " A\n title\t", "# A title|a");
    row("heading that says the same", "# A title|a", "A title", "# A title|a");
    row("paragraph that says the same", "A title|a", "A title", "# A title|a");
    row("typography of the text is kept", "# “It’s” here…|a", "\"It's\"  here...", "# “It’s” here…|a");
    row("another heading", "# Other|a", "A title", "# A title|## Other|a");
    row("heading behind a byline", "> By Ann|# A title|a", "A title", "# A title|By Ann|a");
    row("heading behind an image", "*|# A title", "A title", "# A title|\ufffc");
    row("only the first heading", "a|# Other|# A title", "A title", "# A title|a|## Other|## A title");
    row("byline that says the same", "> A title|a", "A title", "# A title|A title|a");
}

void ArticleTest::placeTitle_makesItBlockZero()
{
    QFETCH(QString, lines);
    QFETCH(QString, title);
    ArticleDraft draft = draftOf(lines);
    draft.titleDerived = true;
    placeTitle(draft, title);
    QTEST(written(draft), "expected");
    QVERIFY(!draft.titleDerived);
    QCOMPARE(draft.title, draft.text.left(draft.blocks.front().range.end));
    const ArticlePtr article = Article::make(draft);
    QCOMPARE(article->blocks(), draft.blocks); // nothing to mend
    QCOMPARE(titleWords(*article), article->title());
}

void ArticleTest::placeTitle_movesSpans()
{
    CanonicalTextBuilder builder;
    const auto add = [&builder](BlockKind kind, QStringView before, QStringView strong) {
        builder.beginBlock(kind, 1);
        builder.append(before);
        builder.beginSpan(SpanKind::Strong);
        builder.append(strong);
    };
    add(BlockKind::Byline, u"By ", u"Ann");
    add(BlockKind::Heading, u"The ", u"Title");
    add(BlockKind::Paragraph, u"And ", u"more");
    CanonicalText canonical = builder.take();
    const auto words = [](const ArticleDraft &draft) {
        QStringList result;
        for (const Span &span : draft.spans)
            result << draft.text.mid(span.range.start, span.range.length());
        return result;
    };
    for (const QString &title : {QStringLiteral("the title"), QStringLiteral("New")}) {
        ArticleDraft draft;
        draft.text = canonical.text;
        draft.blocks = canonical.blocks;
        draft.spans = canonical.spans;
        placeTitle(draft, title);
        QCOMPARE(words(draft), title == QStringLiteral("New") ? (QStringList{"Ann", "Title", "more"})
                                                              : (QStringList{"Title", "Ann", "more"}));
        QCOMPARE(Article::make(draft)->spans(), draft.spans);
    }
}

void ArticleTest::placeTitle_ofNothing_changesNothing()
{
    ArticleDraft draft = draftOf("a");
    draft.titleDerived = true;
    placeTitle(draft, QStringLiteral(" \n"));
    QCOMPARE(written(draft), QStringLiteral("a"));
    QVERIFY(draft.titleDerived);
}

void ArticleTest::deriveTitle_takesTheFirstSentence_data()
{
    QTest::addColumn<QString>("lines");
    QTest::addColumn<QString>("title");
    const auto row = [](const char *name, const QString &lines, const QString &title) {
        QTest::newRow(name) << lines << title;
    };
    row("first sentence", "Mr. Hale left. He was late.", "Mr. Hale left.");
    row("short line", "Words|More", "Words");
    row("exactly as long as allowed", QString(44, u'a') + ' ' + QString(45, u'b'),
        QString(44, u'a') + ' ' + QString(45, u'b'));
    row("cut at a word",
        QString("The mayor said on Monday that the old bridge, which was built long ago and never ") +
            "mended, would be closed for a year.",
        "The mayor said on Monday that the old bridge, which was built long ago and never mended …");
    row("cut without a loose comma", QString(80, u'a') + ", bbbbbbbbbbbbbb", QString(80, u'a') + " …");
    row("no word in time", QString(200, u'x'), QString(90, u'x') + " …");
    row("no word in time, pairs", QStringLiteral("a") + QStringLiteral("😀").repeated(100),
        QStringLiteral("a") + QStringLiteral("😀").repeated(44) + " …");
    row("behind images and rules", "*|* * *|Words here.", "Words here.");
    row("behind a byline", "> By Ann Moss|Words here.", "Words here.");
    row("byline if there is nothing else", "*|> By Ann Moss", "By Ann Moss");
    row("behind a sentence of marks", "... *** Words.", "*** Words.");
    row("emoji count as words", "😀", "😀");
    row("Japanese", "雨が降った。誰もいない。", "雨が降った。");
}

void ArticleTest::deriveTitle_takesTheFirstSentence()
{
    QFETCH(QString, lines);
    ArticleDraft draft = draftOf(lines);
    deriveTitle(draft, QStringLiteral("fallback"));
    QTEST(draft.title, "title");
    QVERIFY(draft.titleDerived);
    const ArticlePtr article = Article::make(draft);
    QString words = article->title();
    if (words.endsWith(QStringLiteral(" …")))
        words.chop(2);
    QCOMPARE(titleWords(*article), words);
}

void ArticleTest::deriveTitle_withoutWords_takesTheFallback()
{
    ArticleDraft draft = draftOf("*|... !");
    deriveTitle(draft, QStringLiteral("004.txt"));
    QCOMPARE(draft.title, QStringLiteral("004.txt"));
    QVERIFY(draft.titleDerived);
    QVERIFY(Article::make(draft)->titleRange().isEmpty());

    ArticleDraft verse;
    verse.text = QStringLiteral("one\ntwo");
    verse.blocks = {{BlockKind::Verse, 0, {0, 7}}};
    deriveTitle(verse, {});
    QCOMPARE(verse.title, QStringLiteral("one"));
}

void ArticleTest::titleRange_ofForeignTitle_isEmpty()
{
    ArticleDraft draft = draftOf("Some words and the name.");
    draft.titleDerived = true;
    draft.title = QStringLiteral("the name");
    QVERIFY(Article::make(draft)->titleRange().isEmpty());
    draft.title.clear();
    QVERIFY(Article::make(draft)->titleRange().isEmpty());
}

void ArticleTest::randomArticles_keepTheInvariants()
{
    RandomText random;
    for (int round = 0; round < 1'000; ++round) {
        const ArticlePtr article = randomArticle(random);
        const QString &text = article->text();
        qsizetype expected = 0;
        for (const Block &block : article->blocks()) {
            QVERIFY2(block.range.start == expected && !block.range.isEmpty(), shown(text));
            expected = block.range.end + 1;
        }
        QCOMPARE(expected, text.isEmpty() ? 0 : text.size() + 1);
        QVERIFY(TextRange(0, text.size()).contains(article->titleRange()));
        if (!article->isTitleDerived())
            QCOMPARE(titleWords(*article), article->title());
        else if (article->title() != QStringLiteral("file.txt"))
            QVERIFY2(!article->titleRange().isEmpty(), shown(text));
    }
}

QTEST_GUILESS_MAIN(ArticleTest)
#include "tst_article.moc"
