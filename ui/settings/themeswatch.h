#pragma once

#include "style/theme.h"

#include <QAbstractButton>

namespace Lectern {

/// One theme to choose, shown by its own paper and ink. Swatches of one parent exclude each other.
class ThemeSwatch final : public QAbstractButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ThemeSwatch)

public:
    ThemeSwatch(const Theme &theme, ThemeChoice choice, const QString &words, QWidget *parent = nullptr);

    ThemeChoice choice() const { return m_choice; }
    QSize sizeHint() const override { return {66, 68}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintPaper(QPainter &painter, const QRectF &paper) const;

    const Theme &m_theme;
    ThemeChoice m_choice;
};

} // namespace Lectern
