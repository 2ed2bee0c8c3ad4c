#pragma once

#include "list/flatlist.h"
#include "search/searchbar.h"
#include "session.h"

#include <QApplication>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace Lectern {

/// The program without its main(), and quick ways to its parts.
struct Desk
{
    Desk(const QString &folder, const QString &stateFile)
        : session(LibraryFolder::open(folder), stateFile)
        , library(session.library())
        , store(session.passages())
        , window(&session.window())
    {
        window->show();
    }
    ~Desk() { window->close(); }

    template <typename T>
    T *find() const
    {
        return window->findChild<T *>();
    }

    Session session;
    Library &library;
    const Result<PassageStore> &store;
    MainWindow *window;
};

/// Opens desks on a library of its own, which is there as long as the test.
class DeskRoom
{
public:
    DeskRoom() { QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)"))); }

    bool isValid() const { return m_dir.isValid(); }
    QString path(const QString &name) const { return m_dir.filePath(name); }
    /// Null when its window does not come up.
    std::unique_ptr<Desk> open() const
    {
        auto desk = std::make_unique<Desk>(path(QStringLiteral("library")), path(QStringLiteral("state.ini")));
        return QTest::qWaitForWindowActive(desk->window, 30000) ? std::move(desk) : nullptr;
    }
    static QString samples() { return QStringLiteral(LECTERN_SOURCE_DIR "/resources/library"); }
    static bool reads(const Desk &desk)
    {
        return QTest::qWaitFor([&desk] { return !desk.library.isLoading(); }, 60000);
    }
    static void type(const Desk &desk, const QString &text)
    {
        desk.find<SearchBar>()->focusField();
        QTest::keyClicks(QApplication::focusWidget(), text);
    }
    static qsizetype shown(const Desk &desk)
    {
        return static_cast<ArticleListModel *>(desk.find<FlatList>()->model())->articleCount();
    }

private:
    QTemporaryDir m_dir;
};

} // namespace Lectern
