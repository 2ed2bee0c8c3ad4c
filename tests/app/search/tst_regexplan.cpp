#include "app/search/listedterms.h"
#include "search/regexplan.h"
#include "support/seed.h"
#include "text/folding.h"
#include "text/words.h"

#include <QRegularExpression>
#include <QTest>

using namespace Lectern;

class TestRegexPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plan_saysWhatMustBeThere_data();
    void plan_saysWhatMustBeThere();
    void plan_ofManyNestedRepeats_isQuick();
    void letters_foldWithAllThatTheyMatch();
    void plan_losesNoMatch();
    void pieces_findTerms();
    void cutTerms_mayHoldAnything();
};

namespace {

QString shown(const RegexPlan &plan)
{
    if (plan.kind == RegexPlan::Kind::Anything)
        return QStringLiteral("*");
    if (plan.kind == RegexPlan::Kind::Piece)
        return (plan.piece.beginsWord ? QStringLiteral("<") : QString()) + plan.piece.letters +
               (plan.piece.endsWord ? QStringLiteral(">") : QString());
    QStringList parts;
    for (const RegexPlan &child : plan.children)
        parts += shown(child);
    return u'(' + parts.join(plan.kind == RegexPlan::Kind::And ? u'&' : u'|') + u')';
}

/// Whether a text satisfies the plan by its words.
bool satisfies(const RegexPlan &plan, const std::vector<Word> &words)
{
    return plan.isSatisfied([&words](const WordPiece &piece) {
        return std::any_of(words.begin(), words.end(), [&piece](const Word &word) {
            if (piece.beginsWord && piece.endsWord)
                return word.term == piece.letters;
            if (piece.beginsWord || piece.endsWord)
                return piece.beginsWord ? word.term.startsWith(piece.letters)
                                        : word.term.endsWith(piece.letters);
            return word.term.contains(piece.letters);
        });
    });
}

/// A pattern and a text that it is likely to match, made together.
struct Sample
{
    QString pattern;
    QString text;
};

class SampleMaker
{
public:
    explicit SampleMaker(std::mt19937 &random)
        : m_random(random)
    {}

    Sample sample(int depth)
    {
        Sample all;
        for (quint32 parts = 1 + below(4); parts > 0; --parts) {
            const Sample one = below(3) == 0 && depth > 0 ? compound(depth - 1) : word();
            all = {all.pattern + one.pattern, all.text + one.text};
        }
        return all;
    }

    /// Letters, marks, joints and characters that vanish.
    QString noise()
    {
        static const QString pieces[] = {
            QStringLiteral(" "),      QStringLiteral("\n"),     QStringLiteral("a"),
            QStringLiteral("\u0301"), QStringLiteral("\u00ad"), QStringLiteral("'"),
            QStringLiteral("\u2019"), QStringLiteral("."),      QStringLiteral("_"),
            QStringLiteral(","),      QStringLiteral("-"),      QStringLiteral("1"),
            QStringLiteral("\ufb01"), QStringLiteral("\u00df"), QStringLiteral("\u0345"),
            QStringLiteral("\u200d"), QStringLiteral("\u094d"), QStringLiteral("\u4e2d"),
            QStringLiteral("\u3099"), QStringLiteral("\u20e3"), QStringLiteral("\ufe0f"),
            QStringLiteral("\u0640"), QStringLiteral("\u05bc"), QStringLiteral("\u1100"),
            QStringLiteral("\""),     QStringLiteral(":"),      QStringLiteral("\u0338"),
            QStringLiteral("\u00a0"), QStringLiteral("/"),      QStringLiteral("\U0001f600"),
            QStringLiteral("\u0e01"), QStringLiteral("\u0645"), QStringLiteral("\u05d0")};
        QString text;
        for (quint32 count = below(4); count > 0; --count)
            text += pieces[below(std::size(pieces))];
        return text;
    }

private:
    quint32 below(size_t end) { return quint32(m_random() % end); }

    Sample word()
    {
        static const QString texts[] = {QStringLiteral("abc"),
                                        QStringLiteral("foo bar"),
                                        QStringLiteral("stra\u00dfe"),
                                        QStringLiteral("caf\u00e9"),
                                        QStringLiteral("don't"),
                                        QStringLiteral("3.14"),
                                        QStringLiteral("1,000"),
                                        QStringLiteral("\u0391\u03b8\u03ae\u03bd\u03b1"),
                                        QStringLiteral("\u043c\u043e\u0439"),
                                        QStringLiteral("k\u017f"),
                                        QStringLiteral("\u0130iI"),
                                        QStringLiteral("\u05d0\u05d1\u05d2"),
                                        QStringLiteral("\u0633\u0644\u0627\u0645"),
                                        QStringLiteral("\u65e5\u672c"),
                                        QStringLiteral("a-b"),
                                        QStringLiteral("(x)"),
                                        QStringLiteral("snake_case"),
                                        QStringLiteral(" - "),
                                        QStringLiteral("\n"),
                                        QStringLiteral("e"),
                                        QStringLiteral("12"),
                                        QStringLiteral("\ufb01nd"),
                                        QStringLiteral("\u0149a"),
                                        QStringLiteral("x y z"),
                                        QStringLiteral("\u00e6on"),
                                        QStringLiteral("1/2"),
                                        QStringLiteral("ok?"),
                                        QStringLiteral("!")};
        QString text = texts[below(std::size(texts))];
        const QString pattern =
            below(6) == 0 ? QStringLiteral("\\Q%1\\E").arg(text) : QRegularExpression::escape(text);
        if (below(3) == 0)
            text = below(2) == 0 ? text.toUpper() : text.toLower();
        return {pattern, text};
    }

