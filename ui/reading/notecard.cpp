#include "reading/notecard.h"

#include "reading/notetext.h"
#include "style/floatingcard.h"
#include "style/fonts.h"
#include "style/iconbutton.h"
#include "style/noteeditor.h"
#include "style/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>

namespace Lectern {

namespace {

constexpr int shadow = FloatingCard::shadow;
constexpr int widest = 300;
constexpr int narrowestInMargin = 200;
constexpr int mostHeight = 320;
constexpr int headerHeight = 38;
constexpr int padding = 14;
constexpr int buttonSide = 26;
constexpr int distance = 12; ///< between the card and the words

IconButton *smallButton(const Theme &theme, const char *icon, const QString &name, QWidget *parent)
{
    auto *button = new IconButton(theme, QString::fromLatin1(icon), parent);
    button->setMetrics(buttonSide, 7, 15);
    button->setAccessibleName(name);
    button->setToolTip(name);
    return button;
}

} // namespace

NoteCard::NoteCard(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_text(new NoteText(theme, this))
    , m_edit(smallButton(theme, "edit", tr("Edit the note"), this))
    , m_close(smallButton(theme, "close", tr("Close"), this))
{
    setAccessibleName(tr("Note"));
    setCursor(Qt::ArrowCursor);
    connect(m_edit, &QAbstractButton::clicked, this, &NoteCard::openEditor);
    connect(m_close, &QAbstractButton::clicked, this, &NoteCard::dismiss);
    connect(m_text, &NoteText::editRequested, this, &NoteCard::openEditor);
    connect(m_text, &NoteText::linkActivated, this, &NoteCard::linkActivated);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void NoteCard::showNote(Mark mark)
{
    if (mark.passageId != m_id)
        finishEditing();
    if (m_editor && mark.passageId != m_id)
        return;
    m_id = mark.passageId;
    m_note = std::move(mark.note);
    m_colour = mark.colour;
    m_text->setNote(m_note);
    m_text->setVisible(!m_editor);
    m_edit->setVisible(!m_editor);
    raise();
    show();
    QWidget::update();
    Q_EMIT sizeWanted();
}

void NoteCard::edit(Mark mark)
{
    const QString id = mark.passageId;
    showNote(std::move(mark));
    if (m_id == id)
        openEditor();
}

void NoteCard::update(const Mark &mark)
{
    m_colour = mark.colour;
    QWidget::update();
    const bool isAnother = m_note != mark.note;
    m_note = mark.note;
    if (m_editor || !isAnother)
        return;
    if (m_note.isEmpty())
        return dismiss();
    m_text->setNote(m_note);
    Q_EMIT sizeWanted();
}

void NoteCard::openEditor()
{
    if (m_editor)
        return m_editor->setFocus();
    m_editor = new NoteEditor(m_theme, m_note, this);
    connect(m_editor, &NoteEditor::storeRequested, this, &NoteCard::store);
    connect(m_editor, &NoteEditor::finishRequested, this, &NoteCard::finishEditing);
    connect(m_editor, &NoteEditor::cancelRequested, this, &NoteCard::closeEditor);
    connect(m_editor, &NoteEditor::heightWanted, this, &NoteCard::sizeWanted);
    m_text->hide();
    m_edit->hide();
    m_editor->show();
    Q_EMIT sizeWanted();
    m_editor->setFocus();
}

void NoteCard::store()
{
    if (const QString note = m_editor->note(); note != m_note)
        Q_EMIT noteEdited(m_id, note);
}

void NoteCard::finishEditing()
{
    if (!m_editor)
        return;
    store();
    if (m_editor && m_editor->note() == m_note)
        closeEditor();
}

void NoteCard::closeEditor()
{
    if (!m_editor)
        return;
    NoteEditor *editor = std::exchange(m_editor, nullptr);
    editor->disconnect(this);
    const bool hadFocus = editor->hasFocus();
    editor->hide();
    editor->deleteLater();
    if (hadFocus)
        Q_EMIT left();
    if (m_note.isEmpty())
        return drop();
    m_text->setNote(m_note);
    m_text->show();
    m_edit->show();
    QWidget::update();
    Q_EMIT sizeWanted();
}

void NoteCard::dismiss()
{
    finishEditing();
    if (!m_editor)
        drop();
}

void NoteCard::drop()
{
    if (m_editor) {
        m_editor->disconnect(this);
        m_editor->deleteLater();
        m_editor = nullptr;
    }
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    m_id.clear();
    hide();
    if (hadFocus)
        Q_EMIT left();
}

int NoteCard::wantedHeight(int width) const
{
    const int content =
        m_editor ? m_editor->wantedHeight() : m_text->wantedHeight(width - 2 * shadow - 2 * padding);
    return qMin(mostHeight, content + headerHeight + padding) + 2 * shadow;
}

void NoteCard::placeBeside(const QRect &words, const QRect &column, const QRect &area)
{
    const int margin = area.right() - column.right() - 2 * distance;
    const bool isInMargin = margin >= narrowestInMargin;
    const int card = qMin(widest, isInMargin ? margin : area.width() - 2 * distance);
    resize(card + 2 * shadow, wantedHeight(card + 2 * shadow));
    const QSize inner(card, height() - 2 * shadow);
    const int lowest = area.bottom() - distance - inner.height();
    const int highest = area.top() + distance;
    const int below = words.bottom() + distance;
    const int above = words.top() - distance - inner.height();
    QPoint at(column.right() + distance, qMax(highest, qMin(words.top() - 6, lowest)));
    if (!isInMargin) {
        at.setX(column.right() - card);
        // Words that fill the pane leave no place beside them; then the card lies on the last of them.
        at.setY(below <= lowest ? below : above >= highest ? above : qMax(highest, lowest));
    }
    at.setX(
        qBound(area.left() + distance, at.x(), qMax(area.left() + distance, area.right() - distance - card)));
    move(at - QPoint(shadow, shadow));
}

QRect NoteCard::cardRect() const
{
    return geometry().adjusted(shadow, shadow, -shadow, -shadow);
}

void NoteCard::resizeEvent(QResizeEvent *)
{
    const QRect card = rect().adjusted(shadow, shadow, -shadow, -shadow);
    const int top = card.top() + (headerHeight - buttonSide) / 2;
    m_close->move(card.right() - 6 - buttonSide, top);
    m_edit->move(card.right() - 8 - 2 * buttonSide, top);
    const QRect content(card.left() + padding, card.top() + headerHeight, card.width() - 2 * padding,
                        card.height() - headerHeight - padding);
    m_text->setGeometry(content);
    if (m_editor)
        m_editor->setGeometry(content.adjusted(-6, 0, 6, 6));
}

void NoteCard::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    FloatingCard::paint(painter, rect(), t);
    const QRect card = rect().adjusted(shadow, shadow, -shadow, -shadow);
    const QRect header(card.left() + padding, card.top(), card.width() - 2 * padding, headerHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.markEdgeOf(m_colour));
    painter.drawEllipse(QPointF(header.left() + 4, header.center().y() + 0.5), 4, 4);
    painter.setPen(t.ink2);
    painter.setFont(Fonts::ui(12, QFont::DemiBold));
    painter.drawText(header.adjusted(16, 0, -2 * buttonSide, 0), Qt::AlignVCenter, tr("Note"));
    if (!m_editor)
        return;
    painter.setPen(QPen(t.accent, 1.5));
    painter.setBrush(t.paper);
    painter.drawRoundedRect(QRectF(m_editor->geometry()).adjusted(-1.25, -1.25, 1.25, 1.25), 6, 6);
}

void NoteCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else
        QWidget::keyPressEvent(event);
}

/// A press on the card does not reach the text below it.
void NoteCard::mousePressEvent(QMouseEvent *event)
{
    event->accept();
}

} // namespace Lectern
