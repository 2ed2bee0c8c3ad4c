#pragma once

#include "library/backupsession.h"
#include "library/mirrorsession.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

namespace Lectern {

class KeepJourney;
class Library;
class MainActions;
class MessageBar;
class PassageHistory;
class SafetyDialog;
class Theme;

/// Keeps the passages in second places: tells when a backup cannot be made, restores one, and keeps the
/// plain-text copy up to date if the user wants it.
class SafetyJourney final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SafetyJourney)

public:
    struct Rooms
    {
        Library &library;
        KeepJourney &keep;
        MessageBar &messages;
        const MainActions &actions;
        const Theme &theme;
    };
    /// `history` is null when passages cannot be kept here: then there is nothing to back up.
    SafetyJourney(Rooms rooms, PassageHistory *history, QWidget *window);

    void open();

private:
    void takeChange();
    void tellBackupFailure();
    void restore(const PassageBackup &backup);
    void setMirror(const QString &folder);
    void showFolder(const QString &folder);

    Rooms m_rooms;
    PassageHistory *m_history;
    QWidget *m_window;
    QPointer<SafetyDialog> m_dialog;
    qint64 m_change = -1; ///< of the store, when it was last looked at
    QString m_toldFailure;
    QTimer m_backupLook;
    BackupSession m_backups;
    MirrorSession m_mirror;
};

} // namespace Lectern
