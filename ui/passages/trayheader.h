#pragma once

#include <QWidget>

namespace Lectern {

class IconButton;
class Theme;

/// The tray's heading with the number of passages, and the button of its menu. 52 px high.
class TrayHeader final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TrayHeader)

public:
    explicit TrayHeader(const Theme &theme, QWidget *parent = nullptr);

    void setCount(int count);

    QSize sizeHint() const override { return {280, 52}; }

Q_SIGNALS:
    /// The menu was asked for; its upper left corner belongs there.
    void menuRequested(const QPoint &globalPosition);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    const Theme &m_theme;
    IconButton *m_more;
    int m_count = 0;
};

} // namespace Lectern
