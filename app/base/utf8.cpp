#include "base/utf8.h"

#include <vector>

namespace Lectern {

Utf8Step readLongUtf8(std::string_view text)
{
    constexpr Utf8Step none{0xfffd, 1};
    const auto first = quint8(text.front());
    const quint32 bytes = first < 0xc2 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 1;
    if (bytes == 1 || bytes > text.size())
        return none;
    char32_t codePoint = first & (0x7fU >> bytes);
    for (quint32 i = 1; i < bytes; ++i) {
        const auto next = quint8(text[i]);
        if ((next & 0xc0U) != 0x80)
            return none;
        codePoint = codePoint << 6 | (next & 0x3fU);
    }
    const bool tooLong = (bytes == 3 && codePoint < 0x800) || (bytes == 4 && codePoint < 0x10000);
    const bool isSurrogate = codePoint >= 0xd800 && codePoint < 0xe000;
    return tooLong || isSurrogate || codePoint > 0x10ffff ? none : Utf8Step{codePoint, bytes};
}

void appendUtf8(char32_t codePoint, std::string *out)
{
    const auto tail = [codePoint](int shift) { return char(0x80U | (codePoint >> shift & 0x3fU)); };
    if (codePoint < 0x80) {
        out->push_back(char(codePoint));
    } else if (codePoint < 0x800) {
        out->append({char(0xc0U | codePoint >> 6), tail(0)});
    } else if (codePoint < 0x10000) {
        out->append({char(0xe0U | codePoint >> 12), tail(6), tail(0)});
    } else {
        out->append({char(0xf0U | codePoint >> 18), tail(12), tail(6), tail(0)});
    }
}

std::u32string fromUtf8(std::string_view text)
{
    std::u32string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const auto [codePoint, bytes] = readUtf8(text);
        out.push_back(codePoint);
        text.remove_prefix(bytes);
    }
    return out;
}

std::string mirrored(std::string_view text)
{
    std::string out(text.size(), '\0');
    size_t end = text.size();
    while (!text.empty()) {
        const quint32 bytes = readUtf8(text).bytes;
        end -= bytes;
        text.copy(out.data() + end, bytes);
        text.remove_prefix(bytes);
    }
    return out;
}

} // namespace Lectern