    Sample compound(int depth)
    {
        const Sample one = sample(depth);
        const Sample other = sample(depth);
        switch (below(12)) {
        case 0:
            return {u'(' + one.pattern + u'|' + other.pattern + u')', below(2) == 0 ? one.text : other.text};
        case 1:
            return {QLatin1String("(?:") + one.pattern + QLatin1String(")?"),
                    below(2) == 0 ? one.text : QString()};
        case 2:
            return {u'(' + one.pattern + QLatin1String(")+"), one.text.repeated(1 + int(below(3)))};
        case 3:
            return {QLatin1String("(?<n") + QString::number(++m_names) + u'>' + one.pattern +
                        QLatin1String(")*"),
                    one.text.repeated(int(below(3)))};
        case 4:
            return {QLatin1String("(?i:") + one.pattern + QLatin1String("){2,3}?"),
                    one.text.repeated(2 + int(below(2)))};
        case 5:
            return {QLatin1String("(?>") + one.pattern + QLatin1String("){2}"), one.text.repeated(2)};
        case 6:
            return {QLatin1String("(?:.|\\n)*") + one.pattern, noise() + one.text};
        case 7:
            return {QLatin1String("[a-cx]") + one.pattern + QLatin1String("[^q]"),
                    QLatin1String("b") + one.text + QLatin1String("z")};
        case 8:
            return {QLatin1String("\\w+\\s") + one.pattern + QLatin1String("\\d?"),
                    QLatin1String("w ") + one.text};
        case 9:
            return {QLatin1String("(?=") + one.pattern + u')' + one.pattern +
                        QLatin1String("(?#abcd)(?!qqq)"),
                    one.text};
        case 10:
            return {QLatin1String("[[:alpha:]\\]-]") + one.pattern + QLatin1String("\\x{66}\\x6f\\b"),
                    QLatin1String("q") + one.text + QLatin1String("fo")};
        default:
            return {one.pattern + QLatin1String("[ _-]") + other.pattern,
                    one.text + u" _-"[below(3)] + other.text};
        }
    }

    std::mt19937 &m_random;
    int m_names = 0;
};

} // namespace

void TestRegexPlan::plan_saysWhatMustBeThere_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("plan");
    const auto row = [](const char *pattern, const char *plan) {
        QTest::newRow(pattern) << QString::fromUtf8(pattern) << QString::fromUtf8(plan);
    };
    row("", "*");
    row("word", "word");
    row("ab", "*");
    row("Stra\u00dfe", "strasse");
    row("prime minister", "(prime>&<minister)");
    row("house of lords", "(house>&<of>&<lords)");
    row("prime\\s+minister", "(prime&minister)");
    row("don't", "don");
    row("well-known", "(well>&<known)");
    row("colou?r", "(colour|color)");
    row("organi[sz]ation", "(organisation|organization)");
    row("(cat|dog)s", "(cats|dogs)");
    row("(north|south|.*)ern", "ern");
    row("(north.*|south.*)ern", "((north|south)&ern)");
    row("abc|de", "*");
    row("abcd+efg", "(abcd&defg)");
    row("abc(def)*ghi", "(abc&ghi)");
    row("abc(def)*", "abc");
    row("(abc){2}", "abcabc");
    row("(abc){2,}", "abc");
    row("(abc){0}", "*");
    row("abc{0,1}def", "(abcdef|abdef)");
    row("abc{def", "(abc&def)");
    row("abc{,2}", "*");
    row("\\bword\\b", "word");
    row("^word$", "word");
    row("foo.bar", "(foo&bar)");
    row("foo\\.bar", "(foo&bar)");
    row("foo\\x2dbar", "(foo>&<bar)");
    row("\\Qa+b.\\Efoo", "foo");
    row("[abc", "*");
    row("foo[^]x]bar", "(foo&bar)");
    row("foo[\\d_]bar", "(foo&bar)");
    row("foo[\\--a]bar", "(foo&bar)");
    row("foo[[.x:]bar", "*");
    row("(?i)word", "word");
    row("(?x)wo rd", "*");
    row("(?=foo)bar(?<!baz)", "bar");
    row("(?<name>foo)(?P<other>bar)(?'third'baz)", "foobarbaz");
    row("(foo)\\1bar", "(foo&bar)");
    row("(?R)?foo", "*");
    row("(*ACCEPT)foo", "*");
    row("(?(1)foo|bar)", "*");
    row("foo(?#bar)baz", "foobaz");
    row("foo)", "*");
    row("(foo", "*");
    row("*foo", "*");
    row("\u65e5\u672c\u8a9e", "*");
    row("foo\U0001f600?bar", "((foo&bar)|foobar)");
    row("foo\\p{Lu}bar\\pLbaz", "(foo&bar&baz)");
}

