#pragma once

#include "import/pdflines.h"

namespace Lectern {

/// The lines of one page in the order of reading: where two or three columns of text stand side by side, the
/// left one first, between the lines that run across them. Pages without columns, and those with tables, stay
/// as they are.
std::vector<PdfLine> inReadingOrder(std::vector<PdfLine> lines);

} // namespace Lectern
