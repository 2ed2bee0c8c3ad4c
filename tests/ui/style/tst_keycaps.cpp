#include "style/keycaps.h"

#include "style/theme.h"

#include <QtTest>

using namespace Lectern;

class TestKeyCaps final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    void keysOf_partsShortcuts_data()
    {
        QTest::addColumn<QString>("shortcut");
        QTest::addColumn<QStringList>("keys");
        const auto row = [](const char *shortcut, const char *keys) {
            QTest::newRow(shortcut) << QString::fromLatin1(shortcut)
                                    << QString::fromLatin1(keys).split(QLatin1Char(' '));
        };
        row("H", "H");
        row("Ctrl+K", "Ctrl K");
        row("Ctrl+Shift+C", "Ctrl Shift C");
        row("Ctrl++", "Ctrl +");
        row("+", "+");
        row("Alt+Up", "Alt Up");
    }

    void keysOf_partsShortcuts()
    {
        QFETCH(const QString, shortcut);
        QFETCH(const QStringList, keys);
        QCOMPARE(KeyCaps::keysOf(shortcut), keys);
    }

    void severalShortcuts_areNamedTogether()
    {
        Theme theme;
        const KeyCaps one(theme, {QStringLiteral("F3")});
        const KeyCaps two(theme, {QStringLiteral("F3"), QStringLiteral("Return")});
        QCOMPARE(two.accessibleName(), QStringLiteral("F3 or Return"));
        QVERIFY(two.sizeHint().width() > one.sizeHint().width());
    }
};

QTEST_MAIN(TestKeyCaps)
#include "tst_keycaps.moc"
