#pragma once

#include "passages/cardselection.h"
#include "passages/cardview.h"

namespace Lectern {

class CardDrag;
class CardEditor;
class Theme;
enum class TrayCommand : quint8;

/// The cards of the tray and what the user does with them: selects, carries them to other places, edits notes
/// and tags inside them. The keys are those of traykeys.h.
class TrayView final : public CardView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TrayView)

public:
    explicit TrayView(const Theme &theme, QWidget *parent = nullptr);

    /// What is in view stays where it is, what was selected stays selected, and an open editor stays open, as
    /// far as their passages are still there.
    void setItems(std::vector<TrayItem> items);

    QStringList selectedIds() const { return m_selection.selected(); }
    /// The selected passages, or the one with the keyboard when none is selected.
    QStringList targetIds() const { return m_selection.targets(); }
    QString currentId() const { return m_selection.current(); }
    /// Selects one passage alone and scrolls to it; an unknown id deselects all.
    void select(const QString &id);
    /// Selects nothing and scrolls to a passage.
    void present(const QString &id);
    void selectAll();

    void editNote(const QString &id);
    /// The editor that is open in a card; null when there is none.
    QWidget *openEditor() const;
    /// Closes an open editor and says what was written.
    void finishEditing();

    void pickColour(MarkColour colour);
    /// Asks for the star to be set on the targets, or taken away when all of them have it.
    void pickStar();
    bool areTargetsStarred() const;
    /// Asks for the card to be answered, if its passage waits for that.
    void answer(const QString &id, CardAnswer answer);
    void removeTargets();
    /// Asks for the current card to be moved by one place, down when `step` is 1, up when it is -1.
    void moveCurrent(int step);

Q_SIGNALS:
    void passageActivated(const QString &id);
    void noteEdited(const QString &id, const QString &note);
    /// The tags of these passages are to be chosen.
    void tagsRequested(const QStringList &ids);
    void colourPicked(const QStringList &ids, Lectern::MarkColour colour);
    void starPicked(const QStringList &ids, bool isStarred);
    /// The new words of a changed passage are to be taken, or the place of an orphan to be found.
    void takeRequested(const QString &id);
    /// The passage is to be kept as it was.
    void keepRequested(const QString &id);
    void removeRequested(const QStringList &ids);
    void moveRequested(const QString &id, int to);
    void copyRequested(const QString &id);
    void selectionChanged();
    void menuRequested(const QPoint &globalPosition);
    /// Cards were dragged out of the view with the mouse button still down.
    void draggedOut(const QStringList &ids);

protected:
    CardLook lookOf(int index) const override;
    void cardsMoved() override;

    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void setHovered(int index, CardAnswer answer = CardAnswer::None);
    void announceSelection();
    /// Puts the current card's words where a screen reader finds them: in the view's description.
    void describeCurrent();
    bool canRun(TrayCommand command) const;
    void run(TrayCommand command, bool extend);
    void goTo(int index, bool extend);
    void dragTo(const QPoint &position);
    void endDrag();

    CardSelection m_selection;
    CardEditor *m_editor;
    CardDrag *m_drag;
    QString m_hovered;
    CardAnswer m_hoveredAnswer = CardAnswer::None;
    CardAnswer m_pressedAnswer = CardAnswer::None;
};

} // namespace Lectern
