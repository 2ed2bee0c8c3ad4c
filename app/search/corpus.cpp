#include "search/corpus.h"

#include "search/mergeplan.h"
#include "search/segment.h"

#include <algorithm>
#include <utility>

namespace Lectern {

namespace {

/// As in ArticleColumns::idKeys.
quint64 keyOf(const ArticleId &id)
{
    return QStringView(id).left(16).toULongLong(nullptr, 16);
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
    m_weighting = Weighting(averageWords());
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

CorpusPtr Corpus::of(std::vector<Part> parts)
{
    auto corpus = std::make_shared<Corpus>();
    for (Part &part : parts)
        corpus->append(std::move(part));
    return corpus;
}

CorpusPtr Corpus::merged() const
{
    std::vector<Part> parts = m_parts;
    bool changed = false;
    for (MergeRun run = nextMerge(parts); !run.isEmpty(); run = nextMerge(parts)) {
        const SegmentPtr merged = mergeParts(std::span(parts).subspan(run.first, run.end - run.first));
        const auto first = parts.begin() + qsizetype(run.first);
        parts.erase(first + (merged ? 1 : 0), parts.begin() + qsizetype(run.end));
        if (merged)
            *first = {merged, nullptr, 0, 0};
        changed = true;
    }
    if (!changed) {
        if (CorpusPtr self = weak_from_this().lock())
            return self;
    }
    return of(std::move(parts));
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
    return part.isLive(doc - part.base);
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

std::optional<DocNumber> Corpus::find(const ArticleId &id) const
{
    const quint64 key = keyOf(id);
    for (const Part &part : m_parts) {
        const std::span<const quint64> keys = part.segment->columns().idKeys;
        for (auto at = std::find(keys.begin(), keys.end(), key); at != keys.end();
             at = std::find(at + 1, keys.end(), key)) {
            const DocNumber local = DocNumber(at - keys.begin());
            if (part.isLive(local) && part.segment->articles()->id(local) == id)
                return part.base + local;
        }
    }
    return std::nullopt;
}

std::vector<DocNumber> Corpus::findAll(const QSet<ArticleId> &ids) const
{
    QSet<quint64> keys;
    for (const ArticleId &id : ids)
        keys.insert(keyOf(id));
    std::vector<DocNumber> docs;
    for (const Part &part : m_parts) {
        const std::span<const quint64> known = part.segment->columns().idKeys;
        for (quint32 local = 0; local < known.size(); ++local)
            if (keys.contains(known[local]) && part.isLive(local) &&
                ids.contains(part.segment->articles()->id(local)))
                docs.push_back(part.base + local);
    }
    return docs;
}

std::optional<DocNumber> Corpus::findAt(const ArticlePlace &place) const
{
    for (const Part &part : m_parts)
        for (const quint32 local : part.segment->articles()->findAt(place))
            if (part.isLive(local))
                return part.base + local;
    return std::nullopt;
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
