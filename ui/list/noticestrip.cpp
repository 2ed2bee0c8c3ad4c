#include "list/noticestrip.h"

#include "style/fonts.h"
#include "style/icons.h"
#include "style/textbutton.h"
#include "style/theme.h"

#include <QPainter>

namespace Lectern {

namespace {

constexpr int leftMargin = 20;
constexpr int rightMargin = 10;
constexpr int iconSize = 14;
constexpr int iconGap = 8;

} // namespace

NoticeStrip::NoticeStrip(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_action(new TextButton(theme, ButtonKind::Quiet, {}, this))
{
    setFixedHeight(height);
    setVisible(false);
    m_action->setMetrics(26, 7);
    m_action->setFont(Fonts::ui(12, QFont::DemiBold));
    connect(m_action, &QAbstractButton::clicked, this, &NoticeStrip::activated);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void NoticeStrip::setNotice(const QString &text, const QString &actionLabel)
{
    m_text = text;
    m_action->setText(actionLabel);
    m_action->setVisible(!actionLabel.isEmpty());
    setAccessibleName(text);
    setToolTip(text);
    setVisible(!text.isEmpty());
    placeButton();
    update();
}

void NoticeStrip::resizeEvent(QResizeEvent *)
{
    placeButton();
}

void NoticeStrip::placeButton()
{
    const QSize size = m_action->sizeHint();
    m_action->setGeometry(width() - size.width() - rightMargin, (height - size.height()) / 2 + 1,
                          size.width(), size.height());
}

void NoticeStrip::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.list);
    painter.fillRect(QRect(0, 0, width(), 1), t.line);
    const QRectF sign(leftMargin, 1, iconSize, height);
    Icons::paint(painter, sign, QStringLiteral("info"), iconSize, t.ink3);

    const int end = m_action->isHidden() ? width() - leftMargin : m_action->x() - iconGap;
    const int start = leftMargin + iconSize + iconGap;
    painter.setFont(Fonts::ui(12));
    painter.setPen(t.ink2);
    painter.drawText(QRect(start, 1, end - start, height), Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(m_text, Qt::ElideRight, end - start));
}

} // namespace Lectern
