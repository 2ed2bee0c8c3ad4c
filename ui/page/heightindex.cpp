#include "page/heightindex.h"

#include <bit>

namespace Lectern {

void HeightIndex::assign(std::vector<int> heights)
{
    m_heights = std::move(heights);
    m_tree.assign(m_heights.size() + 1, 0);
    m_total = 0;
    for (size_t node = 1; node < m_tree.size(); ++node) {
        const int height = m_heights[node - 1];
        m_total += height;
        m_tree[node] += height;
        const size_t parent = node + (node & (~node + 1));
        if (parent < m_tree.size())
            m_tree[parent] += m_tree[node];
    }
}

void HeightIndex::setHeight(int row, int height)
{
    const int delta = height - m_heights[size_t(row)];
    if (delta == 0)
        return;
    m_heights[size_t(row)] = height;
    m_total += delta;
    for (size_t node = size_t(row) + 1; node < m_tree.size(); node += node & (~node + 1))
        m_tree[node] += delta;
}

qint64 HeightIndex::top(int row) const
{
    qint64 sum = 0;
    for (size_t node = size_t(row); node > 0; node -= node & (~node + 1))
        sum += m_tree[node];
    return sum;
}

int HeightIndex::rowAt(qint64 y) const
{
    if (m_heights.empty())
        return -1;
    size_t node = 0;
    qint64 left = y;
    for (size_t step = std::bit_floor(m_heights.size()); step > 0; step /= 2) {
        if (node + step < m_tree.size() && m_tree[node + step] <= left) {
            node += step;
            left -= m_tree[node];
        }
    }
    return int(qMin(node, m_heights.size() - 1));
}

} // namespace Lectern
