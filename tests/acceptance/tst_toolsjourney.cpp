#include "acceptance/desk.h"
#include "app/library/articlefiles.h"
#include "dialogs/backupspanel.h"
#include "dialogs/choicelist.h"
#include "dialogs/exportdialog.h"
#include "dialogs/filedroparea.h"
#include "dialogs/highlightsdialog.h"
#include "dialogs/messagebar.h"
#include "dialogs/mirrorpanel.h"
#include "dialogs/safetydialog.h"
#include "dialogs/verdictlist.h"
#include "dialogs/verifydialog.h"
#include "export/exporter.h"
#include "passages/passagebackups.h"
#include "reading/readingpane.h"

#include <QComboBox>
#include <QDir>
#include <QLabel>

using namespace Lectern;

/// The menu Tools and the export dialog in a real window, with real files.
class TestToolsJourney : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void export_isVerified_andLeadsToTheArticle();
    void highlights_areImportedAsOneStep();
    void importedAgain_asksAndOverwritesOnlyWhenTold();
    void backup_isMadeAndRestored_andNothingIsLost();
    void mirror_followsChanges_isRemembered_andTouchesNoFileOfTheUser();
    void exportDialog_offersScopes_andRemembersTheLastChoice();

private:
    QString path(const QString &name) const { return m_room->path(name); }
    void write(const QString &name, const QByteArray &bytes) const;
    QAction *action(const QString &text) const;
    /// Keeps the words in the shown article as H does, also behind a dialog.
    void keep(const QString &words) const;
    template <typename Panel>
    QAbstractButton *button(Panel *dialog, const QString &text) const;
    const PassageSequence &kept() const { return m_desk->store->passages(); }
    QStringList copies() const { return QDir(path(QStringLiteral("copy"))).entryList(QDir::Files); }

    std::unique_ptr<DeskRoom> m_room;
    std::unique_ptr<Desk> m_desk;
};

void TestToolsJourney::write(const QString &name, const QByteArray &bytes) const
{
    QDir().mkpath(QFileInfo(path(name)).path());
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QAction *TestToolsJourney::action(const QString &text) const
{
    for (QAction *each : m_desk->window->actions())
        if (each->text().startsWith(text))
            return each;
    return nullptr;
}

template <typename Panel>
QAbstractButton *TestToolsJourney::button(Panel *dialog, const QString &text) const
{
    for (QAbstractButton *each : dialog->template findChildren<QAbstractButton *>())
        if (each->text().startsWith(text))
            return each;
    return nullptr;
}

void TestToolsJourney::keep(const QString &words) const
{
    auto *reader = m_desk->find<ReadingPane>();
    const qsizetype at = reader->article()->text().indexOf(words);
    QVERIFY(at >= 0);
    const size_t before = kept().size();
    reader->setSelection({at, at + words.size()});
    for (QAction *each : reader->actions())
        if (each->text() == QLatin1String("Keep Selection as Passage"))
            each->trigger();
    QTRY_COMPARE(kept().size(), before + 1);
}

void TestToolsJourney::init()
{
    m_room = std::make_unique<DeskRoom>();
    QVERIFY(m_room->isValid());
    write(QStringLiteral("articles/ferry.txt"), "Ferry runs aground\n\nThe ferry ran aground at dawn on "
                                                "Monday. The captain said the fog was thick as "
                                                "wool.\n\nNobody was hurt. The harbour is open again.\n");
    write(QStringLiteral("articles/bread.txt"), "Bread costs more\n\nBread costs more than ever before, and "
                                                "the baker says so.\n\nFlour is scarce.\n");
    m_desk = m_room->open();
    QVERIFY(m_desk);
    m_desk->window->request({path(QStringLiteral("articles"))}, QStringLiteral("ferry"));
    QVERIFY(DeskRoom::reads(*m_desk));
    QTRY_COMPARE(DeskRoom::shown(*m_desk), qsizetype(1));
    QTest::keyClick(m_desk->window, Qt::Key_F3);
    auto *reader = m_desk->find<ReadingPane>();
    QTRY_VERIFY(reader->article() && reader->article()->title() == QLatin1String("Ferry runs aground"));
}

void TestToolsJourney::cleanup()
{
    m_desk.reset();
    m_room.reset();
}

void TestToolsJourney::export_isVerified_andLeadsToTheArticle()
{
    keep(QStringLiteral("the fog was thick as wool"));
    keep(QStringLiteral("The harbour is open again."));
    const QString file = path(QStringLiteral("kept.md"));
    QVERIFY(exportToFile(*exporterNamed(u"markdown"), kept(), file).ok());
    write(
        QStringLiteral("articles/ferry.txt"),
        "Ferry runs aground\n\nThe ferry ran aground at dawn on Monday. The captain said the fog was thin as "
        "wool.\n\nNobody was hurt. The harbour is open again.\n");
    DeskRoom::type(*m_desk, QStringLiteral(" "));

    action(QStringLiteral("Verify an Export"))->trigger();
    auto *dialog = m_desk->find<VerifyDialog>();
    QVERIFY(dialog && dialog->isVisible());
    dialog->area()->setChooser([&](QWidget *) { return file; });
    dialog->area()->choose();
    auto *list = dialog->findChild<VerdictList *>();
    QTRY_COMPARE_WITH_TIMEOUT(list->count(), 2, 20000);
    QCOMPARE(list->verdict(0).word, QStringLiteral("Changed"));
    QVERIFY(list->verdict(0).text().contains(QStringLiteral("[-thick-]{+thin+}")));
    QCOMPARE(list->verdict(1).word, QStringLiteral("Moved"));

    action(QStringLiteral("All Passages"))->trigger();
    auto *reader = m_desk->find<ReadingPane>();
    QTRY_VERIFY(m_desk->library.findAt(path(QStringLiteral("articles/ferry.txt")), {})
                    ->text()
                    .contains(QStringLiteral("thin as wool")));
    list->setCurrentIndex(list->model()->index(1, 0));
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_VERIFY(reader->isVisible());
    QVERIFY(reader->article()->text().contains(QStringLiteral("thin as wool")));
    QVERIFY(dialog->isVisible());
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!m_desk->find<VerifyDialog>());
}

