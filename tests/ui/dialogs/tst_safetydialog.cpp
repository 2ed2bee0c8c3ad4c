#include "dialogs/backupspanel.h"
#include "dialogs/choicelist.h"
#include "dialogs/mirrorpanel.h"
#include "dialogs/safetydialog.h"
#include "style/segmentedcontrol.h"
#include "style/textbutton.h"
#include "style/theme.h"

#include <QLabel>
#include <QTemporaryDir>
#include <QtTest>

using namespace Lectern;

class TestSafetyDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
        m_dialog = std::make_unique<SafetyDialog>(m_theme);
        m_dialog->show();
        m_restored.clear();
        m_folders.clear();
        connect(m_dialog->backups(), &BackupsPanel::restoreRequested, this,
                [this](const PassageBackup &backup) { m_restored += backup.path; });
        connect(m_dialog->mirror(), &MirrorPanel::folderPicked, this,
                [this](const QString &folder) { m_folders += folder; });
    }

    void cleanup() { m_dialog.reset(); }

    void withoutBackups_saysSo()
    {
        m_dialog->backups()->setBackups({}, 0);
        QVERIFY(!list()->isVisible());
        QVERIFY(!button("Restore…")->isEnabled());
        QVERIFY(button("Back up now")->isEnabled());
    }

    void backups_areListedWithSizeAndNumber()
    {
        m_dialog->backups()->setBackups(twoBackups(), 5);
        QCOMPARE(list()->count(), 2);
        QVERIFY(list()->item(0)->text().contains(QStringLiteral("2026")));
        QCOMPARE(list()->item(0)->data(Qt::UserRole + 1).toString(),
                 QStringLiteral("1,240 passages, 3.0 MB"));
        QCOMPARE(list()->item(1)->data(Qt::UserRole + 1).toString(), QStringLiteral("1 passage, 20.0 kB"));
    }

    void restore_asksFirst()
    {
        m_dialog->backups()->setBackups(twoBackups(), 5);
        list()->setCurrentRow(1);
        button("Restore…")->click();
        QVERIFY(m_restored.isEmpty());
        auto *question = m_dialog->findChild<QLabel *>(QStringLiteral("backupQuestion"));
        QVERIFY(question->isVisible());
        QVERIFY(question->text().contains(QStringLiteral("1 passage of")));
        QVERIFY(question->text().contains(QStringLiteral("the 5 passages that are kept now")));
        QCOMPARE(m_dialog->focusWidget(), button("Leave as it is")); // Enter does no harm
        button("Leave as it is")->click();
        QVERIFY(m_restored.isEmpty());
        QVERIFY(!question->isVisible());

        button("Restore…")->click();
        button("Restore this backup")->click();
        QCOMPARE(m_restored, QStringList{QStringLiteral("/b")});
    }

    void newList_takesTheQuestionBack()
    {
        m_dialog->backups()->setBackups(twoBackups(), 5);
        button("Restore…")->click();
        m_dialog->backups()->setBackups({}, 5);
        QVERIFY(!m_dialog->findChild<QLabel *>(QStringLiteral("backupQuestion"))->isVisible());
        QVERIFY(m_restored.isEmpty());
    }

    void backUpNow_isAskedForOnceAtATime()
    {
        int asked = 0;
        connect(m_dialog->backups(), &BackupsPanel::backUpRequested, this, [&] { ++asked; });
        button("Back up now")->click();
        button("Back up now")->click();
        QCOMPARE(asked, 1);
        m_dialog->backups()->setBackups(twoBackups(), 5);
        QVERIFY(button("Back up now")->isEnabled());
    }

    void failure_isTold()
    {
        m_dialog->backups()->complain(QStringLiteral("No backup can be made here."));
        auto *error = m_dialog->findChild<QLabel *>(QStringLiteral("backupError"));
        QVERIFY(error->isVisible());
        m_dialog->backups()->complain({});
        QVERIFY(!error->isVisible());
    }

    void mirror_isSwitchedOnByAFolder_andOff()
    {
        QTemporaryDir folder;
        const QString copy = folder.filePath(QStringLiteral("copy"));
        MirrorSession session([] { return PassageSequence(); },
                              [](const std::vector<Passage> &) { return QByteArray(); }, {});
        m_dialog->mirror()->showSession(session);
        m_dialog->mirror()->setChooser([&](QWidget *, const QString &) { return copy; });
        QCOMPARE(mirrorSwitch()->current(), 0);
        pick(1);
        QCOMPARE(m_folders, QStringList{copy});
        QCOMPARE(mirrorSwitch()->current(), 0); // not before it is so

        session.setFolder(copy);
        QTRY_COMPARE(session.state(), MirrorSession::State::UpToDate);
        m_dialog->mirror()->showSession(session);
        QCOMPARE(mirrorSwitch()->current(), 1);
        QVERIFY(state().startsWith(QStringLiteral("Up to date, last written ")));
        QVERIFY(button("Show")->isVisible());
        pick(0);
        QCOMPARE(m_folders.constLast(), QString());

        // Switched on again it is the same folder, and nobody is asked.
        session.setFolder({});
        m_dialog->mirror()->showSession(session);
        QVERIFY(state().startsWith(QStringLiteral("It is off.")));
        m_dialog->mirror()->setChooser([](QWidget *, const QString &) { return QStringLiteral("/other"); });
        pick(1);
        QCOMPARE(m_folders.constLast(), copy);
    }

    void mirror_noFolderChosen_staysOff()
    {
        m_dialog->mirror()->setChooser([](QWidget *, const QString &) { return QString(); });
        pick(1);
        QVERIFY(m_folders.isEmpty());
        QCOMPARE(mirrorSwitch()->current(), 0);
    }

    void mirrorFailure_isTold_andCanBeTriedAgain()
    {
        MirrorSession session([] { return PassageSequence(); },
                              [](const std::vector<Passage> &) { return QByteArray(); }, {});
        session.setFolder(QCoreApplication::applicationFilePath() + QStringLiteral("/inside"));
        QTRY_COMPARE(session.state(), MirrorSession::State::Failed);
        m_dialog->mirror()->showSession(session);
        QVERIFY(m_dialog->findChild<QLabel *>(QStringLiteral("mirrorError"))->isVisible());
        int tried = 0;
        connect(m_dialog->mirror(), &MirrorPanel::retryRequested, this, [&] { ++tried; });
        button("Try again")->click();
        QCOMPARE(tried, 1);
    }

