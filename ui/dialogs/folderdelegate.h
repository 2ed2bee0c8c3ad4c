#pragma once

#include <QStyledItemDelegate>

namespace Lectern {

class Theme;

/// Paints one folder or file of the library in two lines: name and number of articles, path and what is
/// wrong.
class FolderDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FolderDelegate)

public:
    FolderDelegate(const Theme &theme, QWidget *view);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
    QWidget *m_view;
};

} // namespace Lectern
