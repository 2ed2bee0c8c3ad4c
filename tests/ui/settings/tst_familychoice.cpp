#include "settings/familychoice.h"
#include "style/fonts.h"
#include "style/theme.h"

#include <QSignalSpy>
#include <QTest>

using namespace Lectern;

class TestFamilyChoice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    void firstFamily_standsForOurChoice()
    {
        const Theme theme;
        FamilyChoice choice(theme);
        QCOMPARE(choice.family(), QString());
        QCOMPARE(choice.currentText(), Fonts::readingFamilies().value(0));
    }

    void setFamily_saysNothing_data()
    {
        QTest::addColumn<QString>("family");
        QTest::newRow("installed") << Fonts::readingFamilies().value(1);
        QTest::newRow("not installed") << "No Such Face";
        QTest::newRow("ours") << "";
    }

    void setFamily_saysNothing()
    {
        QFETCH(QString, family);
        const Theme theme;
        FamilyChoice choice(theme);
        QSignalSpy spy(&choice, &FamilyChoice::familyChosen);
        choice.setFamily(family);
        QCOMPARE(choice.family(), family);
        QCOMPARE(spy.size(), 0);
    }

    void keys_reachEveryFamily()
    {
        const Theme theme;
        FamilyChoice choice(theme);
        choice.show();
        choice.activateWindow();
        choice.setFocus();
        QTRY_VERIFY(choice.hasFocus());
        QSignalSpy spy(&choice, &FamilyChoice::familyChosen);
        QTest::keyClick(&choice, Qt::Key_Down);
        QCOMPARE(spy.size(), 1);
        QCOMPARE(choice.family(), Fonts::readingFamilies().value(1));
        QCOMPARE(spy.first().first().toString(), choice.family());
    }
};

QTEST_MAIN(TestFamilyChoice)
#include "tst_familychoice.moc"
