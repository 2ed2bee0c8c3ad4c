#include "style/theme.h"

#include <QApplication>
#include <QPalette>
#include <QSignalSpy>
#include <QtTest>

using namespace Lectern;

class TestTheme final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    void setChoice_changesTokensAndSaysSo_data()
    {
        QTest::addColumn<ThemeChoice>("choice");
        QTest::addColumn<QColor>("paper");
        QTest::addColumn<bool>("isDark");
        QTest::newRow("light") << ThemeChoice::Light << Tokens::light().paper << false;
        QTest::newRow("sepia") << ThemeChoice::Sepia << Tokens::sepia().paper << false;
        QTest::newRow("dark") << ThemeChoice::Dark << Tokens::dark().paper << true;
    }

    void setChoice_changesTokensAndSaysSo()
    {
        QFETCH(const ThemeChoice, choice);
        QFETCH(const QColor, paper);
        QFETCH(const bool, isDark);
        Theme theme;
        QSignalSpy changed(&theme, &Theme::changed);
        theme.setChoice(choice);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(theme.choice(), choice);
        QCOMPARE(theme.tokens().paper, paper);
        QCOMPARE(theme.tokens().isDark, isDark);
        QCOMPARE(theme.palette().color(QPalette::Base), paper);
    }

    void setChoice_sameAgain_saysNothing()
    {
        Theme theme;
        theme.setChoice(ThemeChoice::Dark);
        QSignalSpy changed(&theme, &Theme::changed);
        theme.setChoice(ThemeChoice::Dark);
        QCOMPARE(changed.count(), 0);
    }

    void systemChoice_followsTheSystemPalette()
    {
        const QPalette before = QApplication::palette();
        QPalette dark = before;
        dark.setColor(QPalette::Window, Qt::black);
        dark.setColor(QPalette::WindowText, Qt::white);
        QApplication::setPalette(dark);
        QVERIFY(Theme().tokens().isDark);
        dark.setColor(QPalette::Window, Qt::white);
        dark.setColor(QPalette::WindowText, Qt::black);
        QApplication::setPalette(dark);
        QVERIFY(!Theme().tokens().isDark);
        QApplication::setPalette(before);
    }

    void name_roundTrips_data()
    {
        QTest::addColumn<ThemeChoice>("choice");
        QTest::addColumn<QString>("expected");
        QTest::newRow("system") << ThemeChoice::System << QStringLiteral("system");
        QTest::newRow("light") << ThemeChoice::Light << QStringLiteral("light");
        QTest::newRow("sepia") << ThemeChoice::Sepia << QStringLiteral("sepia");
        QTest::newRow("dark") << ThemeChoice::Dark << QStringLiteral("dark");
    }

    void name_roundTrips()
    {
        QFETCH(const ThemeChoice, choice);
        QFETCH(const QString, expected);
        QCOMPARE(name(choice), expected);
        QCOMPARE(themeChoiceNamed(expected), choice);
    }

    void themeChoiceNamed_unknown_isSystem() { QCOMPARE(themeChoiceNamed(u"mauve"), ThemeChoice::System); }

    void styleSheet_hasNoUnreplacedToken()
    {
        Theme theme;
        for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Sepia, ThemeChoice::Dark}) {
            theme.setChoice(choice);
            QVERIFY(!theme.styleSheet().contains(QLatin1Char('@')));
            QVERIFY(theme.styleSheet().contains(theme.tokens().accent.name()));
        }
    }

    void applyToApplication_followsLaterChanges()
    {
        Theme theme;
        theme.setChoice(ThemeChoice::Light);
        theme.applyToApplication();
        QCOMPARE(QApplication::palette().color(QPalette::Window), Tokens::light().list);
        theme.setChoice(ThemeChoice::Dark);
        QCOMPARE(QApplication::palette().color(QPalette::Window), Tokens::dark().list);
        QVERIFY(qApp->styleSheet().contains(Tokens::dark().card.name()));
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
