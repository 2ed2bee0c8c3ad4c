#pragma once

#include "text/wordclass.h"

#include <QtEndian>

#include <array>
#include <atomic>

namespace Lectern {

/// What cutting and folding plain words needs to know of one UTF-16 unit, in one load: its class, and the
/// UTF-8 of its fold when it is a word or may stand in one.
class WordUnit
{
public:
    /// Of the UTF-8 that one unit may fold to; what folds to more is not simple.
    static constexpr size_t maximumBytes = 3;

    constexpr WordUnit() = default;
    /// `folded` is UTF-8, at most maximumBytes of it.
    WordUnit(SimpleClass simpleClass, bool isJoint, const QByteArray &folded);

    constexpr SimpleClass simpleClass() const { return SimpleClass(m_bits >> classShift & 0xf); }
    /// False for what is no word nor in one, and for marks that fold together with what is before them.
    constexpr bool foldsAlone() const { return (m_bits >> lengthShift & 3) != 0; }
    /// Letters, digits and underscores stay together.
    constexpr bool joins() const { return (m_bits & joinsBit) != 0; }
    /// See isJoint(); true for each of several units or-ed together when it is for one of them.
    constexpr bool isJoint() const { return (m_bits & jointBit) != 0; }
    constexpr WordUnit operator|(WordUnit other) const { return WordUnit(m_bits | other.m_bits); }

    /// Writes the fold and returns its end; four bytes are written whatever the length.
    char *write(char *to) const
    {
        qToLittleEndian(m_bits, to);
        return to + (m_bits >> lengthShift & 3);
    }

private:
    static constexpr int classShift = 24;
    static constexpr int lengthShift = 28;
    static constexpr quint32 jointBit = 1U << 30;
    static constexpr quint32 joinsBit = 1U << 31;

    constexpr explicit WordUnit(quint32 bits)
        : m_bits(bits)
    {}

    quint32 m_bits = 0; ///< three bytes of UTF-8, the first lowest; class, length, isJoint, joins
};

/// The units of the Basic Multilingual Plane, in pages that are made when first needed and then kept. Threads
/// may ask at once.
class WordUnits
{
public:
    /// The one and only: it knows ASCII from the beginning.
    static const WordUnits &instance();

    /// Not simple, too, as long as nobody has asked to learn it.
    WordUnit operator[](char16_t c) const
    {
        return (*m_pages[c >> 8].load(std::memory_order_acquire))[c & 0xff];
    }
    /// Makes the page of this unit, true when it was not known before.
    bool learn(char16_t c) const;

private:
    using Page = std::array<WordUnit, 256>;

    WordUnits();

    static const Page unknown;
    mutable std::array<std::atomic<const Page *>, 256> m_pages;
};

} // namespace Lectern
