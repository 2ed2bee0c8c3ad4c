#pragma once

#include "base/textrange.h"

#include <QStringView>

#include <vector>

namespace Lectern {

/// Words between quotation marks. Ranges are UTF-16 units of the text.
struct MarkedSpan
{
    TextRange outer; ///< with both marks; the closing one is missing when !isClosed
    TextRange inner; ///< between the marks
    int depth = 0;   ///< 0: not inside another span
    bool isClosed = true;
    bool isSingle = false; ///< single marks, as British papers use them
    /// Not closed, and the next paragraph begins with a mark: a quotation of several paragraphs.
    bool continues = false;

    bool operator==(const MarkedSpan &) const = default;
};

/// The spans between quotation marks, ascending by start, an outer one before those inside it. What a mark
/// does is told by what stands beside it, then by its own shape, then by whether a span is open, so that
/// straight, curly and wrongly curled marks, «», »«, „“, 「」, '' and `` all come right, also mixed. Single
/// marks count in paragraphs that have no double ones. A span never runs over the end of its paragraph
/// (line). O(n).
std::vector<MarkedSpan> markedSpans(QStringView text);

/// Any single or double quotation mark, straight, curly or angled.
bool isQuotationMark(QChar c);

} // namespace Lectern
