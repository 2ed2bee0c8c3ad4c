#pragma once

#include "library/articlesections.h"
#include "library/storymap.h"
#include "search/corpus.h"

namespace Lectern {

/// Cuts the articles of an answer by the events that they report: accounts of one story stand together where
/// the first of them stood, under a label; articles of which no other account is shown stay where they were.
/// `docs` become rearranged ones. O(articles).
std::vector<ArticleSection> cutByStory(const StoryMap &stories, const Answer &answer,
                                       std::shared_ptr<const std::vector<DocNumber>> *docs);

/// What is told of a story below its title: "3 accounts · 3–5 Mar 2026 · Harbour Post, Merrow Wire".
QString storyLine(const StoryMap::Story &story);
/// "3 Mar 2026", "3–5 Mar 2026"; "" for no dates.
QString storyDays(const StoryMap::Story &story);

} // namespace Lectern
