#include "shownlist.h"

#include <QSignalSpy>
#include <QTest>

using namespace Lectern;
using namespace Lectern::Testing;

/// Several articles are picked to be acted on together.
class TestFlatListPicking final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
        m_shown = std::make_unique<ShownList>(20, 3);
        QVERIFY(QTest::qWaitForWindowExposed(&m_shown->list));
        m_shown->list.enter();
    }
    void cleanup() { m_shown.reset(); }

    void shiftAndArrows_growAndShrinkTheRange()
    {
        QSignalSpy picked(&list(), &FlatList::picked);
        press(Qt::Key_Down, Qt::ShiftModifier);
        press(Qt::Key_Down, Qt::ShiftModifier);
        press(Qt::Key_Down, Qt::ShiftModifier); // over the label of a day
        QCOMPARE(list().pickedArticles(), ids(0, 4));
        press(Qt::Key_Up, Qt::ShiftModifier);
        QCOMPARE(list().pickedArticles(), ids(0, 3));
        QCOMPARE(picked.last().first().toInt(), 3);
    }

    void range_turnsAroundItsBeginning()
    {
        for (int i = 0; i < 4; ++i)
            press(Qt::Key_Down);
        press(Qt::Key_Down, Qt::ShiftModifier);
        press(Qt::Key_Up, Qt::ShiftModifier);
        press(Qt::Key_Up, Qt::ShiftModifier);
        QCOMPARE(list().pickedArticles(), ids(3, 2));
    }

    void shiftAndClick_pickUpToTheRow()
    {
        const int row = m_shown->model.rowOf(ids(5, 1).front());
        const QRect rect = list().visualRect(m_shown->model.index(row));
        QTest::mouseClick(list().viewport(), Qt::LeftButton, Qt::ShiftModifier, rect.center());
        QCOMPARE(list().pickedArticles(), ids(0, 6));
        QCOMPARE(list().currentArticle(), ids(0, 1).front()); // nothing else is opened
    }

    void plainClick_andEscape_letAllGo_data()
    {
        QTest::addColumn<bool>("byMouse");
        QTest::newRow("click") << true;
        QTest::newRow("escape") << false;
    }

    void plainClick_andEscape_letAllGo()
    {
        QFETCH(const bool, byMouse);
        press(Qt::Key_Down, Qt::ShiftModifier);
        if (byMouse)
            QTest::mouseClick(list().viewport(), Qt::LeftButton, {},
                              list().visualRect(list().currentIndex()).center());
        else
            press(Qt::Key_Escape);
        QVERIFY(list().pickedArticles().empty());
        press(Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(list().pickedArticles().size(), size_t(2)); // a new range begins here
    }

    void lettersOfATitle_areNoShortcuts()
    {
        QAction star(&list());
        star.setShortcut(QKeySequence(Qt::Key_S));
        star.setShortcutContext(Qt::WidgetShortcut);
        list().addAction(&star);
        QVERIFY(QTest::qWaitForWindowActive(&list()));
        QSignalSpy triggered(&star, &QAction::triggered);
        press(Qt::Key_S);
        QCOMPARE(triggered.count(), 1);
        press(Qt::Key_T);
        press(Qt::Key_S);
        QCOMPARE(triggered.count(), 1);
    }

private:
    FlatList &list() const { return m_shown->list; }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(&list(), key, modifiers);
    }
    /// Of `count` articles from the `first` on, in the order of the list.
    std::vector<ArticleId> ids(int first, int count) const
    {
        std::vector<ArticleId> found;
        int row = -1;
        for (int i = 0; i < first + count; ++i) {
            row = m_shown->model.neighbour(row, +1);
            if (i >= first)
                found.push_back(m_shown->model.index(row).data(ArticleListModel::IdRole).toString());
        }
        return found;
    }

    std::unique_ptr<ShownList> m_shown;
};

QTEST_MAIN(TestFlatListPicking)
#include "tst_flatlistpicking.moc"
