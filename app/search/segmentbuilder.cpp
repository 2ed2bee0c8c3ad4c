#include "search/segmentbuilder.h"

#include "search/articleregions.h"
#include "search/query.h"
#include "search/segmentmaking.h"
#include "text/folding.h"
#include "text/wordstream.h"

#include <algorithm>
#include <utility>

namespace Lectern {

struct SegmentBuilder::Impl
{
    WordStream stream;
    Collation collation;
    std::array<FieldInverter, SegmentArrays::fieldCount> fields;
    ArticleColumnsStorage columns;
    std::shared_ptr<ArticleList> articles = std::make_shared<ArticleList>();

    FieldInverter &field(QueryField name) { return fields[Segment::slotOf(name)]; }
    quint32 addText(const Article &article, quint32 doc, DocZones *zones);
    void addTerm(QueryField name, const QString &text, quint32 doc);
    quint32 addWords(QueryField name, const QString &text, quint32 doc, quint32 firstPosition);
};

/// Returns the number of words, parts not counted.
quint32 SegmentBuilder::Impl::addText(const Article &article, quint32 doc, DocZones *zones)
{
    const TextRange title = article.titleRange();
    ArticleRegionFinder regions(article);
    quint32 count = 0;
    const auto note = [](const StreamedWord &word, quint32 *first, quint32 *end) {
        if (*end == 0)
            *first = word.position;
        *end = word.position + 1;
    };
    stream.runBatches(article.text(), [&](std::span<const StreamedWord> words) {
        field(QueryField::Text).add(words, doc);
        const ArticleRegions &known = regions.regions();
        const qsizetype zonesEnd = std::max(title.end, known.lede.end);
        if (regions.isDone() && words.front().range.start >= zonesEnd) {
            for (const StreamedWord &word : words)
                count += word.isPart ? 0 : 1;
            return;
        }
        for (const StreamedWord &word : words) {
            if (title.contains(word.range)) {
                field(QueryField::Title).add({word.term, word.length}, word.hash, doc, word.position);
                if (!article.isTitleDerived()) // the beginning of a text is no better than the rest of it
                    note(word, &zones->titleFirst, &zones->titleEnd);
            }
            regions.take(word);
            if (known.lede.contains(word.range))
                note(word, &zones->ledeFirst, &zones->ledeEnd);
            count += word.isPart ? 0 : 1;
        }
    });
    return count;
}

/// Returns a first position for the next value of the field, far enough behind that no phrase and no nearness
/// runs over both.
quint32 SegmentBuilder::Impl::addWords(QueryField name, const QString &text, quint32 doc,
                                       quint32 firstPosition)
{
    quint32 next = firstPosition;
    stream.run(text, [&](const StreamedWord &word) {
        next = firstPosition + word.position;
        field(name).add({word.term, word.length}, word.hash, doc, next);
    });
    return next + 1 + Query::maxDistance + 1;
}

void SegmentBuilder::Impl::addTerm(QueryField name, const QString &text, quint32 doc)
{
    const std::string term = termBytes(fold(text));
    if (!term.empty())
        field(name).add(term, termHash({term.data(), qsizetype(term.size())}), doc, 0);
}

SegmentBuilder::SegmentBuilder()
    : m_impl(std::make_unique<Impl>())
{}

SegmentBuilder::~SegmentBuilder() = default;

void SegmentBuilder::add(ArticlePtr article)
{
    Q_ASSERT(article);
    const quint32 doc = m_impl->columns.size();
    DocZones zones;
    const quint32 words = m_impl->addText(*article, doc, &zones);
    m_impl->addWords(QueryField::Outlet, article->outlet(), doc, 0);
    quint32 position = 0;
    for (const QString &author : article->authors())
        position = m_impl->addWords(QueryField::Author, author, doc, position);
    position = m_impl->addWords(QueryField::File, article->source().path, doc, 0);
    m_impl->addWords(QueryField::File, article->source().part, doc, position);
    m_impl->addTerm(QueryField::Format, article->source().format, doc);
    m_impl->addTerm(QueryField::Language, article->language().section(QLatin1Char('-'), 0, 0), doc);
    position = 0;
    for (const QString &tag : article->tags())
        position = m_impl->addWords(QueryField::Tag, tag, doc, position);
    m_impl->columns.append(*article, words, zones, m_impl->collation);
    m_impl->articles->append(std::move(article));
}

qsizetype SegmentBuilder::size() const
{
    return qsizetype(m_impl->columns.size());
}

SegmentPtr SegmentBuilder::build()
{
    ArticleColumnsStorage columns = std::exchange(m_impl->columns, {});
    columns.finish();
    std::shared_ptr<ArticleList> articles = std::exchange(m_impl->articles, std::make_shared<ArticleList>());
    articles->squeeze();
    const std::span<const DocZones> zones = columns.zones; // moving the columns does not move what they hold
    SegmentPtr segment =
        makeSegment(std::move(columns), std::move(articles), [&](QueryField field, FieldWriter *writer) {
            m_impl->field(field).write(writer,
                                       field == QueryField::Text ? zones : std::span<const DocZones>());
        });
    for (FieldInverter &field : m_impl->fields)
        field = FieldInverter();
    return segment;
}

} // namespace Lectern
