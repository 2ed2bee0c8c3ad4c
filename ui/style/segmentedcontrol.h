#pragma once

#include <QStringList>
#include <QWidget>

namespace Lectern {

class Theme;

/// One choice out of a few that stand side by side, the chosen one raised: 28 px high, r8. One segment may
/// open a menu instead of being chosen by a click ("More"). Keyboard: Left and Right go along, Space, Enter
/// or Down pick.
class SegmentedControl final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SegmentedControl)

public:
    explicit SegmentedControl(const Theme &theme, QWidget *parent = nullptr);

    void setSegments(const QStringList &labels);
    void setLabel(int segment, const QString &label);
    QString label(int segment) const { return m_labels.value(segment); }
    int count() const { return int(m_labels.size()); }
    /// The segment that is never made current by a click or a key, only picked; -1 for none.
    void setMenuSegment(int segment) { m_menuSegment = segment; }

    /// The chosen segment; -1 when none is.
    int current() const { return m_current; }
    /// Chooses without a signal.
    void setCurrent(int segment);

    /// Where a segment is, in widget coordinates.
    QRect segmentRect(int segment) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    /// The user picked a segment; it is current by then unless it is the menu segment.
    void picked(int segment);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    int segmentAt(const QPoint &position) const;
    void setHovered(int segment);
    void pick(int segment);
    void step(int by);

    const Theme &m_theme;
    QStringList m_labels;
    int m_menuSegment = -1;
    int m_current = -1;
    int m_cursor = 0; ///< the segment that the keyboard acts on
    int m_hovered = -1;
    int m_pressed = -1;
};

} // namespace Lectern
