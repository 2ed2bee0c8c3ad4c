#include "page/typesheet.h"

#include "style/fonts.h"

#include <QFontDatabase>

namespace Lectern {

namespace {

constexpr qreal titleScale = 35.0 / 19.0;
constexpr qreal titleLineHeight = 42.0 / 35.0;
constexpr qreal smallestTitle = 1.35; ///< in font sizes of the text
constexpr qreal titleInColumn = 14;   ///< a column of less than so many of its sizes makes a title smaller
constexpr qreal imageHeight = 5;      ///< of the box that stands for an image, in font sizes
constexpr qreal averageLetter = 0.5;  ///< width of an average letter of a text face, in font sizes

/// The size of titles in a column so many font sizes wide.
qreal titleScaleFor(qreal column)
{
    return qBound(smallestTitle, column / titleInColumn, titleScale);
}

} // namespace

TypeSheet::TypeSheet(const ReadingStyle &style, int columnWidth)
    : m_style(style)
    , m_indentStep(em(1.35))
    , m_title(make(titleScaleFor(qreal(columnWidth) / style.fontSize), titleLineHeight))
    , m_paragraph(make(1, style.lineHeight))
    , m_pre(make(0.8, 1.5))
    , m_verse(make(1, style.lineHeight))
    , m_cell(make(0.84, 1.45))
    , m_small(make(0.8, 1.45))
    , m_image(make(1, imageHeight))
    , m_rule(make(1, style.lineHeight))
{
    m_paragraph.justified = style.justified;
    m_verse.leading = m_indentStep;
    m_pre.font.setFamilies(QStringList(monospacedFamily()) + m_pre.font.families());
    m_pre.leading = m_pre.trailing = prePadding;
    m_cell.ink = m_small.ink = InkRole::Ink2;

    constexpr std::array<qreal, deepest> headingScale{1.42, 1.26, 1.11, 1, 1, 1};
    for (size_t i = 0; i < deepest; ++i) {
        m_headings[i] = make(headingScale[i], 1.3);
        m_headings[i].font.setBold(true);
        m_listItems[i] = m_paragraph;
        m_listItems[i].leading = m_indentStep * int(i + 1);
        m_quotes[i] = m_paragraph;
        m_quotes[i].leading = m_indentStep * int(i + 1);
        m_quotes[i].ink = InkRole::Ink2;
    }
}

QString TypeSheet::monospacedFamily()
{
    static const QString family = [] {
        for (const char *name : {"Noto Sans Mono", "DejaVu Sans Mono", "Liberation Mono"})
            if (QFontDatabase::hasFamily(QString::fromLatin1(name)))
                return QString::fromLatin1(name);
        return QFontDatabase::systemFont(QFontDatabase::FixedFont).family();
    }();
    return family;
}

int TypeSheet::em(qreal ems) const
{
    return qRound(m_style.fontSize * ems);
}

BlockStyle TypeSheet::make(qreal scale, qreal lineHeight) const
{
    BlockStyle style;
    const qreal pixels = m_style.fontSize * scale;
    style.font = Fonts::text(pixels, m_style.family);
    style.lineHeight = qRound(style.font.pixelSize() * lineHeight);
    return style;
}

const BlockStyle &TypeSheet::of(BlockKind kind, int level) const
{
    const size_t depth = size_t(qBound(1, level, deepest)) - 1;
    switch (kind) {
    case BlockKind::Heading:
        return m_headings[depth];
    case BlockKind::ListItem:
        return m_listItems[depth];
    case BlockKind::Quote:
        return m_quotes[depth];
    case BlockKind::Pre:
        return m_pre;
    case BlockKind::Verse:
        return m_verse;
    case BlockKind::Cell:
        return m_cell;
    case BlockKind::Caption:
    case BlockKind::Byline:
        return m_small;
    case BlockKind::Image:
        return m_image;
    case BlockKind::Rule:
        return m_rule;
    case BlockKind::Paragraph:
        break;
    }
    return m_paragraph;
}

int TypeSheet::columnWidth(const ReadingStyle &style)
{
    return qRound(style.measure * style.fontSize * averageLetter);
}

int TypeSheet::gap(const Block &above, const Block &below) const
{
    const auto both = [&](BlockKind kind) { return above.kind == kind && below.kind == kind; };
    int space = em(m_style.paragraphGap);
    if (below.kind == BlockKind::Heading)
        space = em(above.kind == BlockKind::Heading ? 0.6 : 1.5);
    else if (above.kind == BlockKind::Heading)
        space = em(0.45);
    else if (both(BlockKind::ListItem))
        space = em(0.32);
    else if (both(BlockKind::Cell))
        space = em(0.15);
    else if (below.kind == BlockKind::Caption)
        space = em(0.5);
    if (above.kind == BlockKind::Pre)
        space += prePadding;
    if (below.kind == BlockKind::Pre)
        space += prePadding;
    return space;
}

} // namespace Lectern
