#pragma once

#include "text/worddifference.h"

namespace Lectern {

/// How words of a text stand to another wording of it.
enum class WordingMark : quint8 {
    Dropped,    ///< only the earlier wording has them
    Added,      ///< only the later one has them
    Typographic ///< both, written otherwise
};

/// Words of a text that stand out from another wording.
struct WordingPart
{
    TextRange range; ///< UTF-16 units
    WordingMark mark = WordingMark::Added;

    bool operator==(const WordingPart &) const = default;
};

/// Which words of the earlier wording stand out, ascending.
std::vector<WordingPart> partsBefore(const std::vector<WordDifference> &differences);
/// Likewise of the later one.
std::vector<WordingPart> partsAfter(const std::vector<WordDifference> &differences);

/// Both wordings as one text: what was dropped stands before what came in its place.
struct MergedWording
{
    QString text;
    std::vector<WordingPart> parts; ///< ascending
};

MergedWording mergedWording(QStringView before, QStringView after,
                            const std::vector<WordDifference> &differences);

} // namespace Lectern
