#pragma once

#include "library/passagereview.h"

#include <QStringList>

namespace Lectern::ReviewWords {

/// What has become of the passage, in a few words.
QString title(const PassageReview &review);
/// What is asked of the user, as a sentence.
QString question(const PassageReview &review);
/// Where a place is and how alike it is: "¶ 4", "nearly the same words", "other surroundings". With the
/// headline where it is in another article than that of the passage.
QStringList place(const ReviewPlace &place, const PassageReview &review);
/// The differences as sentences, for who does not see them: "“nine” is now “ten”. “left” is gone."
QString differences(const QString &before, const QString &after,
                    const std::vector<WordDifference> &differences);

} // namespace Lectern::ReviewWords
