#include "app/search/listedterms.h"
#include "search/stemclasses.h"
#include "support/seed.h"

#include <QTest>

#include <map>

using namespace Lectern;

class TestStemClasses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void words_haveStems_data();
    void words_haveStems();
    void words_beginAsTheirStemTells_data();
    void words_beginAsTheirStemTells();
    void languages_areKnownByTheirSubtag_data();
    void languages_areKnownByTheirSubtag();
    void terms_ofAStem_areFound();
    void randomTerms_areInTheClassOfTheirStem();
    void classes_areSmall();
    void damagedBytes_areNoTrap();
};

namespace {

std::vector<std::string> randomWords(std::mt19937 &random, size_t count)
{
    static const char *const roots[] = {"walk", "nation", "hope", "run", "argu", "cat", "city", "\u4e2d"};
    static const char *const endings[] = {"", "s", "ed", "ing", "er", "al", "ally", "'s", "e", "2"};
    std::vector<std::string> words;
    for (size_t i = 0; i < count; ++i) {
        std::string word;
        for (size_t letters = random() % 3; letters > 0; --letters)
            word += char('a' + random() % 26);
        words.push_back(word + roots[random() % std::size(roots)] + endings[random() % std::size(endings)]);
    }
    return words;
}

} // namespace

void TestStemClasses::words_haveStems_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("stem");
    const auto row = [](const char *language, const char *word, const char *stem) {
        QTest::addRow("%s %s", language, word)
            << QString::fromUtf8(language) << QString::fromUtf8(word) << QString::fromUtf8(stem);
    };
    row("en", "running", "run");
    row("en-GB", "nations", "nation");
    row("en", "state's", "state's");
    row("en", "2nds", "2nds");
    row("en", "", "");
    row("en", "\u4e2d", "\u4e2d");
    row("de", "strassen", "strass");
    row("de", "hauser", "haus");
    row("fr", "nationales", "national");
    row("nb", "muligheter", "mul");
    row("ru", "\u043d\u043e\u0432\u044b\u0438", "\u043d\u043e\u0432");
    row("ru", "\u043d\u043e\u0432\u0430\u044f", "\u043d\u043e\u0432");
    row("ja", "running", "running");
}

void TestStemClasses::words_haveStems()
{
    QFETCH(QString, language);
    QFETCH(QString, word);
    QFETCH(QString, stem);
    QCOMPARE(Stemmer(language).stem(word), stem);
}

void TestStemClasses::words_beginAsTheirStemTells_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("letters");
    QTest::addColumn<size_t>("known"); // bytes of the beginning of a long word
    const QString latin = QStringLiteral("abcdefghijklmnopqrstuvwxyz");
    const QString cyrillic = QStringLiteral("абвгдежзийклмнопрстуфхцчшщъыьэюя");
    QTest::newRow("en") << QStringLiteral("en") << latin << size_t(3);
    for (const char *const language : {"da", "de", "es", "fi", "fr", "it", "nb", "pt", "ro", "sv"})
        QTest::newRow(language) << QString::fromLatin1(language) << latin << size_t(1);
    QTest::newRow("ru") << QStringLiteral("ru") << cyrillic << size_t(2);
    QTest::newRow("id") << QStringLiteral("id") << latin << size_t(0);
    QTest::newRow("ar") << QStringLiteral("ar") << latin << size_t(0);
}

void TestStemClasses::words_beginAsTheirStemTells()
{
    QFETCH(QString, language);
    QFETCH(QString, letters);
    QFETCH(size_t, known);
    const Stemmer stemmer(language);
    static const char *const endings[] = {
        "",      "s",    "es",      "ed",    "ing",   "ies",  "ied",  "y",       "ly",    "er",
        "en",    "e",    "ment",    "al",    "ness",  "ar",   "amos", "ung",     "heit",  "et",
        "ene",   "ssa",  "a",       "i",     "ion",   "ait",  "ende", "ul",      "ua",    "ss",
        "ably",  "ence", "ization", "ility", "ency",  "logy", "ical", "ational", "ously", "iveness",
        "icate", "able", "bility",  "alism", "fully", "edly", "eed",  "ying"};
    std::mt19937 random(testSeed());
    std::vector<std::string> words{"dying", "lying", "tying", "dies", "skies",
                                   "skis",  "ugly",  "early", "yes"};
    for (int i = 0; i < 20'000; ++i) {
        QString word;
        for (size_t length = 1 + random() % 5; length > 0; --length)
            word += letters[qsizetype(random() % size_t(letters.size()))];
        words.push_back(word.toStdString() + endings[random() % std::size(endings)]);
    }
    for (const std::string &word : words) {
        const std::string stem = stemmer.stem(std::string_view(word));
        const std::string_view beginning = stemmer.beginning(stem);
        QVERIFY2(word.starts_with(beginning), (word + " has the stem " + stem).c_str());
    }
    QCOMPARE(stemmer.beginning((letters.first(1).repeated(4)).toStdString()).size(), known);
}

