#include "reading/selectionpill.h"

#include "reading/pillbutton.h"
#include "style/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>

namespace Lectern {

namespace {

constexpr int shadow = 10; ///< room around the bar, one step of the shadow a pixel
constexpr int barHeight = 42;
constexpr int radius = 12;
constexpr int padding = 11; ///< between the bar's ends and its first and last button
constexpr int dividerGap = 9;
constexpr int distance = 10; ///< between bar and selection
constexpr float shadowStep = 0.015F;

} // namespace

SelectionPill::SelectionPill(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setAccessibleName(tr("Selection"));
    setCursor(Qt::ArrowCursor);
    for (int i = 0; i < markColourCount; ++i) {
        const MarkColour colour = MarkColour(i);
        PillButton *dot = add(new PillButton(m_theme, colour, this), 0);
        connect(dot, &QAbstractButton::clicked, this, [this, colour] { Q_EMIT markRequested(colour); });
        m_dots.push_back(dot);
    }
    const auto icon = [&](const char *name, int gap) {
        return add(new PillButton(m_theme, QString::fromLatin1(name), QString(), this), gap);
    };
    PillButton *note = icon("note", 2 * dividerGap);
    m_copy = icon("copy", 0);
    m_cite = icon("quote", 0);
    m_join = icon("join", 0);
    m_leaveOut = icon("leave-out", 0);
    PillButton *keep =
        add(new PillButton(m_theme, QStringLiteral("plus"), tr("Add to tray"), this), dividerGap);
    name(note, tr("Keep with a note"), tr("N"));
    name(m_copy, tr("Copy"), tr("Ctrl+C"));
    name(m_cite, tr("Copy with citation"), tr("Ctrl+Shift+C"));
    name(m_join, tr("Add to the passage"), tr("Shift+H"));
    name(m_leaveOut, tr("Leave out of the passage"), tr("X"));
    name(keep, tr("Add to tray"), tr("H"));
    connect(note, &QAbstractButton::clicked, this, &SelectionPill::noteRequested);
    connect(m_copy, &QAbstractButton::clicked, this, &SelectionPill::copyRequested);
    connect(m_cite, &QAbstractButton::clicked, this, &SelectionPill::citeRequested);
    connect(m_join, &QAbstractButton::clicked, this, &SelectionPill::joinRequested);
    connect(m_leaveOut, &QAbstractButton::clicked, this, &SelectionPill::leaveOutRequested);
    connect(keep, &QAbstractButton::clicked, this, [this] { Q_EMIT markRequested(MarkColour::Yellow); });
    connect(&m_theme, &Theme::changed, this, &SelectionPill::nameDots);
    connect(&m_theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    nameDots();
    layOut({}, false, 0);
    hide();
}

PillButton *SelectionPill::add(PillButton *button, int gap)
{
    m_places.push_back({button, gap});
    return button;
}

void SelectionPill::name(PillButton *button, const QString &words, const QString &key)
{
    button->setAccessibleName(words);
    button->setToolTip(QStringLiteral("%1  (%2)").arg(words, key));
}

void SelectionPill::nameDots()
{
    for (int i = 0; i < markColourCount; ++i)
        name(m_dots[size_t(i)], tr("Mark in: %1").arg(m_theme.colourName(MarkColour(i))),
             QString::number(i + 1));
}

bool SelectionPill::layOut(PillOffers offers, bool isCompact, int room)
{
    m_copy->setVisible(!isCompact);
    m_cite->setVisible(!isCompact);
    m_join->setVisible(offers.join);
    m_leaveOut->setVisible(offers.leaveOut);
    int x = shadow + padding;
    for (const auto &[button, gap] : m_places) {
        if (button->isHidden())
            continue;
        button->setCompact(isCompact);
        if (gap == 2 * dividerGap)
            m_dividerX = x + dividerGap;
        button->move(x + gap, shadow + (barHeight - button->height()) / 2);
        x = button->geometry().right() + 1;
    }
    resize(x + padding / 2 + shadow, barHeight + 2 * shadow);
    return width() - 2 * shadow <= room;
}

QRect SelectionPill::barRect() const
{
    return geometry().adjusted(shadow, shadow, -shadow, -shadow);
}

void SelectionPill::showAt(const QRect &selection, const QRect &area, PillOffers offers)
{
    if (!layOut(offers, false, area.width()))
        layOut(offers, true, area.width());
    const QSize bar = size() - QSize(2 * shadow, 2 * shadow);
    int y = selection.top() - distance - bar.height();
    if (y < area.top() + distance)
        y = selection.bottom() + distance;
    y = qMax(area.top(), qMin(y, area.bottom() - distance - bar.height()));
    const int x =
        qMax(area.left(), qMin(selection.center().x() - bar.width() / 2, area.right() - bar.width()));
    move(x - shadow, y - shadow);
    raise();
    show();
}

void SelectionPill::dismiss()
{
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    hide();
    if (hadFocus)
        Q_EMIT left();
}

void SelectionPill::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QRectF bar = QRectF(rect()).adjusted(shadow, shadow, -shadow, -shadow);
    QColor shade(Qt::black);
    shade.setAlphaF(shadowStep);
    painter.setBrush(shade);
    // Wider and lower step by step; the sum is a soft shadow.
    for (int step = 1; step <= shadow; ++step)
        painter.drawRoundedRect(bar.adjusted(-step, -step + 3, step, qMin(step + 3, shadow)), radius + step,
                                radius + step);
    painter.setBrush(t.pill);
    painter.drawRoundedRect(bar, radius, radius);
    QColor divider = t.pillInk;
    divider.setAlphaF(0.22F);
    painter.fillRect(QRectF(m_dividerX, bar.center().y() - 10, 1, 20), divider);
}

void SelectionPill::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        dismiss();
        break;
    case Qt::Key_Left:
        stepFocus(-1);
        break;
    case Qt::Key_Right:
        stepFocus(1);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void SelectionPill::stepFocus(int by)
{
    std::vector<PillButton *> buttons;
    for (const Place &place : m_places)
        if (!place.button->isHidden())
            buttons.push_back(place.button);
    const auto focused = std::find_if(buttons.begin(), buttons.end(), [](auto *b) { return b->hasFocus(); });
    const int count = int(buttons.size());
    const int at = focused == buttons.end() ? 0 : int(focused - buttons.begin()) + by;
    buttons[size_t((at + count) % count)]->setFocus(Qt::TabFocusReason);
}

} // namespace Lectern
