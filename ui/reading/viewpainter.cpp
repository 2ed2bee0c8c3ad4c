#include "reading/viewpainter.h"

#include "page/documentlayout.h"
#include "reading/markpainter.h"
#include "reading/overlay.h"
#include "style/fonts.h"
#include "style/tokens.h"

#include <QCoreApplication>
#include <QPainter>

namespace Lectern {

namespace {

constexpr qreal hitRadius = 4;
constexpr qreal hitWiden = 2; ///< a hit is so much wider than its word on each side
constexpr qreal hitInset = 1; ///< and so much lower than its line, above and below
constexpr qreal quoteBar = 3;

QColor inkOf(InkRole role, const Tokens &tokens)
{
    switch (role) {
    case InkRole::Ink2:
        return tokens.ink2;
    case InkRole::Ink3:
        return tokens.ink3;
    case InkRole::Ink:
        break;
    }
    return tokens.ink;
}

} // namespace

ViewPainter::ViewPainter(QPainter &painter, DocumentLayout &layout, const Overlay &overlay,
                         const Tokens &tokens, QPointF origin)
    : m_painter(painter)
    , m_layout(layout)
    , m_overlay(overlay)
    , m_tokens(tokens)
    , m_origin(origin)
{}

void ViewPainter::paint(int first, int last)
{
    m_painter.setRenderHint(QPainter::Antialiasing);
    for (int row = first; row < last; ++row) {
        paintGround(row);
        paintOverlay(row);
        paintText(row);
        paintCaret(row);
    }
}

QPointF ViewPainter::at(int row) const
{
    return {m_origin.x(), m_origin.y() + qreal(m_layout.textTop(row))};
}

std::vector<QRectF> ViewPainter::boxes(int row, TextRange range)
{
    std::vector<QRectF> result = m_layout.paragraph(row).boxes(range);
    for (QRectF &box : result)
        box.translate(at(row));
    return result;
}

void ViewPainter::paintGround(int row)
{
    switch (m_layout.block(row).kind) {
    case BlockKind::Pre:
        paintPreGround(row);
        break;
    case BlockKind::Quote:
        paintQuoteBars(row);
        break;
    case BlockKind::ListItem:
        if (m_layout.piece(row).isFirst)
            paintBullet(row);
        break;
    case BlockKind::Image:
    case BlockKind::Rule:
        paintObject(row);
        break;
    default:
        break;
    }
}

/// Rows of one preformatted block share a rounded ground, of which each paints its own slice.
void ViewPainter::paintPreGround(int row)
{
    const Piece &piece = m_layout.piece(row);
    const int padding = TypeSheet::prePadding;
    const QRectF text(at(row), QSizeF(m_layout.columnWidth(), m_layout.textHeight(row)));
    const QRectF slice = text.adjusted(0, piece.isFirst ? -padding : 0, 0, piece.isLast ? padding : 0);
    const QRectF ground = slice.adjusted(0, piece.isFirst ? 0 : -padding, 0, piece.isLast ? 0 : padding);
    m_painter.save();
    m_painter.setClipRect(slice);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_tokens.noteBox);
    m_painter.drawRoundedRect(ground, 8, 8);
    m_painter.restore();
}

void ViewPainter::paintQuoteBars(int row)
{
    const int step = m_layout.sheet().indentStep();
    const bool rightToLeft = m_layout.paragraph(row).isRightToLeft();
    const Block block = m_layout.block(row);
    const bool follows = row > 0 && m_layout.block(row - 1).kind == BlockKind::Quote;
    const int levels = qMax(1, int(block.level));
    for (int level = 0; level < levels; ++level) {
        // The bar runs through the space between two quotations of at least that depth.
        const bool joins = follows && qMax(1, int(m_layout.block(row - 1).level)) > level;
        const qreal up = joins ? m_layout.spaceAbove(row) : 0;
        const qreal x = rightToLeft ? m_layout.columnWidth() - level * step - quoteBar : level * step;
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_tokens.line);
        m_painter.drawRect(
            QRectF(at(row) + QPointF(x, -up), QSizeF(quoteBar, m_layout.textHeight(row) + up)));
    }
}

void ViewPainter::paintBullet(int row)
{
    const Block block = m_layout.block(row);
    const QStringView text =
        QStringView(m_layout.article()->text()).mid(block.range.start, block.range.length());
    // "1." or "12)" at the beginning of the words is their own sign.
    if (text.size() > 2 && text[0].isDigit() && QStringView(u".)").contains(text[text[1].isDigit() ? 2 : 1]))
        return;
    const ParagraphLayout &paragraph = m_layout.paragraph(row);
    const BlockStyle &style = m_layout.blockStyle(row);
    const qreal side = style.font.pixelSize() * 0.27;
    const qreal out = m_layout.sheet().indentStep() * 0.5;
    const qreal x =
        paragraph.isRightToLeft() ? m_layout.columnWidth() - style.leading + out : style.leading - out;
    const QPointF centre = at(row) + QPointF(x, paragraph.baseLine(0) - style.font.pixelSize() * 0.26);
    const QRectF sign(centre.x() - side / 2, centre.y() - side / 2, side, side);
    m_painter.setPen(block.level == 2 ? QPen(m_tokens.ink3, 1.25) : QPen(Qt::NoPen));
    m_painter.setBrush(block.level == 2 ? QBrush(Qt::NoBrush) : QBrush(m_tokens.ink3));
    if (block.level > 2)
        m_painter.drawRect(sign.adjusted(0.5, 0.5, -0.5, -0.5));
    else
        m_painter.drawEllipse(sign);
}

