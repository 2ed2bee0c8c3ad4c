#include "search/wordscan.h"

#include <algorithm>

#ifdef __SSE2__
#include <emmintrin.h>

#include <bit>
#endif

namespace Lectern {

namespace {

/// With more to look for, cutting all words is as fast.
constexpr size_t mostWanted = 12;

constexpr bool isAscii(char16_t c)
{
    return c < 0x80;
}

constexpr char16_t lowered(char16_t c)
{
    return c >= u'A' && c <= u'Z' ? char16_t(c + 0x20) : c;
}

constexpr bool isPlain(char16_t c)
{
    return (c >= u'0' && c <= u'9') || (lowered(c) >= u'a' && lowered(c) <= u'z');
}

/// Spaces, dashes, quotation marks and dots of U+2000 to U+203F: none is a word nor begins one.
constexpr bool isPunctuation(char16_t c)
{
    return (c & 0xffc0) == 0x2000;
}

/// Letters that words of ASCII letters hold, and that therefore begin none behind one of those.
constexpr bool isLatinLetter(char16_t c)
{
    return c >= 0xc0 && c < 0x250;
}

/// Whether words end before this place whatever is around it: no mark that belongs to the blank follows.
bool isCut(QStringView text, qsizetype at)
{
    const char16_t before = text[at - 1].unicode();
    return (before == u' ' || before == u'\n') && isAscii(text[at].unicode());
}

} // namespace

void WordScan::clear()
{
    m_wanted.clear();
    m_isUseful = true;
}

void WordScan::addWord(std::string_view word)
{
    add(word, true);
}

void WordScan::addBeginning(std::string_view beginning)
{
    add(beginning, false);
}

void WordScan::add(std::string_view word, bool isWhole)
{
    const auto end = std::find_if_not(word.begin(), word.end(), [](char c) { return isPlain(quint8(c)); });
    // What follows those letters may be written in several ways.
    m_wanted.push_back({std::string(word.begin(), end), isWhole && end == word.end()});
    m_isUseful = m_isUseful && end != word.begin() && m_wanted.size() <= mostWanted;
}

TextRange WordScan::next(QStringView text, qsizetype from) const
{
    const qsizetype found = m_wanted.empty() ? text.size() : seek(text, from);
    if (found == text.size())
        return {found, found};
    TextRange stretch{found, found + 1};
    while (stretch.start > from && !isCut(text, stretch.start))
        --stretch.start;
    while (stretch.end < text.size() && !isCut(text, stretch.end))
        ++stretch.end;
    return stretch;
}

/// The first place from there on where one of the words may begin.
qsizetype WordScan::seek(QStringView text, qsizetype from) const
{
    qsizetype at = from;
#ifdef __SSE2__
    // One unit more than a block is read.
    for (; at + 17 <= text.size(); at += 16) {
        for (quint32 bits = candidates(text.utf16() + at); bits != 0; bits &= bits - 1) {
            const qsizetype candidate = at + std::countr_zero(bits);
            if (mayBegin(text, candidate))
                return candidate;
        }
    }
#endif
    while (at < text.size() && !mayBegin(text, at))
        ++at;
    return at;
}

#ifdef __SSE2__
/// A bit for each of 16 units with which a word might begin as far as this and the next unit tell.
quint32 WordScan::candidates(const char16_t *text) const
{
    struct Block
    {
        explicit Block(const char16_t *at)
            : low(_mm_loadu_si128(reinterpret_cast<const __m128i *>(at)))
            , high(_mm_loadu_si128(reinterpret_cast<const __m128i *>(at + 8)))
        {}
        /// Of each unit whether these bits of it are those.
        __m128i where(short bits, short value) const
        {
            const __m128i mask = _mm_set1_epi16(bits);
            const __m128i wanted = _mm_set1_epi16(value);
            return _mm_packs_epi16(_mm_cmpeq_epi16(_mm_and_si128(low, mask), wanted),
                                   _mm_cmpeq_epi16(_mm_and_si128(high, mask), wanted));
        }
        /// Lower case, as far as it is a letter; what is not Latin-1 becomes something that is none.
        __m128i letters() const { return _mm_or_si128(_mm_packus_epi16(low, high), _mm_set1_epi8(0x20)); }
        __m128i low;
        __m128i high;
    };
    const auto bits = [](__m128i bytes) { return quint32(_mm_movemask_epi8(bytes)); };
    const Block here(text);
    const Block next(text + 1);
    const __m128i nextIsStrange = _mm_xor_si128(next.where(short(0xff80), 0), _mm_set1_epi8(char(0xff)));
    __m128i found = _mm_setzero_si128();
    for (const Wanted &wanted : m_wanted) {
        __m128i fits = _mm_cmpeq_epi8(here.letters(), _mm_set1_epi8(wanted.letters[0]));
        if (wanted.letters.size() > 1) {
            const __m128i second = _mm_cmpeq_epi8(next.letters(), _mm_set1_epi8(wanted.letters[1]));
            fits = _mm_and_si128(fits, _mm_or_si128(second, nextIsStrange));
        }
        found = _mm_or_si128(found, fits);
    }
    const __m128i known =
        _mm_or_si128(here.where(short(0xff80), 0), here.where(short(0xffc0), short(0x2000)));
    return bits(found) | (bits(known) ^ 0xffff);
}
#endif

bool WordScan::mayBegin(QStringView text, qsizetype at) const
{
    const char16_t first = text[at].unicode();
    const bool isInWord = at > 0 && isPlain(text[at - 1].unicode());
    if (!isAscii(first))
        return !isPunctuation(first) && !(isInWord && isLatinLetter(first));
    if (isInWord || !isPlain(first))
        return false;
    return std::any_of(m_wanted.begin(), m_wanted.end(), [text, at](const Wanted &wanted) {
        const auto length = qsizetype(wanted.letters.size());
        for (qsizetype i = 0; i < length; ++i) {
            if (at + i == text.size())
                return false;
            const char16_t c = text[at + i].unicode();
            if (!isAscii(c))
                return true; // a mark, or a letter that stands for several
            if (lowered(c) != char16_t(wanted.letters[size_t(i)]))
                return false;
        }
        return !wanted.isWhole || at + length == text.size() || !isPlain(text[at + length].unicode());
    });
}

} // namespace Lectern
