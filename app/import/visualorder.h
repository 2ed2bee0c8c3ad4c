#pragma once

#include <QString>

namespace Lectern {

/// A line as it is written, of one as it is seen from left to right: Hebrew and Arabic words are turned round
/// and put in their order, other words and numbers inside them stay as they are, brackets are mirrored. A
/// line without such letters stays as it is.
QString logicalLine(const QString &visual);

/// True when most letters of the text run from right to left.
bool isMostlyRightToLeft(QStringView text);

} // namespace Lectern
