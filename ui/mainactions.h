#pragma once

#include <QAction>
#include <QObject>

#include <array>
#include <vector>

namespace Lectern {

/// Every action of the window, once: its words, its keys and the name (its object's) that keys of the
/// reader's own are remembered by. The window and its journeys connect them; menus, buttons, the palette and
/// the sheet of shortcuts show them.
class MainActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainActions)

public:
    explicit MainActions(QObject *parent = nullptr);

    /// Actions under a heading, for menus and the sheet of shortcuts.
    struct Group
    {
        QString title;
        std::vector<QAction *> actions;
    };
    const std::vector<Group> &groups() const { return m_groups; }

    /// Those whose keys are letters, or mean something else elsewhere: they are heard only while the article
    /// has the focus.
    QList<QAction *> ofArticle() const;
    /// What is done to whole articles with a letter: heard while the list or the article has the focus.
    QList<QAction *> ofListAndArticle() const
    {
        return {newWindow, markUnread, starArticle, archiveArticle, tagArticle};
    }
    /// For the menu over an article: others that go with it.
    QList<QAction *> ofRelatives() const { return {moreLikeThis, sameOutlet, sameAuthor, sameDay}; }
    /// By the name that its keys are remembered by; null when there is none.
    QAction *named(const QString &name) const;
    /// For the menu over the words of an article.
    QList<QAction *> ofMarks() const
    {
        return {mark, addToPassage, leaveOut, note, tags, star, unmark, showMarks, whoPrinted, story};
    }

    QAction *openFiles = nullptr;
    QAction *openFolder = nullptr;
    QAction *openSamples = nullptr;
    QAction *rescan = nullptr;
    QAction *folders = nullptr;
    QAction *importReport = nullptr;
    QAction *exportPassages = nullptr;
    QAction *print = nullptr;
    QAction *settings = nullptr;
    QAction *quit = nullptr;

    QAction *undo = nullptr;
    QAction *redo = nullptr;
    QAction *copy = nullptr;
    QAction *copyCitation = nullptr;
    QAction *selectAll = nullptr;

    QAction *palette = nullptr;
    QAction *search = nullptr;
    QAction *findInArticle = nullptr;
    QAction *clearSearch = nullptr;
    QAction *matchSpelling = nullptr; ///< checkable
    QAction *wordForms = nullptr;     ///< checkable
    QAction *nextHit = nullptr;
    QAction *previousHit = nullptr;
    QAction *nextArticle = nullptr;
    QAction *previousArticle = nullptr;
    QAction *story = nullptr;        ///< of the article that is read
    QAction *groupByStory = nullptr; ///< checkable
    QAction *whoPrinted = nullptr;
    QAction *nextPane = nullptr;
    QAction *previousPane = nullptr;

    QAction *back = nullptr;
    QAction *forward = nullptr;
    QAction *newWindow = nullptr;
    QAction *nextUnread = nullptr;
    QAction *markUnread = nullptr;
    QAction *starArticle = nullptr;
    QAction *archiveArticle = nullptr;
    QAction *tagArticle = nullptr;
    QAction *moreLikeThis = nullptr;
    QAction *sameOutlet = nullptr;
    QAction *sameAuthor = nullptr;
    QAction *sameDay = nullptr;

    QAction *mark = nullptr;
    std::array<QAction *, 6> markColours{}; ///< in the order of MarkColour
    QAction *addToPassage = nullptr;
    QAction *leaveOut = nullptr;
    QAction *star = nullptr;
    QAction *note = nullptr;
    QAction *tags = nullptr;
    QAction *unmark = nullptr;
    QAction *nameColours = nullptr;
    QAction *nextMark = nullptr;
    QAction *previousMark = nullptr;
    QAction *endEarlier = nullptr;
    QAction *endLater = nullptr;
    QAction *startEarlier = nullptr;
    QAction *startLater = nullptr;

    QAction *readView = nullptr;       ///< checkable
    QAction *compareView = nullptr;    ///< checkable
    QAction *quotationsView = nullptr; ///< checkable
    QAction *passagesView = nullptr;   ///< checkable
    QAction *showList = nullptr;
    QAction *showTray = nullptr;
    QAction *showMarks = nullptr; ///< checkable
    QAction *readingSettings = nullptr;
    QAction *switchTheme = nullptr;
    QAction *larger = nullptr;
    QAction *smaller = nullptr;
    QAction *standardSize = nullptr;
    QAction *fullScreen = nullptr;

    QAction *verifyExport = nullptr;
    QAction *importHighlights = nullptr;
    QAction *backups = nullptr;

    QAction *menu = nullptr;
    QAction *help = nullptr;
    QAction *shortcuts = nullptr;
    QAction *about = nullptr;

private:
    QAction *make(const QString &text, const QList<QKeySequence> &keys);
    void nameAll();

    std::vector<Group> m_groups;
};

} // namespace Lectern
