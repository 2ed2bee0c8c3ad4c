#pragma once

#include "search/corpus.h"
#include "search/fieldwriter.h"
#include "search/segment.h"

#include <functional>

namespace Lectern {

/// A segment of articles in memory with their columns, which are finished. `write` writes the terms of each field in
/// turn.
SegmentPtr makeSegment(ArticleColumnsStorage columns, ArticleSourcePtr articles,
                       const std::function<void(QueryField, FieldWriter *)> &write);

} // namespace Lectern
