#pragma once

#include "reading/mark.h"

#include <QColor>
#include <QPointF>
#include <QRectF>

#include <optional>
#include <vector>

class QPainter;

namespace Lectern {

class DocumentLayout;
struct Overlay;
struct Tokens;

/// What an end of the selected mark is dragged by: a line as high as the words, with a knob at the outer
/// side.
struct MarkHandle
{
    MarkEnd end = MarkEnd::Start;
    QRectF line;  ///< view coordinates
    QPointF knob; ///< its centre

    /// Near enough to take it.
    bool isUnder(QPointF point) const;
};

/// The handles of the selected mark that stand in rows [first, second); none when no mark is selected.
/// `origin` is the page's top left corner of the column.
std::vector<MarkHandle> markHandles(DocumentLayout &layout, const Overlay &overlay, std::pair<int, int> rows,
                                    QPointF origin);

void paintMarkHandles(QPainter &painter, const std::vector<MarkHandle> &handles, const QColor &colour,
                      const QColor &rim);

} // namespace Lectern
