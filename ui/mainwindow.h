#pragma once

#include "library/articlelistmodel.h"
#include "library/readinglog.h"
#include "mainactions.h"
#include "passages/passagehistory.h"
#include "windowstate.h"

#include <QMainWindow>

namespace Lectern {

class Appearance;
class CompareJourney;
class ExportJourney;
class KeepJourney;
class Library;
class ListPane;
class MainViews;
class MessageBar;
class OpenJourney;
class Rail;
class ReadingPane;
class ReadingView;
class ReviewJourney;
class SearchBar;
class SearchActions;
class SearchJourney;
class ShelfHistory;
class Theme;
class TrayPane;
class WelcomePage;

/// The window: lays the panes out, connects them by journeys, and finds things as
/// they were left.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    struct Services
    {
        Theme &theme;
        Library &library;
        ReadingLog &log;
        ShelfHistory &shelf;
        PassageHistory *history; ///< null when passages cannot be kept; `whyNot` says why
        QString whyNot;
        WindowState &state;
    };
    explicit MainWindow(const Services &services);
    ~MainWindow() override;

    /// Opens files and folders and types a query, as the command line or a second start asks.
    void request(const QStringList &paths, const QString &query);
    /// A sentence at the top of the reading pane.
    void warn(const QString &sentence);

protected:
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void layOut();
    void connectActions();
    void connectView();
    void restore();
    void keepState();

    Services m_services;
    MainActions m_actions;
    ArticleListModel m_model;

    SearchBar *m_searchBar;
    ListPane *m_list;
    ReadingPane *m_reader;
    TrayPane *m_tray;
    MessageBar *m_messages;
    WelcomePage *m_welcome;
    Rail *m_rail;
    ReadingView *m_reading;
    Appearance *m_appearance;
    SearchJourney *m_search;
    SearchActions *m_searchActions = nullptr;
    OpenJourney *m_open;
    KeepJourney *m_keep;
    ExportJourney *m_export;
    MainViews *m_views;
    CompareJourney *m_compare;
    ReviewJourney *m_review;
};

} // namespace Lectern
