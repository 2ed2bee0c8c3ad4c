#pragma once

#include "search/fieldindex.h"

#include <functional>
#include <string_view>
#include <vector>

namespace Lectern {

/// The postings of one term, as they are gathered before they are packed.
struct TermPostings
{
    std::vector<quint32> docs;      ///< ascending
    std::vector<quint32> codes;     ///< postingCode() of each
    std::vector<quint32> positions; ///< in each document the first, then the gaps; empty where none are kept

    void clear() { docs.clear(), codes.clear(), positions.clear(); }
};

/// Writes the arrays of a field from terms that ascend by their bytes.
class FieldWriter final
{
public:
    enum class Positions : quint8 { Kept, Left };

    /// `lengthCodes` are those of all documents of the segment (see Weighting); must outlive the writer.
    FieldWriter(std::span<const quint8> lengthCodes, const Weighting &weighting, Positions positions);

    /// A term without documents leaves no trace.
    void add(std::string_view term, const TermPostings &postings);
    /// A term that is there without documents.
    void addWord(std::string_view term);
    /// Prepares the beginnings of one to four letters that have many postings.
    void addPrefixes();
    FieldStorage take();
    const FieldStorage &storage() const { return m_storage; }

private:
    void addName(std::string_view term);
    /// Returns the units of FieldArrays::packedUnit bytes that it took.
    quint32 addBlocks(const TermPostings &postings);
    quint32 addPacked(const quint32 *numbers, int width);
    void addTail(const TermPostings &postings);

    std::span<const quint8> m_lengthCodes;
    const Weighting &m_weighting;
    FieldStorage m_storage;
    std::string m_last;
    quint32 m_bitsets = 0;
};

} // namespace Lectern
