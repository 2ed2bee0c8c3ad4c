#pragma once

#include "text/passage.h"

#include <QString>

namespace Lectern {

/// Where the words of a kept passage are today. Never a silent guess.
enum class AnchorState : quint8 {
    Exact,   ///< the same file content: the stored offsets hold
    Moved,   ///< the file changed; the exact words stand at one clear place (unique, or unique with their
             ///< context)
    Changed, ///< the words are not there any more, or not at one clear place
    Orphan   ///< the article is not there any more
};

QString name(AnchorState state);

struct Anchor
{
    AnchorState state = AnchorState::Orphan;
    TextRange range; ///< in the article's text, for Exact and Moved
};

/// Finds a passage in the article that its file holds today; null: the article is gone.
Anchor anchorIn(const Passage &passage, const Article *article);

} // namespace Lectern