private:
    static std::vector<PassageBackup> twoBackups()
    {
        const QDateTime made(QDate(2026, 11, 25), QTime(9, 30));
        return {{QStringLiteral("/a"), made, 3 * 1024 * 1024, 1240},
                {QStringLiteral("/b"), made.addDays(-1), 20 * 1024, 1}};
    }
    ChoiceList *list() const { return m_dialog->findChild<ChoiceList *>(); }
    SegmentedControl *mirrorSwitch() const { return m_dialog->findChild<SegmentedControl *>(); }
    void pick(int segment) const
    {
        QTest::mouseClick(mirrorSwitch(), Qt::LeftButton, {}, mirrorSwitch()->segmentRect(segment).center());
    }
    QString state() const { return m_dialog->findChild<QLabel *>(QStringLiteral("mirrorState"))->text(); }
    TextButton *button(const char *text) const
    {
        for (TextButton *candidate : m_dialog->findChildren<TextButton *>())
            if (candidate->text() == QString::fromUtf8(text))
                return candidate;
        return nullptr;
    }

    Theme m_theme;
    std::unique_ptr<SafetyDialog> m_dialog;
    QStringList m_restored;
    QStringList m_folders;
};

QTEST_MAIN(TestSafetyDialog)
#include "tst_safetydialog.moc"
