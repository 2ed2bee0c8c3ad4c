#pragma once

#include "search/bitpacking.h"

#include <QtEndian>

#include <algorithm>
#include <cstring>
#include <span>
#include <vector>

/// Few numbers, packed one behind the other from the lowest bit on, each of them reached at once. Their width
/// need not be kept: it is the greatest with which so many fit into the bytes that they take.
namespace Lectern::LoosePacking {

/// Bits of each of `count` numbers in so many bytes.
constexpr int widthIn(size_t bytes, size_t count)
{
    return count == 0 ? 0 : int(std::min<size_t>(32, bytes * 8 / count));
}

constexpr size_t bytesFor(size_t count, int width)
{
    return (count * size_t(width) + 7) / 8;
}

inline void append(std::span<const quint32> numbers, std::vector<quint8> *out)
{
    size_t left = bytesFor(numbers.size(), BitPacking::widthOf(numbers.data(), numbers.size()));
    const int width = widthIn(left, numbers.size());
    quint64 bits = 0;
    int held = 0;
    for (const quint32 number : numbers) {
        bits |= quint64(number) << held;
        for (held += width; held >= 8; held -= 8, bits >>= 8, --left)
            out->push_back(quint8(bits));
    }
    if (left > 0)
        out->push_back(quint8(bits));
}

/// The number of that index; zero where it lies behind the bytes, as only damage makes it.
inline quint32 numberAt(std::span<const quint8> bytes, int width, size_t index)
{
    const size_t bit = index * size_t(width);
    const size_t at = bit / 8;
    if (width == 0 || at >= bytes.size())
        return 0;
    quint64 word = 0;
    if (bytes.size() - at >= sizeof word)
        std::memcpy(&word, bytes.data() + at, sizeof word);
    else
        std::memcpy(&word, bytes.data() + at, bytes.size() - at);
    return quint32(qFromLittleEndian(word) >> (bit % 8)) & quint32((quint64(1) << width) - 1);
}

} // namespace Lectern::LoosePacking
