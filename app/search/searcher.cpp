#include "search/searcher.h"

#include "search/queryplan.h"
#include "search/ranking.h"
#include "search/segmentsearch.h"

#include <QElapsedTimer>

#include <utility>

namespace Lectern {

namespace {

/// For so long articles are read for what the index cannot decide.
constexpr std::chrono::seconds longestReading{5};

/// A query on its way through all segments of a corpus.
class Search
{
public:
    Search(const Corpus &corpus, const QueryNode &root, const ReaderFacts *facts, const std::stop_token &stop)
        : m_corpus(corpus)
        , m_stop(stop)
        , m_averageWords(corpus.averageWords())
        , m_weighting(corpus.weighting())
    {
        m_plans.reserve(corpus.parts().size());
        for (const Corpus::Part &part : corpus.parts())
            m_plans.emplace_back(part, root, QuerySurroundings{facts, &m_budget}, stop);
        weigh();
    }

    /// Calls visit(part, search) for each segment until it is asked to stop.
    template <typename Visit>
    void forEachSegment(Visit visit)
    {
        for (size_t i = 0; i < m_plans.size() && !m_stop.stop_requested(); ++i) {
            const Corpus::Part &part = m_corpus.parts()[i];
            const MatchNodePtr root = m_plans[i].build(m_weights, m_weighting, m_averageWords);
            visit(part, SegmentSearch(part, *root, m_stop));
        }
    }

    /// What the person who asks should know of the answer.
    QStringList notices() const
    {
        return m_budget.isSpent
                   ? QStringList(QStringLiteral("This takes too long: some articles were not looked at. "
                                                "More words beside it make it quicker."))
                   : QStringList();
    }

private:
    /// A leaf tells as much as all its words by being rare.
    void weigh()
    {
        if (m_plans.empty())
            return;
        const double documents = m_corpus.docLimit();
        for (size_t leaf = 0; leaf < m_plans.front().leaves().size(); ++leaf) {
            float weight = 0;
            for (size_t word = 0; word < m_plans.front().leaves()[leaf].words.size(); ++word) {
                quint64 matching = 0;
                for (const QueryPlan &plan : m_plans)
                    matching += plan.leaves()[leaf].words[word].postings;
                weight += Weighting::rarity(documents, std::min(documents, double(matching)));
            }
            m_weights.push_back(weight);
        }
    }

    const Corpus &m_corpus;
    const std::stop_token &m_stop;
    TextBudget m_budget{std::chrono::steady_clock::now() + longestReading, false};
    double m_averageWords;
    const Weighting &m_weighting;
    std::vector<QueryPlan> m_plans;
    std::vector<float> m_weights;
};

/// All live articles that match, by number.
std::vector<Found> findAll(const Corpus &corpus, const Query &query, bool scored, const ReaderFacts *facts,
                           QStringList *notices, const std::stop_token &stop)
{
    std::vector<Found> found;
    if (query.isEmpty()) {
        for (const Corpus::Part &part : corpus.parts())
            for (quint32 doc = 0; doc < part.segment->size(); ++doc)
                if (!part.deleted || !(*part.deleted)[doc])
                    found.push_back({part.base + doc, 0});
        return found;
    }
    Search search(corpus, query.root(), facts, stop);
    search.forEachSegment([&](const Corpus::Part &part, SegmentSearch segment) {
        segment.forEach(scored, [&](quint32 doc, float score) { found.push_back({part.base + doc, score}); });
    });
    *notices = search.notices();
    return found;
}

void finish(Answer *answer, CorpusPtr corpus, std::vector<DocNumber> docs, const QElapsedTimer &timer)
{
    answer->corpus = std::move(corpus);
    answer->docs = std::make_shared<const std::vector<DocNumber>>(std::move(docs));
    answer->milliseconds = double(timer.nsecsElapsed()) / 1e6;
}

} // namespace

Answer Searcher::search(CorpusPtr corpus, const Query &query, Order order, std::stop_token stop,
                        const ReaderFacts *facts)
{
    QElapsedTimer timer;
    timer.start();
    Answer answer;
    answer.query = query;
    answer.order = order;
    std::vector<DocNumber> docs;
    if (corpus) {
        std::vector<Found> found =
            findAll(*corpus, query, order == Order::Relevance, facts, &answer.notices, stop);
        answer.cancelled = stop.stop_requested() || !rank(*corpus, found, order, stop);
        if (!answer.cancelled) {
            docs.reserve(found.size());
            for (const Found &one : found)
                docs.push_back(one.doc);
            if (order == Order::Relevance) {
                answer.scores.reserve(found.size());
                for (const Found &one : found)
                    answer.scores.push_back(one.score);
            }
        }
    }
    answer.totalCount = qsizetype(docs.size());
    finish(&answer, std::move(corpus), std::move(docs), timer);
    return answer;
}

Answer Searcher::first(CorpusPtr corpus, const Query &query, Order order, size_t count, std::stop_token stop,
                       const ReaderFacts *facts)
{
    const bool isQuick =
        corpus && !query.isEmpty() && (order == Order::Relevance || order == Order::DateNewest);
    if (!isQuick) {
        Answer answer = search(std::move(corpus), query, order, std::move(stop), facts);
        if (answer.docs->size() > count) {
            answer.docs = std::make_shared<const std::vector<DocNumber>>(
                answer.docs->begin(), answer.docs->begin() + qptrdiff(count));
            answer.scores.resize(std::min(answer.scores.size(), count));
        }
        return answer;
    }
    QElapsedTimer timer;
    timer.start();
    Answer answer;
    answer.query = query;
    answer.order = order;
    TopDocs top(count);
    Search search(*corpus, query.root(), facts, stop);
    search.forEachSegment([&](const Corpus::Part &, SegmentSearch segment) {
        answer.totalCount +=
            order == Order::Relevance ? segment.collectBest(&top) : segment.collectNewest(&top, count);
    });
    answer.notices = search.notices();
    answer.cancelled = stop.stop_requested();
    std::vector<DocNumber> docs;
    for (const TopDocs::Entry &entry : top.take()) {
        docs.push_back(entry.part->base + entry.doc);
        if (order == Order::Relevance)
            answer.scores.push_back(entry.score);
    }
    finish(&answer, std::move(corpus), std::move(docs), timer);
    return answer;
}

} // namespace Lectern
