#include "passages/trayview.h"

#include "passages/carddrag.h"
#include "passages/cardeditor.h"
#include "passages/traykeys.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>

#include <algorithm>

namespace Lectern {

TrayView::TrayView(const Theme &theme, QWidget *parent)
    : CardView(theme, tr("Select words in an article and press H to keep them."), parent)
    , m_editor(new CardEditor(theme, viewport()))
    , m_drag(new CardDrag(viewport()))
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Passages"));
    connect(m_editor, &CardEditor::layoutChanged, this, &TrayView::cardsMoved);
    connect(m_editor, &CardEditor::keyboardReleased, this, qOverload<>(&QWidget::setFocus));
    connect(m_editor, &CardEditor::noteEdited, this, &TrayView::noteEdited);
    connect(m_drag, &CardDrag::scrollWanted, this, [this](int by) {
        verticalScrollBar()->setValue(scrolled() + by);
        dragTo(m_drag->position());
    });
}

void TrayView::setItems(std::vector<TrayItem> items)
{
    QStringList ids;
    ids.reserve(qsizetype(items.size()));
    for (const TrayItem &item : items)
        ids += item.passage.id;
    const QStringList selectedBefore = selectedIds();
    m_selection.setOrder(ids);
    endDrag();
    if (m_editor->isOpen() && !ids.contains(m_editor->id()))
        m_editor->cancel();
    showItems(std::move(items));
    describeCurrent();
    if (selectedIds() != selectedBefore)
        announceSelection();
}

void TrayView::select(const QString &id)
{
    m_selection.select(id);
    if (const int index = cards().indexOf(id); index >= 0)
        scrollTo(index);
    announceSelection();
}

void TrayView::present(const QString &id)
{
    select({});
    if (const int index = cards().indexOf(id); index >= 0)
        scrollTo(index);
}

void TrayView::selectAll()
{
    m_selection.selectAll();
    announceSelection();
}

void TrayView::announceSelection()
{
    describeCurrent();
    viewport()->update();
    Q_EMIT selectionChanged();
}

void TrayView::describeCurrent()
{
    const int index = cards().indexOf(currentId());
    if (index < 0)
        return setAccessibleDescription({});
    const bool isSelected = m_selection.contains(currentId());
    setAccessibleDescription(tr("%1 of %2. ").arg(index + 1).arg(cards().count()) +
                             CardLayout::description(cards().item(index), isSelected));
}

void TrayView::editNote(const QString &id)
{
    const int index = cards().indexOf(id);
    if (index < 0)
        return;
    scrollTo(index);
    m_editor->openNote(id, cards().item(index).passage.note);
    scrollTo(cards().indexOf(id));
}

QWidget *TrayView::openEditor() const
{
    return m_editor->widget();
}

void TrayView::finishEditing()
{
    m_editor->finish();
}

void TrayView::pickColour(MarkColour colour)
{
    if (const QStringList ids = targetIds(); !ids.isEmpty())
        Q_EMIT colourPicked(ids, colour);
}

void TrayView::pickStar()
{
    if (const QStringList ids = targetIds(); !ids.isEmpty())
        Q_EMIT starPicked(ids, !areTargetsStarred());
}

bool TrayView::areTargetsStarred() const
{
    const QStringList ids = targetIds();
    return std::all_of(ids.begin(), ids.end(), [this](const QString &id) {
        return cards().item(cards().indexOf(id)).passage.starred;
    });
}

void TrayView::answer(const QString &id, CardAnswer answer)
{
    const int index = cards().indexOf(id);
    if (index < 0 || !cards().item(index).standing.isWaiting)
        return;
    if (answer == CardAnswer::Take)
        Q_EMIT takeRequested(id);
    else if (answer == CardAnswer::Keep)
        Q_EMIT keepRequested(id);
}

void TrayView::removeTargets()
{
    if (const QStringList ids = targetIds(); !ids.isEmpty())
        Q_EMIT removeRequested(ids);
}

