#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace Lectern {

/// Bytes made text, and how.
struct DecodedText
{
    QString text;
    QString encoding; ///< "UTF-8", "windows-1252", ...
    bool guessed =
        false; ///< neither a mark in the bytes nor a declaration nor their own validity named the encoding
    qsizetype replaced = 0; ///< places that were not valid in the encoding and became U+FFFD
    QStringList warnings;   ///< sentences for the user
};

/// Makes text of bytes: byte order mark, else valid UTF-8, else UTF-16 or UTF-32 by the pattern of their zero
/// bytes, else the declared label, else what uchardet says of 64 KiB around the first byte beyond ASCII, else
/// windows-1252. What is invalid becomes U+FFFD, nothing is dropped but the byte order mark.
DecodedText decodeText(const QByteArray &bytes, const QByteArray &declared = {});

/// The encoding that a page or an XML document declares of itself within its first 4 KiB: <meta charset>,
/// <meta http-equiv>,
/// <?xml encoding?>; "" when it does not.
QByteArray declaredEncoding(const QByteArray &bytes);

/// True when the bytes cannot be text in any encoding: more than 1 % of their first 256 KiB are controls that
/// texts do not hold, and they are not UTF-16 or UTF-32.
bool isBinary(const QByteArray &bytes);

} // namespace Lectern
