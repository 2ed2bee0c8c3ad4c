#include "search/articlecolumns.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace Lectern {

qint64 ArticleColumns::bytes() const
{
    qint64 bytes = 0;
    ArticleColumns columns = *this;
    columns.forEachArray([&bytes](const auto &array) { bytes += qint64(array.size_bytes()); });
    return bytes;
}

void ArticleColumnsStorage::append(const Article &article, quint32 words, DocZones zone, Collation &collation)
{
    const PartialDate &published = article.published();
    lengthCodes.push_back(Weighting::lengthCode(words));
    zones.push_back(zone);
    days.push_back(published.isNull() ? ArticleColumns::Days{}
                                      : ArticleColumns::Days{qint32(published.firstDay().toJulianDay()),
                                                             qint32(published.lastDay().toJulianDay())});
    dateKeys.push_back(published.sortKey());
    idKeys.push_back(QStringView(article.id()).left(16).toULongLong(nullptr, 16));
    titleKeys.push_back(ShortKey::of(collation.key(article.title())));
    outletKeys.append(collation.key(article.outlet()));
}

void ArticleColumnsStorage::append(const ArticleColumns &other, quint32 doc)
{
    lengthCodes.push_back(other.lengthCodes[doc]);
    zones.push_back(other.zones[doc]);
    days.push_back(other.days[doc]);
    dateKeys.push_back(other.dateKeys[doc]);
    idKeys.push_back(other.idKeys[doc]);
    titleKeys.push_back(other.titleKeys[doc]);
    outletKeys.append(other.outletKeys.at(doc));
}

void ArticleColumnsStorage::finish()
{
    lengthCodes.shrink_to_fit();
    zones.shrink_to_fit();
    days.shrink_to_fit();
    dateKeys.shrink_to_fit();
    idKeys.shrink_to_fit();
    titleKeys.shrink_to_fit();
    outletKeys.squeeze();

    byDate.resize(size());
    std::iota(byDate.begin(), byDate.end(), 0U);
    std::sort(byDate.begin(), byDate.end(), [now = columns()](quint32 a, quint32 b) {
        return now.comesBefore(a, now, b) || (!now.comesBefore(b, now, a) && a < b);
    });
    wordCount = 0;
    for (const quint8 code : lengthCodes)
        wordCount += std::lround(Weighting::codedLength(code)); // whole numbers, so that segments add up exactly
}

ArticleColumns ArticleColumnsStorage::columns() const
{
    return {lengthCodes, zones, days, dateKeys, idKeys, titleKeys, outletKeys.keys(), byDate, wordCount};
}

} // namespace Lectern
