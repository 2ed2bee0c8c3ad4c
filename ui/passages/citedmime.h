#pragma once

#include "export/citation.h"
#include "text/passage.h"

#include <memory>
#include <vector>

class QMimeData;

namespace Lectern {

/// What another program gets when passages are dragged or copied to it: the quotations with their citations,
/// as plain text and as HTML.
std::unique_ptr<QMimeData> citedMime(const std::vector<Passage> &passages,
                                     CitationStyle style = CitationStyle::Plain);

} // namespace Lectern