void TestStemClasses::languages_areKnownByTheirSubtag_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("known");
    for (const char *known : {"en", "EN-us", "de-AT", "nn", "pt-BR", "tr"})
        QTest::newRow(known) << QString::fromLatin1(known) << true;
    for (const char *unknown : {"ja", "zh-Hant", "porter", "english", "x-en", "e", "-"})
        QTest::newRow(unknown) << QString::fromLatin1(unknown) << false;
    QTest::newRow("none") << QString() << false;
}

void TestStemClasses::languages_areKnownByTheirSubtag()
{
    QFETCH(QString, language);
    QFETCH(bool, known);
    QCOMPARE(!Stemmer(language).isNull(), known);
}

void TestStemClasses::terms_ofAStem_areFound()
{
    const ListedTerms dictionary({"argue", "argued", "cat", "nation", "nations", "walking", "zz"});
    auto cursor = dictionary.cursor();
    const Stemmer stemmer(QStringLiteral("en"));
    const std::vector<std::byte> bytes = StemClasses::build(cursor, stemmer).write();
    const StemClassesView classes(bytes);
    QVERIFY(classes.isValid());
    QCOMPARE(classes.terms("nation"), (std::vector<quint32>{3, 4}));
    QCOMPARE(classes.terms("argu"), (std::vector<quint32>{0, 1}));
    QCOMPARE(classes.terms("walk"), (std::vector<quint32>{5}));
    QCOMPARE(classes.terms("cat"), (std::vector<quint32>{}));
    QCOMPARE(termsOfStem(cursor, classes, stemmer, "cat"), (std::vector<quint32>{2}));
    QCOMPARE(termsOfStem(cursor, classes, stemmer, "dog"), (std::vector<quint32>{}));
    QCOMPARE(termsOfStem(cursor, classes, stemmer, "argued"), (std::vector<quint32>{}));
}

void TestStemClasses::randomTerms_areInTheClassOfTheirStem()
{
    std::mt19937 random(testSeed());
    const Stemmer stemmer(QStringLiteral("en"));
    for (const size_t count : {0, 1, 2, 30, 3000, 20000}) {
        const ListedTerms dictionary(randomWords(random, count));
        auto cursor = dictionary.cursor();
        const std::vector<std::byte> bytes = StemClasses::build(cursor, stemmer).write();
        const StemClassesView classes(bytes);
        QVERIFY(classes.isValid());
        std::map<std::string, std::vector<quint32>> expected;
        for (size_t id = 0; id < dictionary.terms().size(); ++id)
            expected[stemmer.stem(dictionary.terms()[id])].push_back(quint32(id));
        for (const auto &[stem, ids] : expected)
            QVERIFY2(termsOfStem(cursor, classes, stemmer, stem) == ids, stem.c_str());
        for (const std::string &word : randomWords(random, 200))
            if (!expected.contains(word))
                QVERIFY2(termsOfStem(cursor, classes, stemmer, word).empty(), word.c_str());
    }
}

void TestStemClasses::classes_areSmall()
{
    std::mt19937 random(testSeed());
    const ListedTerms dictionary(randomWords(random, 20000));
    auto cursor = dictionary.cursor();
    const auto bytes = StemClasses::build(cursor, Stemmer(QStringLiteral("en"))).write();
    QVERIFY(bytes.size() <= 4 * dictionary.terms().size());
}

void TestStemClasses::damagedBytes_areNoTrap()
{
    std::mt19937 random(testSeed());
    const Stemmer stemmer(QStringLiteral("en"));
    const ListedTerms dictionary(randomWords(random, 300));
    auto cursor = dictionary.cursor();
    const std::vector<std::byte> sound = StemClasses::build(cursor, stemmer).write();
    QVERIFY(!StemClassesView({}).isValid());
    for (int round = 0; round < 3000; ++round) {
        std::vector<std::byte> bytes(sound.begin(), sound.begin() + qsizetype(random() % (sound.size() + 1)));
        for (size_t i = random() % 8; i > 0 && bytes.size() > 4; --i)
            bytes[4 +
                  random() % (round % 2 == 0 ? bytes.size() - 4 : std::min<size_t>(60, bytes.size() - 4))] =
                std::byte(random());
        bytes.shrink_to_fit();
        const StemClassesView classes(bytes);
        for (int i = 0; i < 20; ++i) {
            const std::string stem = stemmer.stem(dictionary.terms()[random() % dictionary.terms().size()]);
            const std::vector<quint32> ids = classes.terms(stem);
            QVERIFY(std::adjacent_find(ids.begin(), ids.end(), std::greater_equal<>()) == ids.end());
        }
    }
}

QTEST_GUILESS_MAIN(TestStemClasses)
#include "tst_stemclasses.moc"
