#include "search/queryplan.h"

#include "search/columnnode.h"
#include "search/groupnodes.h"
#include "search/pairwriter.h"
#include "search/placenode.h"
#include "search/positionalnode.h"
#include "search/segment.h"
#include "search/synonymsnode.h"

#include <algorithm>

namespace Lectern {

using Kind = QueryNode::Kind;

namespace {

bool isGroup(const QueryNode &node)
{
    return node.kind == Kind::And || node.kind == Kind::Or || node.kind == Kind::Not;
}

/// So many postings are read at once instead of window by window.
constexpr quint64 fewPostings = 256;

quint32 zonesOf(QueryField field)
{
    return field == QueryField::Lede ? LedeZone : BodyZone;
}

/// Only texts have lengths that tell something.
TermNode::Scored scoredOf(QueryField field)
{
    return field == QueryField::Text || field == QueryField::Lede ? TermNode::Scored::ByLength
                                                                  : TermNode::Scored::ByFrequency;
}

MatchNodePtr nothing()
{
    return std::make_unique<ListNode>(ListNode::Scored());
}

} // namespace

QueryPlan::QueryPlan(const Corpus::Part &part, const QueryNode &root, const QuerySurroundings &around,
                     const std::stop_token &stop)
    : m_part(part)
    , m_segment(*part.segment)
    , m_lookup(m_segment)
    , m_root(root)
    , m_around(around)
    , m_stop(stop)
{
    lookUp(root);
}

void QueryPlan::lookUp(const QueryNode &node)
{
    if (isGroup(node)) {
        for (const QueryNode &child : node.children)
            lookUp(child);
        return;
    }
    LeafTerms leaf{&node, {}};
    if (node.kind == Kind::Near) {
        for (const QueryNode &child : node.children)
            leaf.words.push_back(child.kind == Kind::Term ? m_lookup.termsOf(child, 0) : WordTerms());
    } else if (node.kind == Kind::Wildcard || node.kind == Kind::Fuzzy) {
        leaf.words.push_back(m_lookup.termsAlike(node));
    } else if (node.field != QueryField::Note) {
        for (qsizetype word = 0; word < node.terms.size(); ++word)
            leaf.words.push_back(m_lookup.termsOf(node, word));
    }
    m_leaves.push_back(std::move(leaf));
}

MatchNodePtr QueryPlan::build(const std::vector<float> &weights, const Weighting &weighting,
                              double averageWords)
{
    m_weights = &weights;
    m_next = 0;
    m_averageWords = averageWords;
    m_scoring.weighting = &weighting;
    m_scoring.lengthCodes = m_segment.columns().lengthCodes;
    m_scoring.boundScale = m_segment.averageWords() > 0
                               ? std::max(1.0F, float(averageWords / m_segment.averageWords()) * 1.0001F)
                               : 1.0F;
    return node(m_root);
}

MatchNodePtr QueryPlan::node(const QueryNode &query)
{
    return isGroup(query) ? group(query) : leaf(query);
}

MatchNodePtr QueryPlan::group(const QueryNode &query)
{
    std::vector<MatchNodePtr> parts;
    std::vector<MatchNodePtr> excluded;
    quint32 atLeast = 0;
    for (const QueryNode &child : query.children) {
        const bool isNot = query.kind == Kind::Not || (query.kind == Kind::And && child.kind == Kind::Not);
        const QueryNode &part = isNot && child.kind == Kind::Not ? child.children.front() : child;
        if (part.kind == Kind::Count)
            atLeast = std::max(atLeast, quint32(std::max(part.count, 0)));
        MatchNodePtr made = node(part);
        if (part.kind != Kind::Count || query.kind != Kind::And)
            (isNot ? excluded : parts).push_back(std::move(made));
    }
    if (parts.empty())
        parts.push_back(std::make_unique<ColumnNode>(m_segment.size(), nullptr));
    if (atLeast > 0) {
        MatchNodePtr all = std::make_unique<AndNode>(std::move(parts), std::move(excluded));
        return textCheck().counted(query, std::move(all), atLeast);
    }
    if (query.kind == Kind::Or)
        return std::make_unique<OrNode>(std::move(parts));
    if (parts.size() == 1 && excluded.empty())
        return std::move(parts.front());
    return std::make_unique<AndNode>(std::move(parts), std::move(excluded));
}

MatchNodePtr QueryPlan::leaf(const QueryNode &query)
{
    const LeafTerms &terms = m_leaves[m_next];
    const float weight = (*m_weights)[m_next];
    ++m_next;
    Q_ASSERT(terms.leaf == &query);
    if (!m_around.isRough && TextCheck::isNeeded(query))
        return textLeaf(query, weight);
    switch (query.kind) {
    case Kind::Term:
        return wordLeaf(query, terms, weight);
    case Kind::Prefix:
    case Kind::Wildcard:
        return setLeaf(query, terms.words.front(), weight);
    case Kind::Fuzzy:
        return fuzzyLeaf(query, terms.words.front(), weight);
    case Kind::Phrase:
        return phraseLeaf(query, terms, weight);
    case Kind::Near:
        return nearLeaf(query, terms, weight);
    case Kind::Date:
        return dateNode(m_segment.columns(), query.from, query.to);
    case Kind::State:
        return stateNode(*m_segment.articles(), m_segment.size(), query.state, m_around.facts);
    default:
        return nothing();
    }
}

TextCheck QueryPlan::textCheck() const
{
    return {m_part, m_scoring, m_around.facts, m_around.budget, m_stop};
}

namespace {

/// All words of a leaf look at one field.
QueryField fieldOf(const QueryNode &leaf)
{
    return leaf.children.empty() ? leaf.field : fieldOf(leaf.children.front());
}

/// What must hold for a leaf to match, said with what the index knows.
QueryNode plainOf(const QueryNode &leaf)
{
    QueryNode plain = leaf;
    if (leaf.kind == Kind::Near)
        plain.kind = Kind::And;
    for (QueryNode &child : plain.children)
        child = plainOf(child);
    plain.spellings.clear();
    plain.atStart = false;
    if (plain.field == QueryField::Lede)
        plain.field = QueryField::Text;
    return plain;
}

} // namespace

/// A leaf that is decided on the texts of those documents that may match.
MatchNodePtr QueryPlan::textLeaf(const QueryNode &query, float weight)
{
    const TextCheck check = textCheck();
    const QueryField field = fieldOf(query);
    if (query.kind == Kind::Regex)
        return check.checked(query, check.mayFit(query), weight);
    if (field == QueryField::Note)
        return check.checked(query, check.withKept(), weight);
    const QueryNode plain = plainOf(query);
    QuerySurroundings rough = m_around;
    rough.isRough = true;
    QueryPlan inner(m_part, plain, rough, m_stop);
    const std::vector<float> weights(inner.leaves().size(), 0.0F);
    MatchNodePtr mayMatch = inner.build(weights, *m_scoring.weighting, m_averageWords);
    if (field == QueryField::Tag) { // a person's own tags are not in the index
        std::vector<MatchNodePtr> either;
        either.push_back(std::move(mayMatch));
        either.push_back(check.withKept());
        mayMatch = std::make_unique<OrNode>(std::move(either));
    }
    return check.checked(query, std::move(mayMatch), weight);
}

MatchNodePtr QueryPlan::wordLeaf(const QueryNode &query, const LeafTerms &terms, float weight)
{
    const WordTerms &word = terms.words.front();
    if (!word.stems.empty())
        return stemLeaf(query, word, weight);
    if (word.terms.empty())
        return nothing();
    return formsLeaf(query, {{word.terms.front(), 1.0F}}, weight);
}

/// Words that count as one.
MatchNodePtr QueryPlan::formsLeaf(const QueryNode &query, const std::vector<Synonym> &forms,
                                  float weight) const
{
    quint64 postings = 0;
    for (const Synonym &form : forms)
        postings += form.term.docCount;
    if (postings <= fewPostings && scoredOf(query.field) == TermNode::Scored::ByLength)
        return listLeaf(query, forms, weight);
    const FieldIndex &index = m_segment.field(query.field);
    if (forms.size() > 1 || forms.front().share != 1)
        return std::make_unique<SynonymsNode>(index, forms, m_scoring, weight, zonesOf(query.field));
    return std::make_unique<TermNode>(index, forms.front().term, m_scoring, weight, scoredOf(query.field),
                                      zonesOf(query.field));
}

/// A few postings are read and scored at once.
MatchNodePtr QueryPlan::listLeaf(const QueryNode &query, const std::vector<Synonym> &forms,
                                 float weight) const
{
    const FieldIndex &index = m_segment.field(query.field);
    const quint32 zones = zonesOf(query.field);
    std::vector<std::pair<quint32, float>> postings; // documents and what counts for their frequency
    postings.reserve(fewPostings);
    for (const auto &[form, share] : forms) {
        const auto before = qptrdiff(postings.size());
        for (PostingCursor cursor = index.postings(form); cursor.doc() != PostingCursor::end; cursor.next())
            if (zones == 0 || (cursor.code() & zones) != 0)
                postings.emplace_back(cursor.doc(), share * Weighting::frequency(cursor.code()));
        std::inplace_merge(postings.begin(), postings.begin() + before, postings.end());
    }
    ListNode::Scored list;
    list.docs.reserve(postings.size());
    list.scores.reserve(postings.size());
    for (size_t i = 0; i < postings.size();) {
        const quint32 doc = postings[i].first;
        float frequency = 0;
        for (; i < postings.size() && postings[i].first == doc; ++i)
            frequency += postings[i].second;
        list.docs.push_back(doc);
        list.scores.push_back(exactScore(weight * m_scoring.part(doc, frequency)));
        list.best = std::max(list.best, list.scores.back());
    }
    return std::make_unique<ListNode>(std::move(list));
}

/// The forms of a stem in the documents of each language, and the word itself in all others.
MatchNodePtr QueryPlan::stemLeaf(const QueryNode &query, const WordTerms &word, float weight)
{
    const auto documentsOf = [&](const StemTerms &stem) -> MatchNodePtr {
        return std::make_unique<SetNode>(
            m_lookup.docsOf(QueryField::Language, {{stem.language}, nullptr, {}, stem.language.docCount},
                            m_stop),
            DocSet(), m_segment.size(), 0.0F);
    };
    const auto formsOf = [&word](const StemTerms &stem) {
        std::vector<Synonym> forms;
        for (const TermInfo &term : stem.terms) {
            const bool isWord = !word.terms.empty() && word.terms.front().id == term.id;
            forms.push_back({term, isWord ? 1.0F : Weighting::otherForms});
        }
        return forms;
    };
    if (word.stems.front().language.docCount == m_segment.size())
        return formsLeaf(query, formsOf(word.stems.front()), weight);
    std::vector<MatchNodePtr> alternatives;
    for (const StemTerms &stem : word.stems) {
        std::vector<MatchNodePtr> parts;
        parts.push_back(formsLeaf(query, formsOf(stem), weight));
        parts.push_back(documentsOf(stem));
        alternatives.push_back(std::make_unique<AndNode>(std::move(parts), std::vector<MatchNodePtr>()));
    }
    if (!word.terms.empty()) {
        std::vector<MatchNodePtr> parts;
        parts.push_back(formsLeaf(query, {{word.terms.front(), 1.0F}}, weight));
        std::vector<MatchNodePtr> others;
        for (const StemTerms &stem : word.stems)
            others.push_back(documentsOf(stem));
        alternatives.push_back(std::make_unique<AndNode>(std::move(parts), std::move(others)));
    }
    return std::make_unique<OrNode>(std::move(alternatives));
}

/// All words alike count the same, and the word itself twice.
MatchNodePtr QueryPlan::fuzzyLeaf(const QueryNode &query, const WordTerms &word, float weight)
{
    if (word.terms.empty())
        return nothing();
    DocSet exact;
    if (const std::optional<TermInfo> term =
            m_segment.field(query.field).find(termBytes(query.terms.front())))
        exact = m_lookup.docsOf(query.field, {{*term}, nullptr, {}, term->docCount}, m_stop);
    return std::make_unique<SetNode>(m_lookup.docsOf(query.field, word, m_stop), std::move(exact),
                                     m_segment.size(), weight);
}

MatchNodePtr QueryPlan::setLeaf(const QueryNode &query, const WordTerms &word, float weight)
{
    if (!word.prepared && word.terms.empty())
        return nothing();
    DocSet titles;
    if (query.field == QueryField::Text) {
        QueryNode inTitle = query;
        inTitle.field = QueryField::Title;
        titles = m_lookup.docsOf(
            QueryField::Title,
            query.kind == Kind::Prefix ? m_lookup.termsOf(inTitle, 0) : m_lookup.termsAlike(inTitle), m_stop);
    }
    return std::make_unique<SetNode>(m_lookup.docsOf(query.field, word, m_stop), std::move(titles),
                                     m_segment.size(), weight);
}

/// Two common words side by side.
MatchNodePtr QueryPlan::pairNode(const TermInfo &pair, float weight) const
{
    return std::make_unique<TermNode>(m_segment.pairs(), pair, m_scoring, weight, TermNode::Scored::ByLength,
                                      BodyZone);
}

MatchNodePtr QueryPlan::phraseLeaf(const QueryNode &query, const LeafTerms &terms, float weight)
{
    const FieldIndex &index = m_segment.field(query.field);
    std::vector<TermInfo> infos;
    for (const WordTerms &word : terms.words) {
        if (word.terms.empty())
            return nothing();
        infos.push_back(word.terms.front());
    }
    if (query.lastIsPrefix)
        return phraseWithPrefix(m_segment, query, terms.words, m_scoring, weight, m_stop);

    std::vector<MatchNodePtr> filters;
    if (query.field == QueryField::Text) {
        std::vector<std::string> words;
        for (const QString &word : query.terms)
            words.push_back(termBytes(word));
        for (size_t i = 0; i + 1 < words.size(); ++i) {
            if (!m_segment.hasPairsOf(words[i]) || !m_segment.hasPairsOf(words[i + 1]))
                continue;
            const std::optional<TermInfo> pair = m_segment.pairs().find(pairTerm(words[i], words[i + 1]));
            if (!pair)
                return nothing();
            if (words.size() == 2)
                return pairNode(*pair, weight);
            filters.push_back(pairNode(*pair, 1.0F));
        }
    }
    const std::span<const DocZones> zones = scoredOf(query.field) == TermNode::Scored::ByLength
                                                ? m_segment.columns().zones
                                                : std::span<const DocZones>();
    return std::make_unique<PositionalNode>(index, infos, std::move(filters), std::vector<MatchNodePtr>(),
                                            zones, m_scoring, weight, scoredOf(query.field), Nearness{});
}

MatchNodePtr QueryPlan::nearLeaf(const QueryNode &query, const LeafTerms &terms, float weight)
{
    std::vector<TermInfo> infos;
    const QueryField field = query.children.front().field;
    for (const WordTerms &word : terms.words) {
        if (word.terms.empty())
            return nothing();
        infos.push_back(word.terms.front());
    }
    // Common words side by side are near each other, whatever else there is.
    std::vector<MatchNodePtr> certain;
    const auto addPair = [&](qsizetype first, qsizetype second) {
        const std::string a = termBytes(query.children[size_t(first)].terms.front());
        const std::string b = termBytes(query.children[size_t(second)].terms.front());
        if (const std::optional<TermInfo> pair = m_segment.pairs().find(pairTerm(a, b)))
            certain.push_back(pairNode(*pair, 1.0F));
    };
    if (field == QueryField::Text && infos.front().id != infos.back().id) {
        addPair(0, 1);
        if (!query.ordered)
            addPair(1, 0);
    }
    return std::make_unique<PositionalNode>(m_segment.field(field), infos, std::vector<MatchNodePtr>(),
                                            std::move(certain), m_segment.columns().zones, m_scoring, weight,
                                            scoredOf(field),
                                            Nearness{false, quint32(query.distance), query.ordered});
}

} // namespace Lectern
