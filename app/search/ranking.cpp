#include "search/ranking.h"

#include "search/segment.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace Lectern {

namespace {

/// What one article is ordered by: `major` first, ascending, then `minor` where titles and `key` where outlets are
/// compared, then the date, then the id. Plain values beside each other, for the sake of the cache.
struct RankKey
{
    quint64 major = 0;
    quint64 minor = 0;
    qint64 date = 0; ///< ascending: the newest first, unless the oldest were asked for
    QByteArrayView key;
    quint64 id = 0;
    Found found;
};

bool operator<(const RankKey &a, const RankKey &b)
{
    if (a.major != b.major)
        return a.major < b.major;
    if (a.minor != b.minor)
        return a.minor < b.minor;
    if (const int order = a.key.compare(b.key); order != 0)
        return order < 0;
    if (a.date != b.date)
        return a.date < b.date;
    return a.id != b.id ? a.id < b.id : a.found.doc < b.found.doc;
}

/// The first eight bytes, so that most comparisons need no more. A missing key comes last.
quint64 beginning(QByteArrayView key)
{
    if (key.isEmpty())
        return std::numeric_limits<quint64>::max();
    quint64 result = 0;
    for (qsizetype i = 0; i < 8; ++i)
        result = result << 8 | (i < key.size() ? quint8(key[i]) : 0);
    return result;
}

RankKey rankKey(const ArticleColumns &columns, quint32 local, Found found, Order order)
{
    constexpr qint64 last = std::numeric_limits<qint64>::max();
    const bool dated = columns.days[local].first != ArticleColumns::Days::none;
    const qint64 date = columns.dateKeys[local];
    RankKey result;
    result.found = found;
    result.id = columns.idKeys[local];
    result.date = !dated ? last : order == Order::DateOldest ? date : ~date;
    switch (order) {
    case Order::Relevance:
        // Scores are not negative, and such floats ascend as their bits do.
        static_assert(std::numeric_limits<float>::is_iec559);
        quint32 bits;
        std::memcpy(&bits, &found.score, sizeof bits);
        result.major = std::numeric_limits<quint32>::max() - bits;
        break;
    case Order::DateNewest:
    case Order::DateOldest:
        break;
    case Order::Title:
        result.major = columns.titleKeys[local].first;
        result.minor = columns.titleKeys[local].second;
        break;
    case Order::Outlet:
        result.key = columns.outletKeys.at(local);
        result.major = beginning(result.key);
        break;
    }
    return result;
}

/// A merge sort that can be stopped at any moment.
bool sortKeys(std::vector<RankKey> &keys, const std::stop_token &stop)
{
    constexpr size_t step = 2048;
    for (size_t start = 0; start < keys.size(); start += step) {
        if (stop.stop_requested())
            return false;
        std::sort(keys.begin() + qsizetype(start),
                  keys.begin() + qsizetype(std::min(start + step, keys.size())));
    }
    std::vector<RankKey> merged(keys.size() > step ? keys.size() : 0);
    for (size_t width = step; width < keys.size(); width *= 2) {
        for (size_t start = 0; start < keys.size(); start += 2 * width) {
            size_t left = start;
            const size_t leftEnd = std::min(start + width, keys.size());
            size_t right = leftEnd;
            const size_t rightEnd = std::min(leftEnd + width, keys.size());
            for (size_t out = start; out < rightEnd; ++out) {
                if (out % step == 0 && stop.stop_requested())
                    return false;
                const bool fromRight = left == leftEnd || (right < rightEnd && keys[right] < keys[left]);
                merged[out] = keys[fromRight ? right++ : left++];
            }
        }
        keys.swap(merged);
    }
    return true;
}

/// Titles that begin alike for longer than their short keys tell are ordered by their whole keys, which are made
/// for them alone.
bool orderLongTitles(const Corpus &corpus, std::vector<RankKey> &keys, const std::stop_token &stop)
{
    Collation collation;
    for (size_t first = 0; first < keys.size();) {
        const ShortKey title{keys[first].major, keys[first].minor};
        size_t end = first + 1;
        while (end < keys.size() && title == ShortKey{keys[end].major, keys[end].minor})
            ++end;
        if (end - first > 1 && !title.isWhole()) {
            std::vector<QByteArray> whole;
            whole.reserve(end - first);
            for (size_t i = first; i < end; ++i) {
                if (stop.stop_requested())
                    return false;
                const ArticlePtr article = corpus.article(keys[i].found.doc);
                whole.push_back(collation.key(article->title()).toByteArray());
                keys[i].key = whole.back();
            }
            std::sort(keys.begin() + qsizetype(first), keys.begin() + qsizetype(end));
            for (size_t i = first; i < end; ++i)
                keys[i].key = {};
        }
        first = end;
    }
    return true;
}

} // namespace

bool rank(const Corpus &corpus, std::vector<Found> &found, Order order, const std::stop_token &stop)
{
    std::vector<RankKey> keys;
    keys.reserve(found.size());
    auto part = corpus.parts().begin();
    for (const Found &one : found) {
        while (one.doc >= part->base + part->segment->size())
            ++part;
        keys.push_back(rankKey(part->segment->columns(), one.doc - part->base, one, order));
        if (keys.size() % 4096 == 0 && stop.stop_requested())
            return false;
    }
    if (!sortKeys(keys, stop) || (order == Order::Title && !orderLongTitles(corpus, keys, stop)))
        return false;
    std::transform(keys.begin(), keys.end(), found.begin(), [](const RankKey &key) { return key.found; });
    return true;
}

} // namespace Lectern
