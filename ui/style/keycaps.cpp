#include "style/keycaps.h"

#include "style/fonts.h"
#include "style/theme.h"

#include <QFontMetrics>
#include <QPainter>

namespace Lectern {

namespace {

constexpr int capPadding = 7;
constexpr int capGap = 4;
constexpr int orGap = 6;

QFont capFont()
{
    return Fonts::ui(11, QFont::DemiBold);
}

} // namespace

KeyCaps::KeyCaps(const Theme &theme, const QStringList &shortcuts, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_row(shortcuts)
{
    setAccessibleName(shortcuts.join(QLatin1Char(' ') + tr("or") + QLatin1Char(' ')));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void KeyCaps::setShortcuts(const QStringList &shortcuts)
{
    m_row = Row(shortcuts);
    setAccessibleName(shortcuts.join(QLatin1Char(' ') + tr("or") + QLatin1Char(' ')));
    updateGeometry();
    update();
}

KeyCaps::Row::Row(const QStringList &shortcuts)
{
    const QFontMetrics metrics(capFont());
    for (const QString &shortcut : shortcuts) {
        if (m_width > 0) {
            const int room = metrics.horizontalAdvance(tr("or"));
            m_pieces.push_back({QRect(m_width + orGap - capGap, 0, room, capHeight), tr("or"), false});
            m_width += room + 2 * orGap - capGap;
        }
        for (const QString &key : keysOf(shortcut)) {
            const int room = qMax(capHeight, metrics.horizontalAdvance(key) + 2 * capPadding);
            m_pieces.push_back({QRect(m_width, 0, room, capHeight), key, true});
            m_width += room + capGap;
        }
    }
    m_width = qMax(0, m_width - capGap);
}

QStringList KeyCaps::keysOf(const QString &shortcut)
{
    QStringList keys;
    QString rest = shortcut;
    while (!rest.isEmpty()) {
        // A plus at the start of what is left is the key, any other parts two keys.
        const qsizetype plus = rest.indexOf(QLatin1Char('+'), 1);
        keys += plus < 0 ? rest : rest.left(plus);
        rest = plus < 0 ? QString() : rest.mid(plus + 1);
    }
    return keys;
}

void KeyCaps::Row::paint(QPainter &painter, QPoint at, const Tokens &tokens) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(capFont());
    painter.translate(at);
    for (const Piece &piece : m_pieces) {
        if (piece.isCap) {
            painter.setPen(QPen(tokens.line, 1));
            painter.setBrush(tokens.card);
            painter.drawRoundedRect(QRectF(piece.rect).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
        }
        painter.setPen(piece.isCap ? tokens.ink2 : tokens.ink3);
        painter.drawText(piece.rect, Qt::AlignCenter, piece.text);
    }
    painter.restore();
}

void KeyCaps::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    m_row.paint(painter, {}, m_theme.tokens());
}

} // namespace Lectern
