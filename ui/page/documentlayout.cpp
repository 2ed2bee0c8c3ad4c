#include "page/documentlayout.h"

#include <cmath>

namespace Lectern {

namespace {

constexpr int keptRows = 200;  ///< rows that stay laid out on each side of what is visible
constexpr int bottomRoom = 96; ///< pixels below the last line
constexpr int samples = 24;    ///< characters looked at to estimate the width of a row

/// Characters of double width: East Asian scripts.
bool isWide(QChar c)
{
    return c.unicode() >= 0x2e80 && c.unicode() < 0xd800;
}

} // namespace

DocumentLayout::DocumentLayout() = default;
DocumentLayout::~DocumentLayout() = default;

void DocumentLayout::setPage(ArticlePtr article, const TypeSheet &sheet, const PageRoom &room)
{
    if (article != m_article)
        m_pieces = article ? cutIntoPieces(*article) : std::vector<Piece>();
    m_article = std::move(article);
    m_sheet = sheet;
    m_room = room;
    rebuild();
}

void DocumentLayout::setLinkInk(const QColor &ink)
{
    m_linkInk = ink;
    m_layouts.clear();
}

void DocumentLayout::rebuild()
{
    m_layouts.clear();
    m_spaces.assign(m_pieces.size(), 0);
    m_measured.assign(m_pieces.size(), false);
    std::vector<int> heights(m_pieces.size());
    for (int row = 0; row < rowCount(); ++row) {
        if (row > 0 && isTitle(row - 1) && !isTitle(row))
            m_spaces[size_t(row)] = m_room.afterTitle;
        else if (row > 0 && piece(row).isFirst)
            m_spaces[size_t(row)] = m_sheet.gap(block(row - 1), block(row));
        heights[size_t(row)] = m_spaces[size_t(row)] + estimatedHeight(row);
    }
    m_heights.assign(std::move(heights));
}

Block DocumentLayout::block(int row) const
{
    const Piece &p = piece(row);
    return p.block < 0 ? Block{BlockKind::Paragraph, 0, p.range} : m_article->blocks()[size_t(p.block)];
}

bool DocumentLayout::isTitle(int row) const
{
    return piece(row).block == 0 && !m_article->isTitleDerived() &&
           m_article->blocks().front().kind == BlockKind::Heading;
}

const BlockStyle &DocumentLayout::blockStyle(int row) const
{
    if (isTitle(row))
        return m_sheet.title();
    const Block b = block(row);
    return m_sheet.of(b.kind, b.level);
}

int DocumentLayout::rowOf(qsizetype offset) const
{
    const auto behind = std::upper_bound(m_pieces.begin(), m_pieces.end(), offset,
                                         [](qsizetype o, const Piece &p) { return o < p.range.start; });
    return qMin(qMax(0, int(behind - m_pieces.begin()) - 1), rowCount() - 1);
}

int DocumentLayout::rowAt(qint64 y) const
{
    return m_heights.rowAt(y - m_room.top);
}

qint64 DocumentLayout::titleBottom() const
{
    int row = 0;
    while (row < rowCount() && isTitle(row))
        ++row;
    return m_room.top + m_heights.top(row);
}

qint64 DocumentLayout::height() const
{
    const bool isOnlyTitle = rowCount() > 0 && isTitle(rowCount() - 1);
    return m_room.top + m_heights.total() + (isOnlyTitle ? m_room.afterTitle : 0) + bottomRoom;
}

int DocumentLayout::estimatedHeight(int row) const
{
    const TextRange range = piece(row).range;
    const BlockStyle &style = blockStyle(row);
    const QStringView text = m_article->text();
    int wide = 0;
    for (int i = 0; i < samples && !range.isEmpty(); ++i)
        wide += isWide(text[range.start + range.length() * i / samples]) ? 1 : 0;
    const qreal letter = style.font.pixelSize() * (0.47 + 0.53 * wide / samples);
    const int column = qMax(style.lineHeight, m_room.column - style.leading - style.trailing);
    const int lines = qMax(1, int(std::ceil(letter * qreal(range.length()) / column)));
    return lines * style.lineHeight;
}

std::unique_ptr<ParagraphLayout> DocumentLayout::layOut(int row) const
{
    const Piece &p = piece(row);
    const QStringView text = m_article->text();
    const Block b = block(row);
    const std::vector<Span> &spans = m_article->spans();
    const auto startsBefore = [](const Span &span, qsizetype offset) { return span.range.start < offset; };
    const auto first = std::lower_bound(spans.begin(), spans.end(), b.range.start, startsBefore);
    const auto last = std::lower_bound(first, spans.end(), p.range.end, startsBefore);
    const LayoutContext context{m_room.column, text.mid(b.range.start, b.range.length()).isRightToLeft(),
                                m_linkInk};
    return std::make_unique<ParagraphLayout>(text, p.range, std::span(first, last), blockStyle(row), context);
}

void DocumentLayout::takeHeight(int row, const ParagraphLayout &layout)
{
    m_measured[size_t(row)] = true;
    const int difference = layout.height() - textHeight(row);
    if (difference == 0)
        return;
    m_heights.setHeight(row, spaceAbove(row) + layout.height());
    if (onHeightChange)
        onHeightChange(m_room.top + m_heights.top(row), difference);
}

const ParagraphLayout &DocumentLayout::paragraph(int row)
{
    std::unique_ptr<ParagraphLayout> &layout = m_layouts[row];
    if (!layout) {
        layout = layOut(row);
        takeHeight(row, *layout);
    }
    return *layout;
}

void DocumentLayout::measure(int row)
{
    if (!isMeasured(row))
        takeHeight(row, *layOut(row));
}

void DocumentLayout::forgetFarFrom(int first, int last)
{
    if (m_layouts.size() < 3 * keptRows)
        return;
    std::erase_if(m_layouts, [&](const auto &entry) {
        return entry.first < first - keptRows || entry.first > last + keptRows;
    });
}

qsizetype DocumentLayout::offsetAt(QPointF point, HitMode mode)
{
    if (rowCount() == 0)
        return 0;
    int row = rowAt(qint64(point.y()));
    const ParagraphLayout *layout = &paragraph(row);
    const qint64 y = qint64(point.y()) - textTop(row);
    // The space between two rows belongs to the nearer one.
    if (row > 0 && y < -spaceAbove(row) / 2)
        return paragraph(row - 1).offsetAt({point.x(), qreal(textHeight(row - 1) - 1)}, mode);
    return layout->offsetAt({point.x(), qreal(qBound(qint64(0), y, qint64(textHeight(row) - 1)))}, mode);
}

QRectF DocumentLayout::caretRect(qsizetype offset)
{
    const int row = rowOf(offset);
    if (row < 0)
        return {};
    const QRectF rect = paragraph(row).caretRect(offset);
    return rect.translated(0, qreal(textTop(row)));
}

qint64 DocumentLayout::roughTop(qsizetype offset) const
{
    const int row = rowOf(offset);
    if (row < 0)
        return 0;
    const TextRange range = piece(row).range;
    const qsizetype inside = qBound(qsizetype(0), offset - range.start, range.length());
    return textTop(row) + (range.isEmpty() ? 0 : textHeight(row) * inside / range.length());
}

} // namespace Lectern
