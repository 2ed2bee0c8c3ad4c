#include "search/segment.h"

#include <utility>

namespace Lectern {

void ArticleColumns::append(const ArticlePtr &article, quint32 words, Collation &collation)
{
    const PartialDate &published = article->published();
    articles.push_back(article);
    wordCounts.push_back(words);
    days.push_back(published.isNull() ? Days{}
                                      : Days{qint32(published.firstDay().toJulianDay()),
                                             qint32(published.lastDay().toJulianDay())});
    dateKeys.push_back(published.sortKey());
    titleKeys.append(collation.key(article->title()));
    outletKeys.append(collation.key(article->outlet()));
}

void ArticleColumns::append(const ArticleColumns &other, quint32 doc)
{
    articles.push_back(other.articles[doc]);
    wordCounts.push_back(other.wordCounts[doc]);
    days.push_back(other.days[doc]);
    dateKeys.push_back(other.dateKeys[doc]);
    titleKeys.append(other.titleKeys.at(doc));
    outletKeys.append(other.outletKeys.at(doc));
}

void ArticleColumns::squeeze()
{
    articles.shrink_to_fit();
    wordCounts.shrink_to_fit();
    days.shrink_to_fit();
    dateKeys.shrink_to_fit();
    titleKeys.squeeze();
    outletKeys.squeeze();
}

qint64 ArticleColumns::bytes() const
{
    return qint64(articles.capacity() * sizeof(ArticlePtr) + wordCounts.capacity() * sizeof(quint32) +
                  days.capacity() * sizeof(Days) + dateKeys.capacity() * sizeof(qint64)) +
           titleKeys.bytes() + outletKeys.bytes();
}

Segment::Segment(ArticleColumns columns, Fields fields)
    : m_columns(std::move(columns))
    , m_fields(std::move(fields))
{
    m_columns.squeeze();
    for (const quint32 count : m_columns.wordCounts)
        m_wordCount += count;
    for (const ArticlePtr &article : m_columns.articles)
        m_textUnits += article->text().size();
}

qint64 Segment::indexBytes() const
{
    qint64 bytes = m_columns.bytes();
    for (const FieldIndex &field : m_fields)
        bytes += field.bytes();
    return bytes;
}

} // namespace Lectern
