#include "search/segmentmerger.h"

#include "search/segmentmaking.h"

#include <limits>
#include <utility>

namespace Lectern {

namespace {

constexpr quint32 goneDoc = std::numeric_limits<quint32>::max();

/// For each slice the new number of each of its documents, or goneDoc.
using NewNumbers = std::vector<std::vector<quint32>>;

void appendPostings(const FieldIndex &index, const TermInfo &info, const std::vector<quint32> &newNumbers,
                    TermPostings *out, std::vector<quint32> *places)
{
    for (PostingCursor cursor = index.postings(info); cursor.doc() != PostingCursor::end; cursor.next()) {
        const quint32 doc = newNumbers[cursor.doc()];
        if (doc == goneDoc)
            continue;
        out->docs.push_back(doc);
        out->codes.push_back(cursor.code());
        places->clear();
        cursor.positions(places);
        quint32 last = 0;
        for (const quint32 position : *places)
            out->positions.push_back(position - std::exchange(last, position));
    }
}

void mergeField(const std::vector<SegmentSlice> &slices, const NewNumbers &newNumbers, QueryField field,
                const std::stop_token &stop, FieldWriter *writer)
{
    struct Source
    {
        const FieldIndex *index;
        TermCursor cursor;
        bool atEnd;
    };
    std::vector<Source> sources;
    for (const SegmentSlice &slice : slices) {
        const FieldIndex &index = slice.segment->field(field);
        sources.push_back({&index, index.terms(), false});
        sources.back().atEnd = !sources.back().cursor.next();
    }
    TermPostings postings;
    std::vector<quint32> places;
    std::string smallest;
    for (;;) {
        bool any = false;
        for (const Source &source : sources) {
            if (source.atEnd || (any && source.cursor.term() >= smallest))
                continue;
            smallest.assign(source.cursor.term());
            any = true;
        }
        if (!any || stop.stop_requested())
            return;
        postings.clear();
        for (size_t i = 0; i < sources.size(); ++i) {
            Source &source = sources[i];
            if (source.atEnd || source.cursor.term() != smallest)
                continue;
            appendPostings(*source.index, source.cursor.info(), newNumbers[i], &postings, &places);
            source.atEnd = !source.cursor.next();
        }
        writer->add(smallest, postings);
    }
}

} // namespace

SegmentPtr mergeSegments(const std::vector<SegmentSlice> &slices, const std::stop_token &stop)
{
    ArticleColumnsStorage columns;
    const auto articles = std::make_shared<ArticleList>();
    NewNumbers newNumbers(slices.size());
    for (size_t i = 0; i < slices.size(); ++i) {
        const Segment &segment = *slices[i].segment;
        newNumbers[i].assign(segment.size(), goneDoc);
        for (quint32 doc = 0; doc < segment.size(); ++doc) {
            if (!slices[i].isLive(doc))
                continue;
            newNumbers[i][doc] = columns.size();
            columns.append(segment.columns(), doc);
            articles->append(segment.articles(), doc);
        }
    }
    columns.finish();
    articles->squeeze();
    SegmentPtr merged = makeSegment(std::move(columns), articles, [&](QueryField field, FieldWriter *writer) {
        mergeField(slices, newNumbers, field, stop, writer);
    });
    return stop.stop_requested() ? nullptr : merged;
}

} // namespace Lectern
