#pragma once

#include <QPoint>

class QWidget;

namespace Lectern {

class PointProbe;
struct Overlay;

/// Shows what the pointer is on: by its shape, by a line under a link, and by the link's target as a tool
/// tip. True when something has to be painted anew.
bool showHovered(QWidget &viewport, PointProbe probe, Overlay &overlay, QPoint point);

} // namespace Lectern
