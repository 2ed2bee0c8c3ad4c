#pragma once

#include "search/corpus.h"
#include "search/matchnode.h"
#include "search/readerfacts.h"
#include "search/termnode.h"
#include "search/wordlookup.h"

#include <chrono>
#include <stop_token>

namespace Lectern {

/// How long articles may be read for one query, so that a wild expression ends; shared by all segments.
struct TextBudget
{
    std::chrono::steady_clock::time_point until;
    bool isSpent = false; ///< some articles were not looked at
};

/// Makes nodes of what the index cannot decide alone: it says which documents may match, their texts say which do.
class TextCheck final
{
public:
    TextCheck(const Corpus::Part &part, const SegmentScoring &scoring, const ReaderFacts *facts, TextBudget *budget,
              const std::stop_token &stop)
        : m_part(part)
        , m_scoring(scoring)
        , m_facts(facts)
        , m_budget(budget)
        , m_stop(stop)
    {}

    /// Whether a leaf is of this kind.
    static bool isNeeded(const QueryNode &leaf);
    /// Of the documents that `mayMatch` those that do.
    MatchNodePtr checked(const QueryNode &leaf, MatchNodePtr mayMatch, float weight) const;
    /// Of the documents that match those in which the leaves of a query occur at least so often in all.
    MatchNodePtr counted(const QueryNode &query, MatchNodePtr matching, quint32 atLeast) const;
    /// The documents that hold what an expression cannot do without.
    MatchNodePtr mayFit(const QueryNode &regex) const;
    /// The documents of which a person's own tags or notes might match.
    MatchNodePtr withKept() const;

private:
    template <typename Accept>
    MatchNodePtr filtered(MatchNode *node, Accept accept) const;

    const Corpus::Part &m_part;
    const SegmentScoring &m_scoring;
    const ReaderFacts *m_facts;
    TextBudget *m_budget;
    const std::stop_token &m_stop;
};

} // namespace Lectern
