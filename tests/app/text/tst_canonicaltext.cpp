#include "text/canonicaltext.h"

#include "app/text/randomtext.h"

#include <QtTest>

using namespace Lectern;
using namespace LecternTest;

namespace {

QString textOf(BlockKind kind, const QString &text)
{
    CanonicalTextBuilder builder;
    builder.addBlock(kind, text);
    return builder.take().text;
}

/// Spans as "kind:words>target", in their order.
QStringList written(const CanonicalText &canonical)
{
    QStringList result;
    for (const Span &span : canonical.spans)
        result << QStringLiteral("%1:%2%3")
                      .arg(int(span.kind))
                      .arg(canonical.text.mid(span.range.start, span.range.length()),
                           span.target.isEmpty() ? QString() : u'>' + span.target);
    return result;
}

} // namespace

class CanonicalTextTest : public QObject
{
    Q_OBJECT

private slots:
    void addBlock_foldsWhiteSpace_data();
    void addBlock_foldsWhiteSpace();
    void addBlock_keepsLines_data();
    void addBlock_keepsLines();
    void blocks_areJoinedByOneLineBreak();
    void blocks_emptyOnes_vanish();
    void byteOrderMark_onlyAtTheStart_isDropped();
    void append_inPieces_isAppendAtOnce();
    void append_withoutBlock_opensAParagraph();
    void lineBreak_isASpaceOutsideOfPre();
    void returnAndFeed_inTwoPieces_areOneBreak();
    void spans_standAroundTheirWords();
    void spans_nest();
    void spans_areClippedToTheirBlock();
    void spans_begunBetweenBlocks_beginWithTheNext();
    void spans_ofNothing_vanish();
    void spans_endWithoutBegin_isIgnored();
    void addObject_isOneCharacter();
    void take_leavesTheBuilderEmpty();
    void randomCalls_keepTheInvariants();
};

void CanonicalTextTest::addBlock_foldsWhiteSpace_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &text, const QString &expected) {
        QTest::newRow(name) << text << expected;
    };
    row("plain", "one two", "one two");
    row("runs and ends", "  one \t\n two\r\n", "one two");
    row("all line breaks", "a\nb\rc\r\nd\u2028e\u2029f\u0085g\vh\fi", "a b c d e f g h i");
    row("wide spaces", "a\u2003b\u3000c\u1680d\u205fe\u200af", "a b c d e f");
    row("spaces that do not break stay", "a\u00a0b\u202fc\u2007d \u00a0e", "a\u00a0b\u202fc\u2007d \u00a0e");
    row("soft hyphen and ZWSP stay", "co\u00adop a\u200bb", "co\u00adop a\u200bb");
    row("bidi controls stay", "a\u202eb\u2066c", "a\u202eb\u2066c");
    row("never normalised", "e\u0301 ﬁ Å ｶﾞ", "e\u0301 ﬁ Å ｶﾞ");
    row("controls vanish", QString("a") + QChar(0) + QString("b\u0001c\u001bd\u007fe\u0080f\u009fg"),
        "abcdefg");
    row("pairs stay", "a😀𝐀", "a😀𝐀");
    row("lone high surrogate", QString("a") + QChar(0xd800) + "b", "a\ufffdb");
    row("lone low surrogate", QString("a") + QChar(0xdc00), "a\ufffd");
    row("high surrogate at the end", QString("a") + QChar(0xd83d), "a\ufffd");
    row("code points that views use",
        QString("a") + QChar(0xfdd0) + QChar(0xfdd1) + QChar(0xfffe) + QChar(0xffff) + "b",
        "a\ufffd\ufffd\ufffd\ufffdb");
    row("byte order mark inside stays", "a\ufeffb", "a\ufeffb");
}

void CanonicalTextTest::addBlock_foldsWhiteSpace()
{
    QFETCH(QString, text);
    QTEST(textOf(BlockKind::Paragraph, text), "expected");
}

