#pragma once

#include "export/citation.h"
#include "library/anchorsession.h"
#include "passages/passagehistory.h"
#include "reading/mark.h"
#include "text/passage.h"

#include <QObject>

namespace Lectern {

class ArticleListModel;
class Library;
class MainActions;
class MarkEditing;
class MessageBar;
class ReadingPane;
class SearchJourney;
class ShelfHistory;
class Theme;
class TrayPane;

/// From a selection to the tray: shows what is kept (see MarkEditing) in text, tray and list, goes back to
/// its words, undoes and redoes.
class KeepJourney final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeepJourney)

public:
    struct Rooms
    {
        Library &library;
        ArticleListModel &model;
        ReadingPane &reader;
        TrayPane &tray;
        MessageBar &messages;
        SearchJourney &search;
        const MainActions &actions;
        Theme &theme;
    };
    /// `history` is null when passages cannot be kept here (`whyNot` says so in words).
    KeepJourney(Rooms rooms, PassageHistory *history, QString whyNot, QWidget *window);

    /// What changes passages, and may be asked to by whatever shows them.
    MarkEditing &editing() const { return *m_editing; }
    /// Where the passages stand today.
    const AnchorSession &anchors() const { return m_anchors; }
    /// Shows the words of a passage in their article. Where they have changed or are not found, what is most
    /// like them is shown, and the user is asked.
    void goTo(const QString &id);
    /// How Copy with Citation names the source.
    void setCitationStyle(CitationStyle style) { m_style = style; }
    /// What is said of articles as a whole is undone together with what is done to passages.
    void setShelf(ShelfHistory *shelf);
    /// The newest step of both histories.
    void undo();
    void redo();
    void updateUndo();

    /// Shows the passages anew, after the library or the store changed.
    void refresh();
    void showMarks();
    /// What is kept of an article, where it stands in it.
    std::vector<Mark> marksOf(const ArticlePtr &article);
    /// Puts a passage with its citation on the clipboard.
    void cite(const Passage &passage);

Q_SIGNALS:
    /// The store or the library may have changed: show it anew.
    void refreshed();
    /// Passages stand elsewhere than was known.
    void standingsFound();
    /// A step that says something of articles was undone or redone.
    void shelfTurned();
    /// The user is to be asked where the passage stands.
    void reviewRequested(const QString &id);

private:
    void catchUp();
    void showKept();
    void connectTray();
    void connectReader();
    void copy(TextRange range);
    /// The passage whose mark is selected in the text; null for none.
    const Passage *selectedPassage() const;
    ArticlePtr articleOf(const Passage &passage) const;
    void turnShelf(const Result<void> &turned);
    /// Of the steps of passages and of articles that redo may turn; 0 for none.
    std::pair<qint64, qint64> redoNumbers() const;
    void showColourNames();
    void nameColours();

    Rooms m_rooms;
    PassageHistory *m_history;
    ShelfHistory *m_shelf = nullptr;
    QString m_whyNot;
    QWidget *m_window;
    AnchorSession m_anchors;
    CitationStyle m_style = CitationStyle::Plain;
    MarkEditing *m_editing;
};

} // namespace Lectern
