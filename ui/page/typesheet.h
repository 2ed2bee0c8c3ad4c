#pragma once

#include "style/readingstyle.h"
#include "text/block.h"

#include <QFont>

#include <array>

namespace Lectern {

enum class InkRole : quint8 { Ink, Ink2, Ink3 };

/// How one kind of block is set. Lengths in logical pixels.
struct BlockStyle
{
    QFont font;
    int lineHeight = 29; ///< distance of base lines
    int leading = 0;     ///< indent on the side where reading starts
    int trailing = 0;    ///< indent on the other side
    InkRole ink = InkRole::Ink;
    bool justified = false;
};

/// All block styles that follow from one reading style: the type scale of the reading pane.
class TypeSheet final
{
public:
    /// `columnWidth` is what there is room for; narrow columns get smaller titles.
    TypeSheet(const ReadingStyle &style, int columnWidth);

    const ReadingStyle &style() const { return m_style; }
    const BlockStyle &title() const { return m_title; }
    /// `level` as in Block; anything beyond the deepest level we set is set like the deepest.
    const BlockStyle &of(BlockKind kind, int level) const;
    /// The family of code, preformatted text and inline code.
    static QString monospacedFamily();

    /// Width of the column that a style's measure asks for.
    static int columnWidth(const ReadingStyle &style);
    /// Space between two neighbouring blocks.
    int gap(const Block &above, const Block &below) const;
    /// The indent of one level of a list or quotation.
    int indentStep() const { return m_indentStep; }

    static constexpr int prePadding = 12; ///< between preformatted text and the edge of its ground

private:
    BlockStyle make(qreal scale, qreal lineHeight) const;
    int em(qreal ems) const;

    static constexpr int deepest = 6;
    ReadingStyle m_style;
    int m_indentStep = 26;
    BlockStyle m_title;
    BlockStyle m_paragraph;
    BlockStyle m_pre;
    BlockStyle m_verse;
    BlockStyle m_cell;
    BlockStyle m_small; ///< captions and bylines
    BlockStyle m_image;
    BlockStyle m_rule;
    std::array<BlockStyle, deepest> m_headings;
    std::array<BlockStyle, deepest> m_listItems;
    std::array<BlockStyle, deepest> m_quotes;
};

} // namespace Lectern
