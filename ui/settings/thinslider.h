#pragma once

#include <QSlider>

namespace Lectern {

class Theme;

/// A horizontal slider in the program's own paint: a 4 px groove, filled in the accent up to a 16 px knob. A
/// press goes to where it points.
class ThinSlider final : public QSlider
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ThinSlider)

public:
    explicit ThinSlider(const Theme &theme, QWidget *parent = nullptr);

    QSize sizeHint() const override { return {140, 24}; }
    QSize minimumSizeHint() const override { return {80, 24}; }
    /// The middle of the knob, in widget coordinates.
    QPointF knobCentre() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void goTo(qreal x);

    const Theme &m_theme;
};

} // namespace Lectern
