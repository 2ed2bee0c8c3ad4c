#include "passages/cardeditor.h"

#include "passages/noteeditor.h"
#include "passages/tageditor.h"

#include <utility>

namespace Lectern {

namespace {

constexpr int tagsHeight = 30;

} // namespace

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
    open(editor, CardEdit::Note, id);
}

void CardEditor::openTags(const QString &id, const QStringList &tags, const QStringList &known)
{
    finish();
    auto *editor = new TagEditor(m_theme, tags, known, m_host);
    connect(editor, &TagEditor::storeRequested, this, &CardEditor::store);
    connect(editor, &TagEditor::finishRequested, this, &CardEditor::finish);
    connect(editor, &TagEditor::cancelRequested, this, &CardEditor::cancel);
    m_tags = editor->tags();
    open(editor, CardEdit::Tags, id);
}

void CardEditor::open(QWidget *widget, CardEdit::Kind kind, const QString &id)
{
    m_widget = widget;
    m_kind = kind;
    m_id = id;
    Q_EMIT layoutChanged();
    widget->show();
    widget->setFocus();
}

CardEdit CardEditor::edit() const
{
    switch (m_kind) {
    case CardEdit::Note:
        return {CardEdit::Note, static_cast<const NoteEditor *>(m_widget)->wantedHeight()};
    case CardEdit::Tags:
        return {CardEdit::Tags, tagsHeight};
    case CardEdit::None:
        break;
    }
    return {};
}

void CardEditor::place(const QRect &rect)
{
    if (m_widget && m_widget->geometry() != rect)
        m_widget->setGeometry(rect);
}

void CardEditor::store()
{
    const QString id = m_id;
    if (m_kind == CardEdit::Note) {
        const QString note = static_cast<const NoteEditor *>(m_widget)->note();
        if (note != std::exchange(m_note, note))
            Q_EMIT noteEdited(id, note);
    } else if (m_kind == CardEdit::Tags) {
        const QStringList tags = static_cast<const TagEditor *>(m_widget)->tags();
        if (tags != std::exchange(m_tags, tags))
            Q_EMIT tagsEdited(id, tags);
    }
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
    QWidget *widget = std::exchange(m_widget, nullptr);
    m_kind = CardEdit::None;
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
