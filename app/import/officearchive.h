#pragma once

#include "import/importer.h"
#include "import/richtext.h"
#include "import/ziparchive.h"

#include <functional>

namespace Lectern {

/// Finds the words of an office document in its archive, and what it says of itself.
using OfficeReader = std::function<Result<RichText>(ZipArchive &archive, DocumentProperties &properties)>;

/// Reads an office document that is a zip archive of XML (DOCX, ODT): an article, or the failure of its
/// archive or of its reader.
ImportOutcome readOfficeArchive(const RawFile &file, const QString &format, const ImportOptions &options,
                                const OfficeReader &readDocument);

} // namespace Lectern
