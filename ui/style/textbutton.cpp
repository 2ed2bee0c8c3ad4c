#include "style/textbutton.h"

#include "style/fonts.h"
#include "style/icons.h"
#include "style/theme.h"

#include <QPainter>

namespace Lectern {

namespace {

constexpr int glyphSize = 16;
constexpr int glyphGap = 10;

QColor mixed(const QColor &colour, const QColor &other, float share)
{
    return QColor::fromRgbF(colour.redF() + (other.redF() - colour.redF()) * share,
                            colour.greenF() + (other.greenF() - colour.greenF()) * share,
                            colour.blueF() + (other.blueF() - colour.blueF()) * share);
}

} // namespace

TextButton::TextButton(const Theme &theme, ButtonKind kind, const QString &text, QWidget *parent)
    : QPushButton(text, parent)
    , m_theme(theme)
    , m_kind(kind)
{
    setFont(Fonts::ui(kind == ButtonKind::Quiet ? 13 : 14, QFont::DemiBold));
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    if (kind == ButtonKind::Quiet)
        m_height = 28;
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void TextButton::setIconName(const QString &icon)
{
    m_iconName = icon;
    updateGeometry();
    update();
}

void TextButton::setMetrics(int height, int radius)
{
    m_height = height;
    m_radius = radius;
    updateGeometry();
    update();
}

QSize TextButton::sizeHint() const
{
    const int padding = m_kind == ButtonKind::Quiet ? 8 : 16;
    const int icon = m_iconName.isEmpty() ? 0 : glyphSize + glyphGap;
    const QString shown = QString(text()).remove(QLatin1Char('&'));
    return {fontMetrics().horizontalAdvance(shown) + icon + 2 * padding, m_height};
}

QColor TextButton::ground() const
{
    const Tokens &t = m_theme.tokens();
    if (m_kind == ButtonKind::Quiet)
        return isDown() ? t.tint : underMouse() && isEnabled() ? t.hover : QColor(Qt::transparent);
    if (!isEnabled())
        return m_kind == ButtonKind::Primary ? t.badge : t.list;
    if (m_kind == ButtonKind::Plain)
        return isDown() ? t.tint : underMouse() ? t.hover : t.card;
    const QColor away = t.isDark ? QColor(Qt::white) : QColor(Qt::black);
    return isDown() ? mixed(t.accent, away, 0.16F) : underMouse() ? mixed(t.accent, away, 0.08F) : t.accent;
}

QColor TextButton::ink() const
{
    const Tokens &t = m_theme.tokens();
    if (!isEnabled())
        return t.ink3;
    if (m_kind == ButtonKind::Primary)
        return t.onAccent;
    return m_kind == ButtonKind::Quiet ? t.accent : t.ink;
}

void TextButton::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool outlined = m_kind == ButtonKind::Plain;
    const QRectF frame = outlined ? QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5) : QRectF(rect());
    painter.setPen(outlined ? QPen(t.line, 1) : QPen(Qt::NoPen));
    painter.setBrush(ground());
    painter.drawRoundedRect(frame, m_radius, m_radius);
    if (hasFocus()) {
        // On the accent ground the ring lies inside, in the words' colour; elsewhere it is the accent at the
        // edge.
        const bool primary = m_kind == ButtonKind::Primary;
        const qreal in = primary ? 3 : 0.75;
        painter.setPen(QPen(primary ? t.onAccent : t.accent, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(in, in, -in, -in), m_radius - in, m_radius - in);
    }
    const int icon = m_iconName.isEmpty() ? 0 : glyphSize + glyphGap;
    const int words = painter.fontMetrics().horizontalAdvance(QString(text()).remove(QLatin1Char('&')));
    QRect content(0, 0, icon + words, height());
    content.moveCenter(rect().center());
    QRect iconPlace(content.left(), 0, glyphSize, height());
    QRect wordsPlace(content.left() + icon, 0, words + 1, height());
    if (isRightToLeft()) {
        iconPlace.moveRight(content.right());
        wordsPlace.moveLeft(content.left());
    }
    if (icon > 0)
        Icons::paint(painter, iconPlace, m_iconName, glyphSize, ink());
    painter.setPen(ink());
    painter.drawText(wordsPlace, Qt::AlignCenter | Qt::TextHideMnemonic, text());
}

} // namespace Lectern
