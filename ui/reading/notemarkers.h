#pragma once

#include <QRectF>

#include <vector>

class QPainter;

namespace Lectern {

class DocumentLayout;
struct Overlay;
struct Tokens;

/// The round sign in the margin beside a mark that has a note.
struct NoteMarker
{
    QRectF rect;  ///< view coordinates
    int mark = 0; ///< index in Overlay::marks
};

/// The signs of the marks that begin in rows [first, last). `origin` is the page's top left corner of the
/// column.
std::vector<NoteMarker> noteMarkers(DocumentLayout &layout, const Overlay &overlay, std::pair<int, int> rows,
                                    QPointF origin);

void paintNoteMarkers(QPainter &painter, const std::vector<NoteMarker> &markers, const Tokens &tokens);

} // namespace Lectern
