#include "search/searcher.h"

#include "search/matcher.h"
#include "search/ranking.h"

#include <QElapsedTimer>

#include <optional>
#include <utility>

namespace Lectern {

namespace {

/// All live articles that match, by number.
std::vector<Found> findAll(const Corpus &corpus, const Query &query, const Scoring *scoring,
                           const std::stop_token &stop)
{
    std::vector<Found> found;
    for (const Corpus::Part &part : corpus.parts()) {
        const auto take = [&](quint32 doc, float score) {
            if (!part.deleted || !(*part.deleted)[doc])
                found.push_back({part.base + doc, score});
        };
        if (query.isEmpty()) {
            for (quint32 doc = 0; doc < part.segment->size(); ++doc)
                take(doc, 0);
            continue;
        }
        const Matches matches = Matcher(*part.segment, scoring, stop).match(query.root());
        if (stop.stop_requested())
            break;
        for (size_t i = 0; i < matches.docs.size(); ++i)
            take(matches.docs[i], scoring ? matches.scores[i] : 0);
    }
    return found;
}

} // namespace

Answer Searcher::search(CorpusPtr corpus, const Query &query, Order order, std::stop_token stop)
{
    QElapsedTimer timer;
    timer.start();
    Answer answer;
    answer.query = query;
    answer.order = order;
    auto docs = std::make_shared<std::vector<DocNumber>>();
    if (corpus) {
        std::optional<Scoring> scoring;
        if (order == Order::Relevance)
            scoring.emplace(*corpus, query.root());
        std::vector<Found> found = findAll(*corpus, query, scoring ? &*scoring : nullptr, stop);
        answer.cancelled = stop.stop_requested() || !rank(*corpus, found, order, stop);
        if (!answer.cancelled) {
            docs->reserve(found.size());
            for (const Found &one : found)
                docs->push_back(one.doc);
            if (order == Order::Relevance) {
                answer.scores.reserve(found.size());
                for (const Found &one : found)
                    answer.scores.push_back(one.score);
            }
        }
    }
    answer.corpus = std::move(corpus);
    answer.docs = std::move(docs);
    answer.milliseconds = double(timer.nsecsElapsed()) / 1e6;
    return answer;
}

} // namespace Lectern
