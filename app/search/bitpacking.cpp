#include "search/bitpacking.h"

#include <array>
#include <bit>
#include <cstring>
#include <utility>

namespace Lectern::BitPacking {

namespace {

/// Four numbers side by side; GCC and Clang make vector instructions of it on every machine that has them.
using Lanes [[gnu::vector_size(16), gnu::aligned(4), gnu::may_alias]] = quint32;

/// The same four lanes as plain numbers, to check the other path against.
struct ScalarLanes
{
    std::array<quint32, 4> v{};
};

ScalarLanes operator<<(ScalarLanes a, int bits)
{
    for (quint32 &x : a.v)
        x <<= bits;
    return a;
}

ScalarLanes operator>>(ScalarLanes a, int bits)
{
    for (quint32 &x : a.v)
        x >>= bits;
    return a;
}

ScalarLanes operator|(ScalarLanes a, const ScalarLanes &b)
{
    for (size_t i = 0; i < 4; ++i)
        a.v[i] |= b.v[i];
    return a;
}

ScalarLanes operator&(ScalarLanes a, quint32 mask)
{
    for (quint32 &x : a.v)
        x &= mask;
    return a;
}

/// Adds up `gaps` + 1 from the last lane of `before` on.
Lanes ascending(Lanes gaps, Lanes before)
{
    const Lanes zero = {};
    Lanes sum = gaps + 1;
    sum += __builtin_shufflevector(zero, sum, 0, 4, 5, 6);
    sum += __builtin_shufflevector(zero, sum, 0, 1, 4, 5);
    return sum + __builtin_shufflevector(before, before, 3, 3, 3, 3);
}

ScalarLanes ascending(ScalarLanes gaps, const ScalarLanes &before)
{
    quint32 last = before.v[3];
    for (quint32 &x : gaps.v)
        x = last += x + 1;
    return gaps;
}

template <typename L>
L load(const void *from)
{
    L lanes;
    std::memcpy(&lanes, from, sizeof lanes);
    return lanes;
}

template <typename L>
void store(void *to, const L &lanes)
{
    std::memcpy(to, &lanes, sizeof lanes);
}

template <typename L, int width>
void packBlock(const quint32 *numbers, std::byte *out)
{
    if constexpr (width > 0) {
        std::array<L, size_t(width)> words{};
#pragma GCC unroll 32
        for (int i = 0; i < 32; ++i) {
            const L four = load<L>(numbers + i * 4);
            const int word = i * width / 32;
            const int shift = i * width % 32;
            words[size_t(word)] = words[size_t(word)] | (four << shift);
            if (shift + width > 32)
                words[size_t(word) + 1] = words[size_t(word) + 1] | (four >> (32 - shift));
        }
        std::memcpy(out, words.data(), sizeof words);
    }
}

template <typename L, int width, bool summed>
void unpackBlock(const std::byte *in, quint32 before, quint32 *out)
{
    constexpr quint32 mask = width == 32 ? ~0U : (1U << (width & 31)) - 1;
    L sum{};
    if constexpr (summed) {
        const std::array<quint32, 4> start = {before, before, before, before};
        sum = load<L>(start.data());
    }
#pragma GCC unroll 32
    for (int i = 0; i < 32; ++i) {
        L four{};
        if constexpr (width > 0) {
            const int word = i * width / 32;
            const int shift = i * width % 32;
            four = load<L>(in + word * 16) >> shift;
            if (shift + width > 32)
                four = four | (load<L>(in + (word + 1) * 16) << (32 - shift));
            four = four & mask;
        }
        if constexpr (summed)
            four = sum = ascending(four, sum);
        store(out + i * 4, four);
    }
}

using Packer = void (*)(const quint32 *, std::byte *);
using Unpacker = void (*)(const std::byte *, quint32, quint32 *);

template <typename L, int... widths>
constexpr std::array<Packer, 33> packersOf(std::integer_sequence<int, widths...>)
{
    return {packBlock<L, widths>...};
}

template <typename L, bool summed, int... widths>
constexpr std::array<Unpacker, 33> unpackersOf(std::integer_sequence<int, widths...>)
{
    return {unpackBlock<L, widths, summed>...};
}

using Widths = std::make_integer_sequence<int, 33>;

} // namespace

int widthOf(const quint32 *numbers, size_t count)
{
    quint32 all = 0;
    for (size_t i = 0; i < count; ++i)
        all |= numbers[i];
    return 32 - std::countl_zero(all);
}

void pack(const quint32 *numbers, int width, std::byte *out, Path path)
{
    static constexpr auto vector = packersOf<Lanes>(Widths{});
    static constexpr auto scalar = packersOf<ScalarLanes>(Widths{});
    (path == Path::Vector ? vector : scalar)[size_t(width)](numbers, out);
}

void unpack(const std::byte *in, int width, quint32 *out, Path path)
{
    static constexpr auto vector = unpackersOf<Lanes, false>(Widths{});
    static constexpr auto scalar = unpackersOf<ScalarLanes, false>(Widths{});
    (path == Path::Vector ? vector : scalar)[size_t(width)](in, 0, out);
}

void unpackAscending(const std::byte *in, int width, quint32 before, quint32 *out, Path path)
{
    static constexpr auto vector = unpackersOf<Lanes, true>(Widths{});
    static constexpr auto scalar = unpackersOf<ScalarLanes, true>(Widths{});
    (path == Path::Vector ? vector : scalar)[size_t(width)](in, before, out);
}

} // namespace Lectern::BitPacking
