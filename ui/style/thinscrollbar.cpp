#include "style/thinscrollbar.h"

#include "style/theme.h"

#include <QMouseEvent>
#include <QPainter>

namespace Lectern {

namespace {

constexpr qreal handleWidth = 7;
constexpr qreal smallestHandle = 32;

} // namespace

ThinScrollBar::ThinScrollBar(const Theme &theme, Qt::Orientation orientation, QWidget *parent)
    : QScrollBar(orientation, parent)
    , m_theme(theme)
{
    setAttribute(Qt::WA_OpaquePaintEvent, false);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize ThinScrollBar::sizeHint() const
{
    return orientation() == Qt::Vertical ? QSize(thickness, 64) : QSize(64, thickness);
}

QRectF ThinScrollBar::handleRect() const
{
    const bool vertical = orientation() == Qt::Vertical;
    const qreal length = vertical ? height() : width();
    const qreal range = maximum() - minimum();
    if (range <= 0)
        return {};
    const qreal handle = qMin(length, qMax(smallestHandle, length * pageStep() / (range + pageStep())));
    const qreal start = (length - handle) * (value() - minimum()) / range;
    const qreal across = ((vertical ? width() : height()) - handleWidth) / 2;
    return vertical ? QRectF(across, start, handleWidth, handle) : QRectF(start, across, handle, handleWidth);
}

int ThinScrollBar::valueAt(qreal handleStart) const
{
    const QRectF handle = handleRect();
    const bool vertical = orientation() == Qt::Vertical;
    const qreal room = vertical ? height() - handle.height() : width() - handle.width();
    if (room <= 0)
        return minimum();
    return minimum() + qRound(qBound(0.0, handleStart / room, 1.0) * (maximum() - minimum()));
}

void ThinScrollBar::paintEvent(QPaintEvent *)
{
    const QRectF handle = handleRect();
    if (handle.isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor colour = m_theme.tokens().ink;
    colour.setAlphaF(underMouse() || m_grab >= 0 ? 0.30F : 0.16F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawRoundedRect(handle.adjusted(0, 2, 0, -2), handleWidth / 2, handleWidth / 2);
}

void ThinScrollBar::enterEvent(QEnterEvent *event)
{
    QScrollBar::enterEvent(event);
    update();
}

void ThinScrollBar::leaveEvent(QEvent *event)
{
    QScrollBar::leaveEvent(event);
    update();
}

void ThinScrollBar::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const QRectF handle = handleRect();
    const bool vertical = orientation() == Qt::Vertical;
    const qreal at = vertical ? event->position().y() : event->position().x();
    const qreal start = vertical ? handle.top() : handle.left();
    const qreal length = vertical ? handle.height() : handle.width();
    const bool inside = at >= start && at < start + length;
    m_grab = inside ? at - start : length / 2;
    setSliderDown(true);
    if (!inside)
        setValue(valueAt(at - m_grab));
    update();
}

void ThinScrollBar::mouseMoveEvent(QMouseEvent *event)
{
    if (m_grab < 0)
        return;
    const qreal at = orientation() == Qt::Vertical ? event->position().y() : event->position().x();
    setValue(valueAt(at - m_grab));
}

void ThinScrollBar::mouseReleaseEvent(QMouseEvent *)
{
    m_grab = -1;
    setSliderDown(false);
    update();
}

} // namespace Lectern
