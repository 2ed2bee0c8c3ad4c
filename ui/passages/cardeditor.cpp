#include "passages/cardeditor.h"

#include "style/noteeditor.h"

#include <utility>

namespace Lectern {

CardEditor::CardEditor(const Theme &theme, QWidget *host)
    : QObject(host)
    , m_theme(theme)
    , m_host(host)
{}

void CardEditor::openNote(const QString &id, const QString &note)
{
    finish();
    auto *editor = new NoteEditor(m_theme, note, m_host);
    connect(editor, &NoteEditor::storeRequested, this, &CardEditor::store);
    connect(editor, &NoteEditor::finishRequested, this, &CardEditor::finish);
    connect(editor, &NoteEditor::cancelRequested, this, &CardEditor::cancel);
    connect(editor, &NoteEditor::heightWanted, this, &CardEditor::layoutChanged);
    m_note = editor->note();
    m_widget = editor;
    m_id = id;
    Q_EMIT layoutChanged();
    editor->show();
    editor->setFocus();
}

QWidget *CardEditor::widget() const
{
    return m_widget;
}

CardEdit CardEditor::edit() const
{
    return {m_widget ? m_widget->wantedHeight() : 0};
}

void CardEditor::place(const QRect &rect)
{
    if (m_widget && m_widget->geometry() != rect)
        m_widget->setGeometry(rect);
}

void CardEditor::store()
{
    const QString note = m_widget->note();
    if (note != std::exchange(m_note, note))
        Q_EMIT noteEdited(m_id, note);
}

void CardEditor::finish()
{
    if (!m_widget)
        return;
    // Whoever hears of the new words may set the tray anew at once, and find the editor still open.
    store();
    close();
}

void CardEditor::cancel()
{
    if (m_widget)
        close();
}

void CardEditor::close()
{
    if (!m_widget)
        return;
    NoteEditor *widget = std::exchange(m_widget, nullptr);
    m_id.clear();
    widget->disconnect(this);
    const bool hadFocus = widget->hasFocus();
    widget->hide();
    widget->deleteLater();
    if (hadFocus)
        Q_EMIT keyboardReleased();
    Q_EMIT layoutChanged();
}

} // namespace Lectern
