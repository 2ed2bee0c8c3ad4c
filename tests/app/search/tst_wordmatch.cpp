#include "search/wordmatch.h"
#include "support/seed.h"

#include <QTest>

#include <random>

using namespace Lectern;

class TestWordMatch : public QObject
{
    Q_OBJECT

private slots:
    void wildcard_fits_data();
    void wildcard_fits();
    void wildcard_agreesWithTryingAll();
    void wildcard_manyStars_isQuick();
    void wildcardBeginning_endsBeforeTheFirstSign();
    void edits_areCounted_data();
    void edits_areCounted();
    void edits_agreeWithTryingAll();
    void writtenForm_comparesMarks_data();
    void writtenForm_comparesMarks();
};

namespace {

bool fitsByTrying(QStringView pattern, QStringView word)
{
    if (pattern.isEmpty())
        return word.isEmpty();
    if (pattern.front() == u'*')
        return fitsByTrying(pattern.sliced(1), word) ||
               (!word.isEmpty() && fitsByTrying(pattern, word.sliced(1)));
    return !word.isEmpty() && (pattern.front() == u'?' || pattern.front() == word.front()) &&
           fitsByTrying(pattern.sliced(1), word.sliced(1));
}

/// The definition, by recursion over the ends of both words.
int distanceByTrying(QStringView a, QStringView b)
{
    if (a.isEmpty() || b.isEmpty())
        return int(a.size() + b.size());
    int best = distanceByTrying(a.chopped(1), b.chopped(1)) + (a.back() == b.back() ? 0 : 1);
    best = std::min(best, distanceByTrying(a.chopped(1), b) + 1);
    best = std::min(best, distanceByTrying(a, b.chopped(1)) + 1);
    if (a.size() > 1 && b.size() > 1 && a.back() == b[b.size() - 2] && a[a.size() - 2] == b.back())
        best = std::min(best, distanceByTrying(a.chopped(2), b.chopped(2)) + 1);
    return best;
}

} // namespace

void TestWordMatch::wildcard_fits_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("word");
    QTest::addColumn<bool>("fits");
    QTest::newRow("itself") << "fox"
                            << "fox" << true;
    QTest::newRow("all of the word") << "fo"
                                     << "fox" << false;
    QTest::newRow("one letter") << "f?x"
                                << "fox" << true;
    QTest::newRow("not no letter") << "f?x"
                                   << "fx" << false;
    QTest::newRow("a letter of two units") << QStringLiteral("a?b") << QStringLiteral("a𐐨b") << true;
    QTest::newRow("not half a letter") << QStringLiteral("a??b") << QStringLiteral("a𐐨b") << false;
    QTest::newRow("any letters") << "f*x"
                                 << "ferox" << true;
    QTest::newRow("no letters") << "f*x"
                                << "fx" << true;
    QTest::newRow("end") << "*ation"
                         << "nation" << true;
    QTest::newRow("inside") << "*ati*"
                            << "nation" << true;
    QTest::newRow("takes more the second time") << "a*ab"
                                                << "aacab" << true;
    QTest::newRow("star and one") << "a*?"
                                  << "a" << false;
    QTest::newRow("nothing") << "*"
                             << "" << true;
}

void TestWordMatch::wildcard_fits()
{
    QFETCH(const QString, pattern);
    QFETCH(const QString, word);
    QFETCH(const bool, fits);
    QCOMPARE(wildcardFits(pattern, word), fits);
}

void TestWordMatch::wildcard_agreesWithTryingAll()
{
    std::mt19937 random(testSeed());
    const auto draw = [&random](QStringView letters, int longest) {
        QString text;
        for (int i = std::uniform_int_distribution<int>(0, longest)(random); i > 0; --i)
            text += letters[std::uniform_int_distribution<qsizetype>(0, letters.size() - 1)(random)];
        return text;
    };
    for (int i = 0; i < 20'000; ++i) {
        const QString pattern = draw(u"ab*?", 6);
        const QString word = draw(u"ab", 8);
        QVERIFY2(wildcardFits(pattern, word) == fitsByTrying(pattern, word),
                 qPrintable(pattern + u' ' + word));
    }
}

void TestWordMatch::wildcard_manyStars_isQuick()
{
    QVERIFY(!wildcardFits(QStringLiteral("*a").repeated(100) + QLatin1Char('b'), QString(5000, u'a')));
}

void TestWordMatch::wildcardBeginning_endsBeforeTheFirstSign()
{
    QCOMPARE(wildcardBeginning(u"li?ht*").toString(), QStringLiteral("li"));
    QCOMPARE(wildcardBeginning(u"*ht").toString(), QString());
}

void TestWordMatch::edits_areCounted_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<int>("edits");
    QTest::newRow("none") << "fox"
                          << "fox" << 0;
    QTest::newRow("insertion") << "fox"
                               << "foxy" << 1;
    QTest::newRow("deletion") << "fox"
                              << "ox" << 1;
    QTest::newRow("replacement") << "fox"
                                 << "fix" << 1;
    QTest::newRow("transposition") << "recieve"
                                   << "receive" << 1;
    QTest::newRow("nothing is edited twice") << "ca"
                                             << "abc" << 3;
    QTest::newRow("a letter of two units") << QStringLiteral("a𐐨b") << QStringLiteral("ab") << 1;
    QTest::newRow("two letters with the same first half") << QStringLiteral("𐐨") << QStringLiteral("𐐩") << 1;
    QTest::newRow("empty") << ""
                           << "ab" << 2;
}

void TestWordMatch::edits_areCounted()
{
    QFETCH(const QString, a);
    QFETCH(const QString, b);
    QFETCH(const int, edits);
    for (int limit = 0; limit < 5; ++limit) {
        QCOMPARE(isWithinEdits(a, b, limit), edits <= limit);
        QCOMPARE(isWithinEdits(b, a, limit), edits <= limit);
    }
}

void TestWordMatch::edits_agreeWithTryingAll()
{
    std::mt19937 random(testSeed());
    const auto draw = [&random]() {
        QString text;
        for (int i = std::uniform_int_distribution<int>(0, 6)(random); i > 0; --i)
            text += QChar(char16_t(u'a' + std::uniform_int_distribution<int>(0, 2)(random)));
        return text;
    };
    for (int i = 0; i < 3000; ++i) {
        const QString a = draw();
        const QString b = draw();
        const int edits = distanceByTrying(a, b);
        for (int limit = 0; limit < 4; ++limit)
            QVERIFY2(isWithinEdits(a, b, limit) == (edits <= limit), qPrintable(a + u' ' + b));
    }
}

void TestWordMatch::writtenForm_comparesMarks_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<bool>("same");
    QTest::newRow("capitals") << "Fox"
                              << "fox" << false;
    QTest::newRow("accents") << QStringLiteral("élan") << QStringLiteral("elan") << false;
    QTest::newRow("composed or not") << QStringLiteral("\u00e9lan") << QStringLiteral("e\u0301lan") << true;
    QTest::newRow("apostrophes") << QStringLiteral("don’t") << QStringLiteral("don't") << false;
    QTest::newRow("soft hyphen") << QStringLiteral("Har\u00adbour") << QStringLiteral("Harbour") << true;
}

void TestWordMatch::writtenForm_comparesMarks()
{
    QFETCH(const QString, a);
    QFETCH(const QString, b);
    QFETCH(const bool, same);
    QCOMPARE(writtenForm(a) == writtenForm(b), same);
}

QTEST_GUILESS_MAIN(TestWordMatch)
#include "tst_wordmatch.moc"
