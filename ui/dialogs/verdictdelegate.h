#pragma once

#include <QStyledItemDelegate>

class QAbstractScrollArea;
class QTextLayout;

namespace Lectern {

class Theme;
struct Verdict;

/// Paints one verdict: the short word on a badge, the words of the passage with their differences, why, and
/// the source.
class VerdictDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VerdictDelegate)

public:
    VerdictDelegate(const Theme &theme, QAbstractScrollArea *view);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    /// Lays the words out in lines of this width and returns their height; at most a few lines.
    qreal layOut(QTextLayout &layout, const Verdict &verdict, qreal width) const;

    const Theme &m_theme;
    QAbstractScrollArea *m_view; ///< its width is that of the rows
};

} // namespace Lectern
