#pragma once

#include "library/articledates.h"
#include "library/printedsession.h"
#include "library/storiessession.h"
#include "library/storylocks.h"

#include <QHash>
#include <QObject>
#include <QPointer>

class QMenu;

namespace Lectern {

class ArticleListModel;
class CompareJourney;
class Library;
class ListPane;
class MainActions;
class MainViews;
class MessageBar;
class PrintedDialog;
class ReadingPane;
class SearchJourney;
class StoryCard;
class Theme;

/// From articles to the events that they report: the list grouped by story, the card of a story, what the
/// reader says about stories, and who printed a sentence.
class StoriesJourney final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StoriesJourney)

public:
    struct Rooms
    {
        Library &library;
        ArticleListModel &model;
        ListPane &list;
        ReadingPane &reader;
        MessageBar &messages;
        SearchJourney &search;
        CompareJourney &compare;
        MainViews &views;
        const MainActions &actions;
        const Theme &theme;
    };
    StoriesJourney(Rooms rooms, QWidget *window);

    /// Looks for the stories of a large library, too, from now on, and says so while that takes its time.
    void want();

Q_SIGNALS:
    void storiesChanged(const Lectern::StoryMapPtr &stories);
    /// The menu over these articles of the list is about to be shown: others may add to it.
    void menuOpening(QMenu &menu, const std::vector<Lectern::ArticleId> &articles);

private:
    void connectList();
    void connectActions();
    /// Looks for stories when that is wanted: they are shown, or the library is small.
    void look();
    void showStories();
    void showProgress();
    void groupByStory(bool grouped);
    void openCard(const ArticleId &account, const QPoint &at);
    void openMenu(const QPoint &at, const std::vector<ArticleId> &articles);
    void compare(const std::vector<ArticleId> &articles);
    void open(const ArticlePtr &article, TextRange at);
    /// The reader says that these report one event, or that no two of them do.
    void say(const std::vector<ArticleId> &articles, bool isSame);
    /// The reader says that an article reports another event than those of its story.
    void leave(const ArticleId &article);
    void takeBack(const std::vector<ArticleId> &accounts);
    void keep(const std::vector<StoryLock> &locks, const QString &sentence);
    std::vector<ArticlePtr> articlesOf(const std::vector<ArticleId> &ids) const;
    /// Those to compare an article with, when the reader has said something about it or its story; else none.
    std::vector<ArticlePtr> chosenAccounts(const ArticlePtr &article) const;
    void askWhoPrinted();

    Rooms m_rooms;
    QWidget *m_window;
    StoryLocks m_locks;
    StoriesSession m_session;
    PrintedSession m_printed;
    StoryCard *m_card;
    QPointer<PrintedDialog> m_dialog;
    QHash<int, qint64> m_undo; ///< what is taken back by which message
    Grouping m_otherGrouping = Grouping::Day;
    bool m_showsProgress = false;
    bool m_isLooking = false; ///< the stories of a large library were asked for
    CorpusPtr m_asked;        ///< of which the stories are looked for
};

} // namespace Lectern
