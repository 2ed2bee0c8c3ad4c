#pragma once

#include "search/occurrences.h"
#include "search/scoring.h"
#include "search/segment.h"

#include <stop_token>

namespace Lectern {

/// The documents of one segment that match, ascending, with their scores where these are wanted.
struct Matches
{
    DocList docs;
    std::vector<float> scores; ///< beside docs; empty when nothing is scored
};

/// Answers a query for one segment, a node at a time. A score is the sum over the matching parts of the
/// query, added up in their written order. Deleted documents are among the matches.
class Matcher final
{
public:
    /// Without `scoring` nothing is scored. All arguments must outlive the matcher.
    Matcher(const Segment &segment, const Scoring *scoring, const std::stop_token &stop);

    /// Looks only at the documents `within` when given. Worthless once the stop token was asked to stop.
    Matches match(const QueryNode &node, const DocList *within = nullptr);

private:
    Matches matchLeaf(const QueryNode &node, const DocList *within);
    Matches matchDate(const QueryNode &node, const DocList *within);
    Matches matchAnd(const QueryNode &node, const DocList *within);
    Matches matchOr(const QueryNode &node, const DocList *within);
    Matches matchNot(const QueryNode &node, const DocList *within);
    std::vector<float> scoresOf(const QueryNode &node, const Occurrences &found) const;
    Matches unscored(DocList docs) const;
    /// About how many documents match, to begin with the rarest.
    quint64 estimate(const QueryNode &node) const;

    const Segment &m_segment;
    const Scoring *m_scoring;
    const std::stop_token &m_stop;
};

} // namespace Lectern
