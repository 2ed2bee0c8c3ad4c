#include "search/termdictionary.h"

#include "search/varint.h"

#include <algorithm>
#include <cstring>

namespace Lectern {

quint64 termKey(std::string_view term)
{
    quint64 key = 0;
    for (size_t i = 0; i < 8; ++i)
        key = key << 8 | (i < term.size() ? quint8(term[i]) : 0);
    return key;
}

void TermCursor::enterBlock(quint32 block)
{
    const TermBlock &start = m_arrays->termBlocks[block];
    m_at = m_arrays->names.data() + std::min<size_t>(start.names, m_arrays->names.size());
    m_length = 0;
    m_info = {block * termsPerBlock, 0, 0, start.packed, start.postingBlocks, start.positionBlocks, start.tails, 0,
              start.bitsets};
    m_packedUnits = 0;
    m_bitsets = start.bitsets;
    m_next = block * termsPerBlock;
}

bool TermCursor::next()
{
    if (m_next >= m_arrays->termCount) {
        m_info.id = m_arrays->termCount;
        m_next = std::max(m_next, 1U);
        return false;
    }
    if (m_next % termsPerBlock == 0) {
        enterBlock(m_next / termsPerBlock);
    } else { // behind what the term before takes
        m_info.packed += m_packedUnits;
        m_info.postingBlocks += m_info.wholeBlocks();
        m_info.positionBlocks += m_arrays->hasPositions ? m_info.wholePositionBlocks() : 0;
        m_info.tail += m_info.tailBytes;
    }
    const quint8 *const end = m_arrays->names.data() + m_arrays->names.size();
    const size_t shared = std::min<size_t>(takeVarint(m_at, end), m_length);
    size_t added = takeVarint(m_at, end);
    added = std::min({added, longestTerm - shared, size_t(end - m_at)});
    std::memcpy(m_letters.data() + shared, m_at, added);
    m_at += added;
    m_length = shared + added;

    m_info.id = m_next++;
    m_info.docCount = std::min(takeVarint(m_at, end), m_arrays->docCount);
    m_info.total = m_info.docCount;
    if (m_arrays->hasPositions)
        m_info.total += takeVarint(m_at, end);
    m_info.tailBytes = quint32(std::min<size_t>(takeVarint(m_at, end), m_arrays->tails.size()));
    m_packedUnits = m_info.docCount >= 128 ? takeVarint(m_at, end) : 0;
    m_info.bitset = m_bitsets;
    if (m_arrays->isDense(m_info.docCount))
        ++m_bitsets;
    return true;
}

bool TermCursor::seek(std::string_view from)
{
    if (m_arrays->termCount == 0)
        return false;
    const quint64 key = termKey(from);
    const auto keys = m_arrays->keys;
    // Blocks before `first` begin before the term; those that share its first eight bytes must be looked at.
    quint32 first = quint32(std::lower_bound(keys.begin(), keys.end(), key) - keys.begin());
    quint32 last = quint32(std::upper_bound(keys.begin() + first, keys.end(), key) - keys.begin());
    while (first < last) {
        const quint32 middle = first + (last - first) / 2;
        enterBlock(middle);
        if (next() && term() < from)
            first = middle + 1;
        else
            last = middle;
    }
    enterBlock(first == 0 ? 0 : first - 1);
    while (next()) {
        if (term() >= from)
            return true;
    }
    return false;
}

bool TermCursor::seekTerm(TermId id)
{
    if (id >= m_arrays->termCount)
        return false;
    const bool isAtTerm = m_next > 0 && m_info.id < m_arrays->termCount;
    const bool isAhead = isAtTerm && id + 1 >= m_next && id / termsPerBlock == (m_next - 1) / termsPerBlock;
    if (!isAhead)
        enterBlock(id / termsPerBlock);
    while (m_next <= id)
        next();
    return true;
}

std::optional<TermInfo> findTerm(const FieldArrays &arrays, std::string_view term)
{
    TermCursor cursor(arrays);
    if (!cursor.seek(term) || cursor.term() != term)
        return std::nullopt;
    return cursor.info();
}

} // namespace Lectern
