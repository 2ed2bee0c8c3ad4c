#pragma once

#include <QStyledItemDelegate>

namespace Lectern {

class Theme;

/// Paints one failed file in three lines: name and kind, what happened, folder.
class ImportFailureDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImportFailureDelegate)

public:
    ImportFailureDelegate(const Theme &theme, QWidget *view);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
    QWidget *m_view;
};

} // namespace Lectern
