#pragma once

#include <QColor>
#include <QRectF>

#include <vector>

class QPainter;

namespace Lectern {

class DocumentLayout;
struct Overlay;
struct Tokens;

/// The marks of one row: where several lie over the same words their grounds blend and each has a line of its
/// own below them, so that all of them can be told.
class MarkPainter final
{
public:
    /// `at` is where the row's text begins in the painter's coordinates.
    MarkPainter(DocumentLayout &layout, const Overlay &overlay, const Tokens &tokens, int row, QPointF at);

    void paintGrounds(QPainter &painter) const;
    /// To be painted over selection and hits, which would hide them.
    void paintLines(QPainter &painter) const;

    /// The ground where marks of these colours lie over each other: at least one.
    static QColor blended(const std::vector<QColor> &grounds, bool isDark);

private:
    struct Ground
    {
        QRectF box;
        QColor colour;
    };

    /// A stretch of a line of text that belongs to a mark.
    struct Stretch
    {
        QRectF box;
        int mark;
        bool isGap; ///< left out of it
    };

    /// Puts a line of its own below each stretch: the marks of one line of text stand close, in the order of
    /// their lanes.
    void stack(const std::vector<Stretch> &stretches, const Overlay &overlay, const Tokens &tokens);

    std::vector<Ground> m_grounds;
    std::vector<Ground> m_lines;
    std::vector<Ground> m_gaps; ///< what was left out of the selected mark
};

} // namespace Lectern
