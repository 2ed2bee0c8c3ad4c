#pragma once

#include "search/corpus.h"

#include <limits>
#include <span>
#include <stop_token>

namespace Lectern {

/// Neighbouring parts of a corpus, from `first` to before `end`.
struct MergeRun
{
    size_t first = 0;
    size_t end = 0;

    bool isEmpty() const { return first == end; }
};

/// The next parts that are worth becoming one: small neighbours, or a single part of which a quarter is
/// deleted. Empty when there are none. Segments grow by tiers, so that a text is merged only a few times in
/// its life. What would come to more than `mostUnits` UTF-16 units of text is left as it is.
MergeRun nextMerge(std::span<const Corpus::Part> parts,
                   qint64 mostUnits = std::numeric_limits<qint64>::max());

/// One segment of the live articles of parts, in their order; null when none is left, or when it was stopped.
/// Takes long: for a worker.
SegmentPtr mergeParts(std::span<const Corpus::Part> parts, const std::stop_token &stop = {});

/// The part of a segment that mergeParts() made of `parts`: what was deleted of them `now` is deleted in it.
Corpus::Part mergedPart(const SegmentPtr &segment, std::span<const Corpus::Part> parts,
                        std::span<const Corpus::Part> now);

} // namespace Lectern
