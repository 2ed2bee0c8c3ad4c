#include "session.h"

namespace Lectern {

namespace {

LibraryFolder folderOrNone(const Result<LibraryFolder> &folder)
{
    return folder ? *folder : LibraryFolder::inMemory();
}

/// The theme is in force before the first widget is made.
Theme &applied(Theme &theme, ThemeChoice choice)
{
    theme.setChoice(choice);
    theme.applyToApplication();
    return theme;
}

PassageHistory *historyOf(Result<PassageStore> &store, std::optional<PassageHistory> &history)
{
    return store ? &history.emplace(*store) : nullptr;
}

} // namespace

Session::Session(const Result<LibraryFolder> &folder, const QString &stateFile)
    : m_state(stateFile)
    , m_log(folderOrNone(folder).path())
    , m_shelf(folderOrNone(folder).path())
    , m_shelfHistory(m_shelf, m_log)
    , m_passages(folder ? PassageStore::open(folder->path()) : Result<PassageStore>(folder.error()))
    , m_library(folderOrNone(folder))
    , m_window({applied(m_theme, m_state.theme()), m_library, m_log, m_shelfHistory,
                historyOf(m_passages, m_history), m_passages ? QString() : m_passages.error().toString(),
                m_state})
{
    if (!folder)
        m_window.warn(folder.error().toString());
    else if (!m_passages)
        m_window.warn(m_passages.error().toString());
    if (m_passages)
        for (const QString &notice : m_passages->notices())
            m_window.warn(notice);
    if (folder && !m_log.notice().isEmpty())
        m_window.warn(m_log.notice());
    if (folder && !m_shelf.notice().isEmpty())
        m_window.warn(m_shelf.notice());
}

} // namespace Lectern
