#include "style/wordingpaint.h"

#include "style/tokens.h"

#include <QPainter>
#include <QTextLayout>

#include <cmath>

namespace Lectern::WordingPaint {

namespace {

constexpr qreal lineWidth = 1.5;

/// Where parts lie on the lines of a layout: calls `paint` for each piece, with the line's ascent.
template <typename Paint>
void eachBox(const QTextLayout &layout, QPointF origin, int lines, const std::vector<WordingPart> &parts,
             const Paint &paint)
{
    for (int i = 0; i < qMin(lines, layout.lineCount()); ++i) {
        const QTextLine line = layout.lineAt(i);
        const TextRange of{line.textStart(), line.textStart() + line.textLength()};
        for (const WordingPart &part : parts) {
            TextRange range = part.range.intersected(of);
            while (range.end > range.start && layout.text().at(range.end - 1).isSpace() &&
                   range.end == of.end)
                --range.end; // the space at which the line breaks is not seen
            if (range.isEmpty())
                continue;
            const qreal from = line.cursorToX(int(range.start));
            const qreal to = line.cursorToX(int(range.end));
            paint(part.mark,
                  QRectF(origin.x() + qMin(from, to), origin.y() + line.y(), std::abs(to - from),
                         line.height()),
                  origin.y() + line.y() + line.ascent());
        }
    }
}

} // namespace

void paintGrounds(QPainter &painter, const QTextLayout &layout, QPointF origin, int lines,
                  const std::vector<WordingPart> &parts, const Tokens &tokens)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.difference);
    eachBox(layout, origin, lines, parts, [&](WordingMark mark, const QRectF &box, qreal) {
        if (mark != WordingMark::Typographic)
            painter.drawRoundedRect(box.adjusted(-1.5, 0, 1.5, 0), 4, 4);
    });
}

void paintLines(QPainter &painter, const QTextLayout &layout, QPointF origin, int lines,
                const std::vector<WordingPart> &parts, const Tokens &tokens)
{
    const qreal exHeight = QFontMetricsF(layout.font()).xHeight();
    eachBox(layout, origin, lines, parts, [&](WordingMark mark, const QRectF &box, qreal baseline) {
        const bool isDropped = mark == WordingMark::Dropped;
        const qreal y = isDropped ? baseline - exHeight / 2 : baseline + 3;
        painter.setPen(mark == WordingMark::Typographic
                           ? QPen(tokens.ink2, lineWidth, Qt::DotLine)
                           : QPen(isDropped ? tokens.danger : tokens.ink, lineWidth));
        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y));
    });
}

} // namespace Lectern::WordingPaint
