#pragma once

#include "search/fieldinverter.h"
#include "search/sortkeys.h"
#include "text/article.h"

#include <limits>
#include <span>
#include <vector>

namespace Lectern {

/// What a segment keeps of each of its articles beside their words, a column a fact. A view of arrays that something
/// else holds: ArticleColumnsStorage or a mapped file.
struct ArticleColumns
{
    /// The days on which an article may have been published, as Julian days.
    struct Days
    {
        static constexpr qint32 none = std::numeric_limits<qint32>::min();
        qint32 first = none; ///< `none` when it bears no date
        qint32 last = none;
    };

    std::span<const quint8> lengthCodes; ///< Weighting::lengthCode() of the words of the text
    std::span<const DocZones> zones;
    std::span<const Days> days;
    std::span<const qint64> dateKeys; ///< PartialDate::sortKey()
    std::span<const quint64> idKeys;  ///< the first 16 digits of the ArticleId, to tell equals apart
    std::span<const ShortKey> titleKeys;
    SortKeys outletKeys; ///< empty keys for articles without an outlet
    /// The documents by what decides between equal scores: the newest first, then by id.
    std::span<const quint32> byDate;
    qint64 wordCount = 0; ///< of all texts, roughly: the sum of what lengthCodes stand for

    quint32 size() const { return quint32(lengthCodes.size()); }
    qint64 bytes() const;

    /// Calls visit(array) for each array, always in the same order.
    template <typename Visit>
    void forEachArray(Visit visit)
    {
        visit(lengthCodes), visit(zones), visit(days), visit(dateKeys), visit(idKeys), visit(titleKeys),
            visit(outletKeys.letters), visit(outletKeys.ends), visit(byDate);
    }
    static constexpr size_t arrayCount = 9;

    /// Ascends from the newest to the oldest and then to those without a date.
    qint64 newestFirst(quint32 doc) const
    {
        return days[doc].first == Days::none ? std::numeric_limits<qint64>::max() : ~dateKeys[doc];
    }
    /// Whether doc comes before another one of `other` when all else is equal.
    bool comesBefore(quint32 doc, const ArticleColumns &other, quint32 otherDoc) const
    {
        const qint64 mine = newestFirst(doc);
        const qint64 its = other.newestFirst(otherDoc);
        return mine != its ? mine < its : idKeys[doc] < other.idKeys[otherDoc];
    }
};

static_assert(std::is_trivially_copyable_v<ArticleColumns::Days> && sizeof(ArticleColumns::Days) == 8);
static_assert(std::is_trivially_copyable_v<DocZones> && sizeof(DocZones) == 16);

/// The arrays of ArticleColumns while articles are added, and their owner afterwards.
struct ArticleColumnsStorage
{
    std::vector<quint8> lengthCodes;
    std::vector<DocZones> zones;
    std::vector<ArticleColumns::Days> days;
    std::vector<qint64> dateKeys;
    std::vector<quint64> idKeys;
    std::vector<ShortKey> titleKeys;
    SortKeysStorage outletKeys;
    std::vector<quint32> byDate; ///< made by finish()
    qint64 wordCount = 0;        ///< likewise

    quint32 size() const { return quint32(lengthCodes.size()); }
    void append(const Article &article, quint32 words, DocZones zone, Collation &collation);
    /// Takes over one article of another segment.
    void append(const ArticleColumns &other, quint32 doc);
    /// Called once, when all articles are there.
    void finish();
    ArticleColumns columns() const;
};

} // namespace Lectern
