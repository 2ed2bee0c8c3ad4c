#include "search/fieldwriter.h"

#include "search/bitpacking.h"
#include "search/bits.h"
#include "search/loosepacking.h"
#include "search/patchedpacking.h"
#include "search/prefixwriter.h"
#include "search/varint.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace Lectern {

namespace {

/// Of the packed blocks of a term, in bytes.
constexpr size_t termAlignment = 16;

} // namespace

static_assert(PatchedPacking::unit == FieldArrays::packedUnit);

FieldWriter::FieldWriter(std::span<const quint8> lengthCodes, const Weighting &weighting, Positions positions)
    : m_lengthCodes(lengthCodes)
    , m_weighting(weighting)
{
    m_storage.docCount = quint32(lengthCodes.size());
    m_storage.hasPositions = positions == Positions::Kept;
}

void FieldWriter::addName(std::string_view term)
{
    size_t shared = 0;
    if (m_storage.termCount % termsPerBlock == 0) {
        m_storage.keys.push_back(termKey(term));
        m_storage.termBlocks.push_back(
            {quint32(m_storage.names.size()), quint32(m_storage.packed.size() / FieldArrays::packedUnit),
             quint32(m_storage.postingBlocks.size()), quint32(m_storage.positionBlocks.size()),
             quint32(m_storage.tails.size()), m_bitsets});
    } else {
        while (shared < term.size() && shared < m_last.size() && term[shared] == m_last[shared])
            ++shared;
    }
    putVarint(m_storage.names, quint32(shared));
    putVarint(m_storage.names, quint32(term.size() - shared));
    m_storage.names.insert(m_storage.names.end(), term.begin() + qptrdiff(shared), term.end());
    m_last.assign(term);
    ++m_storage.termCount;
}

quint32 FieldWriter::addPacked(const quint32 *numbers, int width)
{
    const size_t at = m_storage.packed.size();
    m_storage.packed.resize(at + BitPacking::packedBytes(width));
    BitPacking::pack(numbers, width, reinterpret_cast<std::byte *>(m_storage.packed.data() + at));
    return quint32(BitPacking::packedBytes(width) / FieldArrays::packedUnit);
}

quint32 FieldWriter::addBlocks(const TermPostings &postings)
{
    quint32 units = 0;
    quint32 places = 0;
    quint32 before = PostingCursor::end;
    std::array<quint32, 128> gaps;
    for (size_t first = 0; first + 128 <= postings.docs.size(); first += 128) {
        const quint32 *docs = postings.docs.data() + first;
        const quint32 *codes = postings.codes.data() + first;
        float best = 0;
        quint32 inBlock = 0;
        for (size_t i = 0; i < 128; ++i) {
            gaps[i] = docs[i] - before - 1;
            before = docs[i];
            inBlock += frequencyOf(codes[i]);
            best = std::max(best, m_weighting.part(Weighting::frequency(codes[i]), m_lengthCodes[docs[i]]));
        }
        PostingBlock block;
        block.last = before;
        block.at = units;
        block.positions = places;
        block.docBits = quint8(BitPacking::widthOf(gaps.data(), 128));
        block.codeBits = quint8(BitPacking::widthOf(codes, 128));
        block.best = quint16(std::min(65535.0F, std::ceil(best * 65535.0F) + 1));
        units += addPacked(gaps.data(), block.docBits);
        units += addPacked(codes, block.codeBits);
        m_storage.postingBlocks.push_back(block);
        places += inBlock;
    }
    for (size_t first = 0; first + 128 <= postings.positions.size(); first += 128) {
        const size_t at = m_storage.packed.size();
        const quint32 form = PatchedPacking::append(postings.positions.data() + first, &m_storage.packed);
        m_storage.positionBlocks.push_back(units << 6 | form);
        units += quint32((m_storage.packed.size() - at) / FieldArrays::packedUnit);
    }
    // Documents that lie across lines of the cache are unpacked more slowly.
    const size_t behind = m_storage.packed.size() % termAlignment;
    if (behind > 0) {
        m_storage.packed.resize(m_storage.packed.size() + termAlignment - behind);
        units += quint32((termAlignment - behind) / FieldArrays::packedUnit);
    }
    return units;
}

void FieldWriter::addTail(const TermPostings &postings)
{
    const bool packed = postings.docs.size() >= 128;
    const size_t first = postings.docs.size() / 128 * 128;
    quint32 before = first == 0 ? PostingCursor::end : postings.docs[first - 1];
    for (size_t i = first; i < postings.docs.size(); ++i) {
        putVarint(m_storage.tails, (postings.docs[i] - before - 1) << 1 | (postings.codes[i] == 0 ? 1 : 0));
        if (postings.codes[i] != 0)
            putVarint(m_storage.tails, postings.codes[i]);
        before = postings.docs[i];
    }
    const std::span<const quint32> positions = postings.positions;
    LoosePacking::append(positions.subspan(packed ? positions.size() / 128 * 128 : 0), &m_storage.tails);
}

void FieldWriter::add(std::string_view term, const TermPostings &postings)
{
    // Terms out of order come from a damaged segment that is merged: they could not be found there either.
    if (postings.docs.empty() || (m_storage.termCount > 0 && term <= m_last))
        return;
    addName(term);
    const auto docCount = quint32(postings.docs.size());
    const quint32 units = docCount >= 128 ? addBlocks(postings) : 0;
    const size_t tail = m_storage.tails.size();
    addTail(postings);

    std::vector<quint8> &names = m_storage.names;
    putVarint(names, docCount);
    if (m_storage.hasPositions)
        putVarint(names, quint32(postings.positions.size()) - docCount);
    putVarint(names, quint32(m_storage.tails.size() - tail));
    if (docCount >= 128)
        putVarint(names, units);

    if (m_storage.arrays().isDense(docCount)) {
        const size_t at = m_storage.bitsets.size();
        m_storage.bitsets.resize(at + Bits::wordsFor(m_storage.docCount));
        for (const quint32 doc : postings.docs)
            Bits::set(m_storage.bitsets.data() + at, doc);
        ++m_bitsets;
    }
}

void FieldWriter::addWord(std::string_view term)
{
    Q_ASSERT(m_storage.docCount == 0);
    addName(term);
}

void FieldWriter::addPrefixes()
{
    writePrefixes(&m_storage);
}

FieldStorage FieldWriter::take()
{
    m_storage.squeeze();
    return std::exchange(m_storage, {});
}

} // namespace Lectern
