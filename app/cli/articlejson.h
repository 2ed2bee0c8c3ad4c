#pragma once

#include "base/codepoints.h"
#include "import/importing.h"
#include "text/article.h"

#include <QJsonArray>
#include <QJsonObject>

namespace Lectern {

/// The line of `import` for an article; offsets in code points.
QJsonObject articleLine(const Article &article);
/// The line of `import` for a failure.
QJsonObject failureLine(const ImportFailure &failure);

/// {"start","end"} in code points.
QJsonObject rangeObject(TextRange range, const CodePoints &codePoints);
QJsonArray rangeArray(const std::vector<TextRange> &ranges, const CodePoints &codePoints);

} // namespace Lectern
