#include "reading/pagepainter.h"

#include "page/articleheader.h"
#include "page/documentlayout.h"
#include "reading/markhandles.h"
#include "reading/notemarkers.h"
#include "reading/overlay.h"
#include "reading/viewpainter.h"
#include "style/fonts.h"
#include "style/tokens.h"

#include <QPainter>

namespace Lectern {

namespace {

constexpr qreal emptyStateHeight = 0.4;

} // namespace

void paintPage(QPainter &painter, ArticleHeader &header, DocumentLayout &layout, const Overlay &overlay,
               const Tokens &tokens, std::pair<int, int> rows, QPointF origin)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal titleBottom = origin.y() + qreal(layout.titleBottom());
    if (titleBottom + header.afterTitleRoom() > 0)
        header.paint(painter, tokens, origin, titleBottom);
    ViewPainter(painter, layout, overlay, tokens, origin).paint(rows.first, rows.second);
    paintNoteMarkers(painter, noteMarkers(layout, overlay, rows, origin), tokens);
    if (overlay.selectedMark < 0)
        return;
    const Mark &mark = overlay.marks[size_t(overlay.selectedMark)];
    paintMarkHandles(painter, markHandles(layout, overlay, rows, origin), tokens.markEdgeOf(mark.colour),
                     tokens.paper);
}

void paintNoPage(QPainter &painter, const QRect &view, const QString &sentence, const Tokens &tokens)
{
    painter.setPen(tokens.ink3);
    painter.setFont(Fonts::ui(15));
    const QRectF above(0, 0, view.width(), 2 * emptyStateHeight * view.height());
    painter.drawText(above, Qt::AlignCenter, sentence);
}

} // namespace Lectern
