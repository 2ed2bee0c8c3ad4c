#pragma once

#include "base/textrange.h"

#include <QStringView>

namespace Lectern {

/// Where a pattern fits a text best, and by how many inserted, dropped and replaced UTF-16 units it misses
/// it.
struct CloseMatch
{
    TextRange range;
    qsizetype distance = 0;
};

/// The stretch of the text with the smallest edit distance to the pattern; the first of equals, and of those
/// that end there the shortest. The pattern's length in 64 units times the text's length steps (Myers 1999,
/// "A fast bit-vector algorithm for approximate string matching"; blocks after Hyyrö 2003).
CloseMatch closestMatch(QStringView pattern, QStringView text);

/// The edit distance of two texts, in the same time.
qsizetype editDistance(QStringView one, QStringView other);

/// The smallest edit distance of the pattern to a beginning of the text.
qsizetype distanceToBeginning(QStringView pattern, QStringView text);

} // namespace Lectern
