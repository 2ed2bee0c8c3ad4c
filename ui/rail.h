#pragma once

#include <QWidget>

class QMenu;
class QVBoxLayout;

namespace Lectern {

class IconButton;
class MainActions;
class Theme;

/// The narrow bar at the left edge: the menu behind the logo, then what the window shows, then how it looks.
class Rail final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Rail)

public:
    static constexpr int railWidth = 56; ///< logical pixels

    Rail(const Theme &theme, const MainActions &actions, QWidget *parent = nullptr);

    /// Which of the first two items is lit while articles are read: the search, or the whole library.
    void setSearching(bool searching);
    void openMenu();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    IconButton *add(const QString &icon, QAction *action);
    void updateThemeIcon();

    const Theme &m_theme;
    const MainActions &m_actions;
    QMenu *m_menu;
    QVBoxLayout *m_layout;
    QWidget *m_logo;
    IconButton *m_library;
    IconButton *m_search;
    IconButton *m_themeButton;
    bool m_isSearching = false;
};

} // namespace Lectern
