#include "settings/familychoice.h"
#include "settings/readingsettingspopup.h"
#include "settings/themeswatch.h"
#include "settings/thinslider.h"
#include "style/toggle.h"
#include "style/textbutton.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace Lectern;

class TestReadingSettingsPopup : public QObject
{
    Q_OBJECT

private:
    Theme m_theme;
    std::unique_ptr<QWidget> m_window;
    QWidget *m_anchor = nullptr;
    ReadingSettingsPopup *m_popup = nullptr;

    ThinSlider *slider(const QString &name) const
    {
        for (ThinSlider *candidate : m_popup->findChildren<ThinSlider *>())
            if (candidate->accessibleName() == name)
                return candidate;
        return nullptr;
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
        m_theme.setChoice(ThemeChoice::Light);
        m_window = std::make_unique<QWidget>();
        m_window->resize(800, 600);
        m_anchor = new QWidget(m_window.get());
        m_anchor->setGeometry(740, 10, 36, 36);
        m_anchor->setFocusPolicy(Qt::StrongFocus);
        m_popup = new ReadingSettingsPopup(m_theme, m_window.get());
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_anchor->setFocus();
        m_popup->popup(m_anchor);
    }

    void popup_standsBelowTheButtonInsideTheWindow()
    {
        QVERIFY(m_popup->isVisible());
        QVERIFY(m_popup->y() + 10 >= 46);
        QVERIFY(m_window->rect().contains(m_popup->geometry()));
        QVERIFY(m_popup->isAncestorOf(QApplication::focusWidget()));
    }

    void sliders_changeTheStyleLive_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("value");
        QTest::addColumn<ReadingStyle>("expected");
        ReadingStyle style;
        style.fontSize = 24;
        QTest::newRow("size") << "Size" << 24 << style;
        style = {};
        style.measure = 80;
        QTest::newRow("width") << "Width" << 80 << style;
        style = {};
        style.lineHeight = 1.8;
        QTest::newRow("line spacing") << "Line spacing" << 36 << style;
        style = {};
        style.paragraphGap = 1.2;
        QTest::newRow("paragraph gap") << "Paragraph gap" << 12 << style;
    }

    void sliders_changeTheStyleLive()
    {
        QFETCH(QString, name);
        QFETCH(int, value);
        QFETCH(ReadingStyle, expected);
        QSignalSpy spy(m_popup, &ReadingSettingsPopup::styleChanged);
        slider(name)->setValue(value);
        QCOMPARE(spy.size(), 1);
        QVERIFY(spy.first().first().value<ReadingStyle>() == expected);
        QVERIFY(m_popup->readingStyle() == expected);
    }

    void sliders_keepToTheirRange()
    {
        slider(QStringLiteral("Size"))->setValue(99);
        slider(QStringLiteral("Width"))->setValue(0);
        slider(QStringLiteral("Line spacing"))->setValue(0);
        QCOMPARE(m_popup->readingStyle().fontSize, 28);
        QCOMPARE(m_popup->readingStyle().measure, 50);
        QCOMPARE(m_popup->readingStyle().lineHeight, 1.3);
    }

    void setReadingStyle_saysNothing()
    {
        QSignalSpy spy(m_popup, &ReadingSettingsPopup::styleChanged);
        ReadingStyle style;
        style.fontSize = 22;
        style.lineHeight = 1.57; // between two steps of the slider
        style.justified = true;
        m_popup->setReadingStyle(style);
        QCOMPARE(spy.size(), 0);
        QVERIFY(m_popup->readingStyle() == style);
        QCOMPARE(slider(QStringLiteral("Size"))->value(), 22);
        QVERIFY(m_popup->findChild<Toggle *>()->isChecked());
    }

    void toggleAndReset_changeTheStyle()
    {
        QSignalSpy spy(m_popup, &ReadingSettingsPopup::styleChanged);
        QTest::keyClick(m_popup->findChild<Toggle *>(), Qt::Key_Space);
        QVERIFY(m_popup->readingStyle().justified);
        m_popup->findChild<TextButton *>()->click();
        QVERIFY(m_popup->readingStyle() == ReadingStyle());
        QCOMPARE(spy.size(), 2);
    }

    void swatches_chooseTheTheme()
    {
        QSignalSpy spy(m_popup, &ReadingSettingsPopup::themeChosen);
        for (ThemeSwatch *swatch : m_popup->findChildren<ThemeSwatch *>())
            QTest::mouseClick(swatch, Qt::LeftButton);
        QCOMPARE(spy.size(), 4);
        QCOMPARE(spy[2].first().value<ThemeChoice>(), ThemeChoice::Dark);
        m_theme.setChoice(ThemeChoice::Sepia);
        for (const ThemeSwatch *swatch : m_popup->findChildren<ThemeSwatch *>())
            QCOMPARE(swatch->isChecked(), swatch->choice() == ThemeChoice::Sepia);
    }

    void tab_goesRoundInside()
    {
        const QWidget *first = QApplication::focusWidget();
        int stops = 0;
        do {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QVERIFY(m_popup->isAncestorOf(QApplication::focusWidget()));
            QVERIFY(!QApplication::focusWidget()->accessibleName().isEmpty() ||
                    qobject_cast<QAbstractButton *>(QApplication::focusWidget()));
            ++stops;
        } while (QApplication::focusWidget() != first && stops < 20);
        QCOMPARE(stops, 8);
    }

    void escapeAndPressElsewhere_closeIt()
    {
        QSignalSpy closed(m_popup, &ReadingSettingsPopup::closed);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!m_popup->isVisible());
        QVERIFY(m_anchor->hasFocus());
        m_popup->popup(m_anchor);
        QTest::mouseClick(m_popup, Qt::LeftButton, {}, {30, 30});
        QVERIFY(m_popup->isVisible());
        QTest::mouseClick(m_window.get(), Qt::LeftButton, {}, {20, 500});
        QVERIFY(!m_popup->isVisible());
        QCOMPARE(closed.size(), 2);
    }
};

QTEST_MAIN(TestReadingSettingsPopup)
#include "tst_readingsettingspopup.moc"
