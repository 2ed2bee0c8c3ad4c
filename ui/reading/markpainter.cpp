#include "reading/markpainter.h"

#include "page/documentlayout.h"
#include "reading/overlay.h"
#include "style/tokens.h"

#include <QPainter>

#include <algorithm>
#include <map>
#include <set>

namespace Lectern {

namespace {

constexpr qreal lineHeight = 1.5;
constexpr qreal laneHeight = 2.5; ///< a line and the space to the next
constexpr int darkLift = 125;     ///< percent: overlaps are so much lighter in dark themes

/// One piece of a mark in the row.
struct Part
{
    TextRange range;
    int mark;
};

} // namespace

MarkPainter::MarkPainter(DocumentLayout &layout, const Overlay &overlay, const Tokens &tokens, int row,
                         QPointF at)
{
    const TextRange here = layout.piece(row).range;
    const auto [first, last] = overlay.markRanges.near(here);
    if (first == last)
        return;
    const ParagraphLayout &paragraph = layout.paragraph(row);
    std::vector<Part> parts;
    std::vector<qsizetype> cuts;
    std::vector<Stretch> stretches;
    const auto addStretch = [&](TextRange range, int mark, bool isGap) {
        for (const QRectF &box : paragraph.boxes(range.intersected(here)))
            stretches.push_back({box.translated(at), mark, isGap});
    };
    for (int i = first; i < last; ++i) {
        const Mark &mark = overlay.marks[size_t(i)];
        for (const TextRange &piece : mark.parts()) {
            const TextRange part = piece.intersected(here);
            if (part.isEmpty())
                continue;
            parts.push_back({part, i});
            cuts.insert(cuts.end(), {part.start, part.end});
            addStretch(part, i, false);
        }
        for (size_t gap = 1; i == overlay.selectedMark && gap < mark.pieces.size(); ++gap)
            addStretch({mark.pieces[gap - 1].end, mark.pieces[gap].start}, i, true);
    }
    stack(stretches, overlay, tokens);

    std::sort(cuts.begin(), cuts.end());
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
    for (size_t i = 1; i < cuts.size(); ++i) {
        const TextRange stretch{cuts[i - 1], cuts[i]};
        std::vector<QColor> colours;
        for (const Part &part : parts)
            if (part.range.contains(stretch))
                colours.push_back(tokens.markOf(overlay.marks[size_t(part.mark)].colour));
        if (colours.empty())
            continue;
        const QColor colour = blended(colours, tokens.isDark);
        for (const QRectF &box : paragraph.boxes(stretch))
            m_grounds.push_back({box.translated(at), colour});
    }
}

void MarkPainter::stack(const std::vector<Stretch> &stretches, const Overlay &overlay, const Tokens &tokens)
{
    std::map<qreal, std::set<int>> lanes; // by the top of the line of text
    const auto laneOf = [&overlay](const Stretch &stretch) { return overlay.lanes[size_t(stretch.mark)]; };
    for (const Stretch &stretch : stretches)
        lanes[stretch.box.top()].insert(laneOf(stretch));
    for (const Stretch &stretch : stretches) {
        const std::set<int> &here = lanes[stretch.box.top()];
        const auto below = std::distance(here.begin(), here.find(laneOf(stretch)));
        const QRectF &box = stretch.box;
        const QRectF line(box.left(), box.bottom() - laneHeight * qreal(below) - lineHeight, box.width(),
                          lineHeight);
        const QColor &colour = tokens.markEdgeOf(overlay.marks[size_t(stretch.mark)].colour);
        (stretch.isGap ? m_gaps : m_lines).push_back({line, colour});
    }
}

QColor MarkPainter::blended(const std::vector<QColor> &grounds, bool isDark)
{
    if (grounds.size() == 1)
        return grounds.front();
    // On light paper highlighters darken each other; on dark paper that would make the words' ground black,
    // so there they mix and glow a little. Both leave the words legible (tested).
    const auto mixed = [&](int (QColor::*channel)() const) {
        int product = 255;
        int sum = 0;
        for (const QColor &ground : grounds) {
            product = product * (ground.*channel)() / 255;
            sum += (ground.*channel)();
        }
        return isDark ? sum / int(grounds.size()) : product;
    };
    const QColor mix(mixed(&QColor::red), mixed(&QColor::green), mixed(&QColor::blue));
    return isDark ? mix.lighter(darkLift) : mix;
}

void MarkPainter::paintGrounds(QPainter &painter) const
{
    for (const Ground &ground : m_grounds)
        painter.fillRect(ground.box, ground.colour);
}

void MarkPainter::paintLines(QPainter &painter) const
{
    for (const Ground &line : m_lines)
        painter.fillRect(line.box, line.colour);
    for (const Ground &gap : m_gaps) {
        QPen dots(gap.colour, lineHeight, Qt::CustomDashLine, Qt::RoundCap);
        dots.setDashPattern({0.1, 3});
        painter.setPen(dots);
        const qreal y = gap.box.center().y();
        painter.drawLine(QPointF(gap.box.left() + 2, y), QPointF(gap.box.right() - 2, y));
    }
    painter.setPen(Qt::NoPen);
}

} // namespace Lectern
