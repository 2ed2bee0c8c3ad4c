#include "style/segmentedcontrol.h"

#include "style/theme.h"

#include <QSignalSpy>
#include <QtTest>

using namespace Lectern;

class TestSegmentedControl final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
        m_control = std::make_unique<SegmentedControl>(m_theme);
        m_control->setSegments(
            {QStringLiteral("MD"), QStringLiteral("HTML"), QStringLiteral("CSV"), QStringLiteral("More")});
        m_control->setMenuSegment(3);
        m_control->setCurrent(0);
        m_control->resize(200, 28);
        m_control->show();
    }

    void cleanup() { m_control.reset(); }

    void click_choosesAndSaysSo()
    {
        QSignalSpy picked(m_control.get(), &SegmentedControl::picked);
        click(2);
        QCOMPARE(picked, QList<QList<QVariant>>{{2}});
        QCOMPARE(m_control->current(), 2);
        QCOMPARE(m_control->accessibleDescription(), QStringLiteral("CSV"));
    }

    void click_onMenuSegment_picksButDoesNotChoose()
    {
        QSignalSpy picked(m_control.get(), &SegmentedControl::picked);
        click(3);
        QCOMPARE(picked, QList<QList<QVariant>>{{3}});
        QCOMPARE(m_control->current(), 0);
    }

    void releaseElsewhere_doesNothing()
    {
        QSignalSpy picked(m_control.get(), &SegmentedControl::picked);
        QTest::mousePress(m_control.get(), Qt::LeftButton, {}, m_control->segmentRect(1).center());
        QTest::mouseRelease(m_control.get(), Qt::LeftButton, {}, m_control->segmentRect(2).center());
        QCOMPARE(picked.count(), 0);
        QCOMPARE(m_control->current(), 0);
    }

    void keys_walkAndPick()
    {
        QSignalSpy picked(m_control.get(), &SegmentedControl::picked);
        QTest::keyClick(m_control.get(), Qt::Key_Right);
        QCOMPARE(m_control->current(), 1);
        QTest::keyClick(m_control.get(), Qt::Key_Right);
        QTest::keyClick(m_control.get(), Qt::Key_Right);
        QCOMPARE(m_control->current(), 2);
        QCOMPARE(picked.count(), 2);
        QTest::keyClick(m_control.get(), Qt::Key_Space);
        QCOMPARE(picked.last().first().toInt(), 3);
        QTest::keyClick(m_control.get(), Qt::Key_Left);
        QCOMPARE(m_control->current(), 2);
    }

    void setCurrent_isSilent()
    {
        QSignalSpy picked(m_control.get(), &SegmentedControl::picked);
        m_control->setCurrent(1);
        QCOMPARE(picked.count(), 0);
        m_control->setCurrent(-1);
        QCOMPARE(m_control->current(), -1);
    }

    void segments_shareTheWidthWithoutGapsOrOverlap()
    {
        for (int i = 1; i < m_control->count(); ++i)
            QCOMPARE(m_control->segmentRect(i).left(), m_control->segmentRect(i - 1).right() + 1);
        QVERIFY(m_control->rect().contains(m_control->segmentRect(3)));
    }

private:
    void click(int segment)
    {
        QTest::mouseClick(m_control.get(), Qt::LeftButton, {}, m_control->segmentRect(segment).center());
    }

    Theme m_theme;
    std::unique_ptr<SegmentedControl> m_control;
};

QTEST_MAIN(TestSegmentedControl)
#include "tst_segmentedcontrol.moc"
