#pragma once

namespace Lectern {

class ArticleListModel;

/// Where the rows of the list stand, in pixels from its beginning, and which row a move leads to. Sections
/// are few, so a row's place is known from the number of section labels above it: every answer costs O(log
/// sections).
class RowMap final
{
public:
    /// What a key asks for.
    enum class Move { Up, Down, PageUp, PageDown, Home, End };

    explicit RowMap(const ArticleListModel &model)
        : m_model(model)
    {}

    /// The top of a row; for the row behind the last one, the bottom of the last.
    int topOf(int row) const;
    int heightOf(int row) const { return topOf(row + 1) - topOf(row); }
    /// Of all rows, with a margin behind the last.
    int contentHeight() const;
    /// The row at a height; -1 outside.
    int rowAt(int y) const;
    /// The row whose label must be seen together with this one: its own section's when it is the first
    /// article there, else itself.
    int labelOrSelf(int row) const;

    /// `row` when it is an article's, else the next one in the direction of `step`, else the next one in the
    /// other; -1 when there are no articles. Rows outside count as the nearest row.
    int nearestArticle(int row, int step) const;
    /// The article row that a move from an article row leads to; the row itself at the ends. `page` is the
    /// viewport's height.
    int moved(int row, Move move, int page) const;

private:
    int labelHeight() const;

    const ArticleListModel &m_model;
};

} // namespace Lectern
