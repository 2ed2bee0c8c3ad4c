#include "passages/carddrag.h"

#include <QApplication>
#include <QSignalSpy>
#include <QWidget>
#include <QtTest>

using namespace Lectern;

class TestCardDrag final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
        m_area = std::make_unique<QWidget>();
        m_area->resize(300, 500);
        m_drag = new CardDrag(m_area.get());
    }

    void withoutPress_nothingHappens() { QCOMPARE(m_drag->moveTo({50, 50}), CardDrag::Stage::None); }

    void smallMove_staysAPress()
    {
        m_drag->press(QStringLiteral("p1"), {100, 100});
        QCOMPARE(m_drag->moveTo({102, 101}), CardDrag::Stage::Pressed);
        QVERIFY(!m_drag->isDragging());
    }

    void farMove_isADragThatStays()
    {
        m_drag->press(QStringLiteral("p1"), {100, 100});
        QCOMPARE(m_drag->moveTo({100, 100 + QApplication::startDragDistance()}), CardDrag::Stage::Dragging);
        QCOMPARE(m_drag->moveTo({100, 100}), CardDrag::Stage::Dragging);
        QCOMPARE(m_drag->id(), QStringLiteral("p1"));
        m_drag->end();
        QCOMPARE(m_drag->stage(), CardDrag::Stage::None);
        QVERIFY(m_drag->id().isEmpty());
    }

    void moveOutOfTheArea_isSaidOnceAndEndsIt_data()
    {
        QTest::addColumn<QPoint>("position");
        QTest::newRow("left") << QPoint(-40, 100);
        QTest::newRow("right") << QPoint(340, 100);
        QTest::newRow("above") << QPoint(100, -80);
        QTest::newRow("below") << QPoint(100, 580);
    }

    void moveOutOfTheArea_isSaidOnceAndEndsIt()
    {
        QFETCH(const QPoint, position);
        m_drag->press(QStringLiteral("p1"), {100, 100});
        QCOMPARE(m_drag->moveTo(position), CardDrag::Stage::Left);
        QCOMPARE(m_drag->moveTo(position), CardDrag::Stage::None);
    }

    void restNearAnEdge_asksForScrolling_data()
    {
        QTest::addColumn<int>("y");
        QTest::addColumn<bool>("up");
        QTest::newRow("top") << 5 << true;
        QTest::newRow("above the top") << -20 << true;
        QTest::newRow("bottom") << 495 << false;
    }

    void restNearAnEdge_asksForScrolling()
    {
        QFETCH(const int, y);
        QFETCH(const bool, up);
        QSignalSpy wanted(m_drag, &CardDrag::scrollWanted);
        m_drag->press(QStringLiteral("p1"), {100, 250});
        m_drag->moveTo({100, y});
        QTRY_VERIFY(wanted.count() >= 2);
        QCOMPARE(wanted.first().first().toInt() < 0, up);
        m_drag->end();
    }

private:
    std::unique_ptr<QWidget> m_area;
    CardDrag *m_drag = nullptr;
};

QTEST_MAIN(TestCardDrag)
#include "tst_carddrag.moc"