void TestRegexPlan::plan_saysWhatMustBeThere()
{
    QFETCH(QString, pattern);
    QFETCH(QString, plan);
    QCOMPARE(shown(RegexPlan::of(pattern)), plan);
}

void TestRegexPlan::plan_ofManyNestedRepeats_isQuick()
{
    const QString deep =
        QStringLiteral("(?:").repeated(90) + QLatin1String("abc") + QStringLiteral("){4}").repeated(90);
    QVERIFY(RegexPlan::of(deep).kind != RegexPlan::Kind::Anything);
    QCOMPARE(RegexPlan::of(QStringLiteral("(").repeated(100'000)), RegexPlan());
    QCOMPARE(RegexPlan::of(QStringLiteral("(abc|").repeated(90) + u')' + QStringLiteral(")").repeated(89)),
             RegexPlan());
}

/// A letter of a pattern matches others when capitals do not count; all that it matches must fold alike.
void TestRegexPlan::letters_foldWithAllThatTheyMatch()
{
    QString everything;
    for (char32_t c = 1; c < 0x10000; ++c)
        if (c < 0xd800 || c >= 0xe000)
            everything += QChar(char16_t(c));
    int plain = 0;
    for (char16_t c = 1; c < 0x700; ++c) {
        const QString pattern = QRegularExpression::escape(QString(3, QChar(c)));
        const RegexPlan plan = RegexPlan::of(pattern);
        if (plan.kind == RegexPlan::Kind::Anything)
            continue;
        ++plain;
        const QRegularExpression regex(QString(1, QChar(c)), QRegularExpression::CaseInsensitiveOption);
        for (auto matches = regex.globalMatch(everything); matches.hasNext();)
            QCOMPARE(fold(matches.next().captured().repeated(3)), plan.piece.letters);
    }
    QVERIFY(plain > 400);
}

void TestRegexPlan::plan_losesNoMatch()
{
    std::mt19937 random(testSeed());
    WordBreaker breaker;
    SampleMaker maker(random);
    int matches = 0;
    int filters = 0;
    for (int round = 0; round < 8000; ++round) {
        const Sample sample = maker.sample(3);
        const QString text = maker.noise() + sample.text + maker.noise();
        QRegularExpression regex(sample.pattern, QRegularExpression::CaseInsensitiveOption);
        if (round % 2 == 0)
            regex.setPatternOptions(regex.patternOptions() | QRegularExpression::UseUnicodePropertiesOption);
        if (sample.pattern.size() > 2000 || !regex.match(text).hasMatch())
            continue;
        ++matches;
        const RegexPlan plan = RegexPlan::of(sample.pattern);
        filters += plan.kind != RegexPlan::Kind::Anything;
        if (!satisfies(plan, breaker.words(text)))
            QFAIL(qPrintable(
                QStringLiteral("/%1/ matches «%2» but not %3").arg(sample.pattern, text, shown(plan))));
    }
    QVERIFY(matches > 3000);
    QVERIFY(filters > 1500);
}

void TestRegexPlan::pieces_findTerms()
{
    const ListedTerms dictionary({"art", "artist", "smart", "start", "party"});
    auto cursor = dictionary.cursor();
    const auto found = [&](bool beginsWord, bool endsWord) {
        QStringList terms;
        for (const quint32 id : termsWith(cursor, {QStringLiteral("art"), beginsWord, endsWord}))
            terms += QString::fromStdString(dictionary.terms()[id]);
        return terms.join(u' ');
    };
    QCOMPARE(found(true, true), QStringLiteral("art"));
    QCOMPARE(found(true, false), QStringLiteral("art artist"));
    QCOMPARE(found(false, true), QStringLiteral("art smart start"));
    QCOMPARE(found(false, false), QStringLiteral("art artist party smart start"));
}

/// The index cuts terms after 255 units, the text has all of the word.
void TestRegexPlan::cutTerms_mayHoldAnything()
{
    WordBreaker breaker;
    for (const QString &letter : {QStringLiteral("x"), QStringLiteral("\U00010400")}) {
        const QString text = letter.repeated(300) + QLatin1String("needle");
        const ListedTerms dictionary({breaker.words(text).front().term.toStdString()});
        auto cursor = dictionary.cursor();
        QCOMPARE(termsWith(cursor, RegexPlan::of(QStringLiteral("needle")).piece).size(), size_t(1));
    }
}

QTEST_GUILESS_MAIN(TestRegexPlan)
#include "tst_regexplan.moc"
