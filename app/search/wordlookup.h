#pragma once

#include "search/querynode.h"
#include "search/segment.h"
#include "search/setnode.h"

#include <stop_token>
#include <vector>

namespace Lectern {

/// The terms of a stem, and where they count.
struct StemTerms
{
    TermInfo language; ///< in the language field: only its documents count
    std::vector<TermInfo> terms;
};

/// The terms of one segment that a word of a query stands for.
struct WordTerms
{
    std::vector<TermInfo> terms; ///< empty when `prepared` is there
    const PrefixSet *prepared = nullptr;
    std::vector<StemTerms> stems; ///< where its stem has more terms than the word itself
    quint64 postings = 0;         ///< documents of all of them, added up
};

/// Looks the words of queries up in one segment. Stateless but for the segment, which must outlive it.
class WordLookup final
{
public:
    explicit WordLookup(const Segment &segment)
        : m_segment(segment)
    {}

    /// The terms of one of the words of a Term, Prefix or Phrase.
    WordTerms termsOf(const QueryNode &leaf, qsizetype word) const;
    /// The terms of a Wildcard, or those alike of a Fuzzy.
    WordTerms termsAlike(const QueryNode &leaf) const;
    /// All documents of the terms. What is found until it is asked to stop.
    DocSet docsOf(QueryField field, const WordTerms &word, const std::stop_token &stop) const;
    DocSet docsOf(QueryField field, const std::vector<TermId> &terms, const std::stop_token &stop) const;

private:
    void addStems(QueryField field, const std::string &word, WordTerms *terms) const;
    WordTerms termsWithIds(const FieldIndex &index, const std::vector<TermId> &ids) const;

    const Segment &m_segment;
};

} // namespace Lectern
