#include "stories/quotationgroups.h"

#include <QtTest>

using namespace Lectern;

class QuotationGroupsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void variants_areOneGroup_data();
    void variants_areOneGroup();
    void groups_areNumberedInOrder();
    void piecesOfAnUtterance_belongTogether();
};

void QuotationGroupsTest::variants_areOneGroup_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<int>("otherArticle");
    QTest::addColumn<bool>("joined");
    const auto row = [](const char *name, const char *a, const char *b, int otherArticle, bool joined) {
        QTest::newRow(name) << QString::fromUtf8(a) << QString::fromUtf8(b) << otherArticle << joined;
    };
    row("the same", "They told me it would get easier", "They told me it would get easier", 1, true);
    row("typography", "They told me it’d get easier – later", "they told me it'd get easier - later", 1,
        true);
    row("a part", "They told me it would get easier, but that hasn't started yet",
        "told me it would get easier", 1, true);
    row("one word changed", "We will rebuild the old pier soon", "We shall rebuild the old pier soon", 1,
        true);
    row("an addition in brackets", "We will rebuild it this summer",
        "We will rebuild [the pier] it this summer", 1, true);
    row("others", "We will rebuild the old pier soon", "Nobody knows what it will cost the town", 1, false);
    row("three words in common", "I think we should go home before the rain comes",
        "I think we paid for all of it long ago", 1, false);
    row("too short", "so lucky then", "so lucky then", 1, false);
    row("the same article", "They told me it would get easier", "They told me it would get easier", 0, false);
}

void QuotationGroupsTest::variants_areOneGroup()
{
    QFETCH(const QString, a);
    QFETCH(const QString, b);
    QFETCH(const int, otherArticle);
    QFETCH(const bool, joined);
    const std::vector<int> groups = quotationGroups({{a, 0, 0}, {b, otherArticle, 1}});
    QCOMPARE(groups.size(), 2u);
    QCOMPARE(groups[0] == groups[1], joined);
}

void QuotationGroupsTest::groups_areNumberedInOrder()
{
    const QString one = QStringLiteral("They told me it would get easier");
    const QString two = QStringLiteral("Nobody knows what it will cost the town");
    const std::vector<int> expected{0, 1, 0, 1, 2};
    QCOMPARE(
        quotationGroups({{one, 0, 0}, {two, 0, 1}, {one, 1, 0}, {two, 2, 0}, {QStringLiteral("no"), 2, 1}}),
        expected);
    QCOMPARE(quotationGroups({}), std::vector<int>());
}

void QuotationGroupsTest::piecesOfAnUtterance_belongTogether()
{
    const std::vector<int> groups =
        quotationGroups({{QStringLiteral("We will rebuild the old pier soon"), 0, 4},
                         {QStringLiteral("and nobody will stop us"), 0, 4},
                         {QStringLiteral("nobody will stop us"), 1, 0}});
    QCOMPARE(groups, (std::vector<int>{0, 0, 0}));
}

QTEST_GUILESS_MAIN(QuotationGroupsTest)
#include "tst_quotationgroups.moc"
