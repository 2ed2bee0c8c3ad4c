#include "search/patchedpacking.h"

#include "search/bitpacking.h"
#include "search/loosepacking.h"

#include <algorithm>
#include <array>
#include <bit>

namespace Lectern::PatchedPacking {

namespace {

constexpr int firstPatched = 33;
constexpr int mostPatchedBits = 63 - firstPatched;
/// Before the patches: how many they are, and how many bits each of them adds.
constexpr size_t headBytes = 2;

constexpr size_t patchBytes(size_t count, int bits)
{
    return headBytes + count + LoosePacking::bytesFor(count, bits);
}

constexpr size_t rounded(size_t bytes)
{
    return (bytes + unit - 1) / unit * unit;
}

/// Bytes that patches must spare to be worth the time that they take.
constexpr size_t worthwhile = 8;

/// The width at which the block takes the fewest bytes, or nearly so.
int bestWidth(const quint32 *numbers)
{
    std::array<quint32, firstPatched> withWidth{};
    for (size_t i = 0; i < BitPacking::blockSize; ++i)
        ++withWidth[size_t(32 - std::countl_zero(numbers[i]))];
    int greatest = 32;
    while (greatest > 0 && withWidth[size_t(greatest)] == 0)
        --greatest;
    int best = greatest;
    size_t fewest =
        BitPacking::packedBytes(greatest) - std::min(BitPacking::packedBytes(greatest), worthwhile);
    size_t patched = 0;
    for (int width = greatest - 1; width >= 0; --width) {
        patched += withWidth[size_t(width) + 1];
        const size_t bytes = BitPacking::packedBytes(width) + rounded(patchBytes(patched, greatest - width));
        if (width <= mostPatchedBits && bytes < fewest) {
            best = width;
            fewest = bytes;
        }
    }
    return best;
}

} // namespace

quint32 append(const quint32 *numbers, std::vector<quint8> *out)
{
    const int width = bestWidth(numbers);
    const quint64 limit = quint64(1) << width;
    std::array<quint32, BitPacking::blockSize> low;
    std::array<quint32, BitPacking::blockSize> high;
    std::array<quint8, BitPacking::blockSize> places;
    size_t patched = 0;
    for (size_t i = 0; i < BitPacking::blockSize; ++i) {
        low[i] = numbers[i] & quint32(limit - 1);
        if (numbers[i] >= limit) {
            places[patched] = quint8(i);
            high[patched++] = numbers[i] >> width;
        }
    }
    const size_t at = out->size();
    out->resize(at + BitPacking::packedBytes(width));
    BitPacking::pack(low.data(), width, reinterpret_cast<std::byte *>(out->data() + at));
    if (patched == 0)
        return quint32(width);
    out->push_back(quint8(patched));
    out->push_back(quint8(BitPacking::widthOf(high.data(), patched)));
    out->insert(out->end(), places.begin(), places.begin() + qptrdiff(patched));
    LoosePacking::append({high.data(), patched}, out);
    out->resize(at + rounded(out->size() - at));
    return quint32(firstPatched + width);
}

bool unpack(std::span<const quint8> bytes, quint32 form, quint32 *numbers)
{
    const bool isPatched = form >= firstPatched;
    const int width = int(form) - (isPatched ? firstPatched : 0);
    const size_t packed = BitPacking::packedBytes(width);
    if (form > firstPatched + mostPatchedBits || packed + (isPatched ? headBytes : 0) > bytes.size())
        return false;
    BitPacking::unpack(reinterpret_cast<const std::byte *>(bytes.data()), width, numbers);
    if (!isPatched)
        return true;
    const size_t count = bytes[packed];
    const int bits = bytes[packed + 1];
    if (bits > 32 || packed + patchBytes(count, bits) > bytes.size())
        return false;
    const std::span<const quint8> places = bytes.subspan(packed + headBytes, count);
    // What is behind is not cut off, so that nearly every number can be read with the bytes around it.
    const std::span<const quint8> high = bytes.subspan(packed + headBytes + count);
    const int highWidth = LoosePacking::widthIn(LoosePacking::bytesFor(count, bits), count);
    for (size_t i = 0; i < count; ++i)
        numbers[places[i] % BitPacking::blockSize] |= LoosePacking::numberAt(high, highWidth, i) << width;
    return true;
}

} // namespace Lectern::PatchedPacking
