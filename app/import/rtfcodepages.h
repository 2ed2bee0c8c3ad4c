#pragma once

#include <QByteArray>
#include <QString>

namespace Lectern {

/// The label of a code page by its number (\ansicpg, \cpg); "" when it is not known.
QByteArray rtfCodePage(int number);

/// The label of the encoding that fonts of a Windows character set (\fcharset) are written in; "" for the
/// document's own.
QByteArray rtfCharset(int charset);

/// Bytes of one encoding as text; windows-1252 when the label is not known. What is invalid becomes U+FFFD.
QString rtfText(const QByteArray &bytes, const QByteArray &label);

} // namespace Lectern
