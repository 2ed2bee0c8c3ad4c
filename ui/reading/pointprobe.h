#pragma once

#include "reading/mark.h"

#include <QPointF>
#include <QRectF>

#include <optional>
#include <vector>

namespace Lectern {

class DocumentLayout;
struct Overlay;
struct Span;

/// Tells what lies under a point of the view. Made for the rows [first, second) that are in sight, with the
/// page's top left corner of the column at `origin`; for immediate use.
class PointProbe final
{
public:
    PointProbe(DocumentLayout &layout, const Overlay &overlay, std::pair<int, int> rows, QPointF origin);

    /// The character under a point; none beside the text.
    std::optional<qsizetype> characterAt(QPointF point);
    /// The marks whose words or note sign are under a point, as indexes in Overlay::marks, the shortest
    /// first.
    std::vector<int> marksAt(QPointF point);
    /// The first of marksAt(); -1 for none.
    int markAt(QPointF point);
    /// The mark whose note sign is under a point; -1 for none.
    int noteSignAt(QPointF point);
    /// The handle of the selected mark under a point.
    std::optional<MarkEnd> handleAt(QPointF point);
    /// Null for none.
    const Span *linkAt(QPointF point);
    /// The boxes of a range in the rows in sight.
    std::vector<QRectF> boxes(TextRange range);

private:
    DocumentLayout &m_layout;
    const Overlay &m_overlay;
    std::pair<int, int> m_rows;
    QPointF m_origin;
};

} // namespace Lectern
