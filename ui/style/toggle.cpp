#include "style/toggle.h"

#include "style/fonts.h"
#include "style/theme.h"

#include <QPainter>

namespace Lectern {

namespace {

constexpr QSizeF track(34, 20);
constexpr qreal knob = 14;

} // namespace

Toggle::Toggle(const Theme &theme, const QString &text, QWidget *parent)
    : QCheckBox(text, parent)
    , m_theme(theme)
{
    setFont(Fonts::ui(13));
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize Toggle::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + 16 + int(track.width()), 28};
}

bool Toggle::hitButton(const QPoint &position) const
{
    return rect().contains(position);
}

void Toggle::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font());
    painter.setPen(t.ink2);
    painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeft, text());

    const QRectF ground(QPointF(width() - track.width() - 1, (height() - track.height()) / 2), track);
    painter.setPen(QPen(isChecked() ? t.accent : t.ink3, 1.5));
    painter.setBrush(isChecked() ? t.accent : t.card);
    painter.drawRoundedRect(ground.adjusted(0.75, 0.75, -0.75, -0.75), track.height() / 2,
                            track.height() / 2);
    const qreal inset = (track.height() - knob) / 2;
    const qreal x = isChecked() ? ground.right() - inset - knob : ground.left() + inset;
    painter.setPen(Qt::NoPen);
    painter.setBrush(isChecked() ? t.onAccent : t.ink3);
    painter.drawEllipse(QRectF(x, ground.top() + inset, knob, knob).adjusted(1, 1, -1, -1));
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(t.accent, 1.5));
        painter.drawRoundedRect(ground.adjusted(-2.5, -2.5, 0.25, 2.5), 12, 12);
    }
}

} // namespace Lectern
