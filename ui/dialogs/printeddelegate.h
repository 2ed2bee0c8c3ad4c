#pragma once

#include <QStyledItemDelegate>

namespace Lectern {

class Theme;

/// Paints the rows of a PrintedModel: outlet and kind of match, title, and the words with what differs on a
/// ground of its own.
class PrintedDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PrintedDelegate)

public:
    explicit PrintedDelegate(const Theme &theme, QObject *parent = nullptr);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

} // namespace Lectern
