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
    , m_right(shadow + padding)
{
    setAccessibleName(tr("Selection"));
    setCursor(Qt::ArrowCursor);
    const std::pair<MarkColour, QString> colours[] = {
        {MarkColour::Yellow, tr("Mark in yellow")},
        {MarkColour::Green, tr("Mark in green")},
        {MarkColour::Blue, tr("Mark in blue")},
        {MarkColour::Pink, tr("Mark in pink")},
    };
    for (const auto &[colour, words] : colours) {
        PillButton *dot = add(new PillButton(m_theme, colour, this), words, 0);
        connect(dot, &QAbstractButton::clicked, this, [this, c = colour] { Q_EMIT markRequested(c); });
    }
    m_dividerX = m_right + dividerGap;
    const auto icon = [&](const char *name) {
        return new PillButton(m_theme, QString::fromLatin1(name), QString(), this);
    };
    PillButton *note = add(icon("note"), tr("Keep with a note"), 2 * dividerGap);
    PillButton *copy = add(icon("copy"), tr("Copy"), 0);
    PillButton *cite = add(icon("quote"), tr("Copy with citation"), 0);
    PillButton *keep = add(new PillButton(m_theme, QStringLiteral("plus"), tr("Add to tray"), this),
                           tr("Add to tray"), dividerGap);
    connect(note, &QAbstractButton::clicked, this, &SelectionPill::noteRequested);
    connect(copy, &QAbstractButton::clicked, this, &SelectionPill::copyRequested);
    connect(cite, &QAbstractButton::clicked, this, &SelectionPill::citeRequested);
    connect(keep, &QAbstractButton::clicked, this, [this] { Q_EMIT markRequested(MarkColour::Yellow); });
    connect(&m_theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    resize(m_right + padding / 2 + shadow, barHeight + 2 * shadow);
    hide();
}

PillButton *SelectionPill::add(PillButton *button, const QString &name, int gap)
{
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->move(m_right + gap, shadow + (barHeight - button->height()) / 2);
    m_right = button->geometry().right() + 1;
    m_buttons.append(button);
    return button;
}

QRect SelectionPill::barRect() const
{
    return geometry().adjusted(shadow, shadow, -shadow, -shadow);
}

void SelectionPill::showAt(const QRect &selection, const QRect &area)
{
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
    const auto focused =
        std::find_if(m_buttons.begin(), m_buttons.end(), [](auto *b) { return b->hasFocus(); });
    const int count = int(m_buttons.size());
    const int at = focused == m_buttons.end() ? 0 : int(focused - m_buttons.begin()) + by;
    m_buttons[(at + count) % count]->setFocus(Qt::TabFocusReason);
}

} // namespace Lectern
