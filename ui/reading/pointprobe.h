#pragma once

#include "base/textrange.h"

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
    /// The index in Overlay::marks of the mark whose words or note sign are under a point; -1 for none. Of
    /// marks that lie over each other the shortest is meant: the longer ones can be reached beside it.
    int markAt(QPointF point);
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
