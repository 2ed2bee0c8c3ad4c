#pragma once

#include "base/textrange.h"

#include <QStringView>

#include <optional>
#include <vector>

namespace Lectern {

/// Where typed letters were found in a name, and how well they fit it.
struct BeginningsMatch
{
    int score = 0;                 ///< the greater, the better
    std::vector<TextRange> ranges; ///< in the name, UTF-16 units; in order

    bool operator==(const BeginningsMatch &) const = default;
};

/// Finds letters in a name by the beginnings of its words: each typed word goes through the name from a
/// word's beginning on and may jump to the beginning of a later word, so that "exp", "ex pa" and "ep" all
/// find "Export Passages". Typed words may come in any order. Capitals, accents and typographic signs do not
/// count. Nothing when a typed word is not found; a match without ranges when nothing is typed.
std::optional<BeginningsMatch> matchBeginnings(QStringView typed, QStringView name);

} // namespace Lectern
