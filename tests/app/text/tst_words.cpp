#include "text/words.h"

#include "text/folding.h"

#include "app/text/randomtext.h"

#include <QtTest>

#include <unicode/brkiter.h>

#include <memory>

using namespace Lectern;
using namespace LecternTest;

namespace {

/// Words as one line: `term[start-end]` with a space between, `~` before parts.
QString written(const std::vector<Word> &words)
{
    QStringList result;
    for (const Word &word : words)
        result << QStringLiteral("%1%2[%3-%4]")
                      .arg(word.isPart ? QStringLiteral("~") : QString(), word.term)
                      .arg(word.range.start)
                      .arg(word.range.end);
    return result.join(u' ');
}

QString terms(const std::vector<Word> &words)
{
    QStringList result;
    for (const Word &word : words)
        result << (word.isPart ? "~" + word.term : word.term);
    return result.join(u' ');
}

} // namespace

class WordsTest : public QObject
{
    Q_OBJECT

private slots:
    void words_areTheseTerms_data();
    void words_areTheseTerms();
    void words_standWhereTheyStand_data();
    void words_standWhereTheyStand();
    void words_allApostrophes_makeTheSameTerms();
    void words_positions_ascendAndPartsShareThem();
    void words_longWord_isCutAndItsRangeIsNot();
    void words_hugeWordOfParts_isQuick();
    void words_again_forgetTheLastText();
    void words_randomTexts_fastIsIcu();
    void words_randomAscii_areThoseOfTheStandard();
    void words_randomTexts_keepTheirPromises();
    void words_ofSubstring_areSubstring();

private:
    WordBreaker m_breaker;
};

void WordsTest::words_areTheseTerms_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &text, const QString &expected) {
        QTest::newRow(name) << text << expected;
    };
    row("empty", "", "");
    row("punctuation only", " ... -- !? (\"') \n\t", "");
    row("plain", "The quick (\"brown\") fox.", "the quick brown fox");
    row("line breaks", "one\ntwo\n\nthree", "one two three");
    row("contraction", "don't", "don't ~don ~t");
    row("curly contraction", "couldn’t", "couldn't ~couldn ~t");
    row("possessive", "the state’s", "the state's ~state ~s");
    row("plural possessive", "the states' rights", "the states rights");
    row("elision", "l’amour d'été", "l'amour ~l ~amour d'ete ~d ~ete");
    row("leading apostrophe", "’tis rock ’n’ roll", "tis rock n roll");
    row("quoted", "‘yes’ 'no'", "yes no");
    row("two apostrophes", "fo'c's'le", "fo'c's'le ~fo ~c ~s ~le");
    row("doubled apostrophe", "a''b", "a b");
    row("Hawaiian", "Hawaiʻi", "hawai'i ~hawai ~i");
    row("acute for apostrophe", "don´t", "don't ~don ~t");
    row("initialism", "the U.S. Army", "the u.s ~u ~s army");
    row("host name", "at example.com.", "at example.com ~example ~com");
    row("mail address", "me@example.com", "me example.com ~example ~com");
    row("number", "3.14 and 1,000.50", "3.14 and 1,000.50");
    row("number with apostrophes", "1'000’000", "1'000'000");
    row("list of numbers", "1, 2,3", "1 2,3");
    row("version", "v1.2", "v1.2");
    row("mixed", "B2B 4x4 mp3", "b2b 4x4 mp3");
    row("letters then number", "R.2", "r 2");
    row("underscores", "snake_case_name _x_ __", "snake_case_name ~snake ~case ~name x");
    row("underscore between digits", "2021_09", "2021_09 ~2021 ~09");
    row("colon", "a:b 12:30", "a b 12 30");
    row("hyphens", "state-of-the-art co‑op", "state of the art co op");
    row("slash and ampersand", "and/or AT&T", "and or at t");
    row("soft hyphen", "co\u00adoperate", "cooperate");
    row("no-break space", "10\u00a0km", "10 km");
    row("narrow no-break space", "«\u202fOui\u202f» 1\u202f000", "oui 1 000");
    row("zero width space", "one\u200btwo", "one two");
    row("currency", "$5 €6 5£", "$ 5 € 6 5 £");
    row("mathematics", "C++ x=1 5 < 6 −1", "c + + x = 1 5 < 6 1");
    row("symbols that fold to punctuation are none", "a − b a∕b", "a b a b");
    row("fraction slash parts like a slash", "1⁄2 a⁄b ⁄ 톥⁄a", "1 2 a b 톥 a");
    row("signs", "© ™ ° §", "© tm °");
    row("superscript", "m² ½", "m 2 1/2");
    row("accents", "naïve café cafe\u0301", "naive cafe cafe");
    row("German", "Straße GROß", "strasse gross");
    row("Russian", "Ёлка, мир!", "елка мир");
    row("Greek", "ο Σωκράτης;", "ο σωκρατησ");
    row("Greek elision", "δι᾽ ὀλίγου", "δι ολιγου");
    row("Catalan", "col·lapse", "col·lapse");
    row("Hebrew acronym", "צה\"ל צה״ל", "צה\"ל צה\"ל");
    row("Hebrew quoted", "\"שלום\"", "שלום");
    row("Arabic", "قال مُحَمَّدٌ: نعم", "قال محمد نعم");
    row("Persian", "می\u200cخواهم", "میخواهم");
    row("Hindi", "हिन्दी में", "हिन्दी में");
    row("Korean", "한국어 텍스트", "한국어 텍스트");
    row("Han", "東京都。", "東 京 都");
    row("Han beyond the BMP", "\U00020000字", "\U00020000 字");
    row("Japanese", "カナとかな", "カ ナ と か な");
    row("prolonged sound", "スーパー", "ス ー パ ー");
    row("decomposed kana", "か\u3099く", "が く");
    row("half width kana", "ｶﾞﾝ", "ガ ン");
    row("Han with numbers", "東京2020年", "東 京 2020 年");
    row("Thai", "ไทยดี", "ไ ท ย ดี");
    row("Khmer", "ខ្មែរ", "ខ\u17d2 មែ រ");
    row("Lao, Myanmar", "ລາວ မြန်", "ລ າ ວ မ\u103c န\u103a");
    row("full width", "ＡＢＣ１２３", "abc123");
    row("emoji", "ok 👍🏽👩‍👩‍👧 ❤️!", "ok 👍🏽 👩👩👧 ❤");
    row("flags", "🇩🇪🇫🇷", "🇩🇪 🇫🇷");
    row("keycap", "1️⃣", "1\u20e3");
    row("joiner between punctuation and emoji", "!\u200d👍", "👍");
    row("tatweel alone", "\u0640", "");
    row("mark alone", " \u0301 ", "");
}

