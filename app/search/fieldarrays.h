#pragma once

#include <QtGlobal>

#include <span>
#include <type_traits>

namespace Lectern {

/// Numbers a term within one FieldIndex, in the order of its bytes.
using TermId = quint32;

/// Terms are kept in blocks of so many: the first of a block in full, of each other only what differs from
/// the one before it.
constexpr quint32 termsPerBlock = 16;

/// Where a block of terms begins in each of the arrays that go along with the terms.
struct TermBlock
{
    quint32 names = 0;          ///< byte in FieldArrays::names
    quint32 packed = 0;         ///< units in FieldArrays::packed
    quint32 postingBlocks = 0;  ///< in FieldArrays::postingBlocks
    quint32 positionBlocks = 0; ///< in FieldArrays::positionBlocks
    quint32 tails = 0;          ///< byte in FieldArrays::tails
    quint32 bitsets = 0;        ///< bitsets before
};

/// 128 postings of a term.
struct PostingBlock
{
    quint32 last = 0;      ///< its last document
    quint32 at = 0;        ///< where its documents are, in units from the term's; its codes follow them
    quint32 positions = 0; ///< positions of the term before this block
    quint8 docBits = 0;
    quint8 codeBits = 0;
    quint16 best = 0; ///< the greatest Weighting::part() of its postings, rounded up, in 1/65535
};

/// A beginning of so many words that its documents are kept as a bitset.
struct PrefixSet
{
    quint64 letters = 0;  ///< up to eight bytes, big-endian, zero-filled
    quint64 postings = 0; ///< documents of all its terms, added up
    quint32 docs = 0;     ///< documents that hold any of them
    quint32 bitset = 0;
};

/// The flat arrays of one field, as they lie in a segment's memory or its mapped file. Little-endian.
///
/// A term with fewer than 128 documents lies in `tails` alone. Others have whole blocks of 128 documents in
/// `packed`, described by `postingBlocks`, and only the rest in `tails`; likewise their positions. A term in
/// more than 1/8 of the documents has a bitset as well, where positions are kept. `packed` is counted in
/// units of `packedUnit` bytes; blocks of positions have a form of PatchedPacking, positions in `tails` are
/// those of LoosePacking.
struct FieldArrays
{
    std::span<const quint64> keys; ///< the first eight bytes of each block's first term, big-endian
    std::span<const TermBlock> termBlocks;
    std::span<const quint8>
        names; ///< terms, and behind each how often it stands where and the bytes it takes
    std::span<const quint8> packed;
    std::span<const PostingBlock> postingBlocks;
    std::span<const quint32>
        positionBlocks; ///< of 128: units from the term's packed, times 64, plus the form
    std::span<const quint8> tails;
    std::span<const quint64> bitsets;
    std::span<const PrefixSet> prefixes; ///< ascending by letters
    quint32 termCount = 0;
    quint32 docCount = 0; ///< of the segment
    bool hasPositions = true;

    static constexpr quint32 packedUnit = 4;
    static constexpr quint32 fewestForBitsets = 1024;
    bool isDense(quint32 docs) const
    {
        return hasPositions && docCount >= fewestForBitsets && docs > docCount / 8;
    }
    size_t bitsetWords() const { return (size_t(docCount) + 63) / 64; }

    /// Calls visit(array) for each array, always in the same order.
    template <typename Visit>
    void forEachArray(Visit visit)
    {
        visit(keys), visit(termBlocks), visit(names), visit(packed), visit(postingBlocks),
            visit(positionBlocks), visit(tails), visit(bitsets), visit(prefixes);
    }
    static constexpr size_t arrayCount = 9;
};

static_assert(std::is_trivially_copyable_v<TermBlock> && sizeof(TermBlock) == 24);
static_assert(std::is_trivially_copyable_v<PostingBlock> && sizeof(PostingBlock) == 16);
static_assert(std::is_trivially_copyable_v<PrefixSet> && sizeof(PrefixSet) == 24);

} // namespace Lectern
