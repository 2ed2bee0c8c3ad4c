#pragma once

#include "base/result.h"
#include "import/odtstyles.h"
#include "import/richtext.h"

namespace Lectern {

/// Reads content.xml (ODF 1.3, part 3, 5 and 6): headings, paragraphs, lists, tables as cells, notes at the
/// end. Tracked deletions, annotations and hidden words are left out. Malformed and Limit as BoundedXml says.
Result<RichText> readOdtBody(const QByteArray &xml, const OdtStyles &styles);

} // namespace Lectern
