#include "story/accountrow.h"

#include "style/fonts.h"
#include "style/theme.h"

#include <QFileInfo>
#include <QLocale>
#include <QPainter>

namespace Lectern {

namespace {

constexpr int margin = 10;
constexpr qreal radius = 8;

} // namespace

AccountRow::AccountRow(const Theme &theme, const StoryDetails::Account &account, bool isRead, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_outlet(account.article->outlet())
    , m_title(account.article->title())
    , m_day(account.article->published().toDisplay(QLocale()))
    , m_isRead(isRead)
{
    if (m_outlet.isEmpty())
        m_outlet = QFileInfo(account.article->source().path).fileName();
    if (!account.copyOf.isEmpty())
        m_note = (account.contained >= 0.9 ? tr("copy of %1, %2 %") : tr("%2 % also in %1"))
                     .arg(account.copyOf, QLocale().toString(qRound(100 * account.contained)));
    else if (account.onlyHere > 0)
        m_note = account.onlyHere == 1
                     ? tr("1 sentence only here")
                     : tr("%1 sentences only here").arg(QLocale().toString(account.onlyHere));
    else if (account.onlyHere == 0)
        m_note = tr("nothing that no other account has");
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setFixedHeight(height);
    setToolTip(m_title);
    QStringList words{m_outlet, m_title};
    for (const QString &part : {m_day, m_note})
        if (!part.isEmpty())
            words += part;
    setAccessibleName(words.join(QStringLiteral(", ")));
}

void AccountRow::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF ground = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.setPen(hasFocus() ? QPen(t.accent, 1.5) : QPen(Qt::NoPen));
    painter.setBrush(m_isRead ? t.tint : underMouse() ? t.hover : QColor(Qt::transparent));
    painter.drawRoundedRect(ground, radius, radius);

    const auto line = [&](const QString &text, const QFont &font, const QColor &ink, int top, int right,
                          Qt::Alignment alignment = Qt::AlignLeft) {
        const QRect place(margin, top, right - margin, 18);
        painter.setFont(font);
        painter.setPen(ink);
        painter.drawText(place, alignment | Qt::AlignVCenter,
                         QFontMetrics(font).elidedText(text, Qt::ElideRight, place.width()));
    };
    const int right = width() - margin;
    const int dayWidth = QFontMetrics(Fonts::ui(12)).horizontalAdvance(m_day);
    line(m_day, Fonts::ui(12), t.ink3, 5, right, Qt::AlignRight);
    line(m_outlet, Fonts::ui(13, QFont::DemiBold), m_isRead ? t.tintInk : t.accent, 5, right - dayWidth - 12);
    line(m_title, Fonts::ui(13, QFont::Medium), t.ink, 22, right);
    line(m_note, Fonts::ui(12), t.ink2, 39, right);
}

void AccountRow::enterEvent(QEnterEvent *)
{
    update();
}

void AccountRow::leaveEvent(QEvent *)
{
    update();
}

} // namespace Lectern
