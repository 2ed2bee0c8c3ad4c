#include "search/nearness.h"
#include "support/seed.h"

#include <QTest>

#include <algorithm>
#include <optional>
#include <random>
#include <utility>

using namespace Lectern;

using Parts = std::vector<std::vector<WordSpan>>;
Q_DECLARE_METATYPE(Parts)

/// Nearness against trying every combination.
class TestNearness : public QObject
{
    Q_OBJECT

private slots:
    void parts_areNear_data();
    void parts_areNear();
    void anyParts_agreeWithAllCombinations_data();
    void anyParts_agreeWithAllCombinations();
    void words_agreeWithParts();
    void manyEqualWords_areQuick();
};

namespace {

struct Combination
{
    std::vector<size_t> chosen; ///< of each part the number of its span
    quint32 first = 0;
    quint32 last = 0;
};

std::vector<quint32> gapsOf(const std::vector<quint32> &positions)
{
    std::vector<quint32> gaps;
    quint32 last = 0;
    for (const quint32 position : positions)
        gaps.push_back(position - std::exchange(last, position));
    return gaps;
}

bool overlap(WordSpan a, WordSpan b)
{
    return a.first <= b.last && b.first <= a.last;
}

bool isNear(const std::vector<WordSpan> &spans, quint32 distance, NearOrder order)
{
    quint32 first = spans.front().first;
    quint32 last = spans.front().last;
    quint32 words = 0;
    for (size_t i = 0; i < spans.size(); ++i) {
        for (size_t j = 0; j < i; ++j) {
            if (overlap(spans[i], spans[j]) ||
                (order == NearOrder::AsGiven && spans[j].last >= spans[i].first))
                return false;
        }
        first = std::min(first, spans[i].first);
        last = std::max(last, spans[i].last);
        words += spans[i].last - spans[i].first + 1;
    }
    return last - first + 1 - words <= distance;
}

std::vector<Combination> nearCombinations(const Parts &parts, quint32 distance, NearOrder order)
{
    std::vector<Combination> result;
    std::vector<size_t> chosen(parts.size(), 0);
    if (std::any_of(parts.begin(), parts.end(), [](const auto &part) { return part.empty(); }))
        return result;
    for (;;) {
        std::vector<WordSpan> spans;
        for (size_t part = 0; part < parts.size(); ++part)
            spans.push_back(parts[part][chosen[part]]);
        if (isNear(spans, distance, order)) {
            const auto [first, last] = std::minmax_element(spans.begin(), spans.end());
            quint32 end = last->last;
            for (const WordSpan span : spans)
                end = std::max(end, span.last);
            result.push_back({chosen, first->first, end});
        }
        size_t part = 0;
        while (part < parts.size() && ++chosen[part] == parts[part].size())
            chosen[part++] = 0;
        if (part == parts.size())
            return result;
    }
}

quint32 countOf(const std::vector<Combination> &combinations)
{
    quint32 count = 0;
    quint32 from = 0;
    for (;;) {
        std::optional<quint32> end;
        for (const Combination &combination : combinations) {
            if (combination.first >= from && (!end || combination.last < *end))
                end = combination.last;
        }
        if (!end)
            return count;
        ++count;
        from = *end + 1;
    }
}

std::vector<WordSpan> words(std::initializer_list<quint32> positions)
{
    std::vector<WordSpan> result;
    for (const quint32 position : positions)
        result.push_back({position, position});
    return result;
}

} // namespace

void TestNearness::parts_areNear_data()
{
    QTest::addColumn<Parts>("parts");
    QTest::addColumn<quint32>("distance");
    QTest::addColumn<bool>("ordered");
    QTest::addColumn<quint32>("count");
    const auto row = [](const char *name, const Parts &parts, quint32 distance, bool ordered, quint32 count) {
        QTest::newRow(name) << parts << distance << ordered << count;
    };
    row("side by side", {words({3}), words({4})}, 0, false, 1);
    row("the other way round", {words({4}), words({3})}, 0, false, 1);
    row("the other way round, in order", {words({4}), words({3})}, 0, true, 0);
    row("as far as it may be", {words({1}), words({7})}, 5, false, 1);
    row("too far", {words({1}), words({7})}, 4, false, 0);
    row("the same word twice", {words({1}), words({1})}, 5, false, 0);
    row("one of the same word twice", {words({1, 3}), words({1, 3})}, 1, false, 1);
    row("a phrase", {{{1, 3}}, words({6})}, 2, false, 1);
    row("inside a phrase", {{{1, 3}}, words({2})}, 9, false, 0);
    row("three in any order", {words({9}), words({1}), words({5})}, 6, false, 1);
    row("three, one word too many", {words({9}), words({1}), words({5})}, 5, false, 0);
    row("three in order", {words({1, 5}), words({3, 6}), words({2, 8})}, 2, true, 1);
    row("twice", {words({1, 10}), words({2, 11})}, 0, false, 2);
    row("not one word for two", {words({1, 3}), words({2})}, 0, false, 1);
    row("nothing of one", {words({1}), {}}, 9, false, 0);
    row("no part", {}, 9, false, 0);
    row("one part", {words({1, 2})}, 0, false, 2);
}

