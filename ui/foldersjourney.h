#pragma once

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QStringList>

namespace Lectern {

class FoldersDialog;
class Library;
class MainActions;
class MessageBar;
class OpenJourney;
class Theme;

/// Which folders are read: shows them with what came of each, adds some, takes some out of the library and,
/// asked to, back into it.
class FoldersJourney final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FoldersJourney)

public:
    struct Rooms
    {
        OpenJourney &open;
        Library &library;
        MessageBar &messages;
        MainActions &actions;
        const Theme &theme;
    };
    FoldersJourney(Rooms rooms, QWidget *window);

    void showFolders();

private:
    void refresh();
    void setBudget(qint64 bytes);
    void remove(const QString &root);
    void undo(int message);
    void showInFileManager(const QString &root);

    Rooms m_rooms;
    QWidget *m_window;
    QPointer<FoldersDialog> m_dialog;
    QHash<int, QString> m_removed; ///< roots, by the message that offers to take them back
};

} // namespace Lectern
