#include "search/placenode.h"

#include "search/segment.h"

#include <algorithm>

namespace Lectern {

namespace {

/// In each of some documents the positions at which something ends.
struct Places
{
    std::vector<quint32> docs;
    std::vector<size_t> firsts = {0}; ///< in positions, of each document; one more for the end
    std::vector<quint32> positions;
};

/// Leaves of `expected` what stands in `positions`, one further each; both ascend.
void keepFollowed(std::vector<quint32> *expected, const std::vector<quint32> &positions)
{
    auto out = expected->begin();
    auto position = positions.begin();
    for (const quint32 wanted : *expected) {
        while (position != positions.end() && *position < wanted)
            ++position;
        if (position != positions.end() && *position == wanted)
            *out++ = wanted + 1;
    }
    expected->erase(out, expected->end());
}

/// The positions behind the whole words, in all documents where these stand side by side.
Places placesBehind(const FieldIndex &index, const std::vector<TermInfo> &words, const std::stop_token &stop)
{
    Places places;
    std::vector<PostingCursor> cursors;
    cursors.reserve(words.size());
    for (const TermInfo &word : words)
        cursors.push_back(index.postings(word));
    std::vector<quint32> expected;
    std::vector<quint32> positions;
    quint32 steps = 0;
    for (quint32 doc = cursors.front().doc(); doc != PostingCursor::end; doc = cursors.front().advance(doc)) {
        if (++steps % 1024 == 0 && stop.stop_requested())
            return {};
        quint32 next = doc;
        for (PostingCursor &cursor : cursors)
            next = std::max(next, cursor.advance(doc));
        if (next != doc) {
            doc = next;
            continue;
        }
        expected.clear();
        cursors.front().positions(&expected);
        for (quint32 &position : expected)
            ++position;
        for (size_t i = 1; i < cursors.size() && !expected.empty(); ++i) {
            positions.clear();
            cursors[i].positions(&positions);
            keepFollowed(&expected, positions);
        }
        if (!expected.empty()) {
            places.docs.push_back(doc);
            places.positions.insert(places.positions.end(), expected.begin(), expected.end());
            places.firsts.push_back(places.positions.size());
        }
        ++doc;
    }
    return places;
}

} // namespace

MatchNodePtr phraseWithPrefix(const Segment &segment, const QueryNode &phrase, const std::vector<WordTerms> &words,
                              const SegmentScoring &scoring, float weight, const std::stop_token &stop)
{
    const FieldIndex &index = segment.field(phrase.field);
    std::vector<TermInfo> whole;
    for (size_t i = 0; i + 1 < words.size(); ++i)
        whole.push_back(words[i].terms.front());
    const Places places = placesBehind(index, whole, stop);
    std::vector<bool> holds(places.positions.size());
    std::vector<quint32> positions;
    for (const TermInfo &last : words.back().terms) {
        if (stop.stop_requested())
            break;
        PostingCursor cursor = index.postings(last);
        size_t at = 0;
        while (cursor.doc() != PostingCursor::end) {
            at = size_t(std::lower_bound(places.docs.begin() + qptrdiff(at), places.docs.end(), cursor.doc()) -
                        places.docs.begin());
            if (at == places.docs.size())
                break;
            if (cursor.advance(places.docs[at]) != places.docs[at])
                continue;
            positions.clear();
            cursor.positions(&positions);
            size_t place = places.firsts[at];
            for (const quint32 position : positions) {
                while (place < places.firsts[at + 1] && places.positions[place] < position)
                    ++place;
                if (place < places.firsts[at + 1] && places.positions[place] == position)
                    holds[place] = true;
            }
            cursor.next();
        }
    }

    ListNode::Scored list;
    const auto length = quint32(whole.size());
    const bool isText = phrase.field == QueryField::Text;
    for (size_t i = 0; i < places.docs.size(); ++i) {
        quint32 frequency = 0;
        quint32 zones = 0;
        for (size_t place = places.firsts[i]; place < places.firsts[i + 1]; ++place) {
            if (!holds[place])
                continue;
            const DocZones &zone = segment.columns().zones[places.docs[i]];
            ++frequency;
            if (isText)
                zones |= zone.zonesAt(places.positions[place] - length) & zone.zonesAt(places.positions[place]);
        }
        if (frequency == 0)
            continue;
        const quint32 code = postingCode(frequency, zones);
        const float score =
            isText ? exactScore(weight * scoring.part(places.docs[i], Weighting::frequency(code)))
                   : exactScore(weight * float(frequency) / (float(frequency) + Weighting::k1));
        list.docs.push_back(places.docs[i]);
        list.scores.push_back(score);
        list.best = std::max(list.best, score);
    }
    return std::make_unique<ListNode>(std::move(list));
}

} // namespace Lectern
