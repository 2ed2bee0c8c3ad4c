#include "text/folding.h"

#include "app/text/randomtext.h"

#include <QtTest>

using namespace Lectern;
using namespace LecternTest;

class FoldingTest : public QObject
{
    Q_OBJECT

private slots:
    void fold_makesTheSame_data();
    void fold_makesTheSame();
    void fold_everyCodePoint_twiceIsOnce();
    void fold_randomTexts_twiceIsOnce();
    void fold_ofPieces_isPiecesOfFold();
    void foldTo_appends();
    void isApostrophe_foldsToApostrophe();
    void foldedText_agreesWithFold();
    void foldedText_mapsExactly_data();
    void foldedText_mapsExactly();
    void foldedText_mapsBack_data();
    void foldedText_mapsBack();
    void foldedText_randomTexts_mapMonotonously();
};

void FoldingTest::fold_makesTheSame_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("folded");
    const auto row = [](const char *name, const QString &text, const QString &folded) {
        QTest::newRow(name) << text << folded;
    };
    const auto each = [](const char *name, const QString &characters, const QString &folded) {
        for (const char32_t c : characters.toUcs4()) {
            const QByteArray code = QByteArray::number(uint(c), 16);
            QTest::addRow("%s U+%s", name, code.constData()) << "x" + QString::fromUcs4(&c, 1) + "y"
                                                             << "x" + folded + "y";
        }
    };

    each("apostrophe", "'’‘‛`´ʼʻʽʹˈˊˋ՚׳᾽᾿＇｀′‵", "'");
    each("single quotation mark", "‚‹›❛❜❮❯『』﹃﹄", "'");
    each("double quotation mark", "\"“”„‟«»″‶〝〞〟＂״ʺ❝❞⹂「」﹁﹂｢｣",
         "\"");
    each("dash", "-‐‑‒–—―−﹘﹣－⸺⸻⁃⁻₋־〜〰˗➖", "-");
    each("space",
         " \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
         " ");
    each("vanishing character",
         "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068"
         "\u2069\ufe0e\ufe0f\ufeff"
         "\u034f\u180e\U000e0100",
         "");

    row("empty", "", "");
    row("ASCII", "The QUICK brown_fox, 1+1=2; {ok}~", "the quick brown_fox, 1+1=2; {ok}~");
    row("line breaks stay", "A\nB\tC", "a\nb\tc");
    row("couldn't", "Couldn’t", "couldn't");
    row("triple prime", "5‴", "5\"'");
    row("ellipsis", "wait…", "wait...");
    row("accents composed", "ÀÉÎÕÜŷčñ", "aeiouycn");
    row("accents decomposed", "e\u0301a\u0308\u0323", "ea");
    row("Vietnamese", "Tiếng Việt", "tieng viet");
    row("German", "Straße GROẞ Äpfel", "strasse gross apfel");
    row("Turkish", "İstanbul ılık IŞIK", "istanbul ilik isik");
    row("Scandinavian", "Ærø Ås Þór Ðaði", "aero as thor dadi");
    row("Polish, Croatian, Maltese", "Łódź Đorđe Ħal", "lodz dorde hal");
    row("French", "Œuvre, cœur, ça", "oeuvre, coeur, ca");
    row("ligatures", "oﬃce ﬁn ﬂat ﬀ ﬆ Ĳssel ŉ", "office fin flat ff st ijssel 'n");
    row("full width", "ＡＢＣ１２３！", "abc123!");
    row("mathematical", "𝐇𝐢 𝟘", "hi 0");
    row("superscript and fractions", "m² ½ №", "m2 1/2 no");
    row("long s", "ſo", "so");
    row("Greek", "ΌΔΟΣ ὁδός ΰ ᾳ", "οδοσ οδοσ υ αι");
    row("Cyrillic", "Ёлка Май", "елка маи");
    row("Arabic harakat", "مُحَمَّدٌ", "محمد");
    row("Arabic tatweel", "محـــمد", "محمد");
    row("tatweel with a mark", "م\u0640\u0651ح", "مح");
    row("Arabic hamza", "أإآا", "اااا");
    row("Arabic presentation forms", "ﷲ ﻻ ﹱ", "الله لا ");
    row("Hebrew points", "שָׁלוֹם", "שלום");
    row("Hebrew presentation form", "שׁ", "ש");
    row("Devanagari stays", "हिन्दी क्या", "हिन्दी क्या");
    row("Devanagari nukta stays", "क़", "क\u093c");
    row("joiner after virama stays", "क्\u200dष श्\u200cर", "क्\u200dष श्\u200cर");
    row("joiner elsewhere vanishes", "می\u200cخواهم", "میخواهم");
    row("kana voicing stays", "ガば", "ガば");
    row("kana decomposed", "か\u3099", "が");
    row("half width kana", "ｶﾞｷﾟｰ", "ガキ\u309aー");
    row("Hangul", "한글", "한글");
    row("Hangul jamo", "ᄒ\u1161\u11ab", "한");
    row("Thai marks stay", "ที่ดี", "ที่ดี");
    row("negated relation stays", "a≠b", "a≠b");
    row("emoji", "❤️👩‍🚀", "❤👩🚀");
    row("accent without letter", "\u0301a", "\u0301a");
    row("soft hyphen", "co\u00adoperate", "cooperate");
    row("soft hyphen before an accent", "e\u00ad\u0301", "e");
    row("lone surrogate", QString(QChar(0xd800)) + "A", QString(QChar(0xd800)) + "a");
}

