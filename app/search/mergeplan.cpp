#include "search/mergeplan.h"

#include "search/segment.h"
#include "search/segmentmerger.h"

#include <algorithm>

namespace Lectern {

namespace {

/// As many neighbours of about one size as are merged into one.
constexpr size_t mergeWidth = 8;

/// Tier 0 up to 256 Ki units of text, each further one mergeWidth times as much.
int tierOf(const Segment &segment)
{
    int tier = 0;
    for (qint64 limit = 256 * 1024; segment.textUnits() > limit; limit *= qint64(mergeWidth))
        ++tier;
    return tier;
}

bool isWorthCleaning(const Corpus::Part &part)
{
    return part.deletedCount > 0 && part.deletedCount * 4 >= part.segment->size();
}

/// The first run of neighbours not above a tier that holds enough of that tier to be merged; empty when there
/// is none. -1 parts runs.
MergeRun runToMerge(const std::vector<int> &tiers)
{
    const int highest = tiers.empty() ? 0 : *std::max_element(tiers.begin(), tiers.end());
    for (int tier = 0; tier <= highest; ++tier) {
        MergeRun run;
        size_t ofTier = 0;
        for (size_t i = 0; i <= tiers.size(); ++i) {
            if (i < tiers.size() && tiers[i] >= 0 && tiers[i] <= tier) {
                ofTier += tiers[i] == tier ? 1 : 0;
                run.end = i + 1;
                if (ofTier >= mergeWidth &&
                    (i + 1 == tiers.size() || tiers[i + 1] > tier || tiers[i + 1] < 0))
                    return run;
                continue;
            }
            run = {i + 1, i + 1};
            ofTier = 0;
        }
    }
    return {};
}

} // namespace

MergeRun nextMerge(std::span<const Corpus::Part> parts, qint64 mostUnits)
{
    std::vector<int> tiers;
    for (size_t i = 0; i < parts.size(); ++i) {
        const Segment &segment = *parts[i].segment;
        if (isWorthCleaning(parts[i]) && segment.textUnits() <= mostUnits)
            return {i, i + 1};
        // Of eight such the merged one would be too large.
        tiers.push_back(segment.textUnits() > mostUnits / qint64(mergeWidth) ? -1 : tierOf(segment));
    }
    return runToMerge(tiers);
}

SegmentPtr mergeParts(std::span<const Corpus::Part> parts, const std::stop_token &stop)
{
    std::vector<SegmentSlice> slices;
    bool any = false;
    for (const Corpus::Part &part : parts) {
        slices.push_back({part.segment, part.deleted});
        any = any || part.deletedCount < part.segment->size();
    }
    return any ? mergeSegments(slices, stop) : nullptr;
}

Corpus::Part mergedPart(const SegmentPtr &segment, std::span<const Corpus::Part> parts,
                        std::span<const Corpus::Part> now)
{
    Corpus::Part merged{segment, nullptr, 0, 0};
    if (std::equal(parts.begin(), parts.end(), now.begin(), now.end(),
                   [](const auto &a, const auto &b) { return a.deletedCount == b.deletedCount; }))
        return merged;
    const auto deleted = std::make_shared<std::vector<bool>>(segment->size());
    quint32 number = 0;
    for (size_t i = 0; i < parts.size(); ++i) {
        for (quint32 local = 0; local < parts[i].segment->size(); ++local) {
            if (!parts[i].isLive(local))
                continue;
            (*deleted)[number] = !now[i].isLive(local);
            merged.deletedCount += now[i].isLive(local) ? 0 : 1;
            ++number;
        }
    }
    merged.deleted = deleted;
    return merged;
}

} // namespace Lectern
