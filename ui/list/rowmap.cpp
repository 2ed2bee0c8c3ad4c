#include "list/rowmap.h"

#include "library/articlelistmodel.h"
#include "list/rowpainter.h"

namespace Lectern {

namespace {

constexpr int articleHeight = RowPainter::articleHeight;
constexpr int bottomMargin = 8;

} // namespace

int RowMap::labelHeight() const
{
    return m_model.grouping() == Grouping::Stories ? RowPainter::storyHeight : RowPainter::sectionHeight;
}

int RowMap::topOf(int row) const
{
    const int sectionsAbove = m_model.sectionsUpTo(row - 1);
    return sectionsAbove * labelHeight() + (row - sectionsAbove) * articleHeight;
}

int RowMap::contentHeight() const
{
    const int rows = m_model.rowCount();
    return rows > 0 ? topOf(rows) + bottomMargin : 0;
}

int RowMap::rowAt(int y) const
{
    if (y < 0 || y >= topOf(m_model.rowCount()))
        return -1;
    int sections = 0; // how many labels begin at or above y
    for (int count = m_model.sectionCount(); count > 0;) {
        const int half = count / 2;
        const bool isAbove = topOf(m_model.sectionRow(sections + half)) <= y;
        sections += isAbove ? half + 1 : 0;
        count = isAbove ? count - half - 1 : half;
    }
    if (sections == 0)
        return y / articleHeight;
    const int label = m_model.sectionRow(sections - 1);
    const int below = y - topOf(label) - labelHeight();
    return below < 0 ? label : label + 1 + below / articleHeight;
}

int RowMap::labelOrSelf(int row) const
{
    const int sections = m_model.sectionsUpTo(row);
    const bool isFirst = sections > 0 && m_model.sectionRow(sections - 1) == row - 1;
    return isFirst ? row - 1 : row;
}

int RowMap::nearestArticle(int row, int step) const
{
    if (m_model.articleCount() == 0)
        return -1;
    row = qBound(0, row, m_model.rowCount() - 1);
    if (m_model.article(row))
        return row;
    const int beyond = m_model.neighbour(row, step);
    return beyond >= 0 ? beyond : m_model.neighbour(row, -step);
}

int RowMap::moved(int row, Move move, int page) const
{
    const int last = m_model.rowCount() - 1;
    const int distance = qMax(articleHeight, page - articleHeight);
    switch (move) {
    case Move::Up:
        return qMax(m_model.neighbour(row, -1), nearestArticle(0, 1));
    case Move::Down: {
        const int next = m_model.neighbour(row, 1);
        return next >= 0 ? next : row;
    }
    case Move::PageUp:
        return nearestArticle(rowAt(qMax(0, topOf(row) - distance)), -1);
    case Move::PageDown:
        return nearestArticle(rowAt(qMin(topOf(last + 1) - 1, topOf(row) + distance)), 1);
    case Move::Home:
        return nearestArticle(0, 1);
    case Move::End:
        return nearestArticle(last, -1);
    }
    return row;
}

} // namespace Lectern
