#include "reading/pointprobe.h"

#include "reading/documentlayout.h"
#include "reading/notemarkers.h"
#include "reading/overlay.h"

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

int PointProbe::markAt(QPointF point)
{
    for (const NoteMarker &marker : noteMarkers(m_layout, m_overlay, m_rows, m_origin))
        if (marker.rect.contains(point))
            return marker.mark;
    const std::optional<qsizetype> offset = characterAt(point);
    if (!offset)
        return -1;
    const TextRange character{*offset, *offset + 1};
    int found = -1;
    const auto [first, last] = m_overlay.markRanges.near(character);
    for (int i = first; i < last; ++i) {
        const TextRange range = m_overlay.markRanges.at(i);
        if (range.intersects(character) &&
            (found < 0 || range.length() < m_overlay.markRanges.at(found).length()))
            found = i;
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
