#include "acceptance/desk.h"
#include "settings/keylist.h"
#include "settings/keyspage.h"
#include "settings/readingsettingsform.h"
#include "settings/settingrow.h"
#include "settings/settingswindow.h"
#include "settings/thinslider.h"
#include "settings/toggle.h"

#include <QAction>
#include <QLineEdit>
#include <QListWidget>
#include <QSet>

using namespace Lectern;

/// The window of settings and the reader's own keys in a real window.
class TestSettingsJourney final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_room = std::make_unique<DeskRoom>();
        QVERIFY(m_room->isValid());
        m_desk = m_room->open();
        QVERIFY(m_desk);
    }
    void cleanup()
    {
        m_desk.reset();
        m_room.reset();
    }

    void everyAction_hasANameOfItsOwn_andNoKeysOfAnother()
    {
        QSet<QString> names;
        openKeys();
        for (int i = 0; i < keys()->rows()->rowCount(); ++i) {
            const KeyRow row = keys()->rows()->row(i);
            QVERIFY2(!row.id.isEmpty() && !names.contains(row.id), qPrintable(row.text));
            names.insert(row.id);
            QVERIFY2(row.isStandard, qPrintable(row.text));
        }
        QVERIFY(names.size() > 60);
        QStringList clashes;
        for (int i = 0; i < keys()->rows()->rowCount(); ++i)
            for (int k = i + 1; k < keys()->rows()->rowCount(); ++k)
                for (const QKeySequence &own : keys()->rows()->row(i).keys)
                    if (keys()->rows()->row(k).keys.contains(own) && own != QKeySequence(Qt::Key_N))
                        clashes += keys()->rows()->row(i).text + u'|' + keys()->rows()->row(k).text;
        QCOMPARE(clashes, QStringList()); // N alone means two things, in the list and in the article
    }

    void search_leavesWhatFits()
    {
        press(Qt::Key_Comma, Qt::ControlModifier);
        QVERIFY(settings());
        QCOMPARE(settings()->focusWidget(), settings()->field());
        QTest::keyClicks(settings()->field(), QStringLiteral("justify"));
        QCOMPARE(shownSections(), QStringList{QStringLiteral("Reading")});
        QVERIFY(settings()->findChild<ReadingSettingsForm *>()->isVisible());
        settings()->field()->setText(QStringLiteral("backups"));
        QCOMPARE(shownSections(), QStringList({QStringLiteral("Keys"), QStringLiteral("Library")}));
        settings()->field()->setText(QStringLiteral("zzzz"));
        QCOMPARE(shownSections(), QStringList());
        QTest::keyClick(settings()->field(), Qt::Key_Escape);
        QCOMPARE(shownSections().size(), 4);
    }

    void switches_areTheActions()
    {
        press(Qt::Key_Comma, Qt::ControlModifier);
        Toggle *toggle = nullptr;
        for (Toggle *candidate : settings()->findChildren<Toggle *>())
            if (candidate->accessibleName() == QLatin1String("Article List"))
                toggle = candidate;
        QVERIFY(toggle);
        const bool was = action("showList")->isChecked();
        QTest::keyClick(toggle, Qt::Key_Space);
        QCOMPARE(action("showList")->isChecked(), !was);
        action("showList")->setChecked(was);
        QCOMPARE(toggle->isChecked(), was);
    }

    void reading_isInForceAtOnce_hereAndInTheCard()
    {
        press(Qt::Key_Comma, Qt::ControlModifier);
        settings()->showSection(1);
        auto *form = settings()->findChild<ReadingSettingsForm *>();
        form->findChild<ThinSlider *>()->setValue(24);
        action("larger")->trigger();
        QCOMPARE(form->readingStyle().fontSize, 25);
    }

    void newKeys_areInForce_remembered_andReset()
    {
        openKeys();
        choose(QStringLiteral("rescan"));
        pressHere(Qt::Key_Return);
        QVERIFY(keys()->isWaiting());
        pressHere(Qt::Key_F8, Qt::ControlModifier);
        QCOMPARE(action("rescan")->shortcuts(), QList<QKeySequence>{QKeySequence(QStringLiteral("Ctrl+F8"))});
        QVERIFY(!keys()->rows()->row(keys()->currentIndex().row()).isStandard);
        pressHere(Qt::Key_Delete);
        QVERIFY(action("rescan")->shortcuts().isEmpty());
        m_desk.reset();
        m_desk = m_room->open();
        QVERIFY(m_desk);
        QVERIFY(action("rescan")->shortcuts().isEmpty());
        openKeys();
        choose(QStringLiteral("rescan"));
        button(QStringLiteral("Reset"))->click();
        QCOMPARE(action("rescan")->shortcut(), QKeySequence(Qt::Key_F5));
    }

    void keysOfAnother_areTakenOnlyWhenTold()
    {
        openKeys();
        choose(QStringLiteral("rescan"));
        pressHere(Qt::Key_F2);
        pressHere(Qt::Key_K, Qt::ControlModifier);
        QCOMPARE(action("rescan")->shortcut(), QKeySequence(Qt::Key_F5)); // not yet
        auto *use = button(QStringLiteral("Use Here"));
        QVERIFY(use->isVisible() && settings()->focusWidget() == use);
        QTest::keyClick(use, Qt::Key_Space);
        QCOMPARE(action("rescan")->shortcut(), QKeySequence(QStringLiteral("Ctrl+K")));
        QVERIFY(!action("search")->shortcuts().contains(QKeySequence(QStringLiteral("Ctrl+K"))));
        QVERIFY(action("search")->shortcuts().contains(QKeySequence(QStringLiteral("Ctrl+L"))));
        button(QStringLiteral("Reset All"))->click();
        QVERIFY(action("search")->shortcuts().contains(QKeySequence(QStringLiteral("Ctrl+K"))));
        QCOMPARE(action("rescan")->shortcut(), QKeySequence(Qt::Key_F5));
    }

    void escape_whileKeysAreAwaited_changesNothing()
    {
        openKeys();
        choose(QStringLiteral("rescan"));
        pressHere(Qt::Key_F2);
        pressHere(Qt::Key_Escape);
        QVERIFY(!keys()->isWaiting());
        QVERIFY(settings()->isVisible());
        QCOMPARE(action("rescan")->shortcut(), QKeySequence(Qt::Key_F5));
    }

