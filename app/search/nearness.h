#pragma once

#include <QtGlobal>

#include <compare>
#include <span>
#include <vector>

namespace Lectern {

/// Where something occurs, in word positions of a text, both inclusive: a word takes one, a phrase several.
struct WordSpan
{
    quint32 first = 0;
    quint32 last = 0;

    constexpr auto operator<=>(const WordSpan &) const = default;
};

/// Whether the parts of a combination may stand in any order.
enum class NearOrder : quint8 { Any, AsGiven };

/// The spans of each part, ascending by their last position, then by their first; none twice in a part.
using NearParts = std::span<const std::vector<WordSpan>>;

// A combination takes one span of each part, so that none overlap. It is near when the words from its first
// to its last that belong to none of its spans are at most `distance`.

/// Whether any combination is near.
bool nearHolds(NearParts parts, quint32 distance, NearOrder order);
/// How many near combinations stand one behind the other: the one that ends first, then of those that begin
/// behind it the one that ends first, and so on.
quint32 nearCount(NearParts parts, quint32 distance, NearOrder order);
/// For each span of each part, whether it belongs to any near combination.
std::vector<std::vector<bool>> nearMembers(NearParts parts, quint32 distance, NearOrder order);

// The same for two words, whose positions ascend: one walk over both.
bool nearHolds(std::span<const quint32> a, std::span<const quint32> b, quint32 distance, NearOrder order);
quint32 nearCount(std::span<const quint32> a, std::span<const quint32> b, quint32 distance, NearOrder order);
/// The same as nearHolds() for positions that are told as the first one and the gaps to the further ones.
bool nearHoldsByGaps(std::span<const quint32> a, std::span<const quint32> b, quint32 distance,
                     NearOrder order);

} // namespace Lectern