void FoldingTest::fold_makesTheSame()
{
    QFETCH(QString, text);
    QTEST(Lectern::fold(text), "folded");
    QCOMPARE(Lectern::fold(Lectern::fold(text)), Lectern::fold(text));
}

void FoldingTest::fold_everyCodePoint_twiceIsOnce()
{
    for (char32_t c = 0; c <= 0x10ffff; ++c) {
        if (c == 0x20000)
            c = 0xe0000; // ideographs, unassigned planes
        if (c == 0xf0000)
            break;
        const QString once = Lectern::fold(QString::fromUcs4(&c, 1));
        if (Lectern::fold(once) != once)
            QFAIL(qPrintable(QStringLiteral("U+%1").arg(uint(c), 0, 16)));
        // Nothing may happen between a letter and what folds by itself.
        const QString behind = Lectern::fold("x" + QString::fromUcs4(&c, 1));
        if (Lectern::fold(behind) != behind || !behind.startsWith(u'x'))
            QFAIL(qPrintable(QStringLiteral("x U+%1").arg(uint(c), 0, 16)));
    }
}

void FoldingTest::fold_randomTexts_twiceIsOnce()
{
    RandomText random;
    for (int i = 0; i < 2'000; ++i) {
        const QString text = random.text(12);
        const QString once = Lectern::fold(text);
        QVERIFY2(Lectern::fold(once) == once, shown(text));
    }
}

void FoldingTest::fold_ofPieces_isPiecesOfFold()
{
    RandomText random;
    for (int i = 0; i < 2'000; ++i) {
        const QString first = random.text(8);
        const QString second = random.text(8);
        QVERIFY2(Lectern::fold(first + '\n' + second) == Lectern::fold(first) + '\n' + Lectern::fold(second),
                 shown(first + '\n' + second));
    }
}

void FoldingTest::foldTo_appends()
{
    QString out = QStringLiteral("KEPT ");
    foldTo(u"Çà", &out);
    foldTo(u"", &out);
    foldTo(u" VA", &out);
    QCOMPARE(out, QStringLiteral("KEPT ca va"));
}

void FoldingTest::isApostrophe_foldsToApostrophe()
{
    int count = 0;
    for (uint c = 0; c < 0x10000; ++c) {
        if (isApostrophe(char16_t(c))) {
            QCOMPARE(Lectern::fold(QString(QChar(char16_t(c)))), QStringLiteral("'"));
            ++count;
        }
    }
    QVERIFY(count > 15);
}

void FoldingTest::foldedText_agreesWithFold()
{
    RandomText random;
    for (int i = 0; i < 2'000; ++i) {
        const QString text = random.text(20);
        QVERIFY2(FoldedText(text).text() == Lectern::fold(text), shown(text));
    }
}

