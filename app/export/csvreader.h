#pragma once

#include "base/result.h"
#include "text/passage.h"

namespace Lectern {

/// Whether the text begins with the header of a CSV export of ours, in any order of columns.
bool isPassageCsv(const QString &text);

/// The passages of a CSV export of ours, equal to those that were written, also after a spreadsheet has
/// saved it. Unknown columns are passed over. Fails with the number of the row whose words and offsets
/// disagree. `path` is named in errors.
Result<std::vector<Passage>> readCsv(const QString &text, const QString &path);

} // namespace Lectern
