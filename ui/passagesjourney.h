#pragma once

#include "collection/scopelist.h"
#include "library/passagelistmodel.h"
#include "library/storymap.h"

#include <QObject>

namespace Lectern {

class ExportJourney;
class KeepJourney;
class MainActions;
class MainViews;
class MarkEditing;
class MessageBar;
class PassageHistory;
class PassagesRoom;
class ReviewJourney;
class Theme;

/// What happens between the room Passages and the rest: passages are opened in their articles, changed, put
/// into collections, copied and printed. Every change goes through the history, so that it can be undone.
class PassagesJourney final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PassagesJourney)

public:
    struct Rooms
    {
        KeepJourney &keep;
        ExportJourney &exports;
        ReviewJourney &review;
        MessageBar &messages;
        MainViews &views;
        const MainActions &actions;
        const Theme &theme;
    };
    /// `history` is null when passages cannot be kept here.
    PassagesJourney(Rooms rooms, PassageHistory *history, QWidget *window);

    static QString viewName() { return QStringLiteral("passages"); }

    /// By which passages are grouped by story.
    void setStories(const StoryMapPtr &stories);

Q_SIGNALS:
    /// The stories of the library are needed here.
    void storiesWanted();

private:
    void connectList();
    void connectScopes();
    void refresh();
    void newCollection();
    void move(const QString &id, int by);
    void openMenu(const QPoint &at);
    void copy(const QStringList &ids);
    void print();
    void takeStandings();
    WaitingPassages waiting() const;

    Rooms m_rooms;
    PassageHistory *m_history;
    QWidget *m_window;
    PassageListModel m_model;
    PassagesRoom *m_room;
    StoryMapPtr m_stories;
};

} // namespace Lectern
