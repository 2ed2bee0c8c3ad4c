#include "reading/notemarkers.h"

#include "page/documentlayout.h"
#include "reading/overlay.h"
#include "style/icons.h"
#include "style/tokens.h"

#include <QPainter>

namespace Lectern {

namespace {

constexpr qreal side = 26;
constexpr qreal besideColumn = 22; ///< from the column's right edge to the middle of the sign
constexpr int iconSize = 14;

} // namespace

std::vector<NoteMarker> noteMarkers(DocumentLayout &layout, const Overlay &overlay, std::pair<int, int> rows,
                                    QPointF origin)
{
    std::vector<NoteMarker> markers;
    if (rows.first >= rows.second)
        return markers;
    const TextRange visible{layout.piece(rows.first).range.start, layout.piece(rows.second - 1).range.end};
    const auto [first, last] = overlay.markRanges.near(visible);
    for (int i = first; i < last; ++i) {
        const Mark &mark = overlay.marks[size_t(i)];
        if (!mark.hasNote() || !visible.contains(mark.range.start))
            continue;
        const QRectF line = layout.caretRect(mark.range.start);
        qreal top = origin.y() + line.center().y() - side / 2;
        // Two notes in one line stand below each other.
        if (!markers.empty())
            top = qMax(top, markers.back().rect.bottom() + 2);
        markers.push_back(
            {{origin.x() + layout.columnWidth() + besideColumn - side / 2, top, side, side}, i});
    }
    return markers;
}

void paintNoteMarkers(QPainter &painter, const std::vector<NoteMarker> &markers, const Tokens &tokens)
{
    for (const NoteMarker &marker : markers) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.noteMarker);
        painter.drawEllipse(marker.rect);
        Icons::paint(painter, marker.rect, QStringLiteral("note"), iconSize, tokens.noteMarkerInk);
    }
}

} // namespace Lectern
