#include "reading/selectiontool.h"

#include "page/documentlayout.h"
#include "page/documentscroll.h"

namespace Lectern {

namespace {

constexpr int dragScrollMs = 30;
constexpr int dragScrollSlowdown = 3; ///< pixels beyond the edge for one pixel a step

} // namespace

SelectionTool::SelectionTool(DocumentLayout &layout, DocumentScroll &scroll, QObject *parent)
    : QObject(parent)
    , m_layout(layout)
    , m_scroll(scroll)
{
    m_dragTimer.setInterval(dragScrollMs);
    connect(&m_dragTimer, &QTimer::timeout, this, [this] { dragTo(m_draggedTo); });
}

void SelectionTool::take(const ViewSelection &selection)
{
    const ViewSelection before = std::exchange(m_selection, selection);
    const bool isNone = before.isEmpty() && selection.isEmpty();
    if (before.range() != selection.range() && !isNone)
        Q_EMIT changed();
}

void SelectionTool::select(TextRange range)
{
    ViewSelection selection;
    selection.select(range);
    take(selection);
}

void SelectionTool::clear()
{
    ViewSelection selection;
    selection.clear(caret());
    m_isCaretShown = false;
    take(selection);
}

void SelectionTool::reset()
{
    m_selection.clear();
    m_motion.forgetColumn();
    m_dragTimer.stop();
    m_isPressed = m_isDragging = m_isExtending = m_isCaretShown = false;
}

void SelectionTool::selectAll()
{
    if (!m_layout.article())
        return;
    select({0, m_layout.article()->text().size()});
    Q_EMIT finished();
}

QPointF SelectionTool::toPage(QPoint point) const
{
    return {qreal(point.x() - m_columnLeft), qreal(point.y()) + m_scroll.value()};
}

void SelectionTool::press(QPoint point, bool isDouble, Qt::KeyboardModifiers modifiers)
{
    if (!m_layout.article())
        return;
    m_isPressed = true;
    m_isDragging = false;
    m_isCaretShown = false;
    m_pressedAt = point;
    m_motion.forgetColumn();
    m_granularity = m_clicks.press(point, isDouble);
    const bool byCharacter = m_granularity == Granularity::Character;
    const qsizetype offset =
        m_layout.offsetAt(toPage(point), byCharacter ? HitMode::Gap : HitMode::Character);
    ViewSelection selection = m_selection;
    if (byCharacter && modifiers.testFlag(Qt::ShiftModifier)) {
        m_isDragging = true;
        selection.moveCaret(offset);
    } else {
        selection.begin(*m_layout.article(), offset, m_granularity);
    }
    take(selection);
}

void SelectionTool::move(QPoint point)
{
    if (!m_isPressed)
        return;
    // A hand that trembles while it clicks selects nothing.
    if (!m_isDragging && (point - m_pressedAt).manhattanLength() < 3)
        return;
    m_isDragging = true;
    dragTo(point);
    const bool isBeyond = point.y() < 0 || point.y() >= m_scroll.viewHeight();
    if (isBeyond && !m_dragTimer.isActive())
        m_dragTimer.start();
    else if (!isBeyond)
        m_dragTimer.stop();
}

void SelectionTool::dragTo(QPoint point)
{
    m_draggedTo = point;
    const int beyond = point.y() < 0 ? point.y() : qMax(0, point.y() - m_scroll.viewHeight() + 1);
    if (beyond != 0)
        m_scroll.stepBy(beyond / dragScrollSlowdown + (beyond > 0 ? 1 : -1));
    const QPoint inside(point.x(), qBound(0, point.y(), m_scroll.viewHeight() - 1));
    const HitMode mode = m_granularity == Granularity::Character ? HitMode::Gap : HitMode::Character;
    ViewSelection selection = m_selection;
    selection.extend(*m_layout.article(), m_layout.offsetAt(toPage(inside), mode));
    take(selection);
}

bool SelectionTool::release()
{
    if (!m_isPressed)
        return false;
    m_isPressed = false;
    m_dragTimer.stop();
    const bool isClick = !m_isDragging && m_selection.isEmpty();
    if (!m_selection.isEmpty())
        Q_EMIT finished();
    return isClick;
}

void SelectionTool::extend(CaretMove move)
{
    if (!m_layout.article())
        return;
    // With no caret in sight a selection begins where the reader is.
    if (m_selection.isEmpty() && !m_isCaretShown && m_pressedAt.isNull())
        m_selection.clear(m_scroll.place().offset);
    m_isExtending = true;
    m_isCaretShown = true;
    const qsizetype caret = m_motion.moved(m_layout, m_selection.caret(), move);
    ViewSelection selection = m_selection;
    selection.moveCaret(caret);
    take(selection);

    const QRectF rect = m_layout.caretRect(caret);
    const qreal margin = rect.height();
    const qreal top = rect.top() - margin - m_scroll.value();
    const qreal bottom = rect.bottom() + margin - m_scroll.value() - m_scroll.viewHeight();
    if (top < 0)
        m_scroll.stepBy(int(top));
    else if (bottom > 0)
        m_scroll.stepBy(int(bottom));
}

void SelectionTool::finishExtending()
{
    if (std::exchange(m_isExtending, false) && !m_selection.isEmpty())
        Q_EMIT finished();
}

} // namespace Lectern
