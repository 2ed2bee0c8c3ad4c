#include "text/closematch.h"

#include "support/seed.h"

#include <QTest>

using namespace Lectern;

namespace {

enum class Ends { Both, Start, Whole };

/// The table as it stands in the books. Both: free at both ends of the text; Start: free at its end; Whole:
/// not.
qsizetype plainDistance(const QString &pattern, const QString &text, Ends ends)
{
    std::vector<qsizetype> column(size_t(pattern.size()) + 1);
    for (size_t i = 0; i < column.size(); ++i)
        column[i] = qsizetype(i);
    qsizetype least = column.back();
    for (qsizetype j = 0; j < text.size(); ++j) {
        qsizetype diagonal = column[0];
        column[0] = ends == Ends::Both ? 0 : j + 1;
        for (size_t i = 1; i < column.size(); ++i) {
            const qsizetype same = diagonal + (pattern[qsizetype(i) - 1] == text[j] ? 0 : 1);
            diagonal = column[i];
            column[i] = std::min({same, column[i] + 1, column[i - 1] + 1});
        }
        least = std::min(least, column.back());
    }
    return ends == Ends::Whole ? column.back() : least;
}

} // namespace

class TestCloseMatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void closest_isFound_data();
    void closest_isFound();
    void randomTexts_agreeWithThePlainTable();
};

void TestCloseMatch::closest_isFound_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("found");
    QTest::addColumn<int>("distance");
    QTest::newRow("same") << "fog"
                          << "the fog was"
                          << "fog" << 0;
    QTest::newRow("first of equals") << "fog"
                                     << "fog fog"
                                     << "fog" << 0;
    QTest::newRow("replaced") << "thick fog"
                              << "a thin fog here"
                              << "thin fog" << 2;
    QTest::newRow("a unit more") << "thick fog"
                                 << "a thick  fog here"
                                 << "thick  fog" << 1;
    QTest::newRow("nothing alike") << "abc"
                                   << "xyz"
                                   << "" << 3;
    QTest::newRow("no text") << "abc"
                             << ""
                             << "" << 3;
    QTest::newRow("no pattern") << ""
                                << "abc"
                                << "" << 0;
    const QString many(70, u'a');
    QTest::newRow("beyond 64 units") << many + QStringLiteral("bcd") << u'x' + many + QStringLiteral("bxcd")
                                     << many + QStringLiteral("bxcd") << 1;
}

void TestCloseMatch::closest_isFound()
{
    QFETCH(const QString, pattern);
    QFETCH(const QString, text);
    QFETCH(const QString, found);
    QFETCH(const int, distance);
    const CloseMatch match = closestMatch(pattern, text);
    QCOMPARE(match.distance, qsizetype(distance));
    QCOMPARE(text.mid(match.range.start, match.range.length()), found);
}

void TestCloseMatch::randomTexts_agreeWithThePlainTable()
{
    std::mt19937 random(testSeed());
    const auto text = [&random](size_t most, size_t letters) {
        QString made;
        for (size_t i = random() % (most + 1); i > 0; --i) {
            const size_t letter = random() % letters;
            made += QChar(char16_t(letter % 3 == 0 ? 0x4e00 + letter : 'a' + letter));
        }
        return made;
    };
    for (int round = 0; round < 400; ++round) {
        const size_t letters = 2 + random() % 4;
        const QString pattern = text(200, letters);
        const QString whole = text(300, letters);
        QCOMPARE(editDistance(pattern, whole), plainDistance(pattern, whole, Ends::Whole));
        QCOMPARE(distanceToBeginning(pattern, whole), plainDistance(pattern, whole, Ends::Start));
        const CloseMatch match = closestMatch(pattern, whole);
        QCOMPARE(match.distance, plainDistance(pattern, whole, Ends::Both));
        QCOMPARE(editDistance(pattern, whole.mid(match.range.start, match.range.length())), match.distance);
    }
}

QTEST_GUILESS_MAIN(TestCloseMatch)
#include "tst_closematch.moc"
