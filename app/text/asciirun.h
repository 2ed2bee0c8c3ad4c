#pragma once

#include <QtGlobal>

#ifdef __SSE2__
#include <emmintrin.h>

#include <bit>
#endif

namespace Lectern {

/// So many units may be read, and as many bytes written, by foldAsciiRun().
constexpr qsizetype asciiRunUnits = 16;

/// Folds the ASCII letters and digits that a text begins with, up to asciiRunUnits, and returns how many there
/// are. Without a branch a unit, because the lengths of words cannot be foretold; where a processor has no
/// instructions for that, it finds none, and the tables do the work.
inline qsizetype foldAsciiRun([[maybe_unused]] const char16_t *text, [[maybe_unused]] char *to)
{
#ifdef __SSE2__
    const auto *units = reinterpret_cast<const __m128i *>(text);
    // What is not Latin-1 becomes 0 or 0xff, which are neither letters nor digits.
    const __m128i bytes = _mm_packus_epi16(_mm_loadu_si128(units), _mm_loadu_si128(units + 1));
    const auto isWithin = [](__m128i offsets, char last) {
        return _mm_cmpeq_epi8(_mm_min_epu8(offsets, _mm_set1_epi8(last)), offsets);
    };
    const __m128i caseBit = _mm_set1_epi8(0x20);
    const __m128i letters = isWithin(_mm_sub_epi8(_mm_or_si128(bytes, caseBit), _mm_set1_epi8('a')), 25);
    const __m128i digits = isWithin(_mm_sub_epi8(bytes, _mm_set1_epi8('0')), 9);
    const __m128i folded = _mm_or_si128(bytes, _mm_and_si128(letters, caseBit));
    _mm_storeu_si128(reinterpret_cast<__m128i *>(to), folded);
    return std::countr_one(quint32(_mm_movemask_epi8(_mm_or_si128(letters, digits))));
#else
    return 0;
#endif
}

} // namespace Lectern
