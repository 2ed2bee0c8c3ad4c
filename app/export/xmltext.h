#pragma once

#include <QString>

namespace Lectern {

/// The text with U+FFFD for what XML 1.0 cannot hold: control characters and halves of surrogate pairs.
QString xmlSafe(const QString &text);

} // namespace Lectern
