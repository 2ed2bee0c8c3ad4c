#pragma once

#include "base/result.h"
#include "library/library.h"
#include "library/readinglog.h"
#include "library/shelfhistory.h"
#include "mainwindow.h"
#include "passages/passagehistory.h"
#include "passages/passagestore.h"
#include "style/theme.h"
#include "windowstate.h"

#include <optional>

namespace Lectern {

/// Everything that lives from start to end, made in the order in which one needs the other, and the window on
/// top. What cannot be opened costs its own work only: the window says so and goes on.
class Session final
{
public:
    /// `folder` is the library's; `stateFile` the window's memory.
    Session(const Result<LibraryFolder> &folder, const QString &stateFile);
    Q_DISABLE_COPY_MOVE(Session)

    MainWindow &window() { return m_window; }
    Library &library() { return m_library; }
    /// The kept passages; an Error when they could not be opened.
    const Result<PassageStore> &passages() const { return m_passages; }

private:
    Theme m_theme;
    WindowState m_state;
    ReadingLog m_log;
    ArticleShelf m_shelf;
    ShelfHistory m_shelfHistory;
    Result<PassageStore> m_passages;
    std::optional<PassageHistory> m_history;
    Library m_library;
    MainWindow m_window;
};

} // namespace Lectern
