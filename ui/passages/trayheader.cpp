#include "passages/trayheader.h"

#include "style/fonts.h"
#include "style/iconbutton.h"
#include "style/theme.h"

#include <QLocale>
#include <QPainter>

namespace Lectern {

namespace {

constexpr int left = 20;
constexpr int middle = 26; ///< of the heading, from the top
constexpr int buttonSide = 28;

} // namespace

TrayHeader::TrayHeader(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_more(new IconButton(theme, QStringLiteral("more"), this))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_more->setMetrics(buttonSide, 8, 18);
    m_more->setAccessibleName(tr("More for passages"));
    m_more->setToolTip(tr("More"));
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    connect(m_more, &IconButton::clicked, this,
            [this] { Q_EMIT menuRequested(m_more->mapToGlobal(QPoint(0, buttonSide + 4))); });
    setCount(0);
}

void TrayHeader::setCount(int count)
{
    m_count = count;
    setAccessibleName(tr("Passages: %1").arg(count));
    update();
}

void TrayHeader::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), t.list);
    const QString heading = tr("Passages");
    painter.setFont(Fonts::ui(17, QFont::DemiBold));
    painter.setPen(t.ink);
    const int headingWidth = painter.fontMetrics().horizontalAdvance(heading);
    painter.drawText(QRect(left, middle - 12, headingWidth + 2, 24), Qt::AlignVCenter, heading);
    if (m_count == 0)
        return;
    const QString count = QLocale().toString(m_count);
    painter.setFont(Fonts::ui(11, QFont::DemiBold));
    const int badgeWidth = qMax(24, painter.fontMetrics().horizontalAdvance(count) + 14);
    const QRect badge(left + headingWidth + 8, middle - 9, badgeWidth, 18);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.badge);
    painter.drawRoundedRect(badge, 9, 9);
    painter.setPen(t.ink2);
    painter.drawText(badge, Qt::AlignCenter, count);
}

void TrayHeader::resizeEvent(QResizeEvent *)
{
    m_more->move(width() - 16 - buttonSide, middle - buttonSide / 2);
}

} // namespace Lectern
