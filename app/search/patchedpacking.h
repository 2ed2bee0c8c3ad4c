#pragma once

#include <QtGlobal>

#include <span>
#include <vector>

/// Blocks of 128 numbers of which a few are much greater than the rest: all are packed by BitPacking as if
/// they had only their lowest bits, and behind that it is told which have more (PFor, Zukowski et al. 2006;
/// the width by what it costs, as in Lemire and Boytsov 2015).
namespace Lectern::PatchedPacking {

/// A block takes a multiple of so many bytes.
constexpr size_t unit = 4;

/// Appends 128 numbers and returns the form that they have, 0 to 63: the width, or where some have more bits
/// 33 and the width.
quint32 append(const quint32 *numbers, std::vector<quint8> *out);

/// Writes the 128 numbers of the block that `bytes` begin with, more of which may follow. False when they do
/// not reach.
bool unpack(std::span<const quint8> bytes, quint32 form, quint32 *numbers);

} // namespace Lectern::PatchedPacking
