#include "reading/marktool.h"

#include "page/documentlayout.h"
#include "page/documentscroll.h"
#include "reading/overlay.h"

namespace Lectern {

namespace {

constexpr int pauseMs = 1000;
constexpr int dragScrollMs = 30;
constexpr int dragScrollSlowdown = 3; ///< pixels beyond the edge for one pixel a step

} // namespace

MarkTool::MarkTool(DocumentLayout &layout, DocumentScroll &scroll, Overlay &overlay, QObject *parent)
    : QObject(parent)
    , m_layout(layout)
    , m_scroll(scroll)
    , m_overlay(overlay)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    m_dragTimer.setInterval(dragScrollMs);
    connect(&m_pause, &QTimer::timeout, this, &MarkTool::finish);
    connect(&m_dragTimer, &QTimer::timeout, this, [this] { drag(m_draggedTo, m_step); });
}

void MarkTool::setMarks(std::vector<Mark> marks)
{
    const QString before = selectedId();
    m_before.reset();
    m_dragged.reset();
    m_pause.stop();
    m_dragTimer.stop();
    m_overlay.setMarks(std::move(marks));
    Q_EMIT changed();
    if (selectedId() != before)
        Q_EMIT selectionChanged(selectedId());
}

void MarkTool::reset()
{
    m_before.reset();
    m_dragged.reset();
    m_pause.stop();
    m_dragTimer.stop();
    m_overlay.selectedMark = -1;
    m_overlay.setMarks({});
}

QString MarkTool::selectedId() const
{
    const Mark *mark = selected();
    return mark ? mark->passageId : QString();
}

const Mark *MarkTool::selected() const
{
    return m_overlay.selectedMark < 0 ? nullptr : &m_overlay.marks[size_t(m_overlay.selectedMark)];
}

void MarkTool::select(const QString &passageId)
{
    selectIndex(m_overlay.indexOfMark(passageId));
}

void MarkTool::selectIndex(int index)
{
    if (index == m_overlay.selectedMark)
        return;
    // Who hears of the ends sets the marks anew, in which the wanted one may stand elsewhere.
    const QString wanted = index < 0 ? QString() : m_overlay.marks[size_t(index)].passageId;
    finish();
    m_overlay.selectedMark = m_overlay.indexOfMark(wanted);
    Q_EMIT changed();
    Q_EMIT selectionChanged(selectedId());
}

void MarkTool::click(const std::vector<int> &under)
{
    if (under.empty())
        return selectIndex(-1);
    const auto now = std::find(under.begin(), under.end(), m_overlay.selectedMark);
    const bool isLast = now == under.end() || std::next(now) == under.end();
    selectIndex(isLast ? under.front() : *std::next(now));
}

void MarkTool::step(int by)
{
    const int count = int(m_overlay.marks.size());
    if (count == 0)
        return;
    int next = m_overlay.selectedMark + by;
    if (m_overlay.selectedMark < 0) {
        const qsizetype here = m_scroll.place().offset;
        const auto after = std::find_if(m_overlay.marks.begin(), m_overlay.marks.end(),
                                        [here](const Mark &mark) { return mark.range.start >= here; });
        next = int(after - m_overlay.marks.begin()) - (by < 0 ? 1 : 0);
    }
    selectIndex((next + count) % count);
}

void MarkTool::press(MarkEnd end)
{
    if (!selected())
        return;
    finish();
    m_dragged = end;
    m_before = *selected();
}

void MarkTool::drag(QPoint point, EndStep step)
{
    if (!m_dragged || !selected())
        return;
    m_draggedTo = point;
    m_step = step;
    const int beyond = point.y() < 0 ? point.y() : qMax(0, point.y() - m_scroll.viewHeight() + 1);
    if (beyond != 0) {
        m_scroll.stepBy(beyond / dragScrollSlowdown + (beyond > 0 ? 1 : -1));
        m_dragTimer.start();
    } else {
        m_dragTimer.stop();
    }
    const QPointF onPage(point.x() - m_columnLeft,
                         qBound(0, point.y(), m_scroll.viewHeight() - 1) + m_scroll.value());
    const qsizetype offset = m_layout.offsetAt(onPage, HitMode::Gap);
    show(withEnds(*m_before, withEndAt(*m_layout.article(), m_before->range, *m_dragged, offset, step)));
}

void MarkTool::moveEnd(MarkEnd end, int by)
{
    const Mark *mark = selected();
    if (!mark || m_dragged)
        return;
    if (!m_before)
        m_before = *mark;
    m_pause.start();
    // From the mark as it was kept, so that pieces which a step too far has left behind come back; what is
    // left out between two pieces is passed over at once.
    TextRange ends = mark->range;
    TextRange from;
    Mark moved = *mark;
    do {
        from = ends;
        ends = withEndMoved(*m_layout.article(), ends, end, by);
        moved = withEnds(*m_before, ends);
    } while (moved == *mark && ends != from);
    show(moved);
    m_scroll.finishGlide();
    const TextRange range = selected()->range;
    m_scroll.keepInSight(end == MarkEnd::Start ? range.start : range.end);
}

void MarkTool::show(const Mark &mark)
{
    if (mark == *selected())
        return;
    std::vector<Mark> marks = m_overlay.marks;
    marks[size_t(m_overlay.selectedMark)] = mark;
    m_overlay.setMarks(std::move(marks));
    Q_EMIT changed();
}

void MarkTool::finish()
{
    m_pause.stop();
    m_dragTimer.stop();
    m_dragged.reset();
    const std::optional<Mark> before = std::exchange(m_before, std::nullopt);
    if (before && selected() && *before != *selected())
        Q_EMIT endsMoved(before->passageId, selected()->range);
}

bool MarkTool::cancel()
{
    if (!m_before)
        return false;
    show(*m_before);
    m_before.reset();
    finish();
    return true;
}

} // namespace Lectern
