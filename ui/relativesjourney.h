#pragma once

#include "text/article.h"

#include <QObject>

class QMenu;

namespace Lectern {

class MainActions;
class MainViews;
class MessageBar;
class ReadingPane;
class SearchJourney;

/// Leads from an article to others that go with it: those that are like it, of its outlet, its authors, its
/// day. Each is a query in the search field, which the reader can change.
class RelativesJourney final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RelativesJourney)

public:
    struct Rooms
    {
        SearchJourney &search;
        ReadingPane &reader;
        MainViews &views;
        MessageBar &messages;
        const MainActions &actions;
    };
    RelativesJourney(Rooms rooms, QObject *parent);

    /// Adds the ways from an article to a menu over it.
    void addTo(QMenu &menu, const ArticlePtr &article);

private:
    enum class Kind : quint8 { Alike, Outlet, Author, Day };
    static QString query(Kind kind, const Article &article);
    void ask(Kind kind, const ArticlePtr &article);
    void updateActions(const Article &article);

    Rooms m_rooms;
};

} // namespace Lectern
