#include "style/iconbutton.h"

#include "style/icons.h"
#include "style/theme.h"

#include <QAction>
#include <QEnterEvent>
#include <QPainter>

namespace Lectern {

IconButton::IconButton(const Theme &theme, const QString &icon, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_icon(icon)
{
    setFocusPolicy(Qt::TabFocus);
    setFixedSize(sizeHint());
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void IconButton::setIconName(const QString &icon)
{
    m_icon = icon;
    update();
}

void IconButton::setMetrics(int side, int radius, int iconSize)
{
    m_side = side;
    m_radius = radius;
    m_iconSize = iconSize;
    setFixedSize(sizeHint());
}

void IconButton::setAction(QAction *action)
{
    connect(this, &QAbstractButton::clicked, action, [action] { action->trigger(); });
    connect(action, &QAction::changed, this, [this, action] { readAction(action); });
    readAction(action);
}

void IconButton::readAction(const QAction *action)
{
    const QString text = QString(action->text()).remove(QLatin1Char('&'));
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    setAccessibleName(text);
    setToolTip(keys.isEmpty() ? text : QStringLiteral("%1  (%2)").arg(text, keys));
    setEnabled(action->isEnabled());
    setCheckable(action->isCheckable());
    setChecked(action->isChecked());
}

QSize IconButton::sizeHint() const
{
    return {m_side, m_side};
}

void IconButton::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    if (isChecked() || isDown()) {
        painter.setBrush(t.tint);
        painter.drawRoundedRect(rect(), m_radius, m_radius);
    } else if (underMouse() && isEnabled()) {
        painter.setBrush(t.hover);
        painter.drawRoundedRect(rect(), m_radius, m_radius);
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(t.accent, 1.5));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75), m_radius, m_radius);
    }
    QColor ink = isChecked() ? t.tintInk : t.ink2;
    if (!isEnabled())
        ink.setAlphaF(0.4F);
    Icons::paint(painter, rect(), m_icon, m_iconSize, ink);
}

void IconButton::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void IconButton::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace Lectern
