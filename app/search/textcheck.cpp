#include "search/textcheck.h"

#include "search/columnnode.h"
#include "search/regexplan.h"
#include "search/segmentsearch.h"
#include "search/textmatcher.h"

#include <algorithm>

namespace Lectern {

using Kind = QueryNode::Kind;

namespace {

bool isPlainWord(const QueryNode &node)
{
    return node.kind == Kind::Term && !node.stems && node.spellings.isEmpty() && !node.atStart &&
           (node.field == QueryField::Text || node.field == QueryField::Title);
}

/// The leaves that are asked for positively.
void collectPositive(const QueryNode &node, std::vector<const QueryNode *> *leaves)
{
    switch (node.kind) {
    case Kind::And:
    case Kind::Or:
        for (const QueryNode &child : node.children)
            collectPositive(child, leaves);
        break;
    case Kind::Term:
    case Kind::Prefix:
    case Kind::Wildcard:
    case Kind::Fuzzy:
    case Kind::Phrase:
    case Kind::Near:
    case Kind::Regex:
        leaves->push_back(&node);
        break;
    default:
        break;
    }
}

/// The documents that satisfy a plan, as bits.
std::vector<quint64> documentsOf(const RegexPlan &plan, const Segment &segment, const std::stop_token &stop)
{
    const quint32 docCount = segment.size();
    std::vector<quint64> bits(Bits::wordsFor(docCount));
    const auto setAll = [&] {
        for (quint32 doc = 0; doc < docCount; ++doc)
            Bits::set(bits.data(), doc);
    };
    switch (plan.kind) {
    case RegexPlan::Kind::Anything:
        setAll();
        break;
    case RegexPlan::Kind::Piece: {
        TermCursor cursor = segment.field(QueryField::Text).terms();
        const DocSet set =
            WordLookup(segment).docsOf(QueryField::Text, termsWith(cursor, plan.piece), stop);
        if (!set.owned.empty())
            bits = set.owned;
        for (const quint32 doc : set.docs)
            Bits::set(bits.data(), doc);
        break;
    }
    case RegexPlan::Kind::And:
        setAll();
        for (const RegexPlan &child : plan.children) {
            const std::vector<quint64> other = documentsOf(child, segment, stop);
            for (size_t i = 0; i < bits.size(); ++i)
                bits[i] &= other[i];
        }
        break;
    case RegexPlan::Kind::Or:
        for (const RegexPlan &child : plan.children) {
            const std::vector<quint64> other = documentsOf(child, segment, stop);
            for (size_t i = 0; i < bits.size(); ++i)
                bits[i] |= other[i];
        }
        break;
    }
    return bits;
}

} // namespace

bool TextCheck::isNeeded(const QueryNode &leaf)
{
    switch (leaf.kind) {
    case Kind::Regex:
        return true;
    case Kind::Near:
        return leaf.children.size() != 2 || !std::all_of(leaf.children.begin(), leaf.children.end(), isPlainWord) ||
               leaf.children.front().field != leaf.children.back().field;
    case Kind::Term:
    case Kind::Prefix:
    case Kind::Wildcard:
    case Kind::Fuzzy:
    case Kind::Phrase:
        return !leaf.spellings.isEmpty() || leaf.atStart || leaf.field == QueryField::Tag ||
               leaf.field == QueryField::Note || (leaf.field == QueryField::Lede && leaf.kind != Kind::Term);
    default:
        return false;
    }
}

/// The documents of a node that are accepted, with the score that each was accepted with.
template <typename Accept>
MatchNodePtr TextCheck::filtered(MatchNode *node, Accept accept) const
{
    ListNode::Scored list;
    int steps = 0;
    SegmentSearch(m_part, *node, m_stop).forEach(true, [&](quint32 doc, float score) {
        if (m_stop.stop_requested())
            return;
        if (++steps % 16 == 0 && std::chrono::steady_clock::now() > m_budget->until)
            m_budget->isSpent = true;
        if (m_budget->isSpent)
            return;
        const std::optional<float> accepted = accept(doc, score);
        if (!accepted)
            return;
        list.docs.push_back(doc);
        list.scores.push_back(*accepted);
        list.best = std::max(list.best, *accepted);
    });
    return std::make_unique<ListNode>(std::move(list));
}

MatchNodePtr TextCheck::checked(const QueryNode &leaf, MatchNodePtr mayMatch, float weight) const
{
    TextMatcher matcher(leaf);
    return filtered(mayMatch.get(), [&](quint32 doc, float) -> std::optional<float> {
        const ArticlePtr article = m_part.segment->articles()->article(doc);
        const TextMatcher::Found found = matcher.find(*article, m_facts);
        if (!found.matches)
            return std::nullopt;
        return exactScore(weight * m_scoring.part(doc, float(std::max(found.places, 1U))));
    });
}

MatchNodePtr TextCheck::counted(const QueryNode &query, MatchNodePtr matching, quint32 atLeast) const
{
    std::vector<const QueryNode *> leaves;
    collectPositive(query, &leaves);
    std::vector<std::unique_ptr<TextMatcher>> matchers;
    for (const QueryNode *leaf : leaves)
        matchers.push_back(std::make_unique<TextMatcher>(*leaf));
    return filtered(matching.get(), [&](quint32 doc, float score) -> std::optional<float> {
        const ArticlePtr article = m_part.segment->articles()->article(doc);
        quint32 places = 0;
        for (const auto &matcher : matchers)
            places += matcher->find(*article, m_facts).places;
        return places >= atLeast ? std::optional(score) : std::nullopt;
    });
}

MatchNodePtr TextCheck::mayFit(const QueryNode &regex) const
{
    DocSet set;
    set.owned = documentsOf(RegexPlan::of(regex.pattern), *m_part.segment, m_stop);
    set.count = Bits::count(set.owned.data(), set.owned.size());
    return std::make_unique<SetNode>(std::move(set), DocSet(), m_part.segment->size(), 0.0F);
}

MatchNodePtr TextCheck::withKept() const
{
    const ArticleSource &articles = *m_part.segment->articles();
    return std::make_unique<ColumnNode>(m_part.segment->size(), [this, &articles](quint32 doc) {
        if (!m_facts || (m_facts->kept.isEmpty() && m_facts->tags.isEmpty()))
            return false;
        const ArticleId id = articles.id(doc);
        return m_facts->kept.contains(id) || m_facts->tags.contains(id);
    });
}

} // namespace Lectern
