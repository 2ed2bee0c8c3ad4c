#pragma once

#include <QtGlobal>

#include <bit>
#include <cstddef>

namespace Lectern::Bits {

/// Bitmaps are arrays of 64-bit words, document d is bit d % 64 of word d / 64.
constexpr size_t wordsFor(quint32 bits)
{
    return (size_t(bits) + 63) / 64;
}

inline bool test(const quint64 *words, quint32 bit)
{
    return (words[bit / 64] >> (bit % 64) & 1) != 0;
}

inline void set(quint64 *words, quint32 bit)
{
    words[bit / 64] |= quint64(1) << (bit % 64);
}

inline void clear(quint64 *words, quint32 bit)
{
    words[bit / 64] &= ~(quint64(1) << (bit % 64));
}

/// How many bits are set.
quint32 count(const quint64 *words, size_t size);

/// Calls sink(bit) for every bit set, ascending.
template <typename Sink>
void forEach(const quint64 *words, size_t size, Sink sink)
{
    for (size_t i = 0; i < size; ++i)
        for (quint64 rest = words[i]; rest != 0; rest &= rest - 1)
            sink(quint32(i * 64 + size_t(std::countr_zero(rest))));
}

} // namespace Lectern::Bits
