#include "settings/thinslider.h"

#include "style/theme.h"

#include <QMouseEvent>
#include <QPainter>

namespace Lectern {

namespace {

constexpr qreal groove = 4;
constexpr qreal knob = 16;

} // namespace

ThinSlider::ThinSlider(const Theme &theme, QWidget *parent)
    : QSlider(Qt::Horizontal, parent)
    , m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QPointF ThinSlider::knobCentre() const
{
    const qreal range = qMax(1, maximum() - minimum());
    const qreal room = width() - knob - 4;
    return {2 + knob / 2 + room * (value() - minimum()) / range, height() / 2.0};
}

void ThinSlider::goTo(qreal x)
{
    const qreal room = qMax(1.0, width() - knob - 4);
    const qreal part = qBound(0.0, (x - 2 - knob / 2) / room, 1.0);
    setValue(minimum() + qRound(part * (maximum() - minimum())));
}

void ThinSlider::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF centre = knobCentre();
    const QRectF whole(2, centre.y() - groove / 2, width() - 4, groove);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.line);
    painter.drawRoundedRect(whole, groove / 2, groove / 2);
    painter.setBrush(t.accent);
    painter.drawRoundedRect(QRectF(whole.topLeft(), QPointF(centre.x(), whole.bottom())), groove / 2,
                            groove / 2);
    painter.setBrush(t.card);
    painter.setPen(QPen(t.accent, hasFocus() ? 3 : 1.5));
    painter.drawEllipse(centre, knob / 2 - 1.5, knob / 2 - 1.5);
}

void ThinSlider::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    setSliderDown(true);
    goTo(event->position().x());
}

void ThinSlider::mouseMoveEvent(QMouseEvent *event)
{
    if (isSliderDown())
        goTo(event->position().x());
}

void ThinSlider::mouseReleaseEvent(QMouseEvent *)
{
    setSliderDown(false);
}

/// A wheel that passes over it while scrolling must change nothing.
void ThinSlider::wheelEvent(QWheelEvent *event)
{
    if (hasFocus())
        QSlider::wheelEvent(event);
    else
        event->ignore();
}

} // namespace Lectern
