#include "library/articleindex.h"

#include "search/segment.h"

#include <algorithm>
#include <numeric>

namespace Lectern {

namespace {

/// A document, or the first of several, under the hash of a text.
struct Hashed
{
    quint32 hash;
    quint32 doc;

    auto operator<=>(const Hashed &) const = default;
};

quint32 hashOf(const QString &path)
{
    return quint32(qHash(path, 0));
}

quint32 hashOf(const QString &path, const QString &part)
{
    return quint32(qHashMulti(0, path, part));
}

template <typename Visit>
void forEachHashed(const std::vector<Hashed> &all, quint32 hash, Visit visit)
{
    for (auto at = std::lower_bound(all.begin(), all.end(), Hashed{hash, 0});
         at != all.end() && at->hash == hash; ++at)
        visit(at->doc);
}

} // namespace

/// What is known of one segment.
struct ArticleIndex::Table
{
    explicit Table(const SegmentPtr &of);
    quint32 endOfRun(quint32 first) const
    {
        const auto after = std::upper_bound(runStarts.begin(), runStarts.end(), first);
        return after == runStarts.end() ? size : *after;
    }

    std::weak_ptr<const Segment> segment;
    quint32 size;
    std::vector<quint32> byId;      ///< documents in the order of their ArticleColumns::idKeys
    std::vector<Hashed> byPlace;    ///< by path and part
    std::vector<Hashed> runs;       ///< the first of neighbours that share a path, by it
    std::vector<quint32> runStarts; ///< the same, ascending
};

ArticleIndex::Table::Table(const SegmentPtr &of)
    : segment(of)
    , size(of->size())
    , byId(of->size())
{
    const std::span<const quint64> keys = of->columns().idKeys;
    std::iota(byId.begin(), byId.end(), 0U);
    std::sort(byId.begin(), byId.end(), [keys](quint32 a, quint32 b) { return keys[a] < keys[b]; });
    byPlace.reserve(size);
    QString before;
    for (quint32 doc = 0; doc < size; ++doc) {
        const ArticlePlace place = of->articles()->place(doc);
        byPlace.push_back({hashOf(place.path, place.part), doc});
        if (doc > 0 && place.path == before)
            continue;
        before = place.path;
        runs.push_back({hashOf(place.path), doc});
        runStarts.push_back(doc);
    }
    std::sort(byPlace.begin(), byPlace.end());
    std::sort(runs.begin(), runs.end());
    runs.shrink_to_fit();
    runStarts.shrink_to_fit();
}

ArticleIndex::ArticleIndex() = default;

ArticleIndex::~ArticleIndex() = default;

void ArticleIndex::setCorpus(CorpusPtr corpus)
{
    if (corpus == m_corpus)
        return;
    std::vector<std::unique_ptr<const Table>> tables;
    for (const Corpus::Part &part : corpus->parts()) {
        const auto known = std::find_if(m_tables.begin(), m_tables.end(), [&part](const auto &table) {
            return table && table->segment.lock() == part.segment;
        });
        tables.push_back(known == m_tables.end() ? std::make_unique<const Table>(part.segment)
                                                 : std::move(*known));
    }
    m_tables = std::move(tables);
    m_corpus = std::move(corpus);
}

void ArticleIndex::release()
{
    m_corpus = nullptr;
}

std::optional<DocNumber> ArticleIndex::find(const ArticleId &id) const
{
    const quint64 key = QStringView(id).left(16).toULongLong(nullptr, 16);
    for (size_t i = 0; i < m_tables.size(); ++i) {
        const Corpus::Part &part = m_corpus->parts()[i];
        const std::span<const quint64> keys = part.segment->columns().idKeys;
        const std::vector<quint32> &byId = m_tables[i]->byId;
        for (auto at = std::lower_bound(byId.begin(), byId.end(), key,
                                        [keys](quint32 doc, quint64 wanted) { return keys[doc] < wanted; });
             at != byId.end() && keys[*at] == key; ++at)
            if (part.isLive(*at) && part.segment->articles()->id(*at) == id)
                return part.base + *at;
    }
    return std::nullopt;
}

std::optional<DocNumber> ArticleIndex::findAt(const QString &path, const QString &part) const
{
    const quint32 hash = hashOf(path, part);
    std::optional<DocNumber> found;
    for (size_t i = 0; i < m_tables.size() && !found; ++i) {
        const Corpus::Part &in = m_corpus->parts()[i];
        forEachHashed(m_tables[i]->byPlace, hash, [&](quint32 doc) {
            if (found || !in.isLive(doc))
                return;
            const ArticlePlace place = in.segment->articles()->place(doc);
            if (place.path == path && place.part == part)
                found = in.base + doc;
        });
    }
    return found;
}

std::vector<DocNumber> ArticleIndex::docsAt(const QString &path) const
{
    const quint32 hash = hashOf(path);
    std::vector<DocNumber> docs;
    for (size_t i = 0; i < m_tables.size(); ++i) {
        const Corpus::Part &part = m_corpus->parts()[i];
        forEachHashed(m_tables[i]->runs, hash, [&](quint32 first) {
            if (part.segment->articles()->place(first).path != path)
                return;
            for (quint32 doc = first; doc < m_tables[i]->endOfRun(first); ++doc)
                if (part.isLive(doc))
                    docs.push_back(part.base + doc);
        });
    }
    return docs;
}

void ArticleIndex::forEachRun(const std::function<void(const QString &, DocNumber, DocNumber)> &visit) const
{
    for (size_t i = 0; i < m_tables.size(); ++i) {
        const Corpus::Part &part = m_corpus->parts()[i];
        for (const quint32 first : m_tables[i]->runStarts)
            visit(part.segment->articles()->place(first).path, part.base + first,
                  part.base + m_tables[i]->endOfRun(first));
    }
}

} // namespace Lectern
