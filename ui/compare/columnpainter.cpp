#include "compare/columnpainter.h"

#include "style/fonts.h"

#include <QPainter>

#include <algorithm>

namespace Lectern {

namespace {

constexpr qreal edgeWidth = 1.5;
constexpr qreal strongEdge = 2.5;
constexpr qreal discSide = 18;
constexpr qreal discGap = 20; ///< from the disc's middle to the column

} // namespace

MarkColour passageColour(const Comparison &comparison, int passage)
{
    if (!comparison.passages[size_t(passage)].isQuotation)
        return MarkColour::Green;
    return passage % 2 == 0 ? MarkColour::Yellow : MarkColour::Blue;
}

ColumnPainter::ColumnPainter(QPainter &painter, DocumentLayout &layout, const Comparison &comparison,
                             int account, const CompareLook &look, const Tokens &tokens, QPointF origin)
    : m_painter(painter)
    , m_layout(layout)
    , m_comparison(comparison)
    , m_account(account)
    , m_look(look)
    , m_tokens(tokens)
    , m_origin(origin)
{}

void ColumnPainter::paint(int firstRow, int lastRow)
{
    m_painter.setRenderHint(QPainter::Antialiasing);
    for (int row = firstRow; row < lastRow; ++row) {
        paintPassages(row);
        paintDifferences(row);
        paintOnly(row);
        paintText(row);
    }
    for (size_t i = 0; i < m_comparison.passages.size(); ++i) {
        const TextRange place = m_comparison.passages[i].places[size_t(m_account)];
        const int row = place.isEmpty() ? -1 : m_layout.rowOf(place.start);
        if (row >= firstRow && row < lastRow && showsPassage(int(i)))
            paintNumber(int(i));
    }
}

QPointF ColumnPainter::at(int row) const
{
    return {m_origin.x(), m_origin.y() + qreal(m_layout.textTop(row))};
}

std::vector<QRectF> ColumnPainter::boxes(int row, TextRange range)
{
    std::vector<QRectF> result = m_layout.paragraph(row).boxes(range);
    for (QRectF &box : result)
        box.translate(at(row));
    return result;
}

bool ColumnPainter::showsPassage(int passage) const
{
    switch (m_look.filter) {
    case CompareFilter::OnlyHere:
        return false;
    case CompareFilter::Different:
        return m_comparison.passages[size_t(passage)].differs;
    case CompareFilter::All:
    case CompareFilter::Shared:
        break;
    }
    return true;
}

std::vector<TextRange> ColumnPainter::pieces(int passage) const
{
    TextRange rest = m_comparison.passages[size_t(passage)].places[size_t(m_account)];
    std::vector<TextRange> result;
    for (const ComparedDifference &difference : m_comparison.accounts[size_t(m_account)].differences) {
        if (difference.passage != passage || difference.kind != AccountDifferenceKind::Interruption ||
            difference.range.isEmpty())
            continue;
        result.push_back({rest.start, std::max(rest.start, difference.range.start)});
        rest.start = std::max(rest.start, difference.range.end);
    }
    result.push_back(rest);
    return result;
}

void ColumnPainter::paintPassages(int row)
{
    const TextRange rowRange = m_layout.piece(row).range;
    for (size_t i = 0; i < m_comparison.passages.size(); ++i) {
        const TextRange place = m_comparison.passages[i].places[size_t(m_account)];
        if (place.isEmpty() || !place.intersects(rowRange) || !showsPassage(int(i)))
            continue;
        const MarkColour colour = passageColour(m_comparison, int(i));
        for (const TextRange &piece : pieces(int(i))) {
            if (!piece.intersects(rowRange))
                continue;
            for (const QRectF &box : boxes(row, piece)) {
                m_painter.fillRect(box, m_tokens.markOf(colour));
                m_painter.fillRect(QRectF(box.left(), box.bottom() - edgeWidth, box.width(), edgeWidth),
                                   m_tokens.markEdgeOf(colour));
                if (m_look.flashed != int(i) || m_look.flashStrength <= 0)
                    continue;
                QColor glow = m_tokens.accent;
                glow.setAlphaF(float(0.22 * m_look.flashStrength));
                m_painter.fillRect(box, glow);
            }
        }
    }
}

void ColumnPainter::paintDifferences(int row)
{
    const TextRange rowRange = m_layout.piece(row).range;
    for (const ComparedDifference &difference : m_comparison.accounts[size_t(m_account)].differences) {
        if (difference.range.isEmpty() || !difference.range.intersects(rowRange) ||
            !showsPassage(difference.passage) || difference.kind == AccountDifferenceKind::Interruption)
            continue;
        const bool isTypographic = difference.kind == AccountDifferenceKind::Typographic;
        if (isTypographic && !m_look.typography)
            continue;
        for (const QRectF &box : boxes(row, difference.range)) {
            if (isTypographic) {
                m_painter.setPen(QPen(m_tokens.ink3, 1, Qt::DotLine));
                m_painter.drawLine(QPointF(box.left(), box.bottom() - 4),
                                   QPointF(box.right(), box.bottom() - 4));
                continue;
            }
            m_painter.setPen(Qt::NoPen);
            m_painter.setBrush(m_tokens.difference);
            m_painter.drawRoundedRect(box.adjusted(-1.5, 1, 1.5, -1), 4, 4);
            if (isStrong(difference.kind))
                m_painter.fillRect(QRectF(box.left(), box.bottom() - strongEdge, box.width(), strongEdge),
                                   m_tokens.danger);
        }
    }
}

/// What no other account has is underlined in dots where it is asked for.
void ColumnPainter::paintOnly(int row)
{
    if (m_look.filter != CompareFilter::OnlyHere)
        return;
    const TextRange rowRange = m_layout.piece(row).range;
    m_painter.setPen(QPen(m_tokens.accent, 1.5, Qt::DotLine));
    for (const TextRange &sentence : m_comparison.accounts[size_t(m_account)].only) {
        if (!sentence.intersects(rowRange))
            continue;
        for (const QRectF &box : boxes(row, sentence))
            m_painter.drawLine(QPointF(box.left(), box.bottom() - 3), QPointF(box.right(), box.bottom() - 3));
    }
}

void ColumnPainter::paintText(int row)
{
    const BlockKind kind = m_layout.block(row).kind;
    if (kind == BlockKind::Image || kind == BlockKind::Rule)
        return;
    const TextRange rowRange = m_layout.piece(row).range;
    QList<QTextLayout::FormatRange> over;
    m_painter.setPen(m_tokens.ink);
    if (m_look.filter != CompareFilter::All) {
        m_painter.setPen(m_tokens.ink3);
        QTextCharFormat shown;
        shown.setForeground(m_tokens.ink);
        // Stretches that only a space parts are one: a layout recolours none that touches another.
        const auto stress = [&](TextRange range) {
            const TextRange part = range.intersected(rowRange);
            if (part.isEmpty())
                return;
            const int start = int(part.start - rowRange.start);
            if (!over.isEmpty() && start - (over.last().start + over.last().length) <= 1)
                over.last().length =
                    std::max(over.last().length, start + int(part.length()) - over.last().start);
            else
                over.append({start, int(part.length()), shown});
        };
        if (m_look.filter == CompareFilter::OnlyHere) {
            for (const TextRange &sentence : m_comparison.accounts[size_t(m_account)].only)
                stress(sentence);
        } else {
            for (size_t i = 0; i < m_comparison.passages.size(); ++i)
                if (showsPassage(int(i)))
                    for (const TextRange &piece : pieces(int(i)))
                        stress(piece);
        }
    }
    m_layout.paragraph(row).draw(m_painter, at(row), over);
}

void ColumnPainter::paintNumber(int passage)
{
    const TextRange place = m_comparison.passages[size_t(passage)].places[size_t(m_account)];
    const QRectF caret = m_layout.caretRect(place.start).translated(m_origin);
    const QRectF disc(m_origin.x() - discGap - discSide / 2, caret.center().y() - discSide / 2, discSide,
                      discSide);
    const MarkColour colour = passageColour(m_comparison, passage);
    m_painter.setPen(QPen(m_tokens.markEdgeOf(colour), 1));
    m_painter.setBrush(m_tokens.markOf(colour));
    m_painter.drawEllipse(disc.adjusted(0.5, 0.5, -0.5, -0.5));
    m_painter.setPen(m_tokens.ink);
    m_painter.setFont(Fonts::ui(10, QFont::DemiBold));
    m_painter.drawText(disc, Qt::AlignCenter, QString::number(passage + 1));
}

} // namespace Lectern
