#include "app/search/listedterms.h"
#include "search/wildcardterms.h"
#include "support/seed.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Lectern;

class TestWildcardTerms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void terms_areFound_data();
    void terms_areFound();
    void randomTerms_areThoseOfTheDefinition();
    void manyStars_takeNoTime();
};

namespace {

bool fits(std::u32string_view pattern, std::u32string_view word)
{
    if (pattern.empty())
        return word.empty();
    if (pattern.front() == U'*')
        return fits(pattern.substr(1), word) || (!word.empty() && fits(pattern, word.substr(1)));
    return !word.empty() && (pattern.front() == U'?' || pattern.front() == word.front()) &&
           fits(pattern.substr(1), word.substr(1));
}

QString shown(const ListedTerms &dictionary, const std::vector<quint32> &ids)
{
    QStringList parts;
    for (const quint32 id : ids)
        parts += QString::fromStdString(dictionary.terms()[id]);
    return parts.join(QLatin1Char(' '));
}

} // namespace

void TestWildcardTerms::terms_areFound_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *pattern, const char *expected) {
        QTest::newRow(pattern) << QString::fromUtf8(pattern) << QString::fromUtf8(expected);
    };
    row("color", "color");
    row("colo*r", "color colour");
    row("colo?r", "colour");
    row("col*", "colon color colour");
    row("*our", "colour our");
    row("*olo*", "colon color colour");
    row("?our", "");
    row("o?r", "our");
    row("*o*o*r", "color colour");
    row("*", "colon color colour our \u4e2d \u4e2d\u56fd");
    row("?", "\u4e2d");
    row("??", "\u4e2d\u56fd");
    row("\u4e2d*", "\u4e2d \u4e2d\u56fd");
    row("", "");
    row("**", "colon color colour our \u4e2d \u4e2d\u56fd");
}

void TestWildcardTerms::terms_areFound()
{
    QFETCH(QString, pattern);
    QFETCH(QString, expected);
    const ListedTerms dictionary({"colon", "color", "colour", "our", "\u4e2d", "\u4e2d\u56fd"});
    const ListedTerms mirror = dictionary.mirror();
    auto cursor = dictionary.cursor();
    auto mirrorCursor = mirror.cursor();
    QCOMPARE(shown(dictionary, wildcardTerms(cursor, pattern.toStdString())), expected);
    QCOMPARE(shown(dictionary, wildcardTerms(cursor, mirrorCursor, pattern.toStdString())), expected);
}

void TestWildcardTerms::randomTerms_areThoseOfTheDefinition()
{
    std::mt19937 random(testSeed());
    for (int round = 0; round < 60; ++round) {
        const size_t longest = 1 + random() % 9;
        std::vector<std::string> list;
        for (int i = 0; i < 150; ++i)
            list.push_back(randomTerm(random, longest));
        const ListedTerms dictionary(list);
        const ListedTerms mirror = dictionary.mirror();
        for (int i = 0; i < 20; ++i) {
            std::string pattern;
            for (const char32_t c : fromUtf8(list[random() % list.size()])) {
                const auto die = random() % 8;
                if (die < 2)
                    pattern += die == 0 ? '*' : '?';
                if (die != 1 && die != 2)
                    appendUtf8(c, &pattern);
            }
            std::vector<quint32> expected;
            for (size_t id = 0; id < dictionary.terms().size(); ++id)
                if (fits(fromUtf8(pattern), fromUtf8(dictionary.terms()[id])))
                    expected.push_back(quint32(id));
            auto cursor = dictionary.cursor();
            auto mirrorCursor = mirror.cursor();
            QVERIFY2(wildcardTerms(cursor, pattern) == expected, pattern.c_str());
            QVERIFY2(wildcardTerms(cursor, mirrorCursor, pattern) == expected, pattern.c_str());
        }
    }
}

void TestWildcardTerms::manyStars_takeNoTime()
{
    std::string pattern;
    for (int i = 0; i < 120; ++i)
        pattern += "*a";
    const ListedTerms dictionary({std::string(110, 'a'), std::string(200, 'a'), std::string(250, 'a') + 'b'});
    auto cursor = dictionary.cursor();
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(wildcardTerms(cursor, pattern), std::vector<quint32>{1});
    pattern += 'b';
    QCOMPARE(wildcardTerms(cursor, pattern), std::vector<quint32>{2});
    QVERIFY(timer.elapsed() < 1000);
}

QTEST_GUILESS_MAIN(TestWildcardTerms)
#include "tst_wildcardterms.moc"
