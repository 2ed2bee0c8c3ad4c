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
    m_info = {block * termsPerBlock, 0,           0, start.packed, start.postingBlocks,
              start.positionBlocks,  start.tails, 0, start.bitsets};
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
    m_shared = std::min<size_t>(takeVarint(m_at, end), m_length);
    size_t added = takeVarint(m_at, end);
    added = std::min({added, longestTerm - m_shared, size_t(end - m_at)});
    // A copy of a fixed size is no call; what is behind the term does not matter.
    constexpr size_t mostly = 16;
    if (added <= mostly && size_t(end - m_at) >= mostly && m_shared + mostly <= longestTerm)
        std::memcpy(m_letters.data() + m_shared, m_at, mostly);
    else
        std::memcpy(m_letters.data() + m_shared, m_at, added);
    m_at += added;
    m_length = m_shared + added;

    m_info.id = m_next++;
    if (m_arrays->docCount == 0) // words by themselves
        return true;
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
    // Walks seek what is near behind the term they stand at.
    auto start = keys.begin();
    auto stop = keys.end();
    const size_t here = m_info.id / termsPerBlock;
    if (m_next > 0 && here < keys.size() && keys[here] < key) {
        start += qptrdiff(here);
        for (size_t step = 1; step < size_t(stop - start); step *= 2) {
            if (start[qptrdiff(step)] >= key) {
                stop = start + qptrdiff(step);
                break;
            }
            start += qptrdiff(step);
        }
    }
    // Blocks before `first` begin before the term; those that share its first eight bytes must be looked at.
    quint32 first = quint32(std::lower_bound(start, stop, key) - keys.begin());
    quint32 last = first;
    if (first < keys.size() && keys[first] == key)
        last = quint32(std::upper_bound(keys.begin() + first, keys.end(), key) - keys.begin());
    while (first < last) {
        const quint32 middle = first + (last - first) / 2;
        enterBlock(middle);
        if (next() && term() < from)
            first = middle + 1;
        else
            last = middle;
    }
    enterBlock(first == 0 ? 0 : first - 1);
    return scanTo(from);
}

/// Goes on from the beginning of a block. A term that shares more with the one before it than that does with
/// `from` is before `from` as well, and one that shares less is behind.
bool TermCursor::scanTo(std::string_view from)
{
    size_t common = 0; // what the term before shares with `from`
    while (next()) {
        if (m_next % termsPerBlock == 1)
            common = 0;
        else if (m_shared != common) {
            if (m_shared > common)
                continue;
            return true;
        }
        const std::string_view rest = term().substr(common);
        const std::string_view wanted = from.substr(common);
        const size_t shorter = std::min(rest.size(), wanted.size());
        size_t same = 0;
        while (same < shorter && rest[same] == wanted[same])
            ++same;
        if (same == wanted.size() || (same < rest.size() && quint8(rest[same]) > quint8(wanted[same])))
            return true;
        common += same;
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
