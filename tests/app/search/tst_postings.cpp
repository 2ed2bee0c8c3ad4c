#include "search/fieldindex.h"
#include "search/termtable.h"

#include <QTest>

using namespace Lectern;

class TestPostings : public QObject
{
    Q_OBJECT

private slots:
    void cursor_walksWhatWasWritten_data();
    void cursor_walksWhatWasWritten();
    void cursor_advancesToTheNextDocument();
    void cursor_advancesFromTheBeginningToAnywhere();
    void cursor_positionsAfterAdvance();
    void fieldIndex_findsTermsAndPrefixes();
    void fieldIndex_forgetsTermsWithoutDocuments();
    void termTable_samePlaceTwice_countsOnce();
};

namespace {

/// An index of one term that stands in every `step`-th document, doc % 3 + 1 times, at positions 7 * doc and
/// following.
FieldIndex oneTerm(quint32 count, quint32 step)
{
    TermTable table;
    for (quint32 i = 0; i < count; ++i) {
        const quint32 doc = i * step;
        for (quint32 n = 0; n <= doc % 3; ++n)
            table.add(u"term", doc, 7 * doc + n * 300);
    }
    return table.write();
}

std::vector<quint32> positionsOf(PostingsCursor &cursor)
{
    const std::span<const quint32> positions = cursor.positions();
    return {positions.begin(), positions.end()};
}

std::vector<quint32> expectedPositions(quint32 doc)
{
    std::vector<quint32> positions;
    for (quint32 n = 0; n <= doc % 3; ++n)
        positions.push_back(7 * doc + n * 300);
    return positions;
}

} // namespace

void TestPostings::cursor_walksWhatWasWritten_data()
{
    QTest::addColumn<quint32>("count");
    QTest::addColumn<quint32>("step");
    for (const quint32 count : {1U, 127U, 128U, 129U, 256U, 1000U}) {
        QTest::addRow("%u side by side", count) << count << 1U;
        QTest::addRow("%u far apart", count) << count << 70000U;
    }
}

void TestPostings::cursor_walksWhatWasWritten()
{
    QFETCH(const quint32, count);
    QFETCH(const quint32, step);
    const FieldIndex index = oneTerm(count, step);
    QCOMPARE(index.docCount(0), count);
    PostingsCursor cursor = index.cursor(0);
    for (quint32 i = 0; i < count; ++i, cursor.next()) {
        QVERIFY(!cursor.atEnd());
        QCOMPARE(cursor.doc(), i * step);
        QCOMPARE(cursor.freq(), cursor.doc() % 3 + 1);
        QCOMPARE(positionsOf(cursor), expectedPositions(cursor.doc()));
    }
    QVERIFY(cursor.atEnd());
}

void TestPostings::cursor_advancesToTheNextDocument()
{
    constexpr quint32 count = 1000;
    const FieldIndex index = oneTerm(count, 3);
    for (const quint32 stride : {1U, 2U, 5U, 380U, 384U, 385U, 999U, 2996U}) {
        PostingsCursor cursor = index.cursor(0);
        for (quint32 target = 0; target <= 3 * (count - 1); target += stride) {
            cursor.advance(target);
            QVERIFY(!cursor.atEnd());
            QCOMPARE(cursor.doc(), (target + 2) / 3 * 3);
        }
        cursor.advance(3 * count);
        QVERIFY(cursor.atEnd());
        cursor.advance(5 * count);
        QVERIFY(cursor.atEnd());
    }
}

void TestPostings::cursor_advancesFromTheBeginningToAnywhere()
{
    const FieldIndex index = oneTerm(600, 1); // the last of a block and the first of the next among them
    for (quint32 target = 0; target < 600; ++target) {
        PostingsCursor cursor = index.cursor(0);
        cursor.advance(target);
        QVERIFY(!cursor.atEnd());
        QCOMPARE(cursor.doc(), target);
        QCOMPARE(positionsOf(cursor), expectedPositions(target));
    }
}

void TestPostings::cursor_positionsAfterAdvance()
{
    const FieldIndex index = oneTerm(1000, 1);
    PostingsCursor cursor = index.cursor(0);
    for (const quint32 target : {0U, 1U, 5U, 127U, 128U, 300U, 301U, 900U, 999U}) {
        cursor.advance(target);
        QCOMPARE(cursor.doc(), target);
        QCOMPARE(positionsOf(cursor), expectedPositions(target));
        QCOMPARE(positionsOf(cursor), expectedPositions(target)); // asked again
    }
}

void TestPostings::fieldIndex_findsTermsAndPrefixes()
{
    TermTable table;
    const QStringList terms{QStringLiteral("son"), QStringLiteral("a"),    QStringLiteral("sonnet"),
                            QStringLiteral("so"),  QStringLiteral("日"),   QStringLiteral("sp"),
                            QStringLiteral("s"),   QStringLiteral("zebra")};
    for (quint32 i = 0; i < quint32(terms.size()); ++i)
        table.add(terms[i], i, 0);
    const FieldIndex index = table.write();
    QCOMPARE(index.termCount(), quint32(terms.size()));
    for (quint32 i = 0; i < quint32(terms.size()); ++i) {
        const std::optional<TermId> id = index.find(terms[i]);
        QVERIFY(id.has_value());
        QCOMPARE(index.term(*id), terms[i]);
        QCOMPARE(index.cursor(*id).doc(), i);
    }
    QVERIFY(!index.find(u"sonn"));
    QVERIFY(!index.find(u"zz"));
    const auto countOf = [&](QStringView prefix) {
        const TermSpan span = index.startingWith(prefix);
        return span.end - span.first;
    };
    QCOMPARE(countOf(u"son"), 2U);
    QCOMPARE(countOf(u"so"), 3U);
    QCOMPARE(countOf(u"s"), 5U);
    QCOMPARE(countOf(u"sonnets"), 0U);
    QCOMPARE(countOf(u"日"), 1U);
    QCOMPARE(countOf(u"~"), 0U);
}

void TestPostings::fieldIndex_forgetsTermsWithoutDocuments()
{
    FieldIndexWriter writer;
    const std::vector<quint32> positions{4};
    writer.beginTerm(u"a");
    writer.endTerm();
    writer.beginTerm(u"b");
    writer.add(0, positions);
    writer.endTerm();
    writer.beginTerm(u"c");
    writer.endTerm();
    const FieldIndex index = writer.take();
    QCOMPARE(index.termCount(), 1U);
    QCOMPARE(index.term(0), u"b");
}

void TestPostings::termTable_samePlaceTwice_countsOnce()
{
    TermTable table;
    table.add(u"s", 0, 2); // s's: the parts are alike
    table.add(u"s", 0, 2);
    table.add(u"s", 0, 3);
    table.add(u"s", 1, 3);
    const FieldIndex index = table.write();
    PostingsCursor cursor = index.cursor(0);
    QCOMPARE(positionsOf(cursor), (std::vector<quint32>{2, 3}));
    cursor.next();
    QCOMPARE(positionsOf(cursor), (std::vector<quint32>{3}));
    QCOMPARE(table.write().termCount(), 0U); // empty afterwards
}

QTEST_GUILESS_MAIN(TestPostings)
#include "tst_postings.moc"
