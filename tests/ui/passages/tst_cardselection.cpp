#include "passages/cardselection.h"

#include <QtTest>

using namespace Lectern;

class TestCardSelection final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_selection = {};
        m_selection.setOrder(ids("a b c d e"));
    }

    void select_replacesWhatWasSelected()
    {
        m_selection.select(QStringLiteral("b"));
        m_selection.select(QStringLiteral("d"));
        QCOMPARE(m_selection.selected(), ids("d"));
        QCOMPARE(m_selection.current(), QStringLiteral("d"));
    }

    void select_unknown_clears()
    {
        m_selection.select(QStringLiteral("b"));
        m_selection.select(QStringLiteral("x"));
        QVERIFY(m_selection.isEmpty());
        QVERIFY(m_selection.current().isEmpty());
    }

    void toggle_addsAndTakesOut()
    {
        m_selection.toggle(QStringLiteral("d"));
        m_selection.toggle(QStringLiteral("a"));
        QCOMPARE(m_selection.selected(), ids("a d"));
        m_selection.toggle(QStringLiteral("d"));
        QCOMPARE(m_selection.selected(), ids("a"));
    }

    void extendTo_startsWhereTheLastSelectionStarted()
    {
        m_selection.select(QStringLiteral("c"));
        m_selection.extendTo(QStringLiteral("e"));
        QCOMPARE(m_selection.selected(), ids("c d e"));
        m_selection.extendTo(QStringLiteral("b"));
        QCOMPARE(m_selection.selected(), ids("b c"));
        QCOMPARE(m_selection.current(), QStringLiteral("b"));
    }

    void extendTo_fromNothing_selectsThatOne()
    {
        m_selection.extendTo(QStringLiteral("c"));
        QCOMPARE(m_selection.selected(), ids("c"));
    }

    void setOrder_keepsWhatIsStillThere()
    {
        m_selection.select(QStringLiteral("b"));
        m_selection.extendTo(QStringLiteral("d"));
        m_selection.setOrder(ids("d a b e"));
        QCOMPARE(m_selection.selected(), ids("d b"));
        QCOMPARE(m_selection.current(), QStringLiteral("d"));
    }

    void setOrder_withoutCurrent_makesItsSuccessorCurrentButNotSelected()
    {
        m_selection.select(QStringLiteral("b"));
        m_selection.setOrder(ids("a c d e"));
        QVERIFY(m_selection.isEmpty());
        QCOMPARE(m_selection.current(), QStringLiteral("c"));
        m_selection.setCurrent(QStringLiteral("e"));
        m_selection.setOrder(ids("a c d"));
        QCOMPARE(m_selection.current(), QStringLiteral("d"));
        m_selection.setOrder({});
        QVERIFY(m_selection.current().isEmpty());
    }

    void targets_areTheSelectedElseTheCurrent()
    {
        QVERIFY(m_selection.targets().isEmpty());
        m_selection.setCurrent(QStringLiteral("c"));
        QCOMPARE(m_selection.targets(), ids("c"));
        m_selection.selectAll();
        QCOMPARE(m_selection.targets(), ids("a b c d e"));
    }

private:
    static QStringList ids(const char *line) { return QString::fromLatin1(line).split(QLatin1Char(' ')); }

    CardSelection m_selection;
};

QTEST_GUILESS_MAIN(TestCardSelection)
#include "tst_cardselection.moc"
