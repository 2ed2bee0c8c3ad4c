#pragma once

#include "library/shelfhistory.h"

#include <QObject>
#include <QRect>

class QMenu;

namespace Lectern {

class ArticleListModel;
class KeepJourney;
class Library;
class ListPane;
class MainActions;
class MessageBar;
class ReadingPane;
class SearchJourney;
class TagPicker;
class Theme;

/// Stars, archives, tags and marks as read whole articles: those that are picked in the list, or the one that
/// is read. Every change is a step that is undone together with those of passages.
class ShelfJourney final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ShelfJourney)

public:
    struct Rooms
    {
        Library &library;
        ArticleListModel &model;
        SearchJourney &search;
        KeepJourney &keep;
        ListPane &list;
        ReadingPane &reader;
        MessageBar &messages;
        const MainActions &actions;
        const Theme &theme;
    };
    ShelfJourney(Rooms rooms, ShelfHistory &history, QWidget *window);

    /// Adds what can be done to some articles to a menu over them.
    void addTo(QMenu &menu, const std::vector<ArticleId> &articles);
    /// Shows what the history says of articles.
    void refresh();

private:
    using Articles = std::vector<ArticleId>;
    Articles meant() const;
    void toggleRead(const Articles &articles);
    void toggleStar(const Articles &articles);
    void toggleArchive(const Articles &articles);
    void pickTags(const Articles &articles);
    void change(const QString &text, const Articles &articles,
                const std::function<void(ArticleState *)> &change);
    void setTags(const QStringList &added, const QStringList &removed);
    void showTags();
    void nextUnread();
    bool all(const Articles &articles, const std::function<bool(const ArticleState &)> &holds) const;
    /// Of the article that is read when it leaves the list with these: the next that stays; "" else.
    ArticleId successor(const Articles &leaving) const;

    Rooms m_rooms;
    ShelfHistory &m_history;
    QWidget *m_window;
    TagPicker *m_tagPicker = nullptr; ///< made when it is first wanted
    Articles m_tagged; ///< whose tags are being picked
};

} // namespace Lectern
