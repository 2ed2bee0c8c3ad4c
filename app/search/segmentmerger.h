#pragma once

#include "search/corpus.h"

#include <vector>

namespace Lectern {

/// A segment and which of its documents are gone; null when none is.
struct SegmentSlice
{
    SegmentPtr segment;
    std::shared_ptr<const std::vector<bool>> deleted;

    bool isLive(quint32 doc) const { return !deleted || !(*deleted)[doc]; }
};

/// One segment of what lives in several, in their order, without reading a text again.
SegmentPtr mergeSegments(const std::vector<SegmentSlice> &slices);

} // namespace Lectern
