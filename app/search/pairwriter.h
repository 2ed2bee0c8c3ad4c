#pragma once

#include "search/fieldinverter.h"

#include <string>
#include <vector>

namespace Lectern {

/// The commonest words of a field and how often each two of them stand side by side: phrases of common words are
/// then looked up instead of being checked place by place.
struct CommonPairs
{
    /// As many words as pairs are kept of.
    static constexpr size_t mostWords = 64;

    std::vector<std::string> words; ///< in their order; empty where the segment is too small to need pairs
    FieldStorage index;             ///< a term is two words with a space between; without positions
};

CommonPairs findPairs(const FieldIndex &text, std::span<const DocZones> zones, std::span<const quint8> lengthCodes,
                      const Weighting &weighting);

/// The term of two words in CommonPairs::index.
inline std::string pairTerm(std::string_view first, std::string_view second)
{
    std::string term(first);
    term += ' ';
    term += second;
    return term;
}

} // namespace Lectern
