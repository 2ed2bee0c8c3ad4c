#pragma once

#include "passages/cardlayout.h"

#include <QObject>

class QWidget;

namespace Lectern {

class NoteEditor;
class Theme;

/// The one editor that may be open in the tray: of a card's note. It says what was written as
/// soon as the writing ends, and, when the window loses the keyboard, without ending it: nothing that was
/// typed waits in a widget to be lost.
class CardEditor final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CardEditor)

public:
    /// `host` is the widget in whose coordinates the editor is placed.
    CardEditor(const Theme &theme, QWidget *host);

    void openNote(const QString &id, const QString &note);

    bool isOpen() const { return m_widget != nullptr; }
    /// The passage that is edited; "" when none is.
    QString id() const { return m_id; }
    /// The room it wants in the card.
    CardEdit edit() const;
    QWidget *widget() const;
    void place(const QRect &rect);

    /// Says what was written, if it is something else than before, and closes.
    void finish();
    /// Closes and forgets what was written.
    void cancel();

Q_SIGNALS:
    void noteEdited(const QString &id, const QString &note);
    /// Opened, closed, or wants another height.
    void layoutChanged();
    void keyboardReleased(); ///< it closed while it had the keyboard

private:
    void close();
    void store();

    const Theme &m_theme;
    QWidget *m_host;
    NoteEditor *m_widget = nullptr;
    QString m_id;
    QString m_note; ///< as last said
};

} // namespace Lectern
