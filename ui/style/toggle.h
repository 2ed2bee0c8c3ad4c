#pragma once

#include <QCheckBox>

namespace Lectern {

class Theme;

/// A check box drawn as a switch, 34x20 px, its words to the left.
class Toggle final : public QCheckBox
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Toggle)

public:
    Toggle(const Theme &theme, const QString &text, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool hitButton(const QPoint &position) const override;

private:
    const Theme &m_theme;
};

} // namespace Lectern
