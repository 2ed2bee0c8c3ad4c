#pragma once

#include "library/articlelistmodel.h"

#include <QObject>

namespace Lectern {

class Appearance;
class KeepJourney;
class Library;
class ListPane;
class MainActions;
class MainViews;
class MessageBar;
class OpenJourney;
class PassageHistory;
class ReadingLog;
class ReadingPane;
class SearchJourney;
class ShelfHistory;
class StoriesJourney;
class Theme;
class WindowState;

/// The journeys of everyday use: the palette, finding in the article, stars and archive, back and forward,
/// what goes with an article, printing, and the settings.
class ReaderJourneys final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReaderJourneys)

public:
    struct Rooms
    {
        Library &library;
        ArticleListModel &model;
        SearchJourney &search;
        KeepJourney &keep;
        StoriesJourney &stories;
        Appearance &appearance;
        OpenJourney &open;
        ListPane &list;
        ReadingPane &reader;
        MessageBar &messages;
        MainViews &views;
        const MainActions &actions;
        WindowState &state;
        ReadingLog &log;
        Theme &theme;
    };
    /// `history` is null when passages cannot be kept here.
    ReaderJourneys(Rooms rooms, PassageHistory *history, ShelfHistory &shelf, QWidget *window);
};

} // namespace Lectern
