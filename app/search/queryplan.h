#pragma once

#include "search/corpus.h"
#include "search/matchnode.h"
#include "search/querynode.h"
#include "search/synonymsnode.h"
#include "search/textcheck.h"
#include "search/wordlookup.h"

#include <stop_token>
#include <vector>

namespace Lectern {

/// A leaf of a query with its words, in one segment.
struct LeafTerms
{
    const QueryNode *leaf = nullptr;
    std::vector<WordTerms> words;
};

/// What a query is answered by beside the index.
struct QuerySurroundings
{
    const ReaderFacts *facts = nullptr; ///< null: nothing was read or kept
    TextBudget *budget = nullptr;
    bool isRough = false; ///< what only texts can decide is taken to match
};

/// What a query comes to in one segment: first its words are looked up, then, when all segments have told how common
/// they are, its nodes are made.
class QueryPlan final
{
public:
    QueryPlan(const Corpus::Part &part, const QueryNode &root, const QuerySurroundings &around,
              const std::stop_token &stop);

    /// The leaves in the order of the query; the same in all segments.
    const std::vector<LeafTerms> &leaves() const { return m_leaves; }
    /// `weights` are those of leaves(). Call once.
    MatchNodePtr build(const std::vector<float> &weights, const Weighting &weighting, double averageWords);

private:
    void lookUp(const QueryNode &node);
    MatchNodePtr node(const QueryNode &query);
    MatchNodePtr group(const QueryNode &query);
    MatchNodePtr leaf(const QueryNode &query);
    MatchNodePtr wordLeaf(const QueryNode &query, const LeafTerms &terms, float weight);
    MatchNodePtr stemLeaf(const QueryNode &query, const WordTerms &word, float weight);
    MatchNodePtr formsLeaf(const QueryNode &query, const std::vector<Synonym> &forms, float weight) const;
    MatchNodePtr listLeaf(const QueryNode &query, const std::vector<Synonym> &forms, float weight) const;
    MatchNodePtr fuzzyLeaf(const QueryNode &query, const WordTerms &word, float weight);
    MatchNodePtr setLeaf(const QueryNode &query, const WordTerms &word, float weight);
    MatchNodePtr pairNode(const TermInfo &pair, float weight) const;
    MatchNodePtr phraseLeaf(const QueryNode &query, const LeafTerms &terms, float weight);
    MatchNodePtr nearLeaf(const QueryNode &query, const LeafTerms &terms, float weight);
    MatchNodePtr textLeaf(const QueryNode &query, float weight);
    TextCheck textCheck() const;

    const Corpus::Part &m_part;
    const Segment &m_segment;
    WordLookup m_lookup;
    const QueryNode &m_root;
    QuerySurroundings m_around;
    const std::stop_token &m_stop;
    std::vector<LeafTerms> m_leaves;
    size_t m_next = 0; ///< the leaf that comes next while nodes are made
    const std::vector<float> *m_weights = nullptr;
    SegmentScoring m_scoring;
    double m_averageWords = 0;
};

} // namespace Lectern
