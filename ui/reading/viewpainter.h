#pragma once

#include "base/textrange.h"

#include <QPointF>
#include <QRectF>

#include <vector>

class QPainter;

namespace Lectern {

class DocumentLayout;
struct Overlay;
struct Tokens;

/// Paints rows of a page: the grounds of blocks, marks, hits and selection, then the text over them.
class ViewPainter final
{
public:
    /// `origin` is where the page's top left corner of the column lies in the painter's coordinates.
    ViewPainter(QPainter &painter, DocumentLayout &layout, const Overlay &overlay, const Tokens &tokens,
                QPointF origin);

    /// Rows [first, last).
    void paint(int first, int last);

private:
    void paintGround(int row);
    void paintPreGround(int row);
    void paintQuoteBars(int row);
    void paintBullet(int row);
    void paintObject(int row);
    void paintOverlay(int row);
    void paintText(int row);
    void paintLineBelow(int row, TextRange words, Qt::PenStyle style);
    void paintCaret(int row);
    /// The boxes of a range in one row, in the painter's coordinates.
    std::vector<QRectF> boxes(int row, TextRange range);
    QPointF at(int row) const;

    QPainter &m_painter;
    DocumentLayout &m_layout;
    const Overlay &m_overlay;
    const Tokens &m_tokens;
    QPointF m_origin;
};

} // namespace Lectern
