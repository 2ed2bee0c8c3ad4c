#include "passages/carddrag.h"

#include <QApplication>
#include <QTimerEvent>
#include <QWidget>

namespace Lectern {

namespace {

constexpr int scrollInterval = 16; ///< milliseconds
constexpr int scrollZone = 28;     ///< logical pixels from the edge, as all below
constexpr int scrollStep = 12;

/// How far a drag may leave the area before it counts as gone.
constexpr QMargins slack(24, 64, 24, 64);

} // namespace

CardDrag::CardDrag(QWidget *area)
    : QObject(area)
    , m_area(area)
{}

void CardDrag::press(const QString &id, const QPoint &position)
{
    m_stage = Stage::Pressed;
    m_id = id;
    m_start = m_position = position;
}

CardDrag::Stage CardDrag::moveTo(const QPoint &position)
{
    m_position = position;
    const bool isFar = (position - m_start).manhattanLength() >= QApplication::startDragDistance();
    if (m_stage == Stage::None || (m_stage == Stage::Pressed && !isFar))
        return m_stage;
    if (!m_area->rect().marginsAdded(slack).contains(position)) {
        end();
        return Stage::Left;
    }
    m_stage = Stage::Dragging;
    if (!m_timer.isActive())
        m_timer.start(scrollInterval, this);
    return m_stage;
}

void CardDrag::end()
{
    m_stage = Stage::None;
    m_id.clear();
    m_timer.stop();
}

void CardDrag::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer.timerId())
        return QObject::timerEvent(event);
    if (m_position.y() < scrollZone)
        Q_EMIT scrollWanted(-scrollStep);
    else if (m_position.y() > m_area->height() - scrollZone)
        Q_EMIT scrollWanted(scrollStep);
}

} // namespace Lectern