void ViewPainter::paintObject(int row)
{
    const QRectF area(at(row), QSizeF(m_layout.columnWidth(), m_layout.textHeight(row)));
    if (m_layout.block(row).kind == BlockKind::Rule) {
        const qreal length = qMin(area.width(), 120.0);
        m_painter.fillRect(QRectF(area.center().x() - length / 2, area.center().y(), length, 1),
                           m_tokens.line);
        return;
    }
    m_painter.setPen(QPen(m_tokens.line, 1));
    m_painter.setBrush(m_tokens.noteBox);
    m_painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    m_painter.setPen(m_tokens.ink3);
    m_painter.setFont(Fonts::ui(12));
    m_painter.drawText(area, Qt::AlignCenter, QCoreApplication::translate("Lectern::ViewPainter", "image"));
}

void ViewPainter::paintOverlay(int row)
{
    const TextRange range = m_layout.piece(row).range;
    m_painter.setPen(Qt::NoPen);

    const MarkPainter marks(m_layout, m_overlay, m_tokens, row, at(row));
    marks.paintGrounds(m_painter);

    const auto [firstHit, lastHit] = m_overlay.hits.near(range);
    for (int i = firstHit; i < lastHit; ++i) {
        m_painter.setBrush(i == m_overlay.currentHit ? m_tokens.currentHit : m_tokens.hit);
        // On a mark of nearly its own colour a hit needs an outline to be seen.
        const auto [firstUnder, lastUnder] = m_overlay.markRanges.near(m_overlay.hits.at(i));
        m_painter.setPen(firstUnder < lastUnder ? QPen(m_tokens.hitTick, 1) : QPen(Qt::NoPen));
        for (const QRectF &box : boxes(row, m_overlay.hits.at(i)))
            m_painter.drawRoundedRect(box.adjusted(-hitWiden, hitInset, hitWiden, -hitInset), hitRadius,
                                      hitRadius);
    }
    m_painter.setPen(Qt::NoPen);

    if (m_overlay.flashStrength > 0) {
        QColor glow = m_tokens.accent;
        glow.setAlphaF(float(0.22 * m_overlay.flashStrength));
        m_painter.setBrush(glow);
        for (const QRectF &box : boxes(row, m_overlay.flash))
            m_painter.drawRoundedRect(box.adjusted(-hitWiden, 0, hitWiden, 0), hitRadius, hitRadius);
    }

    for (const QRectF &box : boxes(row, m_overlay.selection))
        m_painter.fillRect(box, m_tokens.selection);
    marks.paintLines(m_painter);
}

void ViewPainter::paintText(int row)
{
    const BlockKind kind = m_layout.block(row).kind;
    if (kind == BlockKind::Image || kind == BlockKind::Rule)
        return;
    const ParagraphLayout &paragraph = m_layout.paragraph(row);
    const TextRange range = paragraph.range();
    QList<QTextLayout::FormatRange> over;
    if (m_tokens.hitInk != m_tokens.ink) {
        const auto [first, last] = m_overlay.hits.near(range);
        for (int i = first; i < last; ++i) {
            const TextRange part = m_overlay.hits.at(i).intersected(range);
            if (part.isEmpty() || m_overlay.selection.intersects(part))
                continue;
            QTextCharFormat format;
            format.setForeground(i == m_overlay.currentHit ? m_tokens.currentHitInk : m_tokens.hitInk);
            over.append({int(part.start - range.start), int(part.length()), format});
        }
    }
    m_painter.setPen(inkOf(m_layout.blockStyle(row).ink, m_tokens));
    paragraph.draw(m_painter, at(row), over);
    paintLineBelow(row, m_overlay.hoveredLink, Qt::SolidLine);
    paintLineBelow(row, m_overlay.spoken.speaker, Qt::SolidLine);
    paintLineBelow(row, m_overlay.spoken.cue, Qt::DotLine);
}

void ViewPainter::paintLineBelow(int row, TextRange words, Qt::PenStyle style)
{
    const ParagraphLayout &paragraph = m_layout.paragraph(row);
    if (!words.intersects(paragraph.range()))
        return;
    const qreal width = qMax(1.0, m_layout.blockStyle(row).font.pixelSize() / 16.0);
    for (const QRectF &box : boxes(row, words)) {
        const int line = paragraph.lineAt(box.center().y() - at(row).y());
        const qreal y = at(row).y() + paragraph.baseLine(line) + 2.5 * width;
        QPen pen(m_tokens.accent, style == Qt::DotLine ? 1.5 * width : width, style, Qt::RoundCap);
        if (style == Qt::DotLine)
            pen.setDashPattern({0.01, 2});
        m_painter.setPen(pen);
        m_painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y));
    }
    m_painter.setPen(Qt::NoPen);
}

void ViewPainter::paintCaret(int row)
{
    if (m_overlay.caret < 0 || m_layout.rowOf(m_overlay.caret) != row)
        return;
    const QRectF caret = m_layout.paragraph(row).caretRect(m_overlay.caret).translated(at(row));
    m_painter.fillRect(QRectF(caret.left() - 1, caret.top() + 3, 2, caret.height() - 6), m_tokens.accent);
}

} // namespace Lectern
