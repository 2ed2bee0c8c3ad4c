#include "foldersjourney.h"

#include "dialogs/foldersdialog.h"
#include "dialogs/messagebar.h"
#include "library/library.h"
#include "mainactions.h"
#include "openjourney.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QUrl>

namespace Lectern {

FoldersJourney::FoldersJourney(Rooms rooms, QWidget *window)
    : QObject(window)
    , m_rooms(rooms)
    , m_window(window)
{
    connect(rooms.actions.folders, &QAction::triggered, this, &FoldersJourney::showFolders);
    connect(&rooms.messages, &MessageBar::actionTriggered, this, &FoldersJourney::undo);
    connect(&rooms.library, &Library::rootsChanged, this, &FoldersJourney::refresh);
    connect(&rooms.library, &Library::loadFinished, this, &FoldersJourney::refresh);
}

void FoldersJourney::showFolders()
{
    if (m_dialog) {
        m_dialog->raise();
        m_dialog->activateWindow();
        return;
    }
    m_dialog = new FoldersDialog(m_rooms.theme, m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &FoldersDialog::addRequested, &m_rooms.open, &OpenJourney::chooseFolder);
    connect(m_dialog, &FoldersDialog::removeRequested, this, &FoldersJourney::remove);
    connect(m_dialog, &FoldersDialog::showRequested, this, &FoldersJourney::showInFileManager);
    connect(m_dialog, &FoldersDialog::budgetPicked, this, &FoldersJourney::setBudget);
    refresh();
    m_dialog->show();
}

void FoldersJourney::refresh()
{
    if (!m_dialog)
        return;
    m_dialog->setRoots(m_rooms.library.roots(), m_rooms.library.looksPeriodically());
    const MappedMemory::Use use = m_rooms.library.index().memory();
    m_dialog->setMemory({m_rooms.library.corpus()->textUnits() * qint64(sizeof(QChar)), use.mapped,
                         use.resident, m_rooms.library.folder().memoryBudget()});
}

void FoldersJourney::remove(const QString &root)
{
    if (const Result<void> removed = m_rooms.library.remove({root}); !removed) {
        m_rooms.messages.post(MessageKind::Error, removed.error().toString());
        return;
    }
    const QString name = QFileInfo(root).fileName();
    const QString words = tr("Removed %1 from the library. Files and passages stay as they are.")
                              .arg(name.isEmpty() ? root : name);
    m_removed.insert(m_rooms.messages.post(MessageKind::Info, words, tr("Undo")), root);
}

void FoldersJourney::setBudget(qint64 bytes)
{
    if (const Result<void> set = m_rooms.library.setMemoryBudget(bytes); !set)
        m_rooms.messages.post(MessageKind::Warning, set.error().toString());
}

void FoldersJourney::undo(int message)
{
    const QString root = m_removed.take(message);
    if (!root.isEmpty())
        m_rooms.open.open({root});
}

void FoldersJourney::showInFileManager(const QString &root)
{
    const QFileInfo there(root);
    const QString folder = there.isDir() ? root : there.absolutePath();
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(folder)))
        m_rooms.messages.post(MessageKind::Warning,
                              tr("No file manager could be opened for %1.").arg(folder));
}

} // namespace Lectern
