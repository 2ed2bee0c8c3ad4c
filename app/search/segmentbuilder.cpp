#include "search/segmentbuilder.h"

#include "search/segment.h"
#include "search/termtable.h"
#include "text/words.h"

#include <utility>

namespace Lectern {

struct SegmentBuilder::Impl
{
    WordBreaker breaker;
    Collation collation;
    std::array<TermTable, Segment::fieldCount> tables;
    ArticleColumns columns;

    TermTable &table(QueryField field) { return tables[size_t(field)]; }
    quint32 addText(const Article &article, quint32 doc);
    quint32 addMetadata(QueryField field, const QString &text, quint32 doc, quint32 firstPosition);
};

/// Returns the number of words, parts not counted.
quint32 SegmentBuilder::Impl::addText(const Article &article, quint32 doc)
{
    const TextRange title = article.titleRange();
    quint32 count = 0;
    for (const Word &word : breaker.words(article.text())) {
        table(QueryField::Text).add(word.term, doc, word.position);
        if (title.contains(word.range))
            table(QueryField::Title).add(word.term, doc, word.position);
        count += word.isPart ? 0 : 1;
    }
    return count;
}

/// Returns a first position for the next value of the field, far enough behind that no phrase runs over both.
quint32 SegmentBuilder::Impl::addMetadata(QueryField field, const QString &text, quint32 doc,
                                          quint32 firstPosition)
{
    quint32 next = firstPosition;
    for (const Word &word : breaker.words(text)) {
        next = firstPosition + word.position;
        table(field).add(word.term, doc, next);
    }
    return next + 2;
}

SegmentBuilder::SegmentBuilder()
    : m_impl(std::make_unique<Impl>())
{}

SegmentBuilder::~SegmentBuilder() = default;

void SegmentBuilder::add(ArticlePtr article)
{
    Q_ASSERT(article);
    const auto doc = quint32(m_impl->columns.articles.size());
    const quint32 words = m_impl->addText(*article, doc);
    m_impl->addMetadata(QueryField::Outlet, article->outlet(), doc, 0);
    quint32 position = 0;
    for (const QString &author : article->authors())
        position = m_impl->addMetadata(QueryField::Author, author, doc, position);
    m_impl->columns.append(article, words, m_impl->collation);
}

qsizetype SegmentBuilder::size() const
{
    return qsizetype(m_impl->columns.articles.size());
}

SegmentPtr SegmentBuilder::build()
{
    Segment::Fields fields;
    for (size_t i = 0; i < fields.size(); ++i)
        fields[i] = m_impl->tables[i].write();
    return std::make_shared<const Segment>(std::exchange(m_impl->columns, {}), std::move(fields));
}

} // namespace Lectern
