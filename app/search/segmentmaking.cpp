#include "search/segmentmaking.h"

#include "search/pairwriter.h"
#include "search/stemclasses.h"

#include "base/utf8.h"

#include <algorithm>

namespace Lectern {

namespace {

/// A field of each slot of SegmentStorage::fields.
constexpr std::array<QueryField, SegmentArrays::fieldCount> slotFields = {
    QueryField::Text, QueryField::Title,  QueryField::Outlet,   QueryField::Author,
    QueryField::File, QueryField::Format, QueryField::Language, QueryField::Tag};

/// The words of the text grouped by stems, for each language of the segment that has any.
std::vector<StemStorage> findStems(const SegmentStorage &storage)
{
    std::vector<StemStorage> stems;
    const FieldArrays languages = storage.fields[Segment::slotOf(QueryField::Language)].arrays();
    const FieldArrays text = storage.fields[Segment::slotOf(QueryField::Text)].arrays();
    TermCursor language(languages);
    while (language.next()) {
        const Stemmer stemmer(QString::fromUtf8(language.term().data(), qsizetype(language.term().size())));
        if (stemmer.isNull())
            continue;
        TermCursor words(text);
        stems.push_back({std::string(language.term()), StemClasses::build(words, stemmer).write()});
    }
    return stems;
}

/// Fewer words are looked through as quickly from the front alone.
constexpr quint32 fewestMirrored = 4096;

FieldStorage mirrorOf(const FieldIndex &text, const Weighting &weighting)
{
    FieldWriter writer({}, weighting, FieldWriter::Positions::Left);
    if (text.termCount() < fewestMirrored)
        return writer.take();
    std::vector<std::pair<quint64, std::string>> words; // behind keys that order most of them
    words.reserve(text.termCount());
    for (TermCursor cursor = text.terms(); cursor.next();) {
        std::string word = mirrored(cursor.term());
        const quint64 key = termKey(word);
        words.emplace_back(key, std::move(word));
    }
    std::sort(words.begin(), words.end());
    for (const auto &[key, word] : words)
        writer.addWord(word);
    return writer.take();
}

} // namespace

SegmentPtr makeSegment(ArticleColumnsStorage columns, ArticleSourcePtr articles,
                       const std::function<void(QueryField, FieldWriter *)> &write)
{
    const Weighting weighting(double(columns.wordCount) / std::max(1U, columns.size()));

    const auto owned = std::make_shared<SegmentStorage>();
    SegmentStorage &storage = *owned;
    for (const QueryField field : slotFields) {
        FieldWriter writer(columns.lengthCodes, weighting, FieldWriter::Positions::Kept);
        write(field, &writer);
        if (field == QueryField::Text)
            writer.addPrefixes();
        storage.fields[Segment::slotOf(field)] = writer.take();
    }
    const FieldIndex text(storage.fields[Segment::slotOf(QueryField::Text)].arrays());
    CommonPairs pairs = findPairs(text, columns.zones, columns.lengthCodes, weighting);
    storage.pairs = std::move(pairs.index);
    storage.pairWords = std::move(pairs.words);
    storage.mirror = mirrorOf(text, weighting);
    storage.stems = findStems(storage);
    storage.columns = std::move(columns);
    SegmentArrays arrays = storage.arrays();
    arrays.textUnits = articles->allTextUnits();
    return std::make_shared<const Segment>(std::move(arrays), std::move(articles), owned);
}

} // namespace Lectern
