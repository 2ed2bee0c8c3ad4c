#include "topbar.h"

#include "mainactions.h"
#include "search/searchbar.h"
#include "style/iconbutton.h"
#include "style/theme.h"

#include <QPainter>

namespace Lectern {

namespace {

constexpr int barHeight = 56;
constexpr int side = 36;
constexpr int pitch = 42;
constexpr int margin = 13;
constexpr int searchWidth =
    728; ///< field of 600 and its chevrons, mirrored at the left so that the field is centred

} // namespace

TopBar::TopBar(const Theme &theme, const MainActions &actions, SearchBar &search, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_search(search)
    , m_list(new IconButton(theme, QStringLiteral("panel-left"), this))
    , m_settings(new IconButton(theme, QStringLiteral("text-size"), this))
    , m_tray(new IconButton(theme, QStringLiteral("panel-right"), this))
{
    setFixedHeight(barHeight);
    m_list->setAction(actions.showList);
    m_settings->setAction(actions.readingSettings);
    m_tray->setAction(actions.showTray);
    search.setParent(this);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QWidget *TopBar::settingsButton() const
{
    return m_settings;
}

void TopBar::resizeEvent(QResizeEvent *)
{
    const int top = (barHeight - 1 - side) / 2;
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const auto place = [&](QWidget *widget, int x, int y, int w, int h) {
        widget->setGeometry(mirrored ? width() - x - w : x, y, w, h);
    };
    place(m_list, margin, top, side, side);
    place(m_tray, width() - margin - side, top, side, side);
    place(m_settings, width() - margin - side - pitch, top, side, side);
    // Centred in the window, as long as the buttons leave room for that.
    const int left = margin + side + 16;
    const int right = width() - margin - side - pitch - 16;
    const int wide = qMin(searchWidth, right - left);
    const int x = qBound(left, (window()->width() - wide) / 2 - this->x(), right - wide);
    place(&m_search, x, 0, wide, barHeight - 1);
}

void TopBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.tokens().chrome);
    painter.fillRect(0, height() - 1, width(), 1, m_theme.tokens().line);
}

} // namespace Lectern
