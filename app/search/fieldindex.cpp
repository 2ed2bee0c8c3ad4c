#include "search/fieldindex.h"

#include <algorithm>

namespace Lectern {

std::string termBytes(QStringView term)
{
    const QByteArray bytes = term.toUtf8();
    return {bytes.constData(), size_t(bytes.size())};
}

const PrefixSet *FieldIndex::prefixSet(std::string_view prefix) const
{
    if (prefix.size() > 8 || prefix.empty())
        return nullptr;
    const quint64 letters = termKey(prefix);
    const auto found = std::lower_bound(m_arrays.prefixes.begin(), m_arrays.prefixes.end(), letters,
                                        [](const PrefixSet &set, quint64 key) { return set.letters < key; });
    return found != m_arrays.prefixes.end() && found->letters == letters && bitsetAt(found->bitset) ? &*found
                                                                                                      : nullptr;
}

const quint64 *FieldIndex::bitsetAt(quint32 number) const
{
    const size_t words = m_arrays.bitsetWords();
    if (words == 0 || (size_t(number) + 1) * words > m_arrays.bitsets.size())
        return nullptr;
    const quint64 *bits = m_arrays.bitsets.data() + number * words;
    // Bits of documents that there are not would lead out of other arrays; only a damaged bitset has any.
    const quint32 ofLast = m_arrays.docCount % 64;
    return ofLast == 0 || bits[words - 1] >> ofLast == 0 ? bits : nullptr;
}

qint64 FieldIndex::bytes() const
{
    qint64 bytes = 0;
    FieldArrays arrays = m_arrays;
    arrays.forEachArray([&bytes](const auto &array) { bytes += qint64(array.size_bytes()); });
    return bytes;
}

FieldArrays FieldStorage::arrays() const
{
    FieldArrays view;
    view.keys = keys;
    view.termBlocks = termBlocks;
    view.names = names;
    view.packed = packed;
    view.postingBlocks = postingBlocks;
    view.positionBlocks = positionBlocks;
    view.tails = tails;
    view.bitsets = bitsets;
    view.prefixes = prefixes;
    view.termCount = termCount;
    view.docCount = docCount;
    view.hasPositions = hasPositions;
    return view;
}

void FieldStorage::squeeze()
{
    keys.shrink_to_fit();
    termBlocks.shrink_to_fit();
    names.shrink_to_fit();
    packed.shrink_to_fit();
    postingBlocks.shrink_to_fit();
    positionBlocks.shrink_to_fit();
    tails.shrink_to_fit();
    bitsets.shrink_to_fit();
    prefixes.shrink_to_fit();
}

} // namespace Lectern
