#include "dialogs/choicelist.h"

#include "style/theme.h"

#include <QtTest>

using namespace Lectern;

class TestChoiceList final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    void choice_followsKeysAndSetter()
    {
        Theme theme;
        ChoiceList list(theme);
        QVERIFY(list.choice().isEmpty());
        list.addChoice(QStringLiteral("a"), QStringLiteral("Alpha"), QStringLiteral(".a"));
        list.addChoice(QStringLiteral("b"), QStringLiteral("Beta"), QStringLiteral(".b"));
        list.setChoice(QStringLiteral("b"));
        QCOMPARE(list.choice(), QStringLiteral("b"));
        list.setChoice(QStringLiteral("x"));
        QCOMPARE(list.choice(), QStringLiteral("b"));
        list.show();
        QTest::keyClick(&list, Qt::Key_Up);
        QCOMPARE(list.choice(), QStringLiteral("a"));
    }

    void chosenRow_isPaintedOnTint()
    {
        Theme theme;
        ChoiceList list(theme);
        list.addChoice(QStringLiteral("a"), QStringLiteral("Alpha"), {});
        list.addChoice(QStringLiteral("b"), QStringLiteral("Beta"), {});
        list.resize(240, 100);
        list.setChoice(QStringLiteral("b"));
        for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
            theme.setChoice(choice);
            const QImage image = list.grab().toImage();
            QCOMPARE(image.pixelColor(120, 18), theme.tokens().list);
            QCOMPARE(image.pixelColor(120, 36 + 18), theme.tokens().tint);
        }
    }
};

QTEST_MAIN(TestChoiceList)
#include "tst_choicelist.moc"
