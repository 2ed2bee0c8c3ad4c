#pragma once

#include "search/termdictionary.h"
#include "search/weighting.h"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

namespace Lectern {

/// Walks through the documents of one term, ascending, a block of up to 128 at a time. Never reads outside
/// the arrays, whatever they hold, and never shows a document beyond the segment's. The arrays must outlive
/// it.
class PostingCursor final
{
public:
    static constexpr quint32 end = 0xffffffff; ///< behind all documents

    /// Where it stands after that: at the first document, or before any until advance() is called, which
    /// spares the blocks that are never looked at.
    enum class Start : quint8 { AtFirst, Before };

    PostingCursor(const FieldArrays &arrays, const TermInfo &info, Start start = Start::AtFirst);

    const TermInfo &info() const { return m_info; }
    /// The document that it stands at; `end` when there are no more.
    quint32 doc() const { return m_doc; }
    /// Goes on to the first document that is not before `target`; never backwards.
    quint32 advance(quint32 target)
    {
        return target <= m_doc && m_block != unopened ? m_doc : advanceFurther(target);
    }
    quint32 next()
    {
        if (++m_index < m_count)
            return m_doc = m_docs[m_index];
        return loadBlock(m_block + 1);
    }
    /// postingCode() of the document it stands at.
    quint32 code()
    {
        if (!m_hasCodes)
            loadCodes();
        return m_codes[m_index];
    }
    /// Greater positions than this there are not: texts are shorter.
    static constexpr quint32 greatestPosition = (1U << 27) - 1;
    /// Appends the positions in the document it stands at, ascending.
    void positions(std::vector<quint32> *out);
    /// The same as they are kept: the first position, then the gaps to the further ones. Valid until the
    /// cursor is used again.
    std::span<const quint32> gaps();

    /// The rest of the block, from the document it stands at.
    std::span<const quint32> blockDocs() const { return {m_docs.data() + m_index, m_count - m_index}; }
    std::span<const quint32> blockCodes()
    {
        if (!m_hasCodes)
            loadCodes();
        return {m_codes.data() + m_index, m_count - m_index};
    }
    /// Goes on by so many documents of the block.
    quint32 skip(quint32 count)
    {
        m_index += count;
        return m_index < m_count ? m_doc = m_docs[m_index] : loadBlock(m_block + 1);
    }

    /// Goes through the blocks, the most promising first and the others as they come, and calls visit() with
    /// the cursor at the first document of each for whose greatest part isWorth() holds. Starts anew from
    /// wherever it stands. Calls between() when the most promising ones are done.
    template <typename IsWorth, typename Visit, typename Between>
    void forBestBlocks(IsWorth isWorth, Visit visit, Between between)
    {
        const BestBlocks first = bestBlocks();
        for (const quint32 block : first)
            if (block < m_heads.size() && isWorth(bestOf(block)) && loadBlock(block) != end)
                visit();
        between();
        for (quint32 block = 0; block < m_blocks; ++block) {
            if (block < m_heads.size() &&
                (!isWorth(bestOf(block)) || std::find(first.begin(), first.end(), block) != first.end()))
                continue;
            if (loadBlock(block) == end)
                return;
            visit();
        }
    }

    /// At most this is Weighting::part() of any document from `doc` to `*upTo`, as the segment was weighted
    /// when it was built. Does not move the cursor; asked with ascending documents.
    float bestAround(quint32 doc, quint32 *upTo);

private:
    /// Numbers of the blocks with the greatest parts, beginning with the greatest; unopened where there are
    /// no more.
    using BestBlocks = std::array<quint32, 8>;
    BestBlocks bestBlocks() const;
    float bestOf(quint32 block) const { return float(m_heads[block].best) * (1.0F / 65535.0F); }

    quint32 blockFor(quint32 target, quint32 from) const;
    quint32 advanceFurther(quint32 target);
    quint32 loadBlock(quint32 block);
    void loadTail();
    void loadCodes();
    quint32 mostPositions() const;
    const quint32 *positionsFrom(quint32 index, quint32 *count);
    void unpackTailPositions(quint32 index, quint32 count);

    static constexpr quint32 unopened = 0xffffffff;

    const FieldArrays *m_arrays;
    TermInfo m_info;
    std::span<const PostingBlock> m_heads;
    quint32 m_blocks = 0; ///< the tail is one, too
    quint32 m_block = unopened;
    quint32 m_index = 0;
    quint32 m_count = 0;
    quint32 m_doc = end;
    bool m_hasCodes = false;
    quint32 m_boundBlock = 0; ///< or, without whole blocks, the document that bestAround() came to
    quint32 m_tailCount = 0;  ///< documents when there are no whole blocks

    quint32 m_blockPositions = 0; ///< positions of the term before this block
    quint32 m_summedIndex = 0;    ///< m_summed: positions of the block's documents before this one
    quint32 m_summed = 0;
    quint32 m_positionBlock = end;           ///< the one in m_positions
    std::span<const quint8> m_tailPositions; ///< those behind the whole blocks, once they are found

    std::vector<quint32> m_gaps; ///< of a document whose positions lie in two blocks

    alignas(16) std::array<quint32, 128> m_docs;
    alignas(16) std::array<quint32, 128> m_codes;
    alignas(16) std::array<quint32, 128> m_positions;
};

/// Sets the bit of every document of a term: the quickest way to have them all.
void addDocuments(const FieldArrays &arrays, const TermInfo &info, quint64 *bits);

} // namespace Lectern
