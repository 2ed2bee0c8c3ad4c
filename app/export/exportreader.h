#pragma once

#include "base/result.h"
#include "text/passage.h"

namespace Lectern {

/// The passages of an export of ours, whole: those of JSON (Web Annotation and Readium), HTML, Markdown,
/// CSV and of REFI-QDA projects come back equal to those that were written. The format is told by the
/// content; `path` is named in errors. Fails with Malformed when the file or one of its records was changed
/// so that its words and offsets disagree, and with Unsupported when it is no export that carries its record.
Result<std::vector<Passage>> readExport(const QByteArray &bytes, const QString &path);

} // namespace Lectern
