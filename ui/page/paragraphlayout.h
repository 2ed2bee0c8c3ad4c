#pragma once

#include "base/textrange.h"
#include "page/typesheet.h"

#include <QTextLayout>

#include <span>
#include <vector>

class QPainter;

namespace Lectern {

/// What a hit test asks for: the gap between two characters that is nearest, or the character under the
/// point.
enum class HitMode : quint8 { Gap, Character };

/// What else bears on the layout of a piece, besides its text and block style.
struct LayoutContext
{
    int width = 600;          ///< of the column, logical pixels
    bool rightToLeft = false; ///< reading direction of the whole block
    QColor linkInk;
};

/// A piece of an article laid out in lines of a fixed distance. All offsets are UTF-16 units of the article's
/// text; all points are in the piece, (0, 0) at the column's left and the piece's top. It never changes
/// characters: those that cannot be drawn have a stand-in of the same length.
class ParagraphLayout final
{
public:
    ParagraphLayout(QStringView text, TextRange range, std::span<const Span> spans, const BlockStyle &style,
                    const LayoutContext &context);

    TextRange range() const { return m_range; }
    int height() const { return m_height; }
    bool isRightToLeft() const { return m_rightToLeft; }

    int lineCount() const { return int(m_lines.size()); }
    int lineOf(qsizetype offset) const;
    int lineAt(qreal y) const;
    TextRange lineRange(int line) const;
    int lineTop(int line) const { return m_lines[size_t(line)].top; }
    int lineHeight(int line) const { return m_lines[size_t(line)].height; }

    /// The offset under a point; outside of the text the nearest.
    qsizetype offsetAt(QPointF point, HitMode mode) const;
    /// Where a caret before the offset stands, one line high and 1 px wide.
    QRectF caretRect(qsizetype offset) const;
    /// The boxes of a range, one or more a line, each a line high. Spaces at line ends are left out.
    std::vector<QRectF> boxes(TextRange range) const;
    /// The caret positions of a reader: never inside an emoji, a letter with its marks or a surrogate pair.
    bool isCaretPosition(qsizetype offset) const;
    qsizetype nextCaretPosition(qsizetype offset) const;
    qsizetype previousCaretPosition(qsizetype offset) const;

    /// Draws the text in the painter's pen; `over` recolours stretches (offsets in it count from
    /// range().start).
    void draw(QPainter &painter, QPointF at, const QList<QTextLayout::FormatRange> &over) const;
    /// The base line of a line, from the piece's top.
    qreal baseLine(int line) const;

private:
    struct Line
    {
        int top;
        int height;
    };

    /// A character as a reader sees it, with its place in its line; offsets count from range().start.
    struct CharacterBox
    {
        int start;
        int end;
        qreal left;
        qreal right;
        bool isRightToLeft;
    };

    CharacterBox characterBefore(int line, qreal x) const;
    CharacterBox nearestCharacter(int line, qreal x) const;
    void setFormats(std::span<const Span> spans, const BlockStyle &style, const QColor &linkInk);
    void breakLines(const BlockStyle &style, const LayoutContext &context);
    int local(qsizetype offset) const;

    TextRange m_range;
    QTextLayout m_layout;
    std::vector<Line> m_lines;
    int m_height = 0;
    bool m_rightToLeft = false;
    bool m_isBidirectional = false; ///< a range of it may be drawn in several stretches of one line
};

} // namespace Lectern
