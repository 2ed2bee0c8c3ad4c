#pragma once

#include "import/pdftext.h"

namespace Lectern {

/// A line of a page, its words joined by a blank where there is one.
struct PdfLine
{
    QString text;
    QRectF box; ///< on pages that run from right to left turned over: x counts from the right, below zero
    double size = 0; ///< of most of its letters, points
    bool isBold = false;
    int page = 0;
    int column = 0; ///< lines that stand under one another have one number; it rises with the reading
};

/// Joins the words of the pages into lines, in the order of reading, without what repeats at the top and at
/// the bottom of pages, and without page numbers.
std::vector<PdfLine> pdfLines(const std::vector<PdfPage> &pages);

} // namespace Lectern
