#pragma once

#include "reading/viewselection.h"

#include <QElapsedTimer>
#include <QPoint>

namespace Lectern {

/// Tells single, double and triple clicks apart; Qt itself stops at two.
class ClickCounter final
{
public:
    /// To be called for each press; `isDouble` when Qt reports a double click.
    Granularity press(QPoint position, bool isDouble);

private:
    QElapsedTimer m_sinceDouble;
    QPoint m_position;
};

} // namespace Lectern
