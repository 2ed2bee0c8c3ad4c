#include "style/icons.h"

#include <QFile>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace Lectern::Icons {

QPixmap pixmap(const QString &name, int size, const QColor &colour, qreal devicePixelRatio)
{
    const QString key = QStringLiteral("lectern/%1/%2/%3/%4")
                            .arg(name)
                            .arg(size)
                            .arg(colour.rgba(), 8, 16, QLatin1Char('0'))
                            .arg(devicePixelRatio);
    QPixmap result;
    if (QPixmapCache::find(key, &result))
        return result;

    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    const bool there = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(there, "Icons::pixmap", qPrintable(name));
    QByteArray svg = there ? file.readAll() : QByteArray();
    svg.replace("currentColor", colour.name().toLatin1());

    const int device = qCeil(size * devicePixelRatio);
    result = QPixmap(device, device);
    result.fill(Qt::transparent);
    QPainter painter(&result);
    painter.setOpacity(colour.alphaF());
    QSvgRenderer(svg).render(&painter, QRectF(0, 0, device, device));
    painter.end();
    result.setDevicePixelRatio(devicePixelRatio);
    QPixmapCache::insert(key, result);
    return result;
}

QIcon icon(const QString &name, const QColor &colour, int size)
{
    QIcon result;
    result.addPixmap(pixmap(name, size, colour, 1));
    result.addPixmap(pixmap(name, size, colour, 2));
    return result;
}

void paint(QPainter &painter, const QRectF &rect, const QString &name, int size, const QColor &colour)
{
    const qreal ratio = painter.device()->devicePixelRatioF();
    const QPointF at(rect.center().x() - size / 2.0, rect.center().y() - size / 2.0);
    painter.drawPixmap(at, pixmap(name, size, colour, ratio));
}

} // namespace Lectern::Icons
