#pragma once

#include <QByteArrayView>

namespace Lectern {

/// One piece of an RTF file.
struct RtfToken
{
    enum class Kind : quint8 {
        End,
        GroupStart,
        GroupEnd,
        Word,   ///< \word or \word123
        Symbol, ///< \~ and the like; `byte` is the character
        Byte    ///< a byte of text, plain or as \'hh
    };

    Kind kind = Kind::End;
    QByteArrayView word; ///< letters only, without the backslash
    int parameter = 0;   ///< bounded to what 32 bits hold
    bool hasParameter = false;
    char byte = 0;
};

/// Cuts an RTF file into tokens (RTF 1.9.1, "RTF syntax"). Any bytes give tokens; the data of \bin is passed
/// over.
class RtfTokens
{
public:
    /// `bytes` must outlive it.
    explicit RtfTokens(QByteArrayView bytes);

    RtfToken next();

private:
    RtfToken control();
    bool atDigit() const;

    QByteArrayView m_bytes;
    qsizetype m_at = 0;
};

} // namespace Lectern
