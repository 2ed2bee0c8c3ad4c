#pragma once

#include "compare/comparefilter.h"
#include "library/comparison.h"
#include "page/documentlayout.h"
#include "style/tokens.h"

class QPainter;

namespace Lectern {

/// The colour that a passage is marked in: quotations in turn, what is shared in other words apart from them.
MarkColour passageColour(const Comparison &comparison, int passage);

/// Draws the rows of one account: its passages, their differences, and its words.
class ColumnPainter final
{
public:
    /// `origin` is where the page's top left corner is, in the painter's coordinates.
    ColumnPainter(QPainter &painter, DocumentLayout &layout, const Comparison &comparison, int account,
                  const CompareLook &look, const Tokens &tokens, QPointF origin);

    void paint(int firstRow, int lastRow);

private:
    void paintPassages(int row);
    void paintDifferences(int row);
    void paintOnly(int row);
    void paintText(int row);
    void paintNumber(int passage);
    bool showsPassage(int passage) const;
    std::vector<QRectF> boxes(int row, TextRange range);
    /// The parts of a passage that are no interruption.
    std::vector<TextRange> pieces(int passage) const;
    QPointF at(int row) const;

    QPainter &m_painter;
    DocumentLayout &m_layout;
    const Comparison &m_comparison;
    const int m_account;
    const CompareLook &m_look;
    const Tokens &m_tokens;
    const QPointF m_origin;
};

} // namespace Lectern
