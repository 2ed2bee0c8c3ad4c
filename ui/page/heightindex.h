#pragma once

#include <QtGlobal>

#include <vector>

namespace Lectern {

/// Heights of many rows in pixels, in a Fenwick tree: a height is changed, and the row under a y is found, in
/// logarithmic time.
class HeightIndex final
{
public:
    void assign(std::vector<int> heights);

    int count() const { return int(m_heights.size()); }
    int height(int row) const { return m_heights[size_t(row)]; }
    void setHeight(int row, int height);

    /// Sum of the heights of all rows before this one; `row` may be count().
    qint64 top(int row) const;
    qint64 total() const { return m_total; }
    /// The row that holds y; the first or the last row when y lies outside; -1 when there are no rows.
    int rowAt(qint64 y) const;

private:
    std::vector<int> m_heights;
    std::vector<qint64> m_tree; ///< 1-based: node i holds the sum of the (i & -i) rows that end at row i
    qint64 m_total = 0;
};

} // namespace Lectern