void CanonicalTextTest::addBlock_keepsLines_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, BlockKind kind, const QString &text, const QString &expected) {
        QTest::newRow(name) << int(kind) << text << expected;
    };
    row("pre", BlockKind::Pre, "a  b\n\tc\n\n  d", "a  b\n\tc\n\n  d");
    row("pre, kinds of breaks", BlockKind::Pre, "a\r\nb\rc\u2028d", "a\nb\nc\nd");
    row("pre, blank ends", BlockKind::Pre, "\n \n  a\n b \n\n \n", "  a\n b");
    row("pre of blanks", BlockKind::Pre, " \n \n", "");
    row("verse", BlockKind::Verse, "one\n  two\n\tthree", "one\n  two\n three");
}

void CanonicalTextTest::addBlock_keepsLines()
{
    QFETCH(int, kind);
    QFETCH(QString, text);
    QTEST(textOf(BlockKind(kind), text), "expected");
}

void CanonicalTextTest::blocks_areJoinedByOneLineBreak()
{
    CanonicalTextBuilder builder;
    builder.addBlock(BlockKind::Heading, u"Title", 2);
    builder.addBlock(BlockKind::Pre, u"\na\n\n b\n");
    builder.addBlock(BlockKind::ListItem, u"item", 3);
    const CanonicalText canonical = builder.take();
    QCOMPARE(canonical.text, QStringLiteral("Title\na\n\n b\nitem"));
    const std::vector<Block> expected{
        {BlockKind::Heading, 2, {0, 5}}, {BlockKind::Pre, 0, {6, 11}}, {BlockKind::ListItem, 3, {12, 16}}};
    QCOMPARE(canonical.blocks, expected);
}

void CanonicalTextTest::blocks_emptyOnes_vanish()
{
    CanonicalTextBuilder builder;
    QVERIFY(builder.isEmpty());
    for (const QString &nothing :
         {QString(), QString("  \n"), QString("\u00a0"), QString("\u200b\u00ad"), QString("\x01")}) {
        builder.addBlock(BlockKind::Paragraph, nothing);
        builder.addBlock(BlockKind::Pre, nothing);
    }
    QVERIFY(builder.isEmpty());
    builder.addBlock(BlockKind::Paragraph, u"a");
    builder.addBlock(BlockKind::Paragraph, u" ");
    builder.addBlock(BlockKind::Paragraph, u"b");
    builder.addBlock(BlockKind::Paragraph, u"\u00a0");
    QVERIFY(!builder.isEmpty());
    const CanonicalText canonical = builder.take();
    QCOMPARE(canonical.text, QStringLiteral("a\nb"));
    QCOMPARE(canonical.blocks.size(), size_t(2));
}

void CanonicalTextTest::byteOrderMark_onlyAtTheStart_isDropped()
{
    CanonicalTextBuilder builder;
    builder.addBlock(BlockKind::Paragraph, u"\ufeffa");
    builder.addBlock(BlockKind::Paragraph, u"\ufeffb");
    QCOMPARE(builder.take().text, QStringLiteral("a\n\ufeffb"));
}

void CanonicalTextTest::append_inPieces_isAppendAtOnce()
{
    const QString text = QStringLiteral("  one\r\n two\t\u00a0three  ");
    CanonicalTextBuilder builder;
    builder.beginBlock(BlockKind::Paragraph);
    for (const QChar c : text)
        builder.append(QStringView(&c, 1));
    QCOMPARE(builder.take().text, textOf(BlockKind::Paragraph, text));
}

void CanonicalTextTest::append_withoutBlock_opensAParagraph()
{
    CanonicalTextBuilder builder;
    builder.append(u"");
    builder.append(u"a");
    builder.endBlock();
    builder.append(u"b");
    const CanonicalText canonical = builder.take();
    QCOMPARE(canonical.text, QStringLiteral("a\nb"));
    QCOMPARE(canonical.blocks.at(1).kind, BlockKind::Paragraph);
}

