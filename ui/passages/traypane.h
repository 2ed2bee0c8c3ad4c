#pragma once

#include "passages/trayitem.h"

#include <QStringList>
#include <QWidget>

#include <vector>

namespace Lectern {

class Theme;
class TrayFooter;
class TrayHeader;
class TrayView;

/// The passages tray: what was kept, as cards in the user's order, and the way out. It changes nothing
/// itself: it asks, and is given the new items when something was done.
class TrayPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TrayPane)

public:
    explicit TrayPane(const Theme &theme, QWidget *parent = nullptr);

    /// Keeps the scroll position, the selection and an open editor, as far as their passages are still there.
    void setItems(std::vector<TrayItem> items);

    /// In the order of the tray.
    QStringList selectedIds() const;
    /// Selects one passage alone and scrolls to it; an unknown id deselects all.
    void select(const QString &id);
    /// Selects nothing and scrolls to a passage: for one that was just kept, so that an export still means
    /// all.
    void present(const QString &id);
    /// Opens the editor inside the passage's card and gives it the keyboard.
    void editNote(const QString &id);
    /// What is in sight of a card, in coordinates of the pane; empty when nothing is.
    QRect cardRect(const QString &id) const;
    /// Closes an open editor and emits what was written, before the window closes.
    void finishEditing();

    /// A name in exporters(); "markdown" at first. Setting an unknown one changes nothing.
    QString exportFormat() const;
    void setExportFormat(const QString &format);

    QSize sizeHint() const override { return {332, 600}; }

Q_SIGNALS:
    /// A card was clicked, or Enter pressed on it: go back to the words.
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
    /// `to` is the place among the others, 0 first, as PassageStore::move() takes it.
    void moveRequested(const QString &id, int to);
    /// Copy the passage with its citation.
    void copyRequested(const QString &id);
    /// The selected passages, or all when none is selected.
    void exportRequested(const QString &format, const QStringList &ids);
    void exportCopyRequested(const QString &format, const QStringList &ids);

private:
    /// The selected passages, or all when none is selected.
    QStringList exportIds() const;
    void updateCounts();
    void showCardMenu(const QPoint &globalPosition);
    void showTrayMenu(const QPoint &globalPosition);
    void carryOut(const QStringList &ids);

    const Theme &m_theme;
    TrayHeader *m_header;
    TrayView *m_view;
    TrayFooter *m_footer;
};

} // namespace Lectern
