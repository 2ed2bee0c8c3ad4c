#include "search/segmentmerger.h"

#include "search/segment.h"

#include <limits>
#include <utility>

namespace Lectern {

namespace {

constexpr quint32 goneDoc = std::numeric_limits<quint32>::max();

/// For each slice the new number of each of its documents, or goneDoc.
using NewNumbers = std::vector<std::vector<quint32>>;

FieldIndex mergeField(const std::vector<SegmentSlice> &slices, const NewNumbers &newNumbers, QueryField field)
{
    FieldIndexWriter writer;
    std::vector<TermId> next(slices.size(), 0);
    const auto index = [&](size_t slice) -> const FieldIndex & {
        return slices[slice].segment->field(field);
    };
    for (;;) {
        QStringView smallest;
        for (size_t i = 0; i < slices.size(); ++i) {
            if (next[i] == index(i).termCount())
                continue;
            const QStringView term = index(i).term(next[i]);
            if (smallest.isNull() || term.compare(smallest) < 0)
                smallest = term;
        }
        if (smallest.isNull())
            return writer.take();

        writer.beginTerm(smallest);
        for (size_t i = 0; i < slices.size(); ++i) {
            if (next[i] == index(i).termCount() || index(i).term(next[i]) != smallest)
                continue;
            for (PostingsCursor cursor = index(i).cursor(next[i]); !cursor.atEnd(); cursor.next()) {
                const quint32 doc = newNumbers[i][cursor.doc()];
                if (doc != goneDoc)
                    writer.add(doc, cursor.positions());
            }
            ++next[i];
        }
        writer.endTerm();
    }
}

} // namespace

SegmentPtr mergeSegments(const std::vector<SegmentSlice> &slices)
{
    ArticleColumns columns;
    NewNumbers newNumbers(slices.size());
    for (size_t i = 0; i < slices.size(); ++i) {
        const Segment &segment = *slices[i].segment;
        newNumbers[i].assign(segment.size(), goneDoc);
        for (quint32 doc = 0; doc < segment.size(); ++doc) {
            if (!slices[i].isLive(doc))
                continue;
            newNumbers[i][doc] = quint32(columns.articles.size());
            columns.append(segment.columns(), doc);
        }
    }
    Segment::Fields fields;
    for (size_t i = 0; i < fields.size(); ++i)
        fields[i] = mergeField(slices, newNumbers, QueryField(i));
    return std::make_shared<const Segment>(std::move(columns), std::move(fields));
}

} // namespace Lectern
