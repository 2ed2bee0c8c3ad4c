#include "search/occurrences.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace Lectern {

namespace {

/// Looks at a stop token once in a while.
class Patience
{
public:
    explicit Patience(const std::stop_token &stop)
        : m_stop(stop)
    {}
    bool isOver() { return (++m_steps & 255) == 0 && m_stop.stop_requested(); }

private:
    const std::stop_token &m_stop;
    quint32 m_steps = 0;
};

Occurrences ofTerm(const FieldIndex &index, const QString &term, const DocList *within,
                   const std::stop_token &stop)
{
    Occurrences result;
    const std::optional<TermId> id = index.find(term);
    if (!id)
        return result;
    Patience patience(stop);
    PostingsCursor cursor = index.cursor(*id);
    if (!within) {
        result.docs.reserve(cursor.docCount());
        result.freqs.reserve(cursor.docCount());
        for (; !cursor.atEnd() && !patience.isOver(); cursor.next()) {
            result.docs.push_back(cursor.doc());
            result.freqs.push_back(cursor.freq());
        }
        return result;
    }
    for (const quint32 doc : *within) {
        cursor.advance(doc);
        if (cursor.atEnd() || patience.isOver())
            break;
        if (cursor.doc() == doc) {
            result.docs.push_back(doc);
            result.freqs.push_back(cursor.freq());
        }
    }
    return result;
}

Occurrences ofPrefix(const FieldIndex &index, const QString &prefix, quint32 docCount, const DocList *within,
                     const std::stop_token &stop)
{
    Occurrences result;
    const TermSpan span = index.startingWith(prefix);
    if (span.first == span.end)
        return result;
    Patience patience(stop);
    std::vector<quint32> freqs(docCount, 0);
    for (TermId id = span.first; id < span.end; ++id) {
        for (PostingsCursor cursor = index.cursor(id); !cursor.atEnd(); cursor.next()) {
            if (patience.isOver())
                return result;
            freqs[cursor.doc()] += cursor.freq();
        }
    }
    const auto take = [&](quint32 doc) {
        if (freqs[doc] > 0) {
            result.docs.push_back(doc);
            result.freqs.push_back(freqs[doc]);
        }
    };
    if (within) {
        std::for_each(within->begin(), within->end(), take);
    } else {
        for (quint32 doc = 0; doc < docCount; ++doc)
            take(doc);
    }
    return result;
}

/// Keeps those of `expected` that stand in `positions`, one further; both ascend.
void keepFollowed(std::vector<quint32> &expected, std::span<const quint32> positions)
{
    auto out = expected.begin();
    auto position = positions.begin();
    for (const quint32 wanted : expected) {
        while (position != positions.end() && *position < wanted)
            ++position;
        if (position != positions.end() && *position == wanted)
            *out++ = wanted + 1;
    }
    expected.erase(out, expected.end());
}

/// Finds words side by side: first the documents that hold all of them, then in each the places where they
/// follow each other.
class PhraseWalk
{
public:
    /// In each document where the whole words of the phrase stand, the positions behind the last of them.
    struct Ends
    {
        DocList docs;
        std::vector<quint32> starts = {0}; ///< in positions, of each document; one more for the end
        std::vector<quint32> positions;
    };

    PhraseWalk(const FieldIndex &index, const QueryNode &phrase, const DocList *within,
               const std::stop_token &stop)
        : m_index(index)
        , m_phrase(phrase)
        , m_within(within)
        , m_patience(stop)
    {}

