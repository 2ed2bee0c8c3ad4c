#pragma once

#include "search/fieldarrays.h"

#include <array>
#include <optional>
#include <string_view>

namespace Lectern {

/// What a dictionary knows of a term: in how many documents it stands, how often, and where its postings lie.
struct TermInfo
{
    TermId id = 0;
    quint32 docCount = 0;
    quint32 total = 0;  ///< places in all documents; docCount where no positions are kept
    quint32 packed = 0; ///< as in TermBlock, of this term
    quint32 postingBlocks = 0;
    quint32 positionBlocks = 0;
    quint32 tail = 0;
    quint32 tailBytes = 0;
    quint32 bitset = 0; ///< when it is dense

    quint32 wholeBlocks() const { return docCount / 128; }
    quint32 wholePositionBlocks() const { return docCount < 128 ? 0 : total / 128; }
};

/// Walks through the terms of a field in the order of their UTF-8 bytes. Whatever the arrays hold, it stays
/// within them and ends. The arrays must outlive it.
class TermCursor final
{
public:
    explicit TermCursor(const FieldArrays &arrays)
        : m_arrays(&arrays)
    {}

    /// Goes to the first term that is not before `from`; false when there is none.
    bool seek(std::string_view from);
    /// Goes to a term by its number; false when there is none.
    bool seekTerm(TermId id);
    /// Goes to the next term (the first one, to begin with); false at the end.
    bool next();
    /// Valid until the cursor moves.
    std::string_view term() const { return {m_letters.data(), m_length}; }
    TermId id() const { return m_info.id; }
    const TermInfo &info() const { return m_info; }

    /// Longer terms do not exist: 255 UTF-16 units are at most so many bytes.
    static constexpr size_t longestTerm = 765;

private:
    void enterBlock(quint32 block);
    bool scanTo(std::string_view from);

    const FieldArrays *m_arrays;
    std::array<char, longestTerm> m_letters;
    size_t m_length = 0;
    size_t m_shared = 0; ///< bytes that the term has of the one before it, in its block
    TermId m_next = 0;   ///< the term that next() goes to; 0: not begun
    const quint8 *m_at = nullptr;
    TermInfo m_info;
    quint32 m_packedUnits = 0;
    quint32 m_bitsets = 0;
};

/// The first eight bytes of a term as a number that orders as they do.
quint64 termKey(std::string_view term);

std::optional<TermInfo> findTerm(const FieldArrays &arrays, std::string_view term);

} // namespace Lectern
