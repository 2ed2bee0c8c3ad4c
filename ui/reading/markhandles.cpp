#include "reading/markhandles.h"

#include "page/documentlayout.h"
#include "reading/overlay.h"

#include <QPainter>

namespace Lectern {

namespace {

constexpr qreal lineWidth = 2;
constexpr qreal knobRadius = 5;
constexpr qreal lineReach = 4;  ///< pixels beside the line that still take it
constexpr qreal knobReach = 10; ///< from the knob's centre

/// Where an end stands: the outer side of the first or last character, so that an end at a line's break is
/// shown where its words are.
std::optional<QLineF> sideOf(DocumentLayout &layout, TextRange range, MarkEnd end, std::pair<int, int> rows,
                             QPointF origin)
{
    const qsizetype within = end == MarkEnd::Start ? range.start : range.end - 1;
    const int row = layout.rowOf(within);
    if (row < rows.first || row >= rows.second)
        return {};
    const ParagraphLayout &paragraph = layout.paragraph(row);
    const TextRange character = end == MarkEnd::Start
                                    ? TextRange{within, paragraph.nextCaretPosition(within)}
                                    : TextRange{paragraph.previousCaretPosition(range.end), range.end};
    const std::vector<QRectF> boxes = paragraph.boxes(character);
    if (boxes.empty())
        return {};
    const QPointF at = origin + QPointF(0, qreal(layout.textTop(row)));
    const QRectF box = (end == MarkEnd::Start ? boxes.front() : boxes.back()).translated(at);
    const bool isLeft = (end == MarkEnd::Start) != paragraph.isRightToLeft();
    const qreal x = isLeft ? box.left() : box.right();
    return QLineF(x, box.top(), x, box.bottom());
}

} // namespace

bool MarkHandle::isUnder(QPointF point) const
{
    return line.adjusted(-lineReach, 0, lineReach, 0).contains(point) ||
           QLineF(knob, point).length() <= knobReach;
}

std::vector<MarkHandle> markHandles(DocumentLayout &layout, const Overlay &overlay, std::pair<int, int> rows,
                                    QPointF origin)
{
    std::vector<MarkHandle> handles;
    if (overlay.selectedMark < 0)
        return handles;
    TextRange range = overlay.marks[size_t(overlay.selectedMark)].range;
    const QString &text = layout.article()->text();
    while (range.length() > 1 && text[range.end - 1].isSpace())
        --range.end;
    while (range.length() > 1 && text[range.start].isSpace())
        ++range.start;
    for (const MarkEnd end : {MarkEnd::Start, MarkEnd::End}) {
        const std::optional<QLineF> side = sideOf(layout, range, end, rows, origin);
        if (!side)
            continue;
        const QRectF line(side->x1() - lineWidth / 2, side->y1(), lineWidth, side->length());
        const QPointF knob = end == MarkEnd::Start ? side->p1() : side->p2();
        handles.push_back({end, line, knob});
    }
    return handles;
}

void paintMarkHandles(QPainter &painter, const std::vector<MarkHandle> &handles, const QColor &colour,
                      const QColor &rim)
{
    for (const MarkHandle &handle : handles) {
        painter.fillRect(handle.line, colour);
        painter.setPen(QPen(rim, 1.5));
        painter.setBrush(colour);
        painter.drawEllipse(handle.knob, knobRadius, knobRadius);
    }
}

} // namespace Lectern