void FoldingTest::foldedText_mapsExactly_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("sought");
    QTest::addColumn<QString>("found");
    QTest::newRow("plain") << "Say Hello!"
                           << "hello"
                           << "Hello";
    QTest::newRow("decomposed accent") << "le cafe\u0301 noir"
                                       << "cafe"
                                       << "cafe\u0301";
    QTest::newRow("half a ligature") << "an oﬃce"
                                     << "of"
                                     << "oﬃ";
    QTest::newRow("sharp s") << "die Straße dort"
                             << "strasse"
                             << "Straße";
    QTest::newRow("soft hyphen inside") << "to co\u00adoperate now"
                                        << "cooperate"
                                        << "co\u00adoperate";
    QTest::newRow("soft hyphen at the end") << "to co\u00adoperate"
                                            << "to co"
                                            << "to co";
    QTest::newRow("ellipsis") << "so… yes"
                              << "so.."
                              << "so…";
    QTest::newRow("after an emoji") << "👩‍🚀 Été"
                                    << "ete"
                                    << "Été";
    QTest::newRow("beyond the BMP") << "𝐇𝐢 there"
                                    << "hi"
                                    << "𝐇𝐢";
    QTest::newRow("harakat") << "قال مُحَمَّدٌ هنا"
                             << "محمد"
                             << "مُحَمَّدٌ";
    QTest::newRow("jamo") << "x 한 y"
                          << "한"
                          << "한";
    QTest::newRow("bidi control in front") << "a \u202bשלום"
                                           << "שלום"
                                           << "שלום";
}

void FoldingTest::foldedText_mapsExactly()
{
    QFETCH(QString, text);
    QFETCH(QString, sought);
    const FoldedText folded(text);
    const qsizetype at = folded.text().indexOf(sought);
    QVERIFY(at >= 0);
    const TextRange range = folded.toOriginal({at, at + sought.size()});
    QTEST(text.mid(range.start, range.length()), "found");
}

void FoldingTest::foldedText_mapsBack_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("start");
    QTest::addColumn<int>("end");
    QTest::addColumn<QString>("folded");
    QTest::newRow("all") << "Été" << 0 << 3 << "ete";
    QTest::newRow("nothing") << "Été" << 1 << 1 << "";
    QTest::newRow("what vanished") << "a\u00adb" << 1 << 2 << "";
    QTest::newRow("a ligature") << "oﬃce" << 1 << 2 << "ffi";
    QTest::newRow("the accent alone") << "cafe\u0301" << 4 << 5 << "e";
    QTest::newRow("half a pair") << "𝐇𝐢" << 1 << 2 << "h";
    QTest::newRow("beyond the end") << "abc" << 2 << 99 << "c";
    QTest::newRow("of nothing") << "" << 0 << 0 << "";
}

void FoldingTest::foldedText_mapsBack()
{
    QFETCH(QString, text);
    QFETCH(int, start);
    QFETCH(int, end);
    const FoldedText folded(text);
    const TextRange range = folded.toFolded({start, end});
    QTEST(folded.text().mid(range.start, range.length()), "folded");
}

void FoldingTest::foldedText_randomTexts_mapMonotonously()
{
    RandomText random;
    for (int i = 0; i < 1'500; ++i) {
        const QString text = random.text(16);
        const FoldedText folded(text);
        const qsizetype size = folded.text().size();
        TextRange previous;
        for (qsizetype at = 0; at < size; ++at) {
            const TextRange origin = folded.toOriginal({at, at + 1});
            QVERIFY2(!origin.isEmpty() && origin.start >= previous.start && origin.end >= previous.end &&
                         origin.end <= text.size(),
                     shown(text));
            QVERIFY2(folded.toFolded(origin).contains(TextRange{at, at + 1}), shown(text));
            // What folds alone folds in its place.
            const TextRange whole = folded.toFolded(origin);
            QVERIFY2(folded.toOriginal(whole) == origin, shown(text));
            previous = origin;
        }
        for (qsizetype at = 0; at < text.size(); ++at) {
            const TextRange made = folded.toFolded({at, at + 1});
            QVERIFY2(made.start >= 0 && made.end <= size && made.start <= made.end, shown(text));
            if (!made.isEmpty())
                QVERIFY2(folded.toOriginal(made).contains(TextRange{at, at + 1}), shown(text));
        }
        const qsizetype start = random.below(int(size) + 1);
        const TextRange range{start, start + random.below(int(size - start) + 1)};
        if (!range.isEmpty())
            QVERIFY2(folded.toFolded(folded.toOriginal(range)).contains(range), shown(text));
    }
}

QTEST_GUILESS_MAIN(FoldingTest)
#include "tst_folding.moc"