void TestToolsJourney::highlights_areImportedAsOneStep()
{
    write(QStringLiteral("clippings.txt"),
          "Ferry runs aground (A. Reporter)\r\n- Your Highlight on Location 12-13 | Added on Monday, 3 March "
          "2025 "
          "10:00:00\r\n\r\nThe harbour is open again.\r\n==========\r\n"
          "Another book (N. N.)\r\n- Your Highlight on Location 2-3 | Added on Monday, 3 March 2025 "
          "10:00:00\r\n\r\nWords of another book.\r\n==========\r\n");
    action(QStringLiteral("Import Highlights"))->trigger();
    auto *dialog = m_desk->find<HighlightsDialog>();
    QVERIFY(dialog);
    dialog->area()->setChooser([&](QWidget *) { return path(QStringLiteral("clippings.txt")); });
    dialog->area()->choose();
    auto *list = dialog->findChild<VerdictList *>();
    QTRY_COMPARE_WITH_TIMEOUT(list->count(), 2, 20000);
    QVERIFY(kept().empty());
    button(dialog, QStringLiteral("Import 2"))->click();
    QCOMPARE(kept().size(), size_t(2));
    QCOMPARE(kept()[0].source.path, path(QStringLiteral("articles/ferry.txt")));
    list->setCurrentIndex(list->model()->index(1, 0));
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(m_desk->find<ReadingPane>()->selectedMark(), kept()[0].id);

    QAction *undo = action(QStringLiteral("Undo"));
    QCOMPARE(undo->text(), QStringLiteral("Undo: Import 2 passages"));
    undo->trigger();
    QVERIFY(kept().empty());
    action(QStringLiteral("Redo"))->trigger();
    QCOMPARE(kept().size(), size_t(2));
}

void TestToolsJourney::importedAgain_asksAndOverwritesOnlyWhenTold()
{
    keep(QStringLiteral("The harbour is open again."));
    const QString file = path(QStringLiteral("kept.json"));
    QVERIFY(exportToFile(*exporterNamed(u"json"), kept(), file).ok());
    m_desk->find<ReadingPane>()->selectMark(kept()[0].id);
    for (QAction *each : m_desk->find<ReadingPane>()->actions())
        if (each->text() == QLatin1String("Star the Passage"))
            each->trigger();
    QVERIFY(kept()[0].starred);

    action(QStringLiteral("Import Highlights"))->trigger();
    auto *dialog = m_desk->find<HighlightsDialog>();
    dialog->area()->setChooser([&](QWidget *) { return file; });
    dialog->area()->choose();
    QTRY_COMPARE_WITH_TIMEOUT(dialog->plan().known(), 1, 20000);
    QVERIFY(!button(dialog, QStringLiteral("Import"))->isEnabled());
    Q_EMIT dialog->importRequested(KnownPassages::Overwrite);
    QCOMPARE(kept().size(), size_t(1));
    QVERIFY(!kept()[0].starred);
    action(QStringLiteral("Undo"))->trigger();
    QVERIFY(kept()[0].starred);
}

