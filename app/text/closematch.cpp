#include "text/closematch.h"

#include <QString>

#include <algorithm>
#include <array>
#include <vector>

namespace Lectern {

namespace {

/// Column after column of the table of edit distances, 64 rows in a word.
class Columns
{
public:
    enum class Beginning { Anywhere, Here };

    Columns(QStringView pattern, Beginning beginning)
        : m_blocks(size_t((pattern.size() + 63) / 64))
        , m_lastBit(quint64(1) << ((pattern.size() - 1) % 64))
        , m_top(beginning == Beginning::Anywhere ? 0 : 1)
        , m_distance(pattern.size())
    {
        m_rows.fill(-1);
        m_bits.assign(m_blocks.size(), 0); // of units that the pattern does not have
        for (qsizetype i = 0; i < pattern.size(); ++i)
            m_bits[row(pattern[i].unicode()) + size_t(i / 64)] |= quint64(1) << (i % 64);
    }

    /// The distance of the whole pattern to what ends with this unit.
    qsizetype advance(QChar unit)
    {
        const quint64 *bits = m_bits.data() + knownRow(unit.unicode());
        int carry = m_top;
        for (size_t i = 0; i + 1 < m_blocks.size(); ++i)
            carry = advance(m_blocks[i], bits[i], carry, quint64(1) << 63);
        m_distance += advance(m_blocks.back(), bits[m_blocks.size() - 1], carry, m_lastBit);
        return m_distance;
    }

private:
    struct Block
    {
        quint64 plus = ~quint64(0);
        quint64 minus = 0;
    };
    struct Other
    {
        char16_t unit;
        size_t row;
    };

    static int advance(Block &block, quint64 equal, int carry, quint64 last)
    {
        const quint64 xv = equal | block.minus;
        if (carry < 0)
            equal |= 1;
        const quint64 xh = (((equal & block.plus) + block.plus) ^ block.plus) | equal;
        quint64 plus = block.minus | ~(xh | block.plus);
        quint64 minus = block.plus & xh;
        const int out = (plus & last) ? 1 : (minus & last) ? -1 : 0;
        plus = (plus << 1) | quint64(carry > 0);
        minus = (minus << 1) | quint64(carry < 0);
        block.plus = minus | ~(xv | plus);
        block.minus = plus & xv;
        return out;
    }

    size_t knownRow(char16_t unit) const
    {
        if (unit < m_rows.size())
            return m_rows[unit] < 0 ? 0 : size_t(m_rows[unit]);
        for (const Other &other : m_others)
            if (other.unit == unit)
                return other.row;
        return 0;
    }

    size_t row(char16_t unit)
    {
        if (const size_t known = knownRow(unit))
            return known;
        const size_t fresh = m_bits.size();
        m_bits.resize(fresh + m_blocks.size(), 0);
        if (unit < m_rows.size())
            m_rows[unit] = int(fresh);
        else
            m_others.push_back({unit, fresh});
        return fresh;
    }

    std::vector<Block> m_blocks;
    quint64 m_lastBit;
    int m_top;
    qsizetype m_distance;
    std::vector<quint64> m_bits; ///< for each unit of the pattern one word a block, behind those of others
    std::array<int, 0x100> m_rows;
    std::vector<Other> m_others;
};

} // namespace

CloseMatch closestMatch(QStringView pattern, QStringView text)
{
    if (pattern.isEmpty())
        return {};
    CloseMatch best{{0, 0}, pattern.size()};
    Columns forward(pattern, Columns::Beginning::Anywhere);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const qsizetype distance = forward.advance(text[i]);
        if (distance < best.distance)
            best = {{0, i + 1}, distance};
    }
    QString backwards = pattern.toString();
    std::reverse(backwards.begin(), backwards.end());
    Columns backward(backwards, Columns::Beginning::Here);
    qsizetype start = best.range.end;
    qsizetype least = pattern.size();
    const qsizetype furthest = std::max<qsizetype>(0, best.range.end - pattern.size() - best.distance);
    for (qsizetype i = best.range.end; i > furthest && least > best.distance; --i) {
        const qsizetype distance = backward.advance(text[i - 1]);
        if (distance < least) {
            least = distance;
            start = i - 1;
        }
    }
    best.range.start = start;
    return best;
}

qsizetype editDistance(QStringView one, QStringView other)
{
    if (one.isEmpty())
        return other.size();
    qsizetype distance = one.size();
    Columns columns(one, Columns::Beginning::Here);
    for (const QChar unit : other)
        distance = columns.advance(unit);
    return distance;
}

qsizetype distanceToBeginning(QStringView pattern, QStringView text)
{
    if (pattern.isEmpty())
        return 0;
    qsizetype least = pattern.size();
    Columns columns(pattern, Columns::Beginning::Here);
    for (const QChar unit : text)
        least = std::min(least, columns.advance(unit));
    return least;
}

} // namespace Lectern
