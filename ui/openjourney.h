#pragma once

#include <QObject>
#include <QStringList>

class QMimeData;

namespace Lectern {

class Library;
class ListPane;
class MainActions;
class MessageBar;
class Theme;

/// From files to rows: chooses, takes drops, unpacks the sample library, shows how far the reading is and
/// what could not be read.
class OpenJourney final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OpenJourney)

public:
    struct Rooms
    {
        Library &library;
        ListPane &list;
        MessageBar &messages;
        MainActions &actions;
        const Theme &theme;
    };
    OpenJourney(Rooms rooms, QWidget *window);

    void chooseFolder();
    void chooseFiles();
    void openSamples();
    void open(const QStringList &paths);
    void showReport();
    /// Opens a web address of an article in the user's browser; nothing else is ever opened.
    void followLink(const QString &url);

    /// The local files of a drop; empty when it holds none.
    static QStringList droppedPaths(const QMimeData &data);

Q_SIGNALS:
    /// Whether there is a library at all, for the welcome page.
    void emptinessChanged(bool isEmpty);

private:
    void showProgress();
    void showFailures();
    void finish(qsizetype added, bool cancelled);

    Rooms m_rooms;
    QWidget *m_window;
    bool m_asked = false; ///< the user opened something: the end is worth a word
};

} // namespace Lectern
