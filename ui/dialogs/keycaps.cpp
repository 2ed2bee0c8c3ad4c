#include "dialogs/keycaps.h"

#include "style/fonts.h"
#include "style/theme.h"

#include <QFontMetrics>
#include <QPainter>

namespace Lectern {

namespace {

constexpr int capHeight = 22;
constexpr int capPadding = 7;
constexpr int capGap = 4;
constexpr int orGap = 6;

} // namespace

KeyCaps::KeyCaps(const Theme &theme, const QStringList &shortcuts, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setFont(Fonts::ui(11, QFont::DemiBold));
    setAccessibleName(shortcuts.join(QLatin1Char(' ') + tr("or") + QLatin1Char(' ')));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    const QFontMetrics metrics = fontMetrics();
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
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
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

void KeyCaps::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Piece &piece : m_pieces) {
        if (piece.isCap) {
            painter.setPen(QPen(t.line, 1));
            painter.setBrush(t.card);
            painter.drawRoundedRect(QRectF(piece.rect).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
        }
        painter.setPen(piece.isCap ? t.ink2 : t.ink3);
        painter.drawText(piece.rect, Qt::AlignCenter, piece.text);
    }
}

} // namespace Lectern
