#pragma once

#include <QStyledItemDelegate>

namespace Lectern {

class Theme;

/// Paints a row of the palette: icon, words with what fits them stronger, what is told of it, and key caps.
class PaletteRow final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PaletteRow)

public:
    static constexpr int height = 40; ///< logical pixels

    PaletteRow(const Theme &theme, QObject *parent);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

} // namespace Lectern
