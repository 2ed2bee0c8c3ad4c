#include "style/segmentedcontrol.h"

#include "style/fonts.h"
#include "style/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

namespace Lectern {

namespace {

constexpr int controlHeight = 28;
constexpr int inset = 2;         ///< between the control's edge and a segment
constexpr int labelPadding = 10; ///< on each side of a label

} // namespace

SegmentedControl::SegmentedControl(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setFont(Fonts::ui(12, QFont::DemiBold));
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void SegmentedControl::setSegments(const QStringList &labels)
{
    m_labels = labels;
    m_current = qMin(m_current, count() - 1);
    m_cursor = qBound(0, m_cursor, qMax(0, count() - 1));
    updateGeometry();
    update();
}

void SegmentedControl::setLabel(int segment, const QString &label)
{
    Q_ASSERT(segment >= 0 && segment < count());
    m_labels[segment] = label;
    updateGeometry();
    update();
}

void SegmentedControl::setCurrent(int segment)
{
    m_current = segment < count() ? segment : -1;
    m_cursor = qMax(0, m_current);
    setAccessibleDescription(label(m_current));
    update();
}

QRect SegmentedControl::segmentRect(int segment) const
{
    const int inner = width() - 2 * inset;
    const int left = inset + inner * segment / count();
    const int right = inset + inner * (segment + 1) / count();
    const QRect logical(left, inset, right - left, height() - 2 * inset);
    return QStyle::visualRect(layoutDirection(), rect(), logical);
}

QSize SegmentedControl::sizeHint() const
{
    int widest = 0;
    for (const QString &text : m_labels)
        widest = qMax(widest, fontMetrics().horizontalAdvance(text));
    return {2 * inset + count() * (widest + 2 * labelPadding), controlHeight};
}

bool SegmentedControl::event(QEvent *event)
{
    if (event->type() == QEvent::HoverLeave)
        setHovered(-1);
    return QWidget::event(event);
}

void SegmentedControl::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.badge);
    painter.drawRoundedRect(rect(), 8, 8);
    for (int i = 0; i < count(); ++i) {
        const QRectF place = segmentRect(i);
        if (i == m_current) {
            painter.setPen(t.isDark ? QPen(Qt::NoPen) : QPen(t.line, 1));
            painter.setBrush(t.raised);
            painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
        }
        if (i == m_cursor && hasFocus()) {
            painter.setPen(QPen(t.accent, 1.5));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(place.adjusted(0.75, 0.75, -0.75, -0.75), 6, 6);
        }
        painter.setPen(i == m_current || i == m_hovered ? t.ink : t.ink2);
        painter.drawText(place, Qt::AlignCenter, m_labels.at(i));
    }
}

void SegmentedControl::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        m_pressed = segmentAt(event->position().toPoint());
}

void SegmentedControl::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const int segment = segmentAt(event->position().toPoint());
    if (segment >= 0 && segment == std::exchange(m_pressed, -1))
        pick(segment);
}

void SegmentedControl::mouseMoveEvent(QMouseEvent *event)
{
    setHovered(segmentAt(event->position().toPoint()));
}

void SegmentedControl::keyPressEvent(QKeyEvent *event)
{
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    switch (event->key()) {
    case Qt::Key_Left:
        return step(mirrored ? 1 : -1);
    case Qt::Key_Right:
        return step(mirrored ? -1 : 1);
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Down:
        return pick(m_cursor);
    default:
        QWidget::keyPressEvent(event);
    }
}

int SegmentedControl::segmentAt(const QPoint &position) const
{
    for (int i = 0; i < count(); ++i)
        if (segmentRect(i).contains(position))
            return i;
    return -1;
}

void SegmentedControl::setHovered(int segment)
{
    if (segment == m_hovered)
        return;
    m_hovered = segment;
    update();
}

void SegmentedControl::pick(int segment)
{
    if (segment < 0 || segment >= count())
        return;
    m_cursor = segment;
    if (segment != m_menuSegment)
        setCurrent(segment);
    update();
    Q_EMIT picked(segment);
}

void SegmentedControl::step(int by)
{
    const int next = qBound(0, m_cursor + by, qMax(0, count() - 1));
    if (next == m_cursor)
        return;
    m_cursor = next;
    update();
    if (next != m_menuSegment)
        pick(next);
}

} // namespace Lectern
