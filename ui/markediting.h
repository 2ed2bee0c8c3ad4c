#pragma once

#include "passages/passagehistory.h"
#include "reading/mark.h"

#include <QObject>

#include <functional>

namespace Lectern {

class MainActions;
class MessageBar;
class ReadingPane;
class TagPicker;
class Theme;
class TrayPane;

/// Makes passages of what is selected in the article, and changes them: colour, star, tags, note, ends,
/// pieces. What keys mean by "the passage" is decided here. Everything is kept before it is shown as kept,
/// and is one step of the history.
class MarkEditing final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MarkEditing)

public:
    struct Rooms
    {
        ReadingPane &reader;
        TrayPane &tray;
        MessageBar &messages;
        const MainActions &actions;
        const Theme &theme;
    };
    /// `history` is null when passages cannot be kept here (`whyNot` says so in words).
    MarkEditing(Rooms rooms, PassageHistory *history, QString whyNot, QWidget *window);

    /// Those of the shown article.
    void setMarks(std::vector<Mark> marks);
    /// The tags that the picker offers are counted anew.
    void refreshTags();

    /// False, and says why, when nothing can be kept.
    bool canKeep();
    /// Says why something was refused; true when it was not.
    bool done(const Result<void> &result);

    void remove(const QStringList &ids);
    /// One step for all of them.
    void change(const QStringList &ids, const std::function<void(Passage &)> &edit);
    /// Opens the picker beside `place`, in coordinates of the window.
    void pickTags(const QStringList &ids, const QRect &place);

Q_SIGNALS:
    /// The store was changed, or refused a change that the panes show already: show what is kept.
    void changed();

private:
    void connectActions();
    void connectReader();
    void connectTray();
    void nameColours();

    /// Keeps a range of the shown article; where a passage with the same ends is kept already, only its
    /// colour changes. Returns its id, "" when nothing was kept.
    QString keep(TextRange range, MarkColour colour);
    void keepSelection(MarkColour colour);
    /// The selected words, or the selected mark while there are none.
    void colourSelection(MarkColour colour);
    void addToPassage(TextRange range);
    void leaveOut(TextRange range);
    void moveEnds(const QString &id, TextRange ends);
    void writeNote(TextRange range);
    void setTags(const QStringList &added, const QStringList &removed);
    void toggleStar();

    /// Cuts a passage anew in these pieces of the shown article; when none are left it is removed.
    void cutAnew(const Mark &mark, const std::vector<TextRange> &pieces);
    const Mark *mark(const QString &id) const;
    /// The mark that is selected, if the selection of text is empty or lies on it; else the shortest under
    /// that selection; null for none.
    const Mark *markAt(TextRange range) const;
    /// The mark that words are added to: the selected one, else that kept last in this article; null without
    /// marks.
    const Mark *markToJoin() const;
    /// The passage that N, T and the star mean: that of markAt(), else one newly kept from the selection;
    /// without a selection the one kept last, while its article is shown; "" for none.
    QString passageMeant(TextRange range);

    Rooms m_rooms;
    PassageHistory *m_history;
    QString m_whyNot;
    QWidget *m_window;
    TagPicker *m_tagPicker;
    QStringList m_tagged; ///< whose tags are being picked
    QString m_lastKept;
    std::vector<Mark> m_marks; ///< of the shown article
};

} // namespace Lectern