void TestToolsJourney::backup_isMadeAndRestored_andNothingIsLost()
{
    keep(QStringLiteral("The harbour is open again."));
    action(QStringLiteral("Backups"))->trigger();
    auto *dialog = m_desk->find<SafetyDialog>();
    QVERIFY(dialog);
    auto *list = dialog->backups()->findChild<ChoiceList *>();
    const PassageBackups backups(path(QStringLiteral("library")));
    button(dialog, QStringLiteral("Back up now"))->click();
    QTRY_VERIFY(!backups.list().empty());
    QTRY_COMPARE(list->count(), int(backups.list().size()));
    const QString chosen = list->choice();
    keep(QStringLiteral("Nobody was hurt."));

    button(dialog, QStringLiteral("Restore…"))->click();
    button(dialog, QStringLiteral("Restore this backup"))->click();
    QCOMPARE(kept().size(), size_t(1));
    QTRY_VERIFY(list->choice() != chosen);

    // What was there before is the newest backup.
    list->setCurrentRow(0);
    button(dialog, QStringLiteral("Restore…"))->click();
    button(dialog, QStringLiteral("Restore this backup"))->click();
    QCOMPARE(kept().size(), size_t(2));
    QCOMPARE(m_desk->find<MessageBar>()->count(), 0);
}

void TestToolsJourney::mirror_followsChanges_isRemembered_andTouchesNoFileOfTheUser()
{
    write(QStringLiteral("copy/Ferry runs aground.md"), "Mine.\n");
    keep(QStringLiteral("The harbour is open again."));
    action(QStringLiteral("Backups"))->trigger();
    auto *dialog = m_desk->find<SafetyDialog>();
    Q_EMIT dialog->mirror()->folderPicked(path(QStringLiteral("copy")));
    auto *state = dialog->findChild<QLabel *>(QStringLiteral("mirrorState"));
    QTRY_VERIFY_WITH_TIMEOUT(state->text().startsWith(QStringLiteral("Up to date")), 10000);
    QCOMPARE(copies(), (QStringList{QStringLiteral("Ferry runs aground 2.md"),
                                    QStringLiteral("Ferry runs aground.md")}));
    dialog->close();

    // The end of the program writes what was kept a moment before.
    keep(QStringLiteral("Nobody was hurt."));
    m_desk.reset();
    const auto content = [&](const QString &name) {
        QFile file(path(QStringLiteral("copy/") + name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QVERIFY(content(QStringLiteral("Ferry runs aground 2.md")).contains("Nobody was hurt."));
    QCOMPARE(content(QStringLiteral("Ferry runs aground.md")), QByteArray("Mine.\n"));

    m_desk = m_room->open();
    QVERIFY(m_desk);
    QCOMPARE(m_desk->library.folder().mirrorFolder(), path(QStringLiteral("copy")));
    QVERIFY(DeskRoom::reads(*m_desk));
    QVERIFY(QFile::remove(path(QStringLiteral("copy/Ferry runs aground 2.md"))));
    action(QStringLiteral("Backups"))->trigger();
    Q_EMIT m_desk->find<SafetyDialog>()->mirror()->retryRequested();
    QTRY_VERIFY_WITH_TIMEOUT(content(QStringLiteral("Ferry runs aground 2.md")).contains("The harbour"),
                             10000);
}

void TestToolsJourney::exportDialog_offersScopes_andRemembersTheLastChoice()
{
    keep(QStringLiteral("The harbour is open again."));
    keep(QStringLiteral("Nobody was hurt."));
    DeskRoom::type(*m_desk, QStringLiteral("ferry OR bread"));
    QTRY_COMPARE(DeskRoom::shown(*m_desk), qsizetype(2));
    write(QStringLiteral("mine.md.mustache"), "{{#passages}}* {{{quote}}}\n{{/passages}}");

    action(QStringLiteral("Export Passages"))->trigger();
    auto *dialog = m_desk->find<ExportDialog>();
    QVERIFY(dialog);
    auto *scopes = dialog->findChild<QComboBox *>();
    QStringList keys;
    for (int i = 0; i < scopes->count(); ++i)
        keys += scopes->itemData(i).toString();
    QCOMPARE(keys, (QStringList{QStringLiteral("all"), QStringLiteral("article"), QStringLiteral("search")}));
    dialog->setScope(QStringLiteral("article"));
    dialog->setTemplateChooser(
        [&](QWidget *, const QString &) { return path(QStringLiteral("mine.md.mustache")); });
    button(dialog, QStringLiteral("Use a template"))->click();
    dialog->setShowsPage(true);
    const QString format = dialog->format();
    QVERIFY(format.startsWith(QStringLiteral("template:")));
    dialog->close();
    m_desk.reset();

    m_desk = m_room->open();
    QVERIFY(m_desk);
    QVERIFY(DeskRoom::reads(*m_desk));
    QTRY_VERIFY(m_desk->find<ReadingPane>()->article());
    action(QStringLiteral("Export Passages"))->trigger();
    dialog = m_desk->find<ExportDialog>();
    QVERIFY(dialog);
    QCOMPARE(dialog->format(), format);
    QCOMPARE(dialog->scope(), QStringLiteral("article"));
    QVERIFY(dialog->showsPage());
    dialog->close();
}

QTEST_MAIN(TestToolsJourney)
#include "tst_toolsjourney.moc"
