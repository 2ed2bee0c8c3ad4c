#pragma once

#include <QPushButton>

namespace Lectern {

class Theme;

/// How much a button asks to be pressed: one Primary in a view (accent ground), Plain ones beside it
/// (outlined), Quiet ones in lines of text (accent words only).
enum class ButtonKind : quint8 { Primary, Plain, Quiet };

/// A push button in the program's own paint: words in 14 SemiBold, an icon of our set before them when one is
/// named. It stays a QPushButton, so that default buttons of dialogs, keys and accessibility work as
/// everywhere.
class TextButton final : public QPushButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TextButton)

public:
    TextButton(const Theme &theme, ButtonKind kind, const QString &text, QWidget *parent = nullptr);

    /// An icon of style/icons.h, 16 px; "" for none.
    void setIconName(const QString &icon);
    /// Height and corner radius in logical pixels; 34 and 9 unless told.
    void setMetrics(int height, int radius);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QColor ground() const;
    QColor ink() const;

    const Theme &m_theme;
    ButtonKind m_kind;
    QString m_iconName;
    int m_height = 34;
    int m_radius = 9;
};

} // namespace Lectern
