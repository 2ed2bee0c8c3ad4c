#include "safetyjourney.h"

#include "dialogs/backupspanel.h"
#include "dialogs/messagebar.h"
#include "dialogs/mirrorpanel.h"
#include "dialogs/safetydialog.h"
#include "export/exporter.h"
#include "keepjourney.h"
#include "library/library.h"
#include "mainactions.h"
#include "markediting.h"
#include "passages/passagehistory.h"

#include <QDesktopServices>
#include <QDir>
#include <QUrl>

namespace Lectern {

namespace {

constexpr int backupTakes = 5000; ///< ms after a change, the backup of the day has been made or has failed

QByteArray asMarkdown(const std::vector<Passage> &passages)
{
    return exporterNamed(u"markdown")->write(passages);
}

QString ledgerIn(const QString &libraryFolder)
{
    return libraryFolder.isEmpty() ? QString()
                                   : QDir(libraryFolder).filePath(QStringLiteral("passages-copy.ledger"));
}

} // namespace

SafetyJourney::SafetyJourney(Rooms rooms, PassageHistory *history, QWidget *window)
    : QObject(window)
    , m_rooms(rooms)
    , m_history(history)
    , m_window(window)
    , m_backups(rooms.library.folder().path())
    , m_mirror([history] { return history ? history->store().passages() : PassageSequence(); }, asMarkdown,
               ledgerIn(rooms.library.folder().path()))
{
    connect(rooms.actions.backups, &QAction::triggered, this, &SafetyJourney::open);
    if (!history)
        return;
    m_backupLook.setSingleShot(true);
    m_backupLook.setInterval(backupTakes);
    connect(&m_backupLook, &QTimer::timeout, this, &SafetyJourney::tellBackupFailure);
    connect(&rooms.keep, &KeepJourney::refreshed, this, &SafetyJourney::takeChange);
    connect(&m_mirror, &MirrorSession::failed, this,
            [this](const Error &error) { m_rooms.messages.post(MessageKind::Warning, error.toString()); });
    connect(&m_mirror, &MirrorSession::changed, this, [this] {
        if (m_dialog)
            m_dialog->mirror()->showSession(m_mirror);
    });
    connect(&m_backups, &BackupSession::listed, this, [this](const std::vector<PassageBackup> &backups) {
        if (m_dialog)
            m_dialog->backups()->setBackups(backups, int(m_history->store().passages().size()));
    });
    connect(&m_backups, &BackupSession::backedUp, this, [this] {
        if (m_dialog) {
            m_dialog->backups()->complain({});
            m_dialog->backups()->say(tr("Backed up."));
        }
    });
    connect(&m_backups, &BackupSession::failed, this, [this](const Error &error) {
        if (m_dialog)
            m_dialog->backups()->complain(error.toString());
    });
    m_mirror.setFolder(rooms.library.folder().mirrorFolder());
}

void SafetyJourney::open()
{
    if (m_dialog) {
        m_dialog->raise();
        m_dialog->activateWindow();
        return;
    }
    if (!m_rooms.keep.editing().canKeep())
        return;
    m_dialog = new SafetyDialog(m_rooms.theme, m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    BackupsPanel *backups = m_dialog->backups();
    connect(backups, &BackupsPanel::backUpRequested, &m_backups, &BackupSession::backUp);
    connect(backups, &BackupsPanel::restoreRequested, this, &SafetyJourney::restore);
    MirrorPanel *mirror = m_dialog->mirror();
    connect(mirror, &MirrorPanel::folderPicked, this, &SafetyJourney::setMirror);
    connect(mirror, &MirrorPanel::retryRequested, &m_mirror, &MirrorSession::writeNow);
    connect(mirror, &MirrorPanel::showFolderRequested, this, &SafetyJourney::showFolder);
    backups->complain(m_history->backupFailure());
    mirror->showSession(m_mirror);
    m_backups.list();
    m_dialog->show();
}

void SafetyJourney::takeChange()
{
    const qint64 change = m_history->store().changeNumber();
    if (change == m_change)
        return;
    m_change = change;
    m_mirror.touch();
    m_backupLook.start();
}

void SafetyJourney::tellBackupFailure()
{
    const QString failure = m_history->backupFailure();
    if (m_dialog)
        m_dialog->backups()->complain(failure);
    if (!failure.isEmpty() && failure != m_toldFailure)
        m_rooms.messages.post(MessageKind::Warning, failure);
    m_toldFailure = failure;
}

void SafetyJourney::restore(const PassageBackup &backup)
{
    const Result<QString> present = m_history->restore(backup.path);
    if (!present) {
        m_dialog->backups()->complain(tr("Nothing was restored. %1").arg(present.error().toString()));
        return;
    }
    m_rooms.keep.refresh();
    m_dialog->backups()->complain({});
    m_dialog->backups()->say(tr("Restored. What was kept before is the newest backup now."));
    m_backups.list();
}

void SafetyJourney::setMirror(const QString &folder)
{
    if (const Result<void> set = m_rooms.library.setMirrorFolder(folder); !set) {
        m_dialog->mirror()->complain(set.error().toString());
        return;
    }
    m_mirror.setFolder(folder);
}

void SafetyJourney::showFolder(const QString &folder)
{
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(folder)))
        m_dialog->mirror()->complain(tr("No file manager could be opened for %1.").arg(folder));
}

} // namespace Lectern
