#pragma once

#include <QtGlobal>

#include <cstddef>

namespace Lectern::BitPacking {

/// Blocks of 128 numbers, each packed into as few bits as the greatest of them needs. The layout is that of four
/// interleaved lanes (SIMD-BP128, Lemire and Boytsov 2015), so that four numbers are unpacked at a time.
constexpr quint32 blockSize = 128;

/// How the kernels run. Both give the same bytes and numbers.
enum class Path : quint8 { Vector, Scalar };

/// Bits that the greatest of `count` numbers needs, 0 to 32.
int widthOf(const quint32 *numbers, size_t count);
/// Bytes of a packed block: 16 for each bit of width.
constexpr size_t packedBytes(int width)
{
    return size_t(width) * 16;
}

/// Writes packedBytes(width) bytes.
void pack(const quint32 *numbers, int width, std::byte *out, Path path = Path::Vector);
/// Reads packedBytes(width) bytes and writes 128 numbers.
void unpack(const std::byte *in, int width, quint32 *out, Path path = Path::Vector);
/// As unpack(), then each number plus one is added to the sum of those before it, from `before` on: ascending
/// documents of their gaps less one. `before` is 0xffffffff where nothing stands before.
void unpackAscending(const std::byte *in, int width, quint32 before, quint32 *out, Path path = Path::Vector);

} // namespace Lectern::BitPacking
