#pragma once

#include "library/importsession.h"

#include <QObject>
#include <QPointer>

namespace Lectern {

class HighlightsDialog;
class KeepJourney;
class Library;
class MainActions;
class MainViews;
class Theme;

/// From a file of highlights to kept passages: shows the dialog, has the import planned in the background,
/// and carries it out as one step that can be undone.
class HighlightsJourney final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HighlightsJourney)

public:
    struct Rooms
    {
        Library &library;
        KeepJourney &keep;
        MainViews &views;
        const MainActions &actions;
        const Theme &theme;
    };
    /// `history` is null when passages cannot be kept here.
    HighlightsJourney(Rooms rooms, PassageHistory *history, QWidget *window);

    void open();

private:
    /// Once the library has been read: what is not there yet would be no article.
    void plan();
    void import(KnownPassages known);

    Rooms m_rooms;
    PassageHistory *m_history;
    QWidget *m_window;
    QPointer<HighlightsDialog> m_dialog;
    QString m_awaited; ///< the file that waits for the library
    ImportSession m_session;
};

} // namespace Lectern
