#include "passages/trayfooter.h"

#include "export/exporter.h"
#include "style/segmentedcontrol.h"
#include "style/textbutton.h"
#include "style/theme.h"

#include <QMenu>
#include <QSignalSpy>
#include <QtTest>

using namespace Lectern;

class TestTrayFooter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
        m_footer = std::make_unique<TrayFooter>(m_theme);
        m_footer->resize(332, 112);
        m_footer->show();
        m_button = m_footer->findChild<TextButton *>();
        m_segments = m_footer->findChild<SegmentedControl *>();
    }

    void cleanup() { m_footer.reset(); }

    void button_saysHowMany_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << 0 << QStringLiteral("Export passages");
        QTest::newRow("one") << 1 << QStringLiteral("Export 1 passage");
        QTest::newRow("three") << 3 << QStringLiteral("Export 3 passages");
    }

    void button_saysHowMany()
    {
        QFETCH(const int, count);
        QFETCH(const QString, text);
        m_footer->setCount(count);
        QCOMPARE(m_button->text(), text);
        QCOMPARE(m_button->accessibleName(), text);
        QCOMPARE(m_button->isEnabled(), count > 0);
        QCOMPARE(m_button->height(), 40);
    }

    void segments_chooseTheFormat()
    {
        QCOMPARE(m_footer->format(), QStringLiteral("markdown"));
        QCOMPARE(m_segments->current(), 0);
        QTest::mouseClick(m_segments, Qt::LeftButton, {}, m_segments->segmentRect(1).center());
        QCOMPARE(m_footer->format(), QStringLiteral("html"));
        QTest::keyClick(m_segments, Qt::Key_Right);
        QCOMPARE(m_footer->format(), QStringLiteral("csv"));
    }

    void setFormat_otherThanOffered_takesThePlaceOfMore()
    {
        m_footer->setFormat(QStringLiteral("json"));
        QCOMPARE(m_segments->current(), 3);
        QCOMPARE(m_segments->label(3), exporterNamed(u"json")->suffix().toUpper());
        m_footer->setFormat(QStringLiteral("html"));
        QCOMPARE(m_segments->label(3), QStringLiteral("More"));
    }

    void setFormat_unknown_changesNothing()
    {
        m_footer->setFormat(QStringLiteral("papyrus"));
        QCOMPARE(m_footer->format(), QStringLiteral("markdown"));
    }

    void more_offersEveryFormatAndCopying()
    {
        m_footer->setCount(2);
        QSignalSpy copy(m_footer.get(), &TrayFooter::copyRequested);
        QTest::mouseClick(m_segments, Qt::LeftButton, {}, m_segments->segmentRect(3).center());
        auto *menu = m_footer->findChild<QMenu *>();
        QVERIFY(menu && menu->isVisible());
        const QList<QAction *> actions = menu->actions();
        QCOMPARE(size_t(actions.size()), exporters().size() + 2);
        for (size_t i = 0; i < exporters().size(); ++i) {
            QCOMPARE(actions.at(qsizetype(i))->text(), exporters()[i]->label());
            QCOMPARE(actions.at(qsizetype(i))->isChecked(), exporters()[i]->format() == m_footer->format());
        }
        actions.last()->trigger();
        QCOMPARE(copy.count(), 1);
        actions.at(qsizetype(exporters().size()) - 1)->trigger();
        QCOMPARE(m_footer->format(), exporters().back()->format());
        menu->close();
    }

    void button_click_asksForExport()
    {
        m_footer->setCount(1);
        QSignalSpy asked(m_footer.get(), &TrayFooter::exportRequested);
        QTest::mouseClick(m_button, Qt::LeftButton);
        QCOMPARE(asked.count(), 1);
    }

private:
    Theme m_theme;
    std::unique_ptr<TrayFooter> m_footer;
    TextButton *m_button = nullptr;
    SegmentedControl *m_segments = nullptr;
};

QTEST_MAIN(TestTrayFooter)
#include "tst_trayfooter.moc"
