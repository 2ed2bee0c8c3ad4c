#pragma once

#include "library/namesession.h"
#include "palette/paletteentry.h"

#include <QObject>

#include <functional>

namespace Lectern {

class CommandPalette;
class Library;
class MainActions;
class MainViews;
class SearchJourney;
class Theme;
class WindowState;

/// Lets the command palette find every action of the window, articles by their titles, outlets and tags, and
/// does what is picked.
class PaletteJourney final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PaletteJourney)

public:
    struct Rooms
    {
        Library &library;
        SearchJourney &search;
        MainViews &views;
        const MainActions &actions;
        WindowState &state;
        const Theme &theme;
    };
    /// `tags` gives the names of all tags there are.
    PaletteJourney(Rooms rooms, std::function<QStringList()> tags, QWidget *window);

    void open();

private:
    std::vector<PaletteEntry> entries() const;
    void showFound(const QString &typed, const NamesFound &found);
    void carryOut(const PaletteEntry &entry);
    void remember(const PaletteEntry &entry);

    Rooms m_rooms;
    std::function<QStringList()> m_tags;
    NameSession m_names;
    QWidget *m_window;
    CommandPalette *m_palette = nullptr; ///< made when it is first wanted
};

} // namespace Lectern
