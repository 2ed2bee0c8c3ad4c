#include "dialogs/shortcutsdialog.h"

#include "style/keycaps.h"
#include "style/textlabel.h"
#include "style/theme.h"

#include <QAction>
#include <QtTest>

using namespace Lectern;

class TestShortcutsDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    void of_takesActionsWithShortcutsAndAtMostTwoKeys()
    {
        QAction search(QStringLiteral("&Search the library"));
        search.setShortcuts({QKeySequence(QStringLiteral("Ctrl+K")), QKeySequence(QStringLiteral("Ctrl+L")),
                             QKeySequence(QStringLiteral("Ctrl+Shift+F"))});
        QAction quiet(QStringLiteral("No key"));
        const ShortcutGroup group = ShortcutGroup::of(QStringLiteral("Search"), {&search, &quiet});
        QCOMPARE(group.rows.size(), size_t(1));
        QCOMPARE(group.rows[0].text, QStringLiteral("Search the library"));
        QCOMPARE(group.rows[0].keys, QStringList({QStringLiteral("Ctrl+K"), QStringLiteral("Ctrl+L")}));
    }

    void dialog_showsEveryRowOfEveryGroup()
    {
        Theme theme;
        std::vector<ShortcutGroup> groups;
        for (int i = 0; i < 5; ++i) {
            ShortcutGroup group{QStringLiteral("Group %1").arg(i), {}};
            for (int k = 0; k <= i; ++k)
                group.rows.push_back(
                    {QStringLiteral("Row %1.%2").arg(i).arg(k), {QStringLiteral("Ctrl+%1").arg(k)}});
            groups.push_back(group);
        }
        groups.push_back({QStringLiteral("Empty"), {}});
        ShortcutsDialog dialog(theme, groups);
        dialog.show();
        QCOMPARE(dialog.findChildren<KeyCaps *>().size(), 15);
        QStringList texts;
        for (const TextLabel *label : dialog.findChildren<TextLabel *>())
            texts += label->text();
        QVERIFY(texts.contains(QStringLiteral("Row 4.4")));
        QVERIFY(texts.contains(QStringLiteral("Group 0")));
        QVERIFY(!texts.contains(QStringLiteral("Empty")));
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QVERIFY(!dialog.isVisible());
    }

    void dialog_withoutGroups_isSound()
    {
        Theme theme;
        ShortcutsDialog dialog(theme, {});
        dialog.grab();
    }
};

QTEST_MAIN(TestShortcutsDialog)
#include "tst_shortcutsdialog.moc"
