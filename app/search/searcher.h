#pragma once

#include "search/corpus.h"
#include "search/query.h"
#include "search/readerfacts.h"

#include <stop_token>
#include <vector>

namespace Lectern {

/// By which the articles of an answer are ordered; ties by date (newest first), then by id.
enum class Order : quint8 { Relevance, DateNewest, DateOldest, Title, Outlet };

/// What a query came to. Carries the question and the corpus it was asked of, so that it can never be
/// mistaken for another.
struct Answer
{
    Query query;
    CorpusPtr corpus;
    Order order = Order::Relevance;
    /// The matching articles in order, shared so that a model can take them in O(1): all of them, or the first ones
    /// only when the answer is not complete.
    std::shared_ptr<const std::vector<DocNumber>> docs;
    /// The score of each of docs when ordered by relevance; else empty.
    std::vector<float> scores;
    /// The exact number of matching articles, also when docs holds the first ones only.
    qsizetype totalCount = 0;
    QStringList notices; ///< sentences on what the answer lacks
    double milliseconds = 0;
    bool cancelled = false; ///< true: the rest means nothing

    qsizetype total() const { return totalCount; }
    bool isComplete() const { return !docs || qsizetype(docs->size()) == totalCount; }
};

/// Answers queries over one corpus. Stateless; any thread. Without facts nothing was read or kept.
class Searcher final
{
public:
    /// All matching articles.
    static Answer search(CorpusPtr corpus, const Query &query, Order order, std::stop_token stop = {},
                         const ReaderFacts *facts = nullptr);
    /// The first `count` of them and how many there are in all, which is much quicker.
    static Answer first(CorpusPtr corpus, const Query &query, Order order, size_t count, std::stop_token stop = {},
                        const ReaderFacts *facts = nullptr);
};

} // namespace Lectern
