#include "search/postingcursor.h"

#include "search/bitpacking.h"
#include "search/bits.h"
#include "search/loosepacking.h"
#include "search/patchedpacking.h"
#include "search/varint.h"

#include <algorithm>

namespace Lectern {

namespace {

/// The packed block at `unit`; null when it does not lie within the array.
const std::byte *packedAt(const FieldArrays &arrays, quint64 unit, int width)
{
    // Nothing but zeros takes no bytes, and where all is so there is no array: that is no damage.
    static constexpr std::byte none{};
    if (width == 0)
        return &none;
    const quint64 at = unit * FieldArrays::packedUnit;
    if (width > 32 || at + BitPacking::packedBytes(width) > arrays.packed.size())
        return nullptr;
    return reinterpret_cast<const std::byte *>(arrays.packed.data() + at);
}

} // namespace

PostingCursor::PostingCursor(const FieldArrays &arrays, const TermInfo &info, Start start)
    : m_arrays(&arrays)
    , m_info(info)
{
    const size_t whole = info.wholeBlocks();
    if (info.postingBlocks <= arrays.postingBlocks.size() &&
        whole <= arrays.postingBlocks.size() - info.postingBlocks)
        m_heads = arrays.postingBlocks.subspan(info.postingBlocks, whole);
    m_blocks = quint32(m_heads.size()) + (info.docCount % 128 != 0 ? 1 : 0);
    if (start == Start::AtFirst)
        loadBlock(0);
}

quint32 PostingCursor::loadBlock(quint32 block)
{
    m_block = block;
    m_index = 0;
    m_summedIndex = 0;
    m_summed = 0;
    m_hasCodes = false;
    if (block >= m_blocks) {
        m_count = 0;
        return m_doc = end;
    }
    if (block == m_heads.size()) {
        loadTail();
    } else {
        const PostingBlock &head = m_heads[block];
        const std::byte *in = packedAt(*m_arrays, quint64(m_info.packed) + head.at, head.docBits);
        if (!in) {
            m_blocks = 0;
            m_count = 0;
            return m_doc = end;
        }
        const quint32 before = block == 0 ? end : m_heads[block - 1].last;
        BitPacking::unpackAscending(in, head.docBits, before, m_docs.data());
        m_count = 128;
        m_blockPositions = head.positions;
        // A damaged block may hold anything. Where the last document is the right one, those before it
        // ascend, unless they went round past the greatest number, for which gaps must be wide.
        const bool isSound = m_docs[127] == head.last && head.last < m_arrays->docCount &&
                             before + 1 <= head.last &&
                             (head.docBits <= 24 || std::is_sorted(m_docs.begin(), m_docs.end()));
        if (!isSound)
            m_count = 0;
    }
    if (m_count == 0) {
        m_blocks = 0;
        return m_doc = end;
    }
    if (m_heads.empty())
        m_tailCount = m_count;
    return m_doc = m_docs[0];
}

void PostingCursor::loadTail()
{
    const size_t size = m_arrays->tails.size();
    const size_t start = std::min<size_t>(m_info.tail, size);
    const quint8 *at = m_arrays->tails.data() + start;
    const quint8 *const stop = at + std::min<size_t>(m_info.tailBytes, size - start);
    m_count = m_info.docCount % 128;
    quint32 doc = m_heads.empty() ? 0 : m_heads.back().last + 1;
    quint32 places = 0;
    for (quint32 i = 0; i < m_count; ++i) {
        const quint32 step = takeVarint(at, stop);
        doc += step >> 1;
        if (doc >= m_arrays->docCount) // damaged
            m_count = i;
        m_docs[i] = doc++;
        m_codes[i] = (step & 1) != 0 ? 0 : takeVarint(at, stop);
        places += frequencyOf(m_codes[i]);
    }
    m_hasCodes = true;
    m_tailPositions = {at, stop};
    m_blockPositions = m_info.total - places;
}

void PostingCursor::loadCodes()
{
    m_hasCodes = true;
    const PostingBlock &head = m_heads[m_block];
    const std::byte *in = packedAt(*m_arrays,
                                   quint64(m_info.packed) + head.at +
                                       BitPacking::packedBytes(head.docBits) / FieldArrays::packedUnit,
                                   std::min<int>(head.codeBits, 33));
    if (in)
        BitPacking::unpack(in, head.codeBits, m_codes.data());
    else
        m_codes.fill(0);
}

quint32 PostingCursor::blockFor(quint32 target, quint32 from) const
{
    quint32 block = from;
    for (int step = 0; step < 8; ++step, ++block)
        if (block >= m_heads.size() || m_heads[block].last >= target)
            return block;
    return quint32(std::partition_point(m_heads.begin() + block, m_heads.end(),
                                        [target](const PostingBlock &head) { return head.last < target; }) -
                   m_heads.begin());
}

quint32 PostingCursor::advanceFurther(quint32 target)
{
    if (m_block == unopened) {
        loadBlock(blockFor(target, 0));
        if (m_doc >= target)
            return m_doc;
    }
    if (m_count == 0)
        return m_doc = end;
    if (m_docs[m_count - 1] < target) {
        loadBlock(blockFor(target, m_block + 1));
        if (m_doc >= target)
            return m_doc;
    }
    // A few steps are cheaper than a search; most moves are short.
    quint32 index = m_index;
    for (int step = 0; step < 4; ++step) {
        if (++index == m_count)
            return loadBlock(m_block + 1);
        if (m_docs[index] >= target) {
            m_index = index;
            return m_doc = m_docs[index];
        }
    }
    index =
        quint32(std::lower_bound(m_docs.begin() + index, m_docs.begin() + m_count, target) - m_docs.begin());
    if (index == m_count)
        return loadBlock(m_block + 1);
    m_index = index;
    return m_doc = m_docs[index];
}

float PostingCursor::bestAround(quint32 doc, quint32 *upTo)
{
    if (m_heads.empty()) { // few documents, and each is known
        if (m_block == unopened)
            loadBlock(0);
        while (m_boundBlock < m_tailCount && m_docs[m_boundBlock] < doc)
            ++m_boundBlock;
        const quint32 next = m_boundBlock < m_tailCount ? m_docs[m_boundBlock] : end;
        *upTo = next == doc ? doc : next - 1;
        return next == doc ? 1.0F : 0.0F;
    }
    if (m_boundBlock < m_heads.size() && m_heads[m_boundBlock].last < doc)
        m_boundBlock = blockFor(doc, m_boundBlock);
    if (m_boundBlock >= m_heads.size()) {
        *upTo = end - 1;
        return m_blocks > m_heads.size() ? 1.0F : 0.0F;
    }
    *upTo = m_heads[m_boundBlock].last;
    return bestOf(m_boundBlock);
}

PostingCursor::BestBlocks PostingCursor::bestBlocks() const
{
    BestBlocks blocks;
    blocks.fill(unopened);
    std::array<quint32, BestBlocks().size()> bests{};
    for (quint32 block = 0; block < m_heads.size(); ++block) {
        const quint32 best = m_heads[block].best;
        if (best <= bests.back())
            continue;
        size_t at = bests.size() - 1;
        for (; at > 0 && bests[at - 1] < best; --at) {
            bests[at] = bests[at - 1];
            blocks[at] = blocks[at - 1];
        }
        bests[at] = best;
        blocks[at] = block;
    }
    return blocks;
}

/// Numbers out of the term's positions, which are gaps: at most `count` of them, and how many there are.
const quint32 *PostingCursor::positionsFrom(quint32 index, quint32 *count)
{
    const quint32 block = index / 128;
    if (block >= m_info.wholePositionBlocks()) {
        *count = std::min(*count, 128U);
        unpackTailPositions(index - m_info.wholePositionBlocks() * 128, *count);
        return m_positions.data();
    }
    if (block != m_positionBlock) {
        m_positionBlock = block;
        const size_t at = size_t(m_info.positionBlocks) + block;
        const quint32 head = at < m_arrays->positionBlocks.size() ? m_arrays->positionBlocks[at] : 0;
        const quint64 from = (quint64(m_info.packed) + (head >> 6)) * FieldArrays::packedUnit;
        const std::span<const quint8> packed =
            m_arrays->packed.subspan(std::min<size_t>(from, m_arrays->packed.size()));
        if (!PatchedPacking::unpack(packed, head & 63, m_positions.data()))
            m_positions.fill(0);
    }
    *count = std::min(*count, 128 - index % 128);
    return m_positions.data() + index % 128;
}

/// The positions behind the whole blocks, from that one of them on, as numbers in m_positions.
void PostingCursor::unpackTailPositions(quint32 index, quint32 count)
{
    if (!m_tailPositions.data()) { // the tail's documents come before its positions
        PostingCursor tail(*m_arrays, m_info, Start::Before);
        tail.loadBlock(quint32(m_heads.size()));
        const size_t size = m_arrays->tails.size();
        const size_t start = std::min<size_t>(m_info.tail, size);
        m_tailPositions =
            tail.m_tailPositions.data()
                ? tail.m_tailPositions
                : m_arrays->tails.subspan(start, std::min<size_t>(m_info.tailBytes, size - start));
    }
    m_positionBlock = end;
    const quint32 all = m_info.total - m_info.wholePositionBlocks() * 128;
    const int width = LoosePacking::widthIn(m_tailPositions.size(), all);
    for (quint32 i = 0; i < count; ++i)
        m_positions[i] = LoosePacking::numberAt(m_tailPositions, width, size_t(index) + i);
}

/// As many as the arrays can hold at all, whatever a damaged posting says.
quint32 PostingCursor::mostPositions() const
{
    const size_t blocks = m_arrays->positionBlocks.size() -
                          std::min<size_t>(m_info.positionBlocks, m_arrays->positionBlocks.size());
    const quint64 most =
        quint64(std::min<size_t>(m_info.wholePositionBlocks(), blocks)) * 128 + quint64(m_info.tailBytes) * 8;
    return quint32(std::min<quint64>(most, m_info.total));
}

std::span<const quint32> PostingCursor::gaps()
{
    if (!m_hasCodes)
        loadCodes();
    quint32 before = m_summed;
    for (quint32 i = m_summedIndex; i < m_index; ++i)
        before += frequencyOf(m_codes[i]);
    m_summed = before;
    m_summedIndex = m_index;
    quint32 index = m_blockPositions + before;
    quint32 left = std::min(frequencyOf(m_codes[m_index]), m_info.total);
    if (left > 128)
        left = std::min(left, mostPositions());
    quint32 count = left;
    const quint32 *part = positionsFrom(index, &count);
    if (count == left)
        return {part, left};
    m_gaps.clear();
    while (left > 0) {
        m_gaps.insert(m_gaps.end(), part, part + count);
        index += count;
        left -= count;
        count = left;
        if (left > 0)
            part = positionsFrom(index, &count);
    }
    return m_gaps;
}

void PostingCursor::positions(std::vector<quint32> *out)
{
    const std::span<const quint32> gaps = this->gaps();
    const size_t first = out->size();
    out->resize(first + gaps.size());
    quint32 *to = out->data() + first;
    quint64 last = 0;
    for (const quint32 gap : gaps)
        *to++ = quint32(last += gap);
    if (last > greatestPosition) // damaged
        out->resize(first);
}

void addDocuments(const FieldArrays &arrays, const TermInfo &info, quint64 *bits)
{
    if (info.docCount >= 128) {
        for (PostingCursor cursor(arrays, info); cursor.doc() != PostingCursor::end;) {
            const std::span<const quint32> docs = cursor.blockDocs();
            for (const quint32 doc : docs)
                if (doc < arrays.docCount)
                    Bits::set(bits, doc);
            cursor.skip(quint32(docs.size()));
        }
        return;
    }
    const size_t start = std::min<size_t>(info.tail, arrays.tails.size());
    const quint8 *at = arrays.tails.data() + start;
    const quint8 *const stop = at + std::min<size_t>(info.tailBytes, arrays.tails.size() - start);
    quint32 doc = 0;
    for (quint32 i = 0; i < info.docCount; ++i) {
        const quint32 step = takeVarint(at, stop);
        doc += step >> 1;
        if (doc >= arrays.docCount)
            return;
        Bits::set(bits, doc++);
        if ((step & 1) == 0)
            takeVarint(at, stop);
    }
}

} // namespace Lectern