void TrayView::moveCurrent(int step)
{
    const QString id = currentId();
    const int from = cards().indexOf(id);
    const int to = from + step;
    if (from < 0 || to < 0 || to >= cards().count())
        return;
    Q_EMIT moveRequested(id, to);
    if (const int now = cards().indexOf(id); now >= 0)
        scrollTo(now);
}

void TrayView::cardsMoved()
{
    setEdit(m_editor->id(), m_editor->edit());
    m_editor->place(editorRect().marginsRemoved({2, 2, 2, 2}));
}

CardLook TrayView::lookOf(int index) const
{
    const QString &id = cards().id(index);
    CardLook look;
    look.selected = m_selection.contains(id);
    look.current = hasFocus() && id == m_selection.current();
    look.dragged = m_drag->isDragging() && id == m_drag->id();
    look.hovered = id == m_hovered || look.dragged;
    look.answer = id == m_hovered ? m_hoveredAnswer : CardAnswer::None;
    return look;
}

void TrayView::setHovered(int index, CardAnswer answer)
{
    const QString id = index < 0 ? QString() : cards().id(index);
    if (id == m_hovered && answer == m_hoveredAnswer)
        return;
    m_hovered = id;
    m_hoveredAnswer = answer;
    viewport()->update();
}

void TrayView::dragTo(const QPoint &position)
{
    setDropGap(cards().gapAt(position.y() + scrolled()));
    viewport()->setCursor(Qt::ClosedHandCursor);
}

void TrayView::endDrag()
{
    m_drag->end();
    setDropGap(-1);
    viewport()->unsetCursor();
}

void TrayView::goTo(int index, bool extend)
{
    if (cards().isEmpty())
        return;
    const int target = qBound(0, index, cards().count() - 1);
    if (extend)
        m_selection.extendTo(cards().id(target));
    else
        m_selection.select(cards().id(target));
    scrollTo(target);
    announceSelection();
}

void TrayView::run(TrayCommand command, bool extend)
{
    const int current = cards().indexOf(currentId());
    const int top = current < 0 ? scrolled() : cards().top(current);
    const int page = qMax(1, viewport()->height() - 44);
    switch (command) {
    case TrayCommand::Up:
        return goTo(current < 0 ? cards().count() - 1 : current - 1, extend);
    case TrayCommand::Down:
        return goTo(current + 1, extend);
    case TrayCommand::First:
        return goTo(0, extend);
    case TrayCommand::Last:
        return goTo(cards().count() - 1, extend);
    case TrayCommand::PageUp:
        return goTo(cards().nearest(top - page), extend);
    case TrayCommand::PageDown:
        return goTo(cards().nearest(top + page), extend);
    case TrayCommand::MoveUp:
        return moveCurrent(-1);
    case TrayCommand::MoveDown:
        return moveCurrent(1);
    case TrayCommand::Activate:
        return passageActivated(currentId());
    case TrayCommand::EditNote:
        return editNote(currentId());
    case TrayCommand::EditTags:
        return tagsRequested(targetIds());
    case TrayCommand::Yellow:
    case TrayCommand::Green:
    case TrayCommand::Blue:
    case TrayCommand::Pink:
    case TrayCommand::Orange:
    case TrayCommand::Violet:
        return pickColour(MarkColour(int(command) - int(TrayCommand::Yellow)));
    case TrayCommand::Star:
        return pickStar();
    case TrayCommand::Take:
        return answer(currentId(), CardAnswer::Take);
    case TrayCommand::Keep:
        return answer(currentId(), CardAnswer::Keep);
    case TrayCommand::Remove:
        return removeTargets();
    case TrayCommand::Copy:
        return copyRequested(currentId());
    case TrayCommand::SelectAll:
        return selectAll();
    case TrayCommand::Deselect:
        return m_drag->isDragging() ? endDrag() : select({});
    case TrayCommand::None:
        return;
    }
}

bool TrayView::canRun(TrayCommand command) const
{
    if (command == TrayCommand::None || cards().isEmpty())
        return false;
    if (command == TrayCommand::Deselect)
        return m_drag->isDragging() || !targetIds().isEmpty();
    return command < TrayCommand::MoveUp || command == TrayCommand::SelectAll || !currentId().isEmpty();
}

