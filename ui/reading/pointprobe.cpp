#include "reading/pointprobe.h"

#include "page/documentlayout.h"
#include "reading/markhandles.h"
#include "reading/notemarkers.h"
#include "reading/overlay.h"

#include <algorithm>

namespace Lectern {

PointProbe::PointProbe(DocumentLayout &layout, const Overlay &overlay, std::pair<int, int> rows,
                       QPointF origin)
    : m_layout(layout)
    , m_overlay(overlay)
    , m_rows(rows)
    , m_origin(origin)
{}

std::optional<qsizetype> PointProbe::characterAt(QPointF point)
{
    if (m_rows.first >= m_rows.second)
        return {};
    const qsizetype offset = m_layout.offsetAt(point - m_origin, HitMode::Character);
    const ParagraphLayout &paragraph = m_layout.paragraph(m_layout.rowOf(offset));
    const TextRange character{offset, std::max(offset + 1, paragraph.nextCaretPosition(offset))};
    for (const QRectF &box : boxes(character))
        if (box.contains(point))
            return offset;
    return {};
}

std::vector<int> PointProbe::marksAt(QPointF point)
{
    if (const int sign = noteSignAt(point); sign >= 0)
        return {sign};
    const std::optional<qsizetype> offset = characterAt(point);
    if (!offset)
        return {};
    std::vector<int> found;
    const auto [first, last] = m_overlay.markRanges.near({*offset, *offset + 1});
    for (int i = first; i < last; ++i) {
        const std::vector<TextRange> parts = m_overlay.marks[size_t(i)].parts();
        if (std::any_of(parts.begin(), parts.end(), [&](TextRange part) { return part.contains(*offset); }))
            found.push_back(i);
    }
    std::stable_sort(found.begin(), found.end(), [this](int a, int b) {
        return m_overlay.markRanges.at(a).length() < m_overlay.markRanges.at(b).length();
    });
    return found;
}

int PointProbe::markAt(QPointF point)
{
    const std::vector<int> found = marksAt(point);
    return found.empty() ? -1 : found.front();
}

int PointProbe::noteSignAt(QPointF point)
{
    for (const NoteMarker &marker : noteMarkers(m_layout, m_overlay, m_rows, m_origin))
        if (marker.rect.contains(point))
            return marker.mark;
    return -1;
}

std::optional<MarkEnd> PointProbe::handleAt(QPointF point)
{
    std::optional<MarkEnd> found;
    qreal best = 0;
    for (const MarkHandle &handle : markHandles(m_layout, m_overlay, m_rows, m_origin)) {
        // Of two that stand close together the nearer is meant.
        const qreal distance = QLineF(handle.knob, point).length();
        if (handle.isUnder(point) && (!found || distance < best)) {
            found = handle.end;
            best = distance;
        }
    }
    return found;
}

const Span *PointProbe::linkAt(QPointF point)
{
    const std::optional<qsizetype> offset = characterAt(point);
    if (!offset)
        return nullptr;
    const std::vector<Span> &spans = m_layout.article()->spans();
    const qsizetype blockStart = m_layout.block(m_layout.rowOf(*offset)).range.start;
    auto span = std::lower_bound(spans.begin(), spans.end(), blockStart,
                                 [](const Span &s, qsizetype start) { return s.range.start < start; });
    for (; span != spans.end() && span->range.start <= *offset; ++span)
        if (span->kind == SpanKind::Link && span->range.contains(*offset))
            return &*span;
    return nullptr;
}

std::vector<QRectF> PointProbe::boxes(TextRange range)
{
    std::vector<QRectF> result;
    for (int row = m_rows.first; row < m_rows.second; ++row) {
        const QPointF at = m_origin + QPointF(0, qreal(m_layout.textTop(row)));
        for (const QRectF &box : m_layout.paragraph(row).boxes(range))
            result.push_back(box.translated(at));
    }
    return result;
}

} // namespace Lectern
