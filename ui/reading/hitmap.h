#pragma once

#include "style/thinscrollbar.h"

#include <vector>

namespace Lectern {

enum class TickKind : quint8 { Mark, Hit, CurrentHit };

/// A sign beside the scroll bar for something on the page.
struct Tick
{
    TickKind kind = TickKind::Hit;
    qreal place = 0; ///< on the page, 0 top to 1 bottom
    int index = 0;   ///< of the hit or mark
    QColor colour;
};

/// The scroll bar of the reading pane: it shows where on the page hits and marks are, and goes there by a
/// click. Ticks are 9x2 px, 9x3 px for the current hit; those of one pixel row are merged, hits over marks.
class HitMap final : public ThinScrollBar
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HitMap)

public:
    explicit HitMap(const Theme &theme, QWidget *parent = nullptr);

    /// In any order.
    void setTicks(std::vector<Tick> ticks);
    const std::vector<Tick> &ticks() const { return m_ticks; }
    /// Top of a tick in widget coordinates.
    int tickTop(const Tick &tick) const;

Q_SIGNALS:
    void tickActivated(Lectern::TickKind kind, int index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    const Tick *tickNear(qreal y) const;

    std::vector<Tick> m_ticks; ///< by place, then kind
    qreal m_pressed = -1;      ///< where the handle was pressed; -1 when it was not
};

} // namespace Lectern