void TestNearness::parts_areNear()
{
    QFETCH(const Parts, parts);
    QFETCH(const quint32, distance);
    QFETCH(const bool, ordered);
    QFETCH(const quint32, count);
    const NearOrder order = ordered ? NearOrder::AsGiven : NearOrder::Any;
    QCOMPARE(nearHolds(parts, distance, order), count > 0);
    QCOMPARE(nearCount(parts, distance, order), count);
}

void TestNearness::anyParts_agreeWithAllCombinations_data()
{
    QTest::addColumn<int>("mostParts");
    QTest::addColumn<int>("longest");
    QTest::addColumn<int>("tries");
    QTest::newRow("two words") << 2 << 1 << 4000;
    QTest::newRow("two phrases") << 2 << 3 << 4000;
    QTest::newRow("words") << 4 << 1 << 4000;
    QTest::newRow("phrases") << 4 << 3 << 4000;
}

void TestNearness::anyParts_agreeWithAllCombinations()
{
    QFETCH(const int, mostParts);
    QFETCH(const int, longest);
    QFETCH(const int, tries);
    std::mt19937 random(testSeed());
    const auto upTo = [&random](int limit) { return std::uniform_int_distribution<int>(0, limit)(random); };
    for (int i = 0; i < tries; ++i) {
        Parts parts(size_t(2 + upTo(mostParts - 2)));
        for (std::vector<WordSpan> &part : parts) {
            for (int n = upTo(5); n >= 0; --n) {
                const auto first = quint32(upTo(24));
                part.push_back({first, first + quint32(upTo(longest - 1))});
            }
            std::sort(part.begin(), part.end(), [](WordSpan a, WordSpan b) {
                return a.last != b.last ? a.last < b.last : a.first < b.first;
            });
            part.erase(std::unique(part.begin(), part.end()), part.end());
        }
        const auto distance = quint32(upTo(9));
        const NearOrder order = upTo(1) == 0 ? NearOrder::Any : NearOrder::AsGiven;
        const std::vector<Combination> expected = nearCombinations(parts, distance, order);
        QCOMPARE(nearHolds(parts, distance, order), !expected.empty());
        QCOMPARE(nearCount(parts, distance, order), countOf(expected));
        const std::vector<std::vector<bool>> members = nearMembers(parts, distance, order);
        for (size_t part = 0; part < parts.size(); ++part) {
            for (size_t span = 0; span < parts[part].size(); ++span) {
                const bool isMember =
                    std::any_of(expected.begin(), expected.end(),
                                [&](const Combination &one) { return one.chosen[part] == span; });
                QCOMPARE(bool(members[part][span]), isMember);
            }
        }
    }
}

void TestNearness::words_agreeWithParts()
{
    std::mt19937 random(testSeed());
    const auto upTo = [&random](int limit) { return std::uniform_int_distribution<int>(0, limit)(random); };
    for (int i = 0; i < 4000; ++i) {
        std::vector<quint32> positions[2];
        Parts parts(2);
        for (size_t part = 0; part < 2; ++part) {
            for (quint32 position = 0; position < 40; ++position) {
                if (upTo(4) == 0) {
                    positions[part].push_back(position);
                    parts[part].push_back({position, position});
                }
            }
        }
        const auto distance = quint32(upTo(6));
        const NearOrder order = upTo(1) == 0 ? NearOrder::Any : NearOrder::AsGiven;
        QCOMPARE(nearCount(positions[0], positions[1], distance, order), nearCount(parts, distance, order));
        QCOMPARE(nearHolds(positions[0], positions[1], distance, order), nearHolds(parts, distance, order));
        QCOMPARE(nearHoldsByGaps(gapsOf(positions[0]), gapsOf(positions[1]), distance, order),
                 nearHolds(parts, distance, order));
    }
}

void TestNearness::manyEqualWords_areQuick()
{
    std::vector<WordSpan> everywhere;
    for (quint32 position = 0; position < 20'000; position += 2)
        everywhere.push_back({position, position});
    // Ten times the same word can never stand side by side, and there are 10! ways to find that out.
    const Parts parts(10, everywhere);
    QVERIFY(!nearHolds(parts, 8, NearOrder::Any));
    QCOMPARE(nearCount(parts, 9, NearOrder::Any), 1000U);
}

QTEST_GUILESS_MAIN(TestNearness)
#include "tst_nearness.moc"
