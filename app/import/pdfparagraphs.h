#pragma once

#include "import/pdflines.h"
#include "import/richtext.h"

namespace Lectern {

/// Makes paragraphs, headings and list items of lines: by their distance, indents, sizes and short last
/// lines; across columns and pages where a sentence goes on. A word divided at the end of a line loses its
/// hyphen, unless the document writes it with one elsewhere or knows both halves as words.
std::vector<RichParagraph> pdfParagraphs(const std::vector<PdfLine> &lines);

} // namespace Lectern
