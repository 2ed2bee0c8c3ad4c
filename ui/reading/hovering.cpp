#include "reading/hovering.h"

#include "reading/overlay.h"
#include "reading/pointprobe.h"
#include "text/article.h"

#include <QWidget>

namespace Lectern {

namespace {

constexpr int longestToolTip = 300; ///< characters of a link's target

/// A tool tip that shows a text as it is: Qt takes what looks like HTML for HTML.
QString plainToolTip(const QString &text)
{
    return QStringLiteral("<p>%1</p>").arg(text.left(longestToolTip).toHtmlEscaped());
}

} // namespace

bool showHovered(QWidget &viewport, PointProbe probe, Overlay &overlay, QPoint point)
{
    const Span *link = probe.linkAt(point);
    if (probe.handleAt(point))
        viewport.setCursor(Qt::SizeHorCursor);
    else if (link || probe.markAt(point) >= 0)
        viewport.setCursor(Qt::PointingHandCursor);
    else
        viewport.setCursor(Qt::IBeamCursor);
    viewport.setToolTip(link ? plainToolTip(link->target) : QString());
    const TextRange before = std::exchange(overlay.hoveredLink, link ? link->range : TextRange());
    return before != overlay.hoveredLink;
}

} // namespace Lectern
