#pragma once

#include <QAbstractButton>

namespace Lectern {

class Theme;

/// A flat button that shows one icon: 36x36 with r9 in the tool bar, 40x40 with r10 in the rail, smaller in
/// headers. Checked = tint ground. Its action's text is its tool tip and its accessible name.
class IconButton final : public QAbstractButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(IconButton)

public:
    IconButton(const Theme &theme, const QString &icon, QWidget *parent = nullptr);

    void setIconName(const QString &icon);
    /// Sizes in logical pixels.
    void setMetrics(int side, int radius, int iconSize);
    /// Follows the action: text, tool tip with shortcut, enabled, checked; a click triggers it.
    void setAction(QAction *action);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void readAction(const QAction *action);

    const Theme &m_theme;
    QString m_icon;
    int m_side = 36;
    int m_radius = 9;
    int m_iconSize = 20;
};

} // namespace Lectern
