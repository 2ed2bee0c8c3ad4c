#pragma once

#include "page/heightindex.h"
#include "page/paragraphlayout.h"
#include "page/piece.h"
#include "page/typesheet.h"
#include "text/article.h"

#include <functional>
#include <memory>
#include <unordered_map>

namespace Lectern {

/// The room that a page leaves for text and header, in logical pixels.
struct PageRoom
{
    int column = 600;   ///< width
    int top = 0;        ///< above the first row, for the header
    int afterTitle = 0; ///< between the title and the row after it, for the header's lower part
};

/// An article laid out as one tall page. Rows are its pieces; a row's text is laid out when somebody looks at
/// it, and until it was measured its height is estimated. y counts logical pixels from the top of the page, x
/// from the left of the column.
class DocumentLayout final
{
public:
    DocumentLayout();
    ~DocumentLayout();
    Q_DISABLE_COPY_MOVE(DocumentLayout)

    /// Sets all that the page follows from. A null article makes an empty page.
    void setPage(ArticlePtr article, const TypeSheet &sheet, const PageRoom &room);
    const ArticlePtr &article() const { return m_article; }
    const TypeSheet &sheet() const { return m_sheet; }
    int columnWidth() const { return m_room.column; }
    void setLinkInk(const QColor &ink);

    /// Called after a row turned out to be higher or lower than it was taken for, with the top of the row's
    /// slot and the difference.
    std::function<void(qint64 top, int difference)> onHeightChange;

    int rowCount() const { return int(m_pieces.size()); }
    const Piece &piece(int row) const { return m_pieces[size_t(row)]; }
    /// The block of a row; a plain paragraph for text that no block covers.
    Block block(int row) const;
    bool isTitle(int row) const;
    const BlockStyle &blockStyle(int row) const;
    /// The row that holds the offset, or the one before it; -1 when there is no text.
    int rowOf(qsizetype offset) const;
    int rowAt(qint64 y) const;
    /// Where the row's text begins, below the space above it.
    qint64 textTop(int row) const { return m_heights.top(row) + m_room.top + spaceAbove(row); }
    /// Space between the text of the row before and the text of this one.
    int spaceAbove(int row) const { return m_spaces[size_t(row)]; }
    int textHeight(int row) const { return m_heights.height(row) - spaceAbove(row); }
    /// Where the header's part below the title belongs: the end of the title's text.
    qint64 titleBottom() const;
    int topRoom() const { return m_room.top; }
    qint64 height() const;

    /// The row's text laid out. Valid until the next call that is not const or lays out another row, but for
    /// forgetFarFrom().
    const ParagraphLayout &paragraph(int row);
    bool isMeasured(int row) const { return m_measured[size_t(row)]; }
    /// Lays a row out only to learn its height.
    void measure(int row);
    /// Drops the layouts of rows far from these; heights stay.
    void forgetFarFrom(int first, int last);

    /// The offset under a point of the page, that nearest to it when there is none.
    qsizetype offsetAt(QPointF point, HitMode mode);
    QRectF caretRect(qsizetype offset);
    /// About where an offset stands, without laying anything out.
    qint64 roughTop(qsizetype offset) const;

private:
    void rebuild();
    int estimatedHeight(int row) const;
    std::unique_ptr<ParagraphLayout> layOut(int row) const;
    void takeHeight(int row, const ParagraphLayout &layout);

    ArticlePtr m_article;
    TypeSheet m_sheet{ReadingStyle(), 600};
    PageRoom m_room;
    QColor m_linkInk;

    std::vector<Piece> m_pieces;
    std::vector<int> m_spaces;
    std::vector<bool> m_measured;
    HeightIndex m_heights; ///< of the rows' slots: space above + text
    std::unordered_map<int, std::unique_ptr<ParagraphLayout>> m_layouts;
};

} // namespace Lectern
