#pragma once

#include "search/fieldarrays.h"
#include "search/postingcursor.h"
#include "search/termdictionary.h"

#include <QStringView>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace Lectern {

/// UTF-8 of a folded term, as dictionaries hold it.
std::string termBytes(QStringView term);

/// Where the words of one field of many articles stand. A view of arrays that something else holds.
class FieldIndex final
{
public:
    FieldIndex() = default;
    explicit FieldIndex(const FieldArrays &arrays)
        : m_arrays(arrays)
    {}

    const FieldArrays &arrays() const { return m_arrays; }
    quint32 termCount() const { return m_arrays.termCount; }
    std::optional<TermInfo> find(std::string_view term) const { return findTerm(m_arrays, term); }
    TermCursor terms() const { return TermCursor(m_arrays); }
    PostingCursor postings(const TermInfo &info) const { return {m_arrays, info}; }
    /// The bitset of a term; null when it has none.
    const quint64 *bitset(const TermInfo &info) const
    {
        return m_arrays.isDense(info.docCount) ? bitsetAt(info.bitset) : nullptr;
    }
    /// The prepared set of a prefix (UTF-8); null when it has none.
    const PrefixSet *prefixSet(std::string_view prefix) const;
    const quint64 *bitsetAt(quint32 number) const;
    qint64 bytes() const;

private:
    FieldArrays m_arrays;
};

/// The arrays of a FieldIndex while they are written, and their owner afterwards.
struct FieldStorage
{
    std::vector<quint64> keys;
    std::vector<TermBlock> termBlocks;
    std::vector<quint8> names;
    std::vector<quint8> packed;
    std::vector<PostingBlock> postingBlocks;
    std::vector<quint32> positionBlocks;
    std::vector<quint8> tails;
    std::vector<quint64> bitsets;
    std::vector<PrefixSet> prefixes;
    quint32 termCount = 0;
    quint32 docCount = 0;
    bool hasPositions = true;

    FieldArrays arrays() const;
    void squeeze();
};

} // namespace Lectern
