#pragma once

#include "search/corpus.h"
#include "search/query.h"

#include <stop_token>
#include <vector>

namespace Lectern {

/// By which the articles of an answer are ordered; ties by date (newest first), then by number.
enum class Order : quint8 { Relevance, DateNewest, DateOldest, Title, Outlet };

/// What a query came to. Carries the question and the corpus it was asked of, so that it can never be
/// mistaken for another.
struct Answer
{
    Query query;
    CorpusPtr corpus;
    Order order = Order::Relevance;
    /// All matching articles in order, shared so that a model can take them in O(1).
    std::shared_ptr<const std::vector<DocNumber>> docs;
    /// BM25 of each of docs when ordered by relevance; else empty.
    std::vector<float> scores;
    double milliseconds = 0;
    bool cancelled = false; ///< true: the rest means nothing

    /// The exact number of matching articles.
    qsizetype total() const { return docs ? qsizetype(docs->size()) : 0; }
};

/// Answers queries over one corpus. Stateless; any thread.
class Searcher final
{
public:
    static Answer search(CorpusPtr corpus, const Query &query, Order order, std::stop_token stop = {});
};

} // namespace Lectern
