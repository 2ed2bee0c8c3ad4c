#pragma once

#include "search/fieldindex.h"
#include "search/query.h"
#include "search/sortkeys.h"
#include "text/article.h"

#include <array>
#include <limits>
#include <vector>

namespace Lectern {

/// What a segment keeps of each of its articles beside their words, a column a fact.
struct ArticleColumns
{
    /// The days on which an article may have been published, as Julian days.
    struct Days
    {
        static constexpr qint32 none = std::numeric_limits<qint32>::min();
        qint32 first = none; ///< `none` when it bears no date
        qint32 last = none;
    };

    std::vector<ArticlePtr> articles;
    std::vector<quint32> wordCounts; ///< words of the text
    std::vector<Days> days;
    std::vector<qint64> dateKeys; ///< PartialDate::sortKey()
    SortKeys titleKeys;
    SortKeys outletKeys; ///< empty keys for articles without an outlet

    void append(const ArticlePtr &article, quint32 words, Collation &collation);
    /// Takes over one article of another segment.
    void append(const ArticleColumns &other, quint32 doc);
    void squeeze();
    qint64 bytes() const;
};

/// Some articles and where their words stand. Immutable, shared between threads. Documents count from 0.
class Segment final
{
public:
    /// Text, Title, Outlet and Author in the order of QueryField: those that hold words.
    static constexpr size_t fieldCount = 4;
    using Fields = std::array<FieldIndex, fieldCount>;

    Segment(ArticleColumns columns, Fields fields);

    quint32 size() const { return quint32(m_columns.articles.size()); }
    const ArticleColumns &columns() const { return m_columns; }
    const FieldIndex &field(QueryField field) const { return m_fields[size_t(field)]; }
    qint64 wordCount() const { return m_wordCount; }
    /// UTF-16 units of all texts.
    qint64 textUnits() const { return m_textUnits; }
    /// Memory beside the articles themselves.
    qint64 indexBytes() const;

private:
    ArticleColumns m_columns;
    Fields m_fields;
    qint64 m_wordCount = 0;
    qint64 m_textUnits = 0;
};

} // namespace Lectern
