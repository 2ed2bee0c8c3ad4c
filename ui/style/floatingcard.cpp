#include "style/floatingcard.h"

#include "style/tokens.h"

#include <QPainter>

namespace Lectern {

namespace {

constexpr int radius = 10;
constexpr float shadowStep = 0.01F;

} // namespace

void FloatingCard::paint(QPainter &painter, const QRect &widget, const Tokens &tokens)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF card = QRectF(widget).adjusted(shadow, shadow, -shadow, -shadow);
    QColor shade(Qt::black);
    shade.setAlphaF(shadowStep);
    painter.setPen(Qt::NoPen);
    painter.setBrush(shade);
    // Wider and lower step by step; the sum is a soft shadow.
    for (int step = 1; step <= shadow; ++step)
        painter.drawRoundedRect(card.adjusted(-step, -step + 3, step, qMin(step + 3, shadow)), radius + step,
                                radius + step);
    painter.setPen(QPen(tokens.line, 1));
    painter.setBrush(tokens.card);
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

} // namespace Lectern
