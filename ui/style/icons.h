#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>

class QPainter;

namespace Lectern::Icons {

/// An icon of our set (`:/icons/NAME.svg`, strokes in currentColor) drawn in one colour, `size` in logical
/// pixels, sharp at that device pixel ratio. Cached. A name that does not exist is a bug and asserts.
QPixmap pixmap(const QString &name, int size, const QColor &colour, qreal devicePixelRatio);

/// The same as a QIcon for menus and buttons of Qt, at 1x and 2x.
QIcon icon(const QString &name, const QColor &colour, int size = 16);

/// Paints it centred in a rectangle.
void paint(QPainter &painter, const QRectF &rect, const QString &name, int size, const QColor &colour);

} // namespace Lectern::Icons
