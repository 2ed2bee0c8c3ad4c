#pragma once

#include <QtGlobal>

namespace Lectern {

/// Where a reader is in an article, independent of width and type.
struct ReadingPlace
{
    qsizetype offset = 0; ///< UTF-16 offset of the first visible text
    int pixels =
        0; ///< from the top of that offset's line to the top of the view; negative when the line stands lower

    bool operator==(const ReadingPlace &) const = default;
};

} // namespace Lectern
