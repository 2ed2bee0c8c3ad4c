#pragma once

#include "library/reviewsession.h"
#include "passages/passagehistory.h"

#include <QObject>

#include <array>

class QBoxLayout;
class QMenu;

namespace Lectern {

class KeepJourney;
class Library;
class MainViews;
class MessageBar;
class PassagesRoom;
class ReadingPane;
class ReviewPane;
class SearchJourney;
class Theme;
class TrayPane;

/// What happens to a kept passage whose source has changed: the user is asked where its words stand today,
/// beside the article, in the tray and in the room Passages, and the answer is kept as one step of the
/// history.
class ReviewJourney final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReviewJourney)

public:
    struct Rooms
    {
        Library &library;
        KeepJourney &keep;
        SearchJourney &search;
        ReadingPane &reader;
        TrayPane &tray;
        MessageBar &messages;
        MainViews &views;
        const Theme &theme;
    };
    /// `history` is null when passages cannot be kept here. `besideArticle` is where the question about a
    /// passage is shown below the article.
    ReviewJourney(Rooms rooms, PassageHistory *history, QBoxLayout *besideArticle, QWidget *window);

    /// Asks in this room, too, about the passage that is selected there.
    void serve(PassagesRoom *room);
    /// Where it asks in the room, for whoever goes from pane to pane.
    QWidget *paneInRoom() const;
    /// Adds the answers for a passage that waits for one.
    void addAnswers(QMenu *menu, const QString &id);

private:
    void connectPane(ReviewPane *pane);
    void connectTray();
    /// Asks about the passage in the pane, or asks nothing when there is nothing to be said.
    void ask(ReviewPane *pane, const QString &id);
    void refresh();
    void takeProposal(const QString &id);
    void take(const QString &id, const ArticlePtr &article, TextRange range);
    void keepAsItWas(const QString &id);
    void goOn(const ReviewPane *pane);
    void show(const PassageReviewPtr &review, int place);
    const Passage *find(const QString &id) const;

    Rooms m_rooms;
    PassageHistory *m_history;
    PassagesRoom *m_room = nullptr;
    ReviewPane *m_beside;
    ReviewPane *m_inRoom;
};

} // namespace Lectern
