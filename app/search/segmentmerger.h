#pragma once

#include "search/corpus.h"

#include <stop_token>
#include <vector>

namespace Lectern {

/// A segment and which of its documents are gone; null when none is.
struct SegmentSlice
{
    SegmentPtr segment;
    std::shared_ptr<const std::vector<bool>> deleted;

    bool isLive(quint32 doc) const { return !deleted || !(*deleted)[doc]; }
};

/// One segment of what lives in several, in their order, without reading a text again. Null when it was stopped.
SegmentPtr mergeSegments(const std::vector<SegmentSlice> &slices, const std::stop_token &stop = {});

} // namespace Lectern