void CanonicalTextTest::lineBreak_isASpaceOutsideOfPre()
{
    CanonicalTextBuilder builder;
    builder.lineBreak();
    for (const BlockKind kind : {BlockKind::Paragraph, BlockKind::Verse}) {
        builder.beginBlock(kind);
        builder.lineBreak();
        builder.append(u"a");
        builder.lineBreak();
        builder.append(u"b");
        builder.lineBreak();
    }
    QCOMPARE(builder.take().text, QStringLiteral("a b\na\nb"));
}

void CanonicalTextTest::returnAndFeed_inTwoPieces_areOneBreak()
{
    CanonicalTextBuilder builder;
    builder.beginBlock(BlockKind::Pre);
    builder.append(u"a\r");
    builder.append(u"\nb\r");
    builder.append(u"c");
    QCOMPARE(builder.take().text, QStringLiteral("a\nb\nc"));
}

void CanonicalTextTest::spans_standAroundTheirWords()
{
    CanonicalTextBuilder builder;
    builder.append(u"see ");
    builder.beginSpan(SpanKind::Link, QStringLiteral("x.html"));
    builder.append(u" the page ");
    builder.endSpan(SpanKind::Link);
    builder.append(u" there");
    const CanonicalText canonical = builder.take();
    QCOMPARE(canonical.text, QStringLiteral("see the page there"));
    QCOMPARE(written(canonical), QStringList{"3:the page>x.html"});
}

void CanonicalTextTest::spans_nest()
{
    CanonicalTextBuilder builder;
    builder.beginSpan(SpanKind::Strong);
    builder.beginSpan(SpanKind::Emphasis);
    builder.append(u"a");
    builder.endSpan(SpanKind::Emphasis);
    builder.append(u"b");
    builder.beginSpan(SpanKind::Emphasis);
    builder.append(u"c");
    builder.endSpan(SpanKind::Strong);
    builder.append(u"d");
    builder.endSpan(SpanKind::Emphasis);
    QCOMPARE(written(builder.take()), (QStringList{"1:abc", "0:a", "0:cd"}));
}

void CanonicalTextTest::spans_areClippedToTheirBlock()
{
    CanonicalTextBuilder builder;
    builder.beginBlock(BlockKind::Pre);
    builder.append(u"\n");
    builder.beginSpan(SpanKind::Code);
    builder.append(u"\n a \n");
    builder.beginBlock(BlockKind::Paragraph);
    builder.append(u"b");
    builder.endSpan(SpanKind::Code);
    QCOMPARE(written(builder.take()), QStringList{"2: a"});
}

void CanonicalTextTest::spans_begunBetweenBlocks_beginWithTheNext()
{
    CanonicalTextBuilder builder;
    builder.addBlock(BlockKind::Paragraph, u"a");
    builder.beginSpan(SpanKind::Strong);
    builder.beginBlock(BlockKind::Paragraph);
    builder.append(u" b ");
    builder.endSpan(SpanKind::Strong);
    builder.append(u"c");
    QCOMPARE(written(builder.take()), QStringList{"1:b"});
}

void CanonicalTextTest::spans_ofNothing_vanish()
{
    CanonicalTextBuilder builder;
    builder.append(u"a");
    builder.beginSpan(SpanKind::Strong);
    builder.append(u" ");
    builder.endSpan(SpanKind::Strong);
    builder.append(u"b");
    builder.beginBlock(BlockKind::Paragraph);
    builder.beginSpan(SpanKind::Strong);
    builder.append(u"\u00a0");
    const CanonicalText canonical = builder.take();
    QCOMPARE(canonical.text, QStringLiteral("a b"));
    QVERIFY(canonical.spans.empty());
}

void CanonicalTextTest::spans_endWithoutBegin_isIgnored()
{
    CanonicalTextBuilder builder;
    builder.endSpan(SpanKind::Link);
    builder.append(u"a");
    builder.endSpan(SpanKind::Link);
    QVERIFY(builder.take().spans.empty());
}

