#pragma once

#include <QObject>

namespace Lectern {

class KeepJourney;
class Library;
class MainActions;
class MainViews;
class MessageBar;
class PassageHistory;
class SearchJourney;
class Theme;

/// The journeys of the menu Tools: verify an export, import highlights, backups and plain-text copy.
class ToolsJourney final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ToolsJourney)

public:
    struct Rooms
    {
        Library &library;
        KeepJourney &keep;
        SearchJourney &search;
        MainViews &views;
        MessageBar &messages;
        const MainActions &actions;
        const Theme &theme;
    };
    /// `history` is null when passages cannot be kept here.
    ToolsJourney(Rooms rooms, PassageHistory *history, QWidget *window);
};

} // namespace Lectern
