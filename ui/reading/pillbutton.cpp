#include "reading/pillbutton.h"

#include "style/fonts.h"
#include "style/icons.h"
#include "style/theme.h"

#include <QEnterEvent>
#include <QPainter>

namespace Lectern {

namespace {

constexpr int buttonHeight = 30;
constexpr int dotPitch = 28;
constexpr int closeDotPitch = 22;
constexpr int iconPitch = 32;
constexpr int closeIconPitch = 26;
constexpr qreal dotSide = 16;
constexpr int glyphSize = 18;
constexpr int wordIconSize = 14;
constexpr int wordPadding = 12;
constexpr int wordGap = 7;

/// Dots stand on a ground that is dark in light themes and light in dark ones, so they take the edge colour
/// of the other kind.
QColor dotColour(MarkColour colour, bool isDark)
{
    static const Tokens onDark = Tokens::dark();
    static const Tokens onLight = Tokens::light();
    return (isDark ? onLight : onDark).markEdgeOf(colour);
}

} // namespace

PillButton::PillButton(const Theme &theme, MarkColour colour, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_colour(colour)
{
    setFocusPolicy(Qt::TabFocus);
    setFixedSize(sizeHint());
}

PillButton::PillButton(const Theme &theme, const QString &icon, const QString &words, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_icon(icon)
{
    setText(words);
    setFont(Fonts::ui(13, QFont::DemiBold));
    setFocusPolicy(Qt::TabFocus);
    setFixedSize(sizeHint());
}

void PillButton::setCompact(bool isCompact)
{
    m_isCompact = isCompact;
    setFixedSize(sizeHint());
}

QSize PillButton::sizeHint() const
{
    if (m_colour)
        return {m_isCompact ? closeDotPitch : dotPitch, buttonHeight};
    if (text().isEmpty())
        return {m_isCompact ? closeIconPitch : iconPitch, buttonHeight};
    if (m_isCompact)
        return {2 * wordPadding + wordIconSize, buttonHeight};
    const int words = QFontMetrics(font()).horizontalAdvance(text());
    return {wordPadding + wordIconSize + wordGap + words + wordPadding, buttonHeight};
}

void PillButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_colour)
        paintDot(painter);
    else if (text().isEmpty())
        paintIcon(painter);
    else
        paintWords(painter);
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.tokens().pillInk, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75), 8, 8);
    }
}

void PillButton::paintDot(QPainter &painter) const
{
    const qreal side = underMouse() ? dotSide + 3 : dotSide;
    const QPointF centre = QRectF(rect()).center();
    painter.setPen(Qt::NoPen);
    painter.setBrush(dotColour(*m_colour, m_theme.tokens().isDark));
    painter.drawEllipse(centre, side / 2, side / 2);
}

void PillButton::paintIcon(QPainter &painter) const
{
    const Tokens &t = m_theme.tokens();
    if (underMouse() || isDown()) {
        QColor ground = t.pillInk;
        ground.setAlphaF(isDown() ? 0.22F : 0.12F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ground);
        painter.drawRoundedRect(rect(), 8, 8);
    }
    Icons::paint(painter, rect(), m_icon, glyphSize, t.pillInk);
}

void PillButton::paintWords(QPainter &painter) const
{
    const Tokens &t = m_theme.tokens();
    painter.setPen(Qt::NoPen);
    painter.setBrush(underMouse() ? t.pillButton.lighter(108) : t.pillButton);
    painter.drawRoundedRect(rect(), 8, 8);
    const QRectF icon(wordPadding, 0, wordIconSize, rect().height());
    Icons::paint(painter, icon, m_icon, wordIconSize, t.pillButtonInk);
    if (m_isCompact)
        return;
    painter.setPen(t.pillButtonInk);
    painter.setFont(font());
    painter.drawText(rect().adjusted(wordPadding + wordIconSize + wordGap, 0, 0, 0),
                     Qt::AlignVCenter | Qt::AlignLeft, text());
}

void PillButton::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void PillButton::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace Lectern