void CanonicalTextTest::addObject_isOneCharacter()
{
    CanonicalTextBuilder builder;
    builder.addObject(BlockKind::Image);
    builder.addBlock(BlockKind::Caption, u"a");
    builder.addObject(BlockKind::Rule);
    const CanonicalText canonical = builder.take();
    QCOMPARE(canonical.text, QStringLiteral("\ufffc\na\n\ufffc"));
    QCOMPARE(canonical.blocks.at(0).kind, BlockKind::Image);
    QCOMPARE(canonical.blocks.at(2).range, (TextRange{4, 5}));
}

void CanonicalTextTest::take_leavesTheBuilderEmpty()
{
    CanonicalTextBuilder builder;
    builder.beginSpan(SpanKind::Strong);
    builder.append(u"a");
    builder.take();
    QVERIFY(builder.isEmpty());
    builder.append(u"b");
    const CanonicalText canonical = builder.take();
    QCOMPARE(canonical.text, QStringLiteral("b"));
    QVERIFY(canonical.spans.empty());
    QVERIFY(builder.take().text.isEmpty());
}

void CanonicalTextTest::randomCalls_keepTheInvariants()
{
    RandomText random;
    for (int round = 0; round < 3'000; ++round) {
        CanonicalTextBuilder builder;
        for (int calls = random.below(25); calls > 0; --calls) {
            switch (random.below(8)) {
            case 0:
                builder.beginBlock(BlockKind(random.below(int(BlockKind::Rule) + 1)), random.below(7));
                break;
            case 1:
                builder.lineBreak();
                break;
            case 2:
                builder.beginSpan(SpanKind(random.below(3)));
                break;
            case 3:
                builder.endSpan(SpanKind(random.below(3)));
                break;
            case 4:
                builder.endBlock();
                break;
            case 5:
                builder.addObject(BlockKind::Image);
                break;
            default:
                builder.append(random.text(6));
            }
        }
        const CanonicalText canonical = builder.take();
        const QString &text = canonical.text;
        QVERIFY2(text.isValidUtf16(), shown(text));
        for (const QChar c : text)
            QVERIFY2(c != u'\r' && c != QChar(0x2028) && c != QChar(0x2029) && c != QChar(0xfdd0) &&
                         c != QChar(0xfdd1) && (c >= u' ' || c == u'\n' || c == u'\t'),
                     shown(text));
        qsizetype expected = 0;
        for (const Block &block : canonical.blocks) {
            QVERIFY2(block.range.start == expected && !block.range.isEmpty(), shown(text));
            expected = block.range.end + 1;
            const QString words = text.mid(block.range.start, block.range.length());
            const bool keepsLines = block.kind == BlockKind::Pre || block.kind == BlockKind::Verse;
            QVERIFY2(keepsLines || !(words.contains(u'\n') || words.contains(u'\t') ||
                                     words.contains(QStringLiteral("  "))),
                     shown(words));
            QVERIFY2(!words.startsWith(u'\n') && !words.endsWith(u'\n'), shown(words));
            QVERIFY2(block.range.end == text.size() || text[block.range.end] == u'\n', shown(text));
            if (!keepsLines && block.range.start > 0) // what is canonical stays as it is
                QCOMPARE(textOf(BlockKind::Paragraph, u'a' + words), u'a' + words);
        }
        QCOMPARE(expected, text.isEmpty() ? 0 : text.size() + 1);
        qsizetype previous = 0;
        for (const Span &span : canonical.spans) {
            const bool inBlock =
                std::any_of(canonical.blocks.begin(), canonical.blocks.end(),
                            [&](const Block &block) { return block.range.contains(span.range); });
            QVERIFY2(inBlock && !span.range.isEmpty() && span.range.start >= previous, shown(text));
            previous = span.range.start;
        }
    }
}

QTEST_GUILESS_MAIN(CanonicalTextTest)
#include "tst_canonicaltext.moc"
