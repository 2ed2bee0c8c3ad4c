#include "settings/thinslider.h"
#include "style/theme.h"

#include <QSignalSpy>
#include <QTest>

using namespace Lectern;

class TestThinSlider : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    void press_goesWhereItPoints()
    {
        const Theme theme;
        ThinSlider slider(theme);
        slider.setRange(15, 28);
        slider.resize(200, 24);
        for (const int value : {15, 20, 28}) {
            slider.setValue(value);
            const QPoint knob = slider.knobCentre().toPoint();
            slider.setValue(17);
            QTest::mouseClick(&slider, Qt::LeftButton, {}, knob);
            QCOMPARE(slider.value(), value);
        }
    }

    void drag_endsInsideTheRange()
    {
        const Theme theme;
        ThinSlider slider(theme);
        slider.setRange(0, 10);
        slider.resize(200, 24);
        QTest::mousePress(&slider, Qt::LeftButton, {}, {100, 12});
        QTest::mouseMove(&slider, {900, 12});
        QCOMPARE(slider.value(), 10);
        QTest::mouseMove(&slider, {-900, 12});
        QCOMPARE(slider.value(), 0);
        QTest::mouseRelease(&slider, Qt::LeftButton, {}, {0, 12});
        QTest::mouseMove(&slider, {150, 12});
        QCOMPARE(slider.value(), 0);
    }

    void knob_isPaintedWhereTheValueIs()
    {
        const Theme theme;
        ThinSlider slider(theme);
        slider.setRange(0, 10);
        slider.setValue(5);
        slider.resize(200, 24);
        const QImage image = slider.grab().toImage();
        QCOMPARE(image.pixelColor(slider.knobCentre().toPoint()), theme.tokens().card);
        QCOMPARE(image.pixelColor(20, 12), theme.tokens().accent);
        QCOMPARE(image.pixelColor(180, 12), theme.tokens().line);
    }
};

QTEST_MAIN(TestThinSlider)
#include "tst_thinslider.moc"