void WordsTest::words_areTheseTerms()
{
    QFETCH(QString, text);
    QTEST(terms(m_breaker.words(text)), "expected");
    QTEST(terms(m_breaker.words(text, WordBreaking::IcuOnly)), "expected");
}

void WordsTest::words_standWhereTheyStand_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("apostrophes") << "‘don’t’"
                                 << "don't[1-6] ~don[1-4] ~t[5-6]";
    QTest::newRow("full stops") << "a U.S. b"
                                << "a[0-1] u.s[2-5] ~u[2-3] ~s[4-5] b[7-8]";
    QTest::newRow("underscores") << "__a_b_"
                                 << "a_b[2-5] ~a[2-3] ~b[4-5]";
    QTest::newRow("soft hyphen") << "x co\u00adop"
                                 << "x[0-1] coop[2-7]";
    QTest::newRow("pairs") << "😀 \U00020000好"
                           << "😀[0-2] \U00020000[3-5] 好[5-6]";
    QTest::newRow("marks") << "cafe\u0301 か\u3099"
                           << "cafe[0-5] が[6-8]";
    QTest::newRow("ligature") << "oﬃce"
                              << "office[0-4]";
}

void WordsTest::words_standWhereTheyStand()
{
    QFETCH(QString, text);
    QTEST(written(m_breaker.words(text)), "expected");
}

void WordsTest::words_allApostrophes_makeTheSameTerms()
{
    for (uint c = 0; c < 0x10000; ++c) {
        if (!isApostrophe(char16_t(c)))
            continue;
        const QString mark(QChar{char16_t(c)});
        const QString text = mark + "I didn" + mark + "t" + mark;
        QCOMPARE(written(m_breaker.words(text)), QStringLiteral("i[1-2] didn't[3-9] ~didn[3-7] ~t[8-9]"));
    }
}

void WordsTest::words_positions_ascendAndPartsShareThem()
{
    const auto &words = m_breaker.words(u"It's 5 o’clock.");
    QList<quint32> positions;
    for (const Word &word : words)
        positions << word.position;
    QCOMPARE(positions, (QList<quint32>{0, 0, 0, 1, 2, 2, 2}));
}

