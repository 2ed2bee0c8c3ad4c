#pragma once

#include <QtGlobal>

#include <string>
#include <string_view>

namespace Lectern {

/// A code point and the bytes that hold it.
struct Utf8Step
{
    char32_t codePoint;
    quint32 bytes; ///< 1 to 4
};

/// The code point that begins with a byte that is not ASCII; a byte that begins none is U+FFFD by itself.
Utf8Step readLongUtf8(std::string_view text);

/// The code point that a text begins with, whatever bytes it holds. The text is not empty.
inline Utf8Step readUtf8(std::string_view text)
{
    const auto first = quint8(text.front());
    return first < 0x80 ? Utf8Step{first, 1} : readLongUtf8(text);
}

/// Appends a code point that is no surrogate.
void appendUtf8(char32_t codePoint, std::string *out);

std::u32string fromUtf8(std::string_view text);

/// The code points from last to first: how terms stand in a mirrored dictionary.
std::string mirrored(std::string_view text);

} // namespace Lectern
