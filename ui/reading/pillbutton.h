#pragma once

#include "text/passage.h"

#include <QAbstractButton>

#include <optional>

namespace Lectern {

class Theme;

/// A button of the selection pill: a colour, an icon, or an icon with words on the pill's own button ground.
class PillButton final : public QAbstractButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PillButton)

public:
    /// A 16 px dot of a mark's colour.
    PillButton(const Theme &theme, MarkColour colour, QWidget *parent);
    /// An icon of style/icons.h, with words beside it unless they are empty.
    PillButton(const Theme &theme, const QString &icon, const QString &words, QWidget *parent);

    /// Narrow: dots and icons stand closer, and words give way to their icon.
    void setCompact(bool isCompact);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void paintDot(QPainter &painter) const;
    void paintIcon(QPainter &painter) const;
    void paintWords(QPainter &painter) const;

    const Theme &m_theme;
    std::optional<MarkColour> m_colour;
    QString m_icon;
    bool m_isCompact = false;
};

} // namespace Lectern