void WordsTest::words_longWord_isCutAndItsRangeIsNot()
{
    const QString text(1'000'000, u'x');
    const auto &words = m_breaker.words(text);
    QCOMPARE(words.size(), size_t(1));
    QCOMPARE(words[0].term, QString(255, u'x'));
    QCOMPARE(words[0].range, (TextRange{0, 1'000'000}));

    const QString pairs = u'x' + QStringLiteral("𐐨").repeated(500); // cut between code points
    QCOMPARE(m_breaker.words(pairs).at(0).term, u'x' + QStringLiteral("𐐨").repeated(127));
}

void WordsTest::words_hugeWordOfParts_isQuick()
{
    const QString text = QStringLiteral("ab.").repeated(100'000);
    QCOMPARE(m_breaker.words(text).size(), size_t(100'001));
    const QString marks = u'a' + QString(300'000, QChar(0x301));
    QCOMPARE(terms(m_breaker.words(marks)), QStringLiteral("a"));
}

void WordsTest::words_again_forgetTheLastText()
{
    const QString kept = m_breaker.words(u"Alpha Beta").at(0).term;
    QCOMPARE(terms(m_breaker.words(u"Gamma")), QStringLiteral("gamma"));
    QCOMPARE(kept, QStringLiteral("alpha"));
    QCOMPARE(m_breaker.words(u"").size(), size_t(0));
}

void WordsTest::words_randomTexts_fastIsIcu()
{
    RandomText random;
    for (int i = 0; i < 4'000; ++i) {
        const QString text = random.text(30);
        const QString fast = written(m_breaker.words(text));
        const QString slow = written(m_breaker.words(text, WordBreaking::IcuOnly));
        QVERIFY2(fast == slow, shown(text) + ": " + shown(fast) + " / " + shown(slow));
    }
}

void WordsTest::words_randomAscii_areThoseOfTheStandard()
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> standard(
        icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    QVERIFY(U_SUCCESS(status));
    const QString alphabet = QStringLiteral("aaBz019 \n.,;'_-!\"#/");
    RandomText random;
    for (int i = 0; i < 4'000; ++i) {
        QString text;
        for (int length = random.below(24); length > 0; --length)
            text += alphabet[random.below(int(alphabet.size()))];
        QStringList expected;
        const icu::UnicodeString unicode(text.utf16(), int32_t(text.size()));
        standard->setText(unicode);
        for (int32_t start = 0, end = standard->next(); end != icu::BreakIterator::DONE;
             start = end, end = standard->next()) {
            QString word = text.mid(start, end - start);
            while (word.startsWith(u'_'))
                word.remove(0, 1);
            while (word.endsWith(u'_'))
                word.chop(1);
            if (!word.isEmpty() && word.back().isLetterOrNumber())
                expected << word.toLower();
        }
        QStringList found;
        for (const Word &word : m_breaker.words(text))
            if (!word.isPart)
                found << word.term;
        QVERIFY2(found == expected, shown(text));
    }
}

void WordsTest::words_randomTexts_keepTheirPromises()
{
    RandomText random;
    for (int i = 0; i < 1'500; ++i) {
        const QString text = random.text(30);
        TextRange whole;
        quint32 position = 0;
        for (const Word &word : m_breaker.words(text)) {
            QVERIFY2(!word.term.isEmpty() && !word.range.isEmpty() && word.range.end <= text.size(),
                     shown(text));
            QVERIFY2(word.term ==
                         fold(QStringView(text).sliced(word.range.start, word.range.length())).left(255),
                     shown(text));
            if (word.isPart) {
                QVERIFY2(whole.contains(word.range) && word.position + 1 == position, shown(text));
                continue;
            }
            QVERIFY2(word.position == position && word.range.start >= whole.end, shown(text));
            whole = word.range;
            ++position;
        }
    }
}

void WordsTest::words_ofSubstring_areSubstring()
{
    // A phrase without spaces needs no dictionary: the words of a part stand in the words of the whole.
    const QString whole = terms(m_breaker.words(u"東京都知事が発表した"));
    QVERIFY(whole.contains(terms(m_breaker.words(u"都知事"))));
}

QTEST_GUILESS_MAIN(WordsTest)
#include "tst_words.moc"
