#include "search/matcher.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <utility>

namespace Lectern {

using Kind = QueryNode::Kind;

Matcher::Matcher(const Segment &segment, const Scoring *scoring, const std::stop_token &stop)
    : m_segment(segment)
    , m_scoring(scoring)
    , m_stop(stop)
{}

Matches Matcher::match(const QueryNode &node, const DocList *within)
{
    if (m_stop.stop_requested())
        return {};
    switch (node.kind) {
    case Kind::Nothing:
        return {};
    case Kind::Term:
    case Kind::Prefix:
    case Kind::Phrase:
        return matchLeaf(node, within);
    case Kind::Date:
        return matchDate(node, within);
    case Kind::And:
        return matchAnd(node, within);
    case Kind::Or:
        return matchOr(node, within);
    case Kind::Not:
        return matchNot(node, within);
    }
    return {};
}

Matches Matcher::matchLeaf(const QueryNode &node, const DocList *within)
{
    Occurrences found = occurrences(m_segment.field(node.field), node, m_segment.size(), within, m_stop);
    Matches result;
    if (m_scoring)
        result.scores = scoresOf(node, found);
    result.docs = std::move(found.docs);
    return result;
}

std::vector<float> Matcher::scoresOf(const QueryNode &node, const Occurrences &found) const
{
    const float weight = m_scoring->weight(node);
    std::vector<float> scores(found.docs.size());
    if (node.field != QueryField::Text) {
        for (size_t i = 0; i < scores.size(); ++i)
            scores[i] = Scoring::fieldScore(weight, found.freqs[i]);
        return scores;
    }
    const Occurrences inTitle =
        occurrences(m_segment.field(QueryField::Title), node, m_segment.size(), &found.docs, m_stop);
    size_t title = 0;
    for (size_t i = 0; i < scores.size(); ++i) {
        const bool titled = title < inTitle.docs.size() && inTitle.docs[title] == found.docs[i];
        const quint32 titleFreq = titled ? inTitle.freqs[title++] : 0;
        scores[i] = m_scoring->textScore(weight, found.freqs[i], titleFreq,
                                         m_segment.columns().wordCounts[found.docs[i]]);
    }
    return scores;
}

Matches Matcher::unscored(DocList docs) const
{
    Matches result;
    result.scores.assign(m_scoring ? docs.size() : 0, 0.0F);
    result.docs = std::move(docs);
    return result;
}

Matches Matcher::matchDate(const QueryNode &node, const DocList *within)
{
    using Days = ArticleColumns::Days;
    const qint64 from = node.from.isNull() ? std::numeric_limits<qint64>::min() : node.from.toJulianDay();
    const qint64 to = node.to.isNull() ? std::numeric_limits<qint64>::max() : node.to.toJulianDay();
    DocList docs;
    const auto take = [&](quint32 doc) {
        const Days days = m_segment.columns().days[doc];
        if (days.first != Days::none && days.first <= to && days.last >= from)
            docs.push_back(doc);
    };
    if (within) {
        std::for_each(within->begin(), within->end(), take);
    } else {
        for (quint32 doc = 0; doc < m_segment.size(); ++doc)
            take(doc);
    }
    return unscored(std::move(docs));
}

Matches Matcher::matchAnd(const QueryNode &node, const DocList *within)
{
    // The rarest first, each only where all before it match; what excludes comes last.
    std::vector<std::pair<quint64, size_t>> order;
    for (size_t i = 0; i < node.children.size(); ++i)
        order.emplace_back(estimate(node.children[i]), i);
    std::sort(order.begin(), order.end());
    std::vector<Matches> ofChild(node.children.size());
    const DocList *docs = within;
    for (const auto &[count, child] : order) {
        ofChild[child] = match(node.children[child], docs);
        docs = &ofChild[child].docs;
        if (docs->empty())
            return {};
    }

    Matches result = unscored(*docs);
    for (const Matches &matches : ofChild) {
        size_t at = 0;
        for (size_t i = 0; i < result.scores.size(); ++i) {
            while (matches.docs[at] < result.docs[i])
                ++at;
            result.scores[i] += matches.scores[at];
        }
    }
    return result;
}

Matches Matcher::matchOr(const QueryNode &node, const DocList *within)
{
    std::vector<bool> found(m_segment.size(), false);
    std::vector<float> scores(m_scoring ? m_segment.size() : 0, 0.0F);
    for (const QueryNode &child : node.children) {
        const Matches matches = match(child, within);
        for (size_t i = 0; i < matches.docs.size(); ++i) {
            found[matches.docs[i]] = true;
            if (m_scoring)
                scores[matches.docs[i]] += matches.scores[i];
        }
    }
    Matches result;
    for (quint32 doc = 0; doc < m_segment.size(); ++doc) {
        if (!found[doc])
            continue;
        result.docs.push_back(doc);
        if (m_scoring)
            result.scores.push_back(scores[doc]);
    }
    return result;
}

Matches Matcher::matchNot(const QueryNode &node, const DocList *within)
{
    DocList all;
    if (!within) {
        all.resize(m_segment.size());
        std::iota(all.begin(), all.end(), 0);
        within = &all;
    }
    const DocList excluded = Matcher(m_segment, nullptr, m_stop).match(node.children.front(), within).docs;
    DocList docs;
    std::set_difference(within->begin(), within->end(), excluded.begin(), excluded.end(),
                        std::back_inserter(docs));
    return unscored(std::move(docs));
}

quint64 Matcher::estimate(const QueryNode &node) const
{
    const quint64 all = m_segment.size();
    const auto ofTerm = [&](const QString &term) -> quint64 {
        const FieldIndex &index = m_segment.field(node.field);
        const std::optional<TermId> id = index.find(term);
        return id ? index.docCount(*id) : 0;
    };
    quint64 result = 0;
    switch (node.kind) {
    case Kind::Nothing:
        return 0;
    case Kind::Term:
        return ofTerm(node.terms.front());
    case Kind::Phrase:
        return std::min(ofTerm(node.terms.front()), all);
    case Kind::Prefix: {
        const TermSpan span = m_segment.field(node.field).startingWith(node.terms.front());
        return std::min<quint64>(all, 4 * quint64(span.end - span.first)); // walking them all is dear
    }
    case Kind::Date:
        return all;
    case Kind::Not:
        return all + 1;
    case Kind::And:
        result = all;
        for (const QueryNode &child : node.children)
            result = std::min(result, estimate(child));
        return result;
    case Kind::Or:
        for (const QueryNode &child : node.children)
            result += estimate(child);
        return std::min(result, all);
    }
    return all;
}

} // namespace Lectern
