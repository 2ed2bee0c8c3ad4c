#include "app/search/listedterms.h"
#include "search/fuzzyterms.h"
#include "support/seed.h"

#include <QTest>

using namespace Lectern;

class TestFuzzyTerms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void terms_areFound_data();
    void terms_areFound();
    void randomTerms_areThoseOfTheDefinition();
    void brokenTerms_areNoTrap();
};

namespace {

/// Optimal string alignment by its definition.
int alignment(const std::u32string &a, const std::u32string &b)
{
    std::vector<std::vector<int>> d(a.size() + 1, std::vector<int>(b.size() + 1));
    for (size_t i = 0; i <= a.size(); ++i) {
        for (size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                d[i][j] = int(i + j);
                continue;
            }
            d[i][j] =
                std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + int(a[i - 1] != b[j - 1])});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
        }
    }
    return d[a.size()][b.size()];
}

std::vector<FuzzyTerm> byDefinition(const ListedTerms &dictionary, const std::string &word, int edits)
{
    std::vector<FuzzyTerm> terms;
    for (size_t i = 0; i < dictionary.terms().size(); ++i) {
        const int distance = alignment(fromUtf8(word), fromUtf8(dictionary.terms()[i]));
        if (distance <= edits)
            terms.push_back({quint32(i), distance});
    }
    return terms;
}

QString shown(const ListedTerms &dictionary, const std::vector<FuzzyTerm> &terms)
{
    QStringList parts;
    for (const auto &[id, distance] : terms)
        parts += QStringLiteral("%1:%2").arg(QString::fromStdString(dictionary.terms()[id])).arg(distance);
    return parts.join(QLatin1Char(' '));
}

} // namespace

void TestFuzzyTerms::terms_areFound_data()
{
    QTest::addColumn<QString>("terms");
    QTest::addColumn<QString>("word");
    QTest::addColumn<int>("edits");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *terms, const char *word, int edits,
                        const char *expected) {
        QTest::newRow(name) << QString::fromUtf8(terms) << QString::fromUtf8(word) << edits
                            << QString::fromUtf8(expected);
    };
    row("none", "", "word", 2, "");
    row("itself", "ward word world", "word", 1, "ward:1 word:0 world:1");
    row("first letter", "ord lord sword words bord", "word", 1, "bord:1 lord:1 ord:1 sword:1 words:1");
    row("neighbours swapped count one", "wrod owrd wodr odwr", "word", 1, "owrd:1 wodr:1 wrod:1");
    row("no edit inside a swap", "abc", "ca", 2, "");
    row("swap and another", "wrodx", "word", 2, "wrodx:2");
    row("two swaps", "owdr", "word", 2, "owdr:2");
    row("code points, not bytes", "z\u00fcrich z\u00e4rich \u4e2drich", "zurich", 1,
        "z\u00e4rich:1 z\u00fcrich:1");
    row("beyond the BMP", "\U0001f600 \U0001f601 \U0001f600a", "\U0001f600", 1,
        "\U0001f600:0 \U0001f600a:1 \U0001f601:1");
    row("short words", "a b ab abc", "a", 1, "a:0 ab:1 b:1");
    row("empty word", "a ab abc", "", 2, "a:1 ab:2");
}

void TestFuzzyTerms::terms_areFound()
{
    QFETCH(QString, terms);
    QFETCH(QString, word);
    QFETCH(int, edits);
    QFETCH(QString, expected);
    std::vector<std::string> list;
    for (const QString &term : terms.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        list.push_back(term.toStdString());
    const ListedTerms dictionary(list);
    const ListedTerms mirror = dictionary.mirror();
    auto cursor = dictionary.cursor();
    auto mirrorCursor = mirror.cursor();
    QCOMPARE(shown(dictionary, fuzzyTerms(cursor, word.toStdString(), edits)), expected);
    QCOMPARE(shown(dictionary, fuzzyTerms(cursor, mirrorCursor, word.toStdString(), edits)), expected);
}

void TestFuzzyTerms::randomTerms_areThoseOfTheDefinition()
{
    std::mt19937 random(testSeed());
    for (int round = 0; round < 60; ++round) {
        const size_t longest = round % 20 == 0 ? 90 : 1 + random() % 8;
        std::vector<std::string> list;
        for (int i = 0; i < 150; ++i)
            list.push_back(randomTerm(random, longest));
        const ListedTerms dictionary(list);
        const ListedTerms mirror = dictionary.mirror();
        for (int i = 0; i < 12; ++i) {
            std::string word = randomTerm(random, longest);
            if (longest == 90 || i % 3 == 0) {
                std::u32string near = fromUtf8(list[random() % list.size()]);
                std::swap(near[random() % near.size()], near[random() % near.size()]);
                near.erase(random() % near.size(), random() % 2);
                word.clear();
                for (const char32_t c : near)
                    appendUtf8(c, &word);
            }
            for (const int edits : {1, 2}) {
                const std::vector<FuzzyTerm> expected = byDefinition(dictionary, word, edits);
                auto cursor = dictionary.cursor();
                auto mirrorCursor = mirror.cursor();
                const QString shownExpected = shown(dictionary, expected);
                const auto what = [&] {
                    return qPrintable(QString::fromStdString(word) + u' ' + shownExpected);
                };
                QVERIFY2(fuzzyTerms(cursor, word, edits) == expected, what());
                QVERIFY2(fuzzyTerms(cursor, mirrorCursor, word, edits) == expected, what());
            }
        }
    }
}

/// A damaged dictionary may give nonsense, but neither an endless walk nor a crash.
void TestFuzzyTerms::brokenTerms_areNoTrap()
{
    std::mt19937 random(testSeed());
    for (int round = 0; round < 200; ++round) {
        std::vector<std::string> list;
        for (int i = 0; i < 60; ++i) {
            std::string term(random() % 6, '\0');
            for (char &byte : term)
                byte = char(random() % 4 == 0 ? 'a' + random() % 3 : random());
            list.push_back(term);
        }
        const ListedTerms dictionary = round % 2 == 0 ? ListedTerms(list) : ListedTerms::unsorted(list);
        auto cursor = dictionary.cursor();
        QVERIFY(fuzzyTerms(cursor, "abc", 1 + int(random() % 2)).size() <= list.size());
    }
}

QTEST_GUILESS_MAIN(TestFuzzyTerms)
#include "tst_fuzzyterms.moc"