bool TrayView::event(QEvent *event)
{
    // The window has shortcuts on some of these keys; while the tray has the keyboard they are the tray's.
    if (event->type() == QEvent::ShortcutOverride && canRun(trayCommand(*static_cast<QKeyEvent *>(event)))) {
        event->accept();
        return true;
    }
    return CardView::event(event);
}

void TrayView::keyPressEvent(QKeyEvent *event)
{
    const TrayCommand command = trayCommand(*event);
    if (canRun(command))
        run(command, event->modifiers().testFlag(Qt::ShiftModifier));
    else
        event->ignore();
}

void TrayView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const QPoint position = event->position().toPoint();
    const int index = indexAt(position);
    m_pressedAnswer = answerAt(index, position);
    if (index >= 0)
        m_drag->press(cards().id(index), position);
    else
        select({});
}

void TrayView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    const QString id = m_drag->id();
    switch (m_drag->moveTo(position)) {
    case CardDrag::Stage::Dragging:
        return dragTo(position);
    case CardDrag::Stage::Left:
        endDrag();
        return draggedOut(m_selection.contains(id) ? selectedIds() : QStringList(id));
    case CardDrag::Stage::Pressed:
        return;
    case CardDrag::Stage::None:
        break;
    }
    const int index = indexAt(position);
    const CardAnswer answer = answerAt(index, position);
    setHovered(index, answer);
    viewport()->setCursor(isOnHandle(index, position)  ? Qt::OpenHandCursor
                          : answer != CardAnswer::None ? Qt::PointingHandCursor
                                                       : Qt::ArrowCursor);
}

void TrayView::mouseReleaseEvent(QMouseEvent *event)
{
    const QString id = m_drag->id();
    if (event->button() != Qt::LeftButton || id.isEmpty())
        return;
    const bool wasDragged = m_drag->isDragging();
    const int from = cards().indexOf(id);
    // Places count without the card itself, which leaves one free above every place below it.
    const int to = dropGap() > from ? dropGap() - 1 : dropGap();
    endDrag();
    if (wasDragged) {
        if (to != from)
            Q_EMIT moveRequested(id, to);
    } else if (m_pressedAnswer != CardAnswer::None) {
        const CardAnswer released = answerAt(from, event->position().toPoint());
        select(id);
        if (released == m_pressedAnswer)
            answer(id, released);
    } else if (event->modifiers().testFlag(Qt::ShiftModifier)) {
        m_selection.extendTo(id);
        announceSelection();
    } else if (event->modifiers().testFlag(Qt::ControlModifier)) {
        m_selection.toggle(id);
        announceSelection();
    } else {
        select(id);
        Q_EMIT passageActivated(id);
    }
}

void TrayView::contextMenuEvent(QContextMenuEvent *event)
{
    QPoint at = event->globalPos();
    if (event->reason() == QContextMenuEvent::Mouse) {
        const int index = indexAt(event->pos());
        const QString id = index < 0 ? QString() : cards().id(index);
        if (m_selection.contains(id))
            m_selection.setCurrent(id);
        else
            select(id);
    } else if (const QRect card = cardRect(currentId()); !card.isNull()) {
        at = viewport()->mapToGlobal(QPoint(card.left() + 22, qMax(0, card.top() + 22)));
    }
    Q_EMIT menuRequested(at);
}

void TrayView::focusInEvent(QFocusEvent *event)
{
    CardView::focusInEvent(event);
    // Who comes by key needs a card that the keys act on, and has to see which.
    const bool byMouse = event->reason() == Qt::MouseFocusReason || event->reason() == Qt::PopupFocusReason;
    if (!byMouse && currentId().isEmpty() && !cards().isEmpty())
        m_selection.setCurrent(cards().id(cards().nearest(scrolled())));
    describeCurrent();
    viewport()->update();
}

void TrayView::focusOutEvent(QFocusEvent *event)
{
    CardView::focusOutEvent(event);
    viewport()->update();
}

bool TrayView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        setHovered(-1);
    return CardView::viewportEvent(event);
}
} // namespace Lectern
