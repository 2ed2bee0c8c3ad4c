#pragma once

#include "trail.h"

#include <QObject>

namespace Lectern {

class Library;
class MainActions;
class MainViews;
class ReadingPane;
class SearchJourney;

/// Back and forward through what was read, by keys and by the side buttons of a mouse, to where each article
/// was left.
class TrailJourney final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TrailJourney)

public:
    struct Rooms
    {
        Library &library;
        SearchJourney &search;
        ReadingPane &reader;
        MainViews &views;
        const MainActions &actions;
    };
    TrailJourney(Rooms rooms, QWidget *window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void go(int step);
    void updateActions();

    Rooms m_rooms;
    QWidget *m_window;
    Trail m_trail;
    QHash<ArticleId, ArticlePtr> m_guests; ///< articles of no library, as the guide
};

} // namespace Lectern
