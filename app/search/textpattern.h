#pragma once

#include <QRegularExpression>
#include <QString>

namespace Lectern {

/// The regular expression of a query as it is matched on a text: capitals alike unless it says (?-i), `^` and
/// `$` at every line, letters and digits of all scripts.
QRegularExpression textPattern(const QString &pattern);

} // namespace Lectern