private:
    SettingsWindow *settings() const { return m_desk->find<SettingsWindow>(); }
    KeysPage *page() const { return m_desk->find<KeysPage>(); }
    KeyList *keys() const { return m_desk->find<KeyList>(); }
    QAction *action(const char *name) const
    {
        for (QAction *known : m_desk->window->actions())
            if (known->objectName() == QLatin1String(name))
                return known;
        return nullptr;
    }
    QAbstractButton *button(const QString &text) const
    {
        for (auto *candidate : page()->findChildren<QAbstractButton *>())
            if (candidate->text() == text)
                return candidate;
        return nullptr;
    }
    void openKeys()
    {
        action("settings")->trigger();
        settings()->showSection(2);
        QVERIFY(QTest::qWaitForWindowExposed(settings()));
        keys()->setFocus();
    }
    void choose(const QString &id)
    {
        keys()->setCurrentIndex(keys()->rows()->index(keys()->rows()->rowOf(id)));
    }
    QStringList shownSections() const
    {
        QStringList names;
        for (int i = 0; i < settings()->sections()->count(); ++i)
            if (!settings()->sections()->item(i)->isHidden())
                names += settings()->sections()->item(i)->text();
        return names;
    }
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }

    /// In the list of keys, whichever window the desktop has made active.
    void pressHere(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(keys(), key, modifiers);
    }

    std::unique_ptr<DeskRoom> m_room;
    std::unique_ptr<Desk> m_desk;
};

QTEST_MAIN(TestSettingsJourney)
#include "tst_settingsjourney.moc"