    Occurrences walk()
    {
        Ends ends = wholeWords();
        std::vector<bool> holds(ends.positions.size(), true);
        if (m_phrase.lastIsPrefix)
            holds = followedByPrefix(ends);
        Occurrences result;
        for (size_t i = 0; i < ends.docs.size(); ++i) {
            const auto freq =
                std::count(holds.begin() + ends.starts[i], holds.begin() + ends.starts[i + 1], true);
            if (freq > 0) {
                result.docs.push_back(ends.docs[i]);
                result.freqs.push_back(quint32(freq));
            }
        }
        return result;
    }

private:
    Ends wholeWords()
    {
        Ends ends;
        const qsizetype count = m_phrase.terms.size() - (m_phrase.lastIsPrefix ? 1 : 0);
        std::vector<PostingsCursor> cursors;
        for (qsizetype i = 0; i < count; ++i) {
            const std::optional<TermId> id = m_index.find(m_phrase.terms[i]);
            if (!id)
                return ends;
            cursors.push_back(m_index.cursor(*id));
        }
        // The rarest word leads.
        std::vector<PostingsCursor *> order;
        for (PostingsCursor &cursor : cursors)
            order.push_back(&cursor);
        std::stable_sort(order.begin(), order.end(), [](const PostingsCursor *a, const PostingsCursor *b) {
            return a->docCount() < b->docCount();
        });

        std::vector<quint32> expected;
        while (nextCommon(order) && !m_patience.isOver()) {
            const std::span<const quint32> first = cursors.front().positions();
            expected.assign(first.begin(), first.end());
            for (quint32 &position : expected)
                ++position;
            for (size_t i = 1; i < cursors.size() && !expected.empty(); ++i)
                keepFollowed(expected, cursors[i].positions());
            if (!expected.empty()) {
                ends.docs.push_back(order.front()->doc());
                ends.positions.insert(ends.positions.end(), expected.begin(), expected.end());
                ends.starts.push_back(quint32(ends.positions.size()));
            }
            order.front()->next();
        }
        return ends;
    }

    /// Moves all cursors to the next document that they share, the leading one's own included; false when
    /// there is none.
    bool nextCommon(const std::vector<PostingsCursor *> &order)
    {
        PostingsCursor &lead = *order.front();
        while (!lead.atEnd() && !m_patience.isOver()) {
            const std::optional<quint32> allowed = nextAllowed(lead.doc());
            if (!allowed)
                return false;
            lead.advance(*allowed);
            bool common = !lead.atEnd() && lead.doc() == *allowed;
            for (size_t i = 1; i < order.size() && common; ++i) {
                order[i]->advance(*allowed);
                if (order[i]->atEnd())
                    return false;
                common = order[i]->doc() == *allowed;
                if (!common)
                    lead.advance(order[i]->doc());
            }
            if (common)
                return true;
        }
        return false;
    }

    /// The first document from `doc` on that may be looked at.
    std::optional<quint32> nextAllowed(quint32 doc)
    {
        if (!m_within)
            return doc;
        while (m_withinAt < m_within->size() && (*m_within)[m_withinAt] < doc)
            ++m_withinAt;
        if (m_withinAt == m_within->size())
            return std::nullopt;
        return (*m_within)[m_withinAt];
    }

    /// Which of the ends are the place of a word that begins with the phrase's last.
    std::vector<bool> followedByPrefix(const Ends &ends)
    {
        std::vector<bool> holds(ends.positions.size(), false);
        const TermSpan span = m_index.startingWith(m_phrase.terms.last());
        for (TermId id = span.first; id < span.end && !ends.docs.empty(); ++id) {
            PostingsCursor cursor = m_index.cursor(id);
            size_t at = 0;
            while (!cursor.atEnd() && !m_patience.isOver()) {
                at = size_t(
                    std::lower_bound(ends.docs.begin() + qsizetype(at), ends.docs.end(), cursor.doc()) -
                    ends.docs.begin());
                if (at == ends.docs.size())
                    break;
                cursor.advance(ends.docs[at]);
                if (cursor.atEnd() || cursor.doc() != ends.docs[at])
                    continue;
                quint32 end = ends.starts[at];
                for (const quint32 position : cursor.positions()) {
                    while (end < ends.starts[at + 1] && ends.positions[end] < position)
                        ++end;
                    if (end < ends.starts[at + 1] && ends.positions[end] == position)
                        holds[end] = true;
                }
                cursor.next();
            }
        }
        return holds;
    }

    const FieldIndex &m_index;
    const QueryNode &m_phrase;
    const DocList *m_within;
    size_t m_withinAt = 0;
    Patience m_patience;
};

} // namespace

Occurrences occurrences(const FieldIndex &index, const QueryNode &node, quint32 docCount,
                        const DocList *within, const std::stop_token &stop)
{
    switch (node.kind) {
    case QueryNode::Kind::Term:
        return ofTerm(index, node.terms.front(), within, stop);
    case QueryNode::Kind::Prefix:
        return ofPrefix(index, node.terms.front(), docCount, within, stop);
    case QueryNode::Kind::Phrase:
        return PhraseWalk(index, node, within, stop).walk();
    default:
        return {};
    }
}

} // namespace Lectern
