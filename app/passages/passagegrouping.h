#pragma once

#include "passages/passagesequence.h"

#include <functional>

namespace Lectern {

enum class PassageGrouping : quint8 { None, Article, Story, Tag, Day };

/// Passages that belong together under one headline.
struct PassageGroup
{
    QString key; ///< article id, key of the story, folded tag, or ISO day when they were kept, here; empty
                 ///< for those without
    QString title; ///< headline or file name, title of the story, tag as it is first written, or ISO day;
                   ///< empty for those without
    std::vector<int> indices; ///< in the order they were given in

    bool operator==(const PassageGroup &) const = default;
};

/// The story to which the article of a passage belongs.
struct PassageStory
{
    QString key;   ///< the same for all articles of the story; empty for an article that stands alone
    QString title; ///< of the story
};
using StoryOfPassage = std::function<PassageStory(const Passage &)>;

/// Groups the passages at `indices`. Articles and stories stand in the order of their first passage; tags by
/// name, folded, and a passage stands under each of its tags; days newest first. Those that have none come
/// last. None is one group of all, or no group when there are none. Without `storyOf` none has a story.
std::vector<PassageGroup> grouped(const PassageSequence &passages, const std::vector<int> &indices,
                                  PassageGrouping by, const StoryOfPassage &storyOf = {});

} // namespace Lectern
