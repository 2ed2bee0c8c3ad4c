#include "reading/hitmap.h"

#include "style/theme.h"

#include <QMouseEvent>
#include <QPainter>

#include <cmath>

namespace Lectern {

namespace {

constexpr int tickWidth = 9;
constexpr int tickHeight = 2;
constexpr int currentTickHeight = 3;
constexpr qreal reach = 4; ///< pixels around a tick that a click still means it

} // namespace

HitMap::HitMap(const Theme &theme, QWidget *parent)
    : ThinScrollBar(theme, Qt::Vertical, parent)
{}

void HitMap::setTicks(std::vector<Tick> ticks)
{
    m_ticks = std::move(ticks);
    std::sort(m_ticks.begin(), m_ticks.end(), [](const Tick &a, const Tick &b) {
        return std::pair(a.place, a.kind) < std::pair(b.place, b.kind);
    });
    update();
}

int HitMap::tickTop(const Tick &tick) const
{
    const int tall = tick.kind == TickKind::CurrentHit ? currentTickHeight : tickHeight;
    return qRound(tick.place * (height() - tall));
}

void HitMap::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().tokens().paper);
    painter.end();
    ThinScrollBar::paintEvent(event);

    QPainter over(this);
    const int left = (width() - tickWidth) / 2;
    // One tick a pixel row: the strongest kind wins.
    const auto paintKind = [&](TickKind kind, int tall) {
        int last = -1;
        for (const Tick &tick : m_ticks) {
            if (tick.kind != kind || tickTop(tick) == last)
                continue;
            last = tickTop(tick);
            over.fillRect(left, last, tickWidth, tall, tick.colour);
        }
    };
    paintKind(TickKind::Mark, tickHeight);
    paintKind(TickKind::Hit, tickHeight);
    paintKind(TickKind::CurrentHit, currentTickHeight);
}

const Tick *HitMap::tickNear(qreal y) const
{
    const Tick *nearest = nullptr;
    qreal best = reach;
    for (const Tick &tick : m_ticks) {
        const qreal distance = std::abs(tickTop(tick) + tickHeight / 2.0 - y);
        if (distance < best || (nearest && distance <= best && tick.kind > nearest->kind)) {
            best = distance;
            nearest = &tick;
        }
    }
    return nearest;
}

void HitMap::mousePressEvent(QMouseEvent *event)
{
    const qreal y = event->position().y();
    const QRectF handle = handleRect();
    const bool onHandle = y >= handle.top() && y < handle.bottom();
    const Tick *tick = event->button() == Qt::LeftButton && !onHandle ? tickNear(y) : nullptr;
    if (tick) {
        Q_EMIT tickActivated(tick->kind, tick->index);
        return;
    }
    m_pressed = event->button() == Qt::LeftButton ? y : -1;
    ThinScrollBar::mousePressEvent(event);
}

void HitMap::mouseReleaseEvent(QMouseEvent *event)
{
    ThinScrollBar::mouseReleaseEvent(event);
    const qreal y = event->position().y();
    // A click on a tick that lies under the handle means the tick; a drag means the handle.
    const Tick *tick = m_pressed >= 0 && std::abs(y - m_pressed) < 2 ? tickNear(y) : nullptr;
    m_pressed = -1;
    if (tick)
        Q_EMIT tickActivated(tick->kind, tick->index);
}

} // namespace Lectern
