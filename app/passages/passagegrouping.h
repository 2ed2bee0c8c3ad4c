#pragma once

#include "passages/passagesequence.h"

namespace Lectern {

enum class PassageGrouping : quint8 { None, Article, Tag, Day };

/// Passages that belong together under one headline.
struct PassageGroup
{
    QString key;   ///< article id, folded tag, or ISO day when they were kept, here; empty for those without
    QString title; ///< headline or file name, tag as it is first written, or ISO day; empty for those without
    std::vector<int> indices; ///< in the order they were given in

    bool operator==(const PassageGroup &) const = default;
};

/// Groups the passages at `indices`. Articles stand in the order of their first passage; tags by name,
/// folded, and a passage stands under each of its tags; days newest first. Those that have none come last.
/// None is one group of all, or no group when there are none.
std::vector<PassageGroup> grouped(const PassageSequence &passages, const std::vector<int> &indices,
                                  PassageGrouping by);

} // namespace Lectern
