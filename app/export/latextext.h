#pragma once

#include <QString>

namespace Lectern {

/// Text in which nothing is a command of TeX; line breaks and blanks stay, and braces balance.
QString escapedLatex(const QString &text);

} // namespace Lectern
