#include "style/noteeditor.h"

#include "style/fonts.h"
#include "style/theme.h"

#include <QFocusEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QPalette>
#include <QTextBlock>

namespace Lectern {

namespace {

constexpr int fewestLines = 3;
constexpr int mostLines = 12;
constexpr QMargins padding(6, 5, 6,
                           5); ///< with the document's margin and the border, as far in as a note is shown
constexpr int documentMargin = 2;

} // namespace

NoteEditor::NoteEditor(const Theme &theme, const QString &note, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_theme(theme)
{
    setFrameShape(QFrame::NoFrame);
    setFont(Fonts::ui(12));
    setTabChangesFocus(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setViewportMargins(padding);
    document()->setDocumentMargin(documentMargin);
    setPlaceholderText(tr("A note to this passage"));
    setAccessibleName(tr("Note"));
    setPlainText(note);
    moveCursor(QTextCursor::End);
    applyColours();
    connect(&theme, &Theme::changed, this, &NoteEditor::applyColours);
    connect(this, &QPlainTextEdit::textChanged, this, &NoteEditor::heightWanted);
}

void NoteEditor::applyColours()
{
    const Tokens &t = m_theme.tokens();
    QPalette colours = m_theme.palette();
    colours.setColor(QPalette::Base, t.paper);
    setPalette(colours);
}

QString NoteEditor::note() const
{
    // toPlainText() would turn no-break spaces into plain ones.
    QString text = document()->toRawText();
    text.replace(QChar(QChar::ParagraphSeparator), QLatin1Char('\n'));
    text.replace(QChar(QChar::LineSeparator), QLatin1Char('\n'));
    return text;
}

int NoteEditor::wantedHeight() const
{
    int lines = 0;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        cursorRect(QTextCursor(block)); // asks the document for the block's layout
        lines += qMax(1, block.layout()->lineCount());
    }
    return qBound(fewestLines, lines, mostLines) * fontMetrics().lineSpacing() + padding.top() +
           padding.bottom() + 2 * documentMargin + 4;
}

bool NoteEditor::event(QEvent *event)
{
    // Its own keys, whatever they mean around it.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (isEnter || key->key() == Qt::Key_Escape)
            event->accept();
    }
    return QPlainTextEdit::event(event);
}

void NoteEditor::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers().testFlag(Qt::ControlModifier)) {
        Q_EMIT finishRequested();
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT cancelRequested();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
    event->accept();
}

void NoteEditor::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() == Qt::ActiveWindowFocusReason)
        Q_EMIT storeRequested();
    else if (event->reason() != Qt::PopupFocusReason)
        Q_EMIT finishRequested();
}

void NoteEditor::insertFromMimeData(const QMimeData *source)
{
    if (source->hasText())
        insertPlainText(source->text());
}

} // namespace Lectern
