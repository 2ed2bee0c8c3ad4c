#pragma once

#include <QWidget>

namespace Lectern {

class IconButton;
class MainActions;
class SearchBar;
class Theme;

/// The bar above the panes: the list's switch at the left, the search in the middle, text settings and the
/// tray's switch at the right.
class TopBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TopBar)

public:
    TopBar(const Theme &theme, const MainActions &actions, SearchBar &search, QWidget *parent = nullptr);

    /// What the popup of the reading settings hangs from.
    QWidget *settingsButton() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    const Theme &m_theme;
    SearchBar &m_search;
    IconButton *m_list;
    IconButton *m_settings;
    IconButton *m_tray;
};

} // namespace Lectern
