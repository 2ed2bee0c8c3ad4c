#include "dialogs/messagebar.h"

#include "style/iconbutton.h"
#include "style/textbutton.h"
#include "style/theme.h"

#include <QSignalSpy>
#include <QtTest>

using namespace Lectern;

class TestMessageBar final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
        m_window = std::make_unique<QWidget>();
        m_window->resize(600, 400);
        m_bar = new MessageBar(m_theme, m_window.get());
        m_bar->resize(600, 45);
        m_window->show();
        m_action = m_bar->findChild<TextButton *>();
        m_close = m_bar->findChild<IconButton *>();
    }

    void cleanup() { m_window.reset(); }

    void withoutMessages_itIsHidden()
    {
        QVERIFY(!m_bar->isVisible());
        m_bar->withdraw(7);
        QVERIFY(!m_bar->isVisible());
    }

    void messages_showOneAfterTheOther()
    {
        QSignalSpy dismissed(m_bar, &MessageBar::dismissed);
        const int first = m_bar->post(MessageKind::Info, QStringLiteral("First."));
        const int second = m_bar->post(MessageKind::Error, QStringLiteral("Second."));
        QCOMPARE(m_bar->text(), QStringLiteral("First."));
        QVERIFY(m_bar->isVisible());
        QTest::mouseClick(m_close, Qt::LeftButton);
        QCOMPARE(m_bar->text(), QStringLiteral("Second."));
        QTest::keyClick(m_bar, Qt::Key_Escape);
        QVERIFY(!m_bar->isVisible());
        QCOMPARE(dismissed, (QList<QList<QVariant>>{{first}, {second}}));
    }

    void action_saysWhichMessageAndTakesItAway()
    {
        QSignalSpy triggered(m_bar, &MessageBar::actionTriggered);
        m_bar->post(MessageKind::Info, QStringLiteral("Nothing to do."));
        QVERIFY(!m_action->isVisible());
        m_bar->withdraw(1);
        const int number = m_bar->post(MessageKind::Warning, QStringLiteral("3 files could not be read."),
                                       QStringLiteral("Show report"));
        QVERIFY(m_action->isVisible());
        QTest::mouseClick(m_action, Qt::LeftButton);
        QCOMPARE(triggered, (QList<QList<QVariant>>{{number}}));
        QVERIFY(!m_bar->isVisible());
    }

    void sameWords_areQueuedOnce()
    {
        const int number = m_bar->post(MessageKind::Error, QStringLiteral("Disk full."));
        QCOMPARE(m_bar->post(MessageKind::Error, QStringLiteral("Disk full.")), number);
        QCOMPARE(m_bar->count(), 1);
    }

    void withdraw_takesAWaitingOneAndTheShownOne()
    {
        const int first = m_bar->post(MessageKind::Info, QStringLiteral("First."));
        const int second = m_bar->post(MessageKind::Info, QStringLiteral("Second."));
        m_bar->post(MessageKind::Info, QStringLiteral("Third."));
        m_bar->withdraw(second);
        QCOMPARE(m_bar->count(), 2);
        m_bar->withdraw(first);
        QCOMPARE(m_bar->text(), QStringLiteral("Third."));
    }

    void ground_showsTheKind()
    {
        m_bar->post(MessageKind::Info, QStringLiteral("First."));
        QCOMPARE(m_bar->grab().toImage().pixelColor(4, 20), m_theme.tokens().tint);
        m_bar->withdraw(1);
        m_bar->post(MessageKind::Error, QStringLiteral("Second."));
        QCOMPARE(m_bar->grab().toImage().pixelColor(4, 20), m_theme.tokens().markOf(MarkColour::Pink));
    }

private:
    Theme m_theme;
    std::unique_ptr<QWidget> m_window;
    MessageBar *m_bar = nullptr;
    TextButton *m_action = nullptr;
    IconButton *m_close = nullptr;
};

QTEST_MAIN(TestMessageBar)
#include "tst_messagebar.moc"
