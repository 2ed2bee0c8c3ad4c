#pragma once

#include "text/article.h"

#include <QObject>

class QMenu;

namespace Lectern {

class Appearance;
class KeepJourney;
class Library;
class MainActions;
class OpenJourney;
class ReadingLog;
class ReadingPane;
class Theme;

/// Opens articles in windows of their own, to be read side by side, and keeps their looks and marks as those
/// of the main window.
class WindowsJourney final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowsJourney)

public:
    struct Rooms
    {
        Library &library;
        KeepJourney &keep;
        OpenJourney &open;
        Appearance &appearance;
        ReadingPane &reader;
        ReadingLog &log;
        const MainActions &actions;
        const Theme &theme;
    };
    WindowsJourney(Rooms rooms, QWidget *window);

    void open(const ArticlePtr &article);
    void addTo(QMenu &menu, const ArticlePtr &article);

private:
    Rooms m_rooms;
    QWidget *m_window;
};

} // namespace Lectern
