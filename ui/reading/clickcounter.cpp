#include "reading/clickcounter.h"

#include <QApplication>

namespace Lectern {

Granularity ClickCounter::press(QPoint position, bool isDouble)
{
    if (isDouble) {
        m_sinceDouble.start();
        m_position = position;
        return Granularity::Word;
    }
    const bool isTriple = m_sinceDouble.isValid() &&
                          m_sinceDouble.elapsed() < QApplication::doubleClickInterval() &&
                          (position - m_position).manhattanLength() < QApplication::startDragDistance();
    m_sinceDouble.invalidate();
    return isTriple ? Granularity::Block : Granularity::Character;
}

} // namespace Lectern
