#include "search/corpus.h"

#include "search/segment.h"
#include "search/segmentmerger.h"

#include <algorithm>
#include <utility>

namespace Lectern {

namespace {

/// As many neighbours of about one size as are merged into one.
constexpr size_t mergeWidth = 8;

/// Segments grow by tiers, so that a text is merged only a few times in its life: tier 0 up to 256 Ki units
/// of text, each further one mergeWidth times as much.
int tierOf(const Segment &segment)
{
    int tier = 0;
    for (qint64 limit = 256 * 1024; segment.textUnits() > limit; limit *= qint64(mergeWidth))
        ++tier;
    return tier;
}

/// Parts first (inclusive) to end (exclusive).
struct Run
{
    size_t first = 0;
    size_t end = 0;
};

/// The first run of neighbours not above a tier that holds enough of that tier to be merged; empty when there
/// is none.
Run runToMerge(const std::vector<int> &tiers)
{
    const int highest = tiers.empty() ? 0 : *std::max_element(tiers.begin(), tiers.end());
    for (int tier = 0; tier <= highest; ++tier) {
        Run run;
        size_t ofTier = 0;
        for (size_t i = 0; i <= tiers.size(); ++i) {
            if (i < tiers.size() && tiers[i] <= tier) {
                ofTier += tiers[i] == tier ? 1 : 0;
                run.end = i + 1;
                continue;
            }
            if (ofTier >= mergeWidth)
                return run;
            run = {i + 1, i + 1};
            ofTier = 0;
        }
    }
    return {};
}

bool isWorthCleaning(const Corpus::Part &part)
{
    return part.deletedCount > 0 && part.deletedCount * 4 >= part.segment->size();
}

Corpus::Part mergedPart(std::vector<Corpus::Part>::const_iterator first,
                        std::vector<Corpus::Part>::const_iterator end)
{
    std::vector<SegmentSlice> slices;
    for (auto part = first; part != end; ++part)
        slices.push_back({part->segment, part->deleted});
    return {mergeSegments(slices), nullptr, 0, 0};
}

} // namespace

void Corpus::append(Part part)
{
    const Segment &segment = *part.segment;
    part.base = m_limit;
    m_limit += segment.size();
    m_live += segment.size() - part.deletedCount;
    m_textUnits += segment.textUnits();
    m_words += segment.wordCount();
    for (quint32 doc = 0; part.deletedCount > 0 && doc < segment.size(); ++doc) {
        if ((*part.deleted)[doc])
            m_textUnits -= segment.articles()->textUnits(doc);
    }
    m_parts.push_back(std::move(part));
}

CorpusPtr Corpus::with(SegmentPtr segment) const
{
    auto corpus = std::make_shared<Corpus>(*this);
    if (segment && segment->size() > 0)
        corpus->append({std::move(segment), nullptr, 0, 0});
    return corpus;
}

CorpusPtr Corpus::without(const std::vector<DocNumber> &docs) const
{
    std::vector<DocNumber> sorted = docs;
    std::sort(sorted.begin(), sorted.end());
    auto corpus = std::make_shared<Corpus>();
    auto doc = sorted.cbegin();
    for (Part part : m_parts) {
        const DocNumber end = part.base + part.segment->size();
        std::shared_ptr<std::vector<bool>> deleted;
        for (; doc != sorted.cend() && *doc < end; ++doc) {
            if (!deleted) {
                deleted = part.deleted ? std::make_shared<std::vector<bool>>(*part.deleted)
                                       : std::make_shared<std::vector<bool>>(part.segment->size());
            }
            const DocNumber local = *doc - part.base;
            if (!(*deleted)[local]) {
                (*deleted)[local] = true;
                ++part.deletedCount;
            }
        }
        if (deleted)
            part.deleted = std::move(deleted);
        corpus->append(std::move(part));
    }
    return corpus;
}

CorpusPtr Corpus::merged() const
{
    std::vector<Part> parts;
    bool changed = false;
    for (auto part = m_parts.begin(); part != m_parts.end(); ++part) {
        const bool clean = isWorthCleaning(*part);
        changed = changed || clean;
        if (part->deletedCount < part->segment->size())
            parts.push_back(clean ? mergedPart(part, part + 1) : *part);
    }
    for (;;) {
        std::vector<int> tiers;
        for (const Part &part : parts)
            tiers.push_back(tierOf(*part.segment));
        const Run run = runToMerge(tiers);
        if (run.first == run.end)
            break;
        const auto first = parts.begin() + qsizetype(run.first);
        const auto end = parts.begin() + qsizetype(run.end);
        *first = mergedPart(first, end);
        parts.erase(first + 1, end);
        changed = true;
    }

    if (!changed) {
        if (CorpusPtr self = weak_from_this().lock())
            return self;
    }
    auto corpus = std::make_shared<Corpus>();
    for (Part &part : parts)
        corpus->append(std::move(part));
    return corpus;
}

const Corpus::Part &Corpus::partOf(DocNumber doc) const
{
    Q_ASSERT(doc < m_limit);
    const auto behind =
        std::upper_bound(m_parts.begin(), m_parts.end(), doc,
                         [](DocNumber number, const Part &part) { return number < part.base; });
    return *std::prev(behind);
}

bool Corpus::isLive(DocNumber doc) const
{
    if (doc >= m_limit)
        return false;
    const Part &part = partOf(doc);
    return !part.deleted || !(*part.deleted)[doc - part.base];
}

ArticlePtr Corpus::article(DocNumber doc) const
{
    const Part &part = partOf(doc);
    return part.segment->articles()->article(doc - part.base);
}

ArticleId Corpus::articleId(DocNumber doc) const
{
    const Part &part = partOf(doc);
    return part.segment->articles()->id(doc - part.base);
}

ArticlePlace Corpus::place(DocNumber doc) const
{
    const Part &part = partOf(doc);
    return part.segment->articles()->place(doc - part.base);
}

qint64 Corpus::indexBytes() const
{
    qint64 bytes = 0;
    for (const Part &part : m_parts)
        bytes += part.segment->indexBytes() + (part.deleted ? qint64(part.deleted->size() / 8) : 0);
    return bytes;
}

std::vector<SegmentPtr> Corpus::segments() const
{
    std::vector<SegmentPtr> segments;
    for (const Part &part : m_parts)
        segments.push_back(part.segment);
    return segments;
}

} // namespace Lectern
