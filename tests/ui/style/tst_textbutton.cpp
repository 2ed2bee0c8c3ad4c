#include "style/textbutton.h"

#include "style/theme.h"

#include <QSignalSpy>
#include <QtTest>

using namespace Lectern;

class TestTextButton final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    void clickAndSpace_clickIt()
    {
        Theme theme;
        TextButton button(theme, ButtonKind::Primary, QStringLiteral("Save"));
        button.show();
        QSignalSpy clicked(&button, &TextButton::clicked);
        QTest::mouseClick(&button, Qt::LeftButton);
        QTest::keyClick(&button, Qt::Key_Space);
        QCOMPARE(clicked.count(), 2);
        button.setEnabled(false);
        QTest::mouseClick(&button, Qt::LeftButton);
        QCOMPARE(clicked.count(), 2);
    }

    void primary_isPaintedInTheAccentOfTheTheme()
    {
        Theme theme;
        TextButton button(theme, ButtonKind::Primary, QStringLiteral("Save"));
        button.setMetrics(40, 10);
        button.resize(200, 40);
        for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Sepia, ThemeChoice::Dark}) {
            theme.setChoice(choice);
            QCOMPARE(button.grab().toImage().pixelColor(20, 20), theme.tokens().accent);
        }
        button.setEnabled(false);
        QCOMPARE(button.grab().toImage().pixelColor(20, 20), theme.tokens().badge);
    }

    void sizeHint_growsWithTextAndIcon()
    {
        Theme theme;
        TextButton button(theme, ButtonKind::Plain, QStringLiteral("Copy"));
        const int narrow = button.sizeHint().width();
        button.setIconName(QStringLiteral("copy"));
        QVERIFY(button.sizeHint().width() > narrow);
        button.setMetrics(40, 10);
        QCOMPARE(button.sizeHint().height(), 40);
    }
};

QTEST_MAIN(TestTextButton)
#include "tst_textbutton.moc"
