#pragma once

#include <QScrollBar>

namespace Lectern {

class Theme;

/// A scroll bar that is only a handle: 7 px, r3.5, ink at 16 % (28 % under the mouse), no arrows, no trough.
class ThinScrollBar : public QScrollBar
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ThinScrollBar)

public:
    static constexpr int thickness = 12; ///< space it takes, logical pixels

    ThinScrollBar(const Theme &theme, Qt::Orientation orientation, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

    const Theme &theme() const { return m_theme; }
    /// Where the handle is now, in widget coordinates.
    QRectF handleRect() const;

private:
    int valueAt(qreal handleStart) const;

    const Theme &m_theme;
    qreal m_grab = -1; ///< distance of the pointer from the handle's start while dragging; -1 otherwise
};

} // namespace Lectern
