#pragma once

#include <QWidget>

class QBoxLayout;
class QSplitter;
class QStackedWidget;

namespace Lectern {

class ListPane;
class MainActions;
class MessageBar;
class ReadingPane;
class SearchBar;
class Theme;
class TopBar;
class TrayPane;
class WelcomePage;

/// The main view in which articles are read: the top bar, and below it the list, the article with messages
/// above it, and the tray, side by side.
class ReadingView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReadingView)

public:
    struct Panes
    {
        SearchBar &search;
        ListPane &list;
        ReadingPane &reader;
        WelcomePage &welcome; ///< in the place of the reader as long as the library is empty
        TrayPane &tray;
        MessageBar &messages;
    };
    ReadingView(const Theme &theme, const MainActions &actions, const Panes &panes, QWidget *window);

    void setEmpty(bool isEmpty);
    /// Where the window's settings open.
    QWidget *settingsButton() const;
    /// Where messages are shown: first in it.
    QBoxLayout *messagePlace() const { return m_centre; }
    /// The widths of the panes, to be kept between sessions.
    QByteArray widths() const;
    void setWidths(const QByteArray &widths);

private:
    void openMenu(const QPoint &at);

    const MainActions &m_actions;
    TopBar *m_topBar;
    QSplitter *m_splitter;
    QStackedWidget *m_stack;
    QBoxLayout *m_centre;
};

} // namespace Lectern
