#pragma once

#include "passages/passagehistory.h"
#include "reading/mark.h"
#include "text/passage.h"

#include <QObject>

#include <functional>

namespace Lectern {

class ArticleListModel;
class Library;
class MainActions;
class MessageBar;
class ReadingPane;
class SearchJourney;
class Theme;
class TrayPane;

/// From a selection to an export: cuts passages out of the article by range, keeps them before they are shown
/// as kept, shows them in text, tray and list, and hands them out.
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
        const Theme &theme;
    };
    /// `history` is null when passages cannot be kept here (`whyNot` says so in words).
    KeepJourney(Rooms rooms, PassageHistory *history, QString whyNot, QWidget *window);

    /// Keeps a range of the shown article; where a passage with the same ends is kept already, only its
    /// colour changes. Returns its id, "" when nothing was kept.
    QString keep(TextRange range, MarkColour colour);
    void undo();
    void redo();
    void openExport();
    QString exportFormat() const;
    void setExportFormat(const QString &format);

    /// Shows the passages anew, after the library or the store changed.
    void refresh();
    void showMarks();

private:
    void catchUp();
    void connectTray();
    void connectReader();
    void keepSelection(MarkColour colour);
    void writeNote(TextRange range);
    void editTags();
    void removeHere();
    void goTo(const QString &id);
    void copy(TextRange range);
    void cite(const Passage &passage);
    void change(const QString &id, const std::function<void(Passage &)> &edit);
    void runExport(const QString &format, const QStringList &ids);
    void copyExport(const QString &format, const QStringList &ids);
    std::vector<Passage> chosen(const QStringList &ids) const;
    /// The kept passage under a selection of the article; null when there is none.
    const Passage *passageAt(TextRange range) const;
    /// The passage that N or T mean: the one under the selection, else one newly kept from it; without a selection the one kept
    /// last, while its article is shown, else the first selected in the tray; "" for none.
    QString passageMeant(TextRange range);
    ArticlePtr articleOf(const Passage &passage) const;
    bool canKeep();
    /// Says why something was refused; true when it was not.
    bool done(const Result<void> &result);
    void updateUndo();

    Rooms m_rooms;
    PassageHistory *m_history;
    QString m_whyNot;
    QWidget *m_window;
    QString m_exportFolder;    ///< that was last saved to
    QString m_lastKept;        ///< N and T without a selection mean this passage
    std::vector<Mark> m_marks; ///< of the shown article
};

} // namespace Lectern
