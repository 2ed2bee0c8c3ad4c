#include "app/search/segmentprobe.h"

#include "app/search/randomsearch.h"
#include "search/highlighter.h"
#include "search/searcher.h"
#include "search/segment.h"
#include "search/segmentbuilder.h"
#include "search/segmentformat.h"
#include "search/segmentmerger.h"
#include "search/snippet.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <cstring>

namespace Lectern {

namespace {

using SegmentFormat::Header;
using SegmentFormat::Section;

void probePostings(const FieldIndex &field, const TermInfo &info, quint32 docCount)
{
    std::vector<quint32> positions;
    quint32 before = PostingCursor::end;
    quint32 documents = 0;
    for (PostingCursor cursor = field.postings(info); cursor.doc() != PostingCursor::end; cursor.next()) {
        const quint32 doc = cursor.doc();
        if (doc >= docCount || (before != PostingCursor::end && doc < before) || documents++ > docCount)
            qFatal("A posting leads out of the segment or back.");
        before = doc;
        cursor.code();
        quint32 upTo = 0;
        if (cursor.bestAround(doc, &upTo); upTo < doc)
            qFatal("A bound ends before it begins.");
        positions.clear();
        if (field.arrays().hasPositions)
            cursor.positions(&positions);
    }
    PostingCursor steps(field.arrays(), info, PostingCursor::Start::Before);
    for (quint32 doc = 0; doc < docCount; doc += 1 + docCount / 40)
        if (steps.advance(doc) < doc)
            qFatal("A cursor went back.");
    PostingCursor best(field.arrays(), info, PostingCursor::Start::Before);
    best.forBestBlocks([](float part) { return part >= 0.2F; }, [&best] { best.blockCodes(); }, [] {});
    std::vector<quint64> bits((size_t(docCount) + 63) / 64);
    addDocuments(field.arrays(), info, bits.data());
}

void probeField(const FieldIndex &field, quint32 docCount)
{
    std::string last;
    for (TermCursor cursor = field.terms(); cursor.next();) {
        last.assign(cursor.term());
        probePostings(field, cursor.info(), docCount);
        field.bitset(cursor.info());
    }
    TermCursor cursor = field.terms();
    if (cursor.seek(last))
        cursor.next();
    cursor.seekTerm(field.termCount() / 2);
    cursor.seekTerm(field.termCount());
    for (const char *prefix : {"a", "h", "ha", "s", "st", "t", "the"})
        if (const PrefixSet *set = field.prefixSet(prefix); set && !field.bitsetAt(set->bitset))
            qFatal("A prefix has a set without documents.");
}

} // namespace

QByteArray sealed(QByteArray file)
{
    if (size_t(file.size()) < sizeof(Header))
        return file;
    Header header;
    std::memcpy(&header, file.constData(), sizeof header);
    header.fileSize = quint64(file.size());
    header.hash = 0;
    const size_t most = (size_t(file.size()) - sizeof header) / sizeof(Section);
    const size_t table = std::min<size_t>(header.sectionCount, most) * sizeof(Section);
    XXH3_state_t state;
    XXH3_64bits_reset(&state);
    XXH3_64bits_update(&state, &header, sizeof header);
    XXH3_64bits_update(&state, file.constData() + sizeof header, table);
    header.hash = XXH3_64bits_digest(&state);
    std::memcpy(file.data(), &header, sizeof header);
    return file;
}

std::vector<Query> probeQueries()
{
    std::vector<Query> queries;
    for (const char16_t *text : {u"harbour",
                                 u"=harbour",
                                 u"ha*",
                                 u"h*r",
                                 u"*ou*",
                                 u"h?rb*",
                                 u"harbor~1",
                                 u"strike~2",
                                 u"\"the harbour\"",
                                 u"\"the strike en\"",
                                 u"strike NEAR/3 harbour",
                                 u"strike BEFORE/3 harbour",
                                 u"strike OR harbour OR the",
                                 u"the -harbour",
                                 u"title:strike",
                                 u"lede:the",
                                 u"date:2021",
                                 u"the count:2",
                                 u"lang:en",
                                 u"s*",
                                 u"t* h*"})
        queries.push_back(Query::parse(text));
    RandomSearch random(7);
    for (int i = 0; i < 12; ++i)
        queries.push_back(Query::parse(random.query()));
    return queries;
}

void probe(const SegmentPtr &segment, const std::vector<Query> &queries)
{
    for (size_t slot = 0; slot < SegmentArrays::fieldCount; ++slot)
        probeField(FieldIndex(segment->arrays().fields[slot]), segment->size());
    probeField(segment->pairs(), segment->size());
    for (quint32 doc = 0; doc < segment->size(); doc += 1 + segment->size() / 16) {
        segment->articles()->article(doc);
        segment->articles()->id(doc);
        segment->articles()->place(doc);
    }
    const auto alone = std::make_shared<const Corpus>()->with(segment);
    const auto ask = [&queries](const CorpusPtr &corpus) {
        for (const Query &query : queries) {
            const Answer answer = Searcher::first(corpus, query, Order::Relevance, 10);
            Highlighter highlighter(query);
            for (size_t i = 0; i < std::min<size_t>(answer.docs->size(), 2); ++i) {
                const ArticlePtr article = corpus->article((*answer.docs)[i]);
                snippet(*article, highlighter.hits(*article));
            }
            for (const Order order : {Order::Relevance, Order::DateNewest, Order::Title, Order::Outlet})
                Searcher::search(corpus, query, order);
            Searcher::first(corpus, query, Order::DateNewest, 10);
        }
    };
    ask(alone);
    ask(alone->without({0, 3, 5}));
    const SegmentPtr merged = mergeSegments({{segment, nullptr}, {segment, nullptr}});
    probeField(merged->field(QueryField::Text), merged->size());
}

} // namespace Lectern
